// Which of the five questions of a step answers what stands under a keyword of the document, and the way there: the keys and the list
// of problems lead to the field that is meant, in the list as beside the map.
import { nextTick } from 'vue'

export type StepQuestion = 'who' | 'sees' | 'decide' | 'when' | 'then'

const keywords: Readonly<Record<string, StepQuestion>> = {
  by: 'who', opinions: 'who', need: 'who', form: 'sees', sees: 'sees', recordsResult: 'sees', actions: 'decide', branches: 'decide', score: 'decide', otherwise: 'decide', against: 'decide', outcome: 'decide',
  within: 'when', clock: 'when', resume: 'when', timers: 'when', onExpiry: 'when', publicStatus: 'then', issues: 'then', note: 'then',
}

/** What is wrong with a whole step, by the question that mends it. */
const codes: Readonly<Record<string, StepQuestion>> = {
  stepWithoutRole: 'who', opinionsMissing: 'who', opinionsElsewhere: 'who', joinMissing: 'who', needTooMany: 'who', againstMissing: 'who', againstUnused: 'who', opinionWaitsForEver: 'who', roleUnknown: 'who',
  stepUnknown: 'decide', stepWithoutWay: 'decide', stepNeverEnds: 'decide', otherwiseMissing: 'decide', outcomeMissing: 'decide', paperUnknown: 'decide', actionRepeated: 'decide', scoreUnused: 'decide', automaticCircle: 'decide',
}

/** By the keyword below the step, or the code of an issue with the step; opinions say themselves where they lead. */
export const questionOf = (place: string, kind: string): StepQuestion | undefined =>
  (kind === 'opinions' && (place === 'otherwise' || place === 'against') ? 'who' : keywords[place] ?? codes[place.replace(/^lint\./, '')])

const fields = 'input, select, textarea, button, summary'

/** The step of what has the focus: a box on the map, a card of the list. */
export const focusedStep = (): string | undefined => document.activeElement?.closest<HTMLElement>('[data-step]')?.dataset['step']

/** Problems stand in a dock over the page: what lies under it is not seen. */
const bringIntoSight = (element: HTMLElement): void => {
  const { top, bottom } = element.getBoundingClientRect()
  const end = document.querySelector('[data-dock]')?.getBoundingClientRect().top ?? window.innerHeight
  if (top < 0 || Math.min(bottom, top + 200) > end) element.scrollIntoView({ block: 'start' })
}

/** The step itself, folded or open; beside the map its settings. */
export const showStep = async (step: string, takesFocus = false): Promise<void> => {
  await nextTick()
  const card = document.querySelector<HTMLElement>(`article[data-step="${CSS.escape(step)}"]`)
  if (!card) return
  if (takesFocus) card.focus({ preventScroll: true })
  if (takesFocus || !card.contains(document.activeElement)) bringIntoSight(card)
}

/** Focuses a field of the question, or the question itself where there is nothing to fill in; false where it is not asked. */
export const focusQuestion = async (step: string, question: StepQuestion, which: 'first' | 'lastDecision' = 'first'): Promise<boolean> => {
  await nextTick()
  const section = document.querySelector<HTMLElement>(`[data-step="${CSS.escape(step)}"] [data-question="${question}"]`)
  if (!section) return false
  const decisions = section.querySelectorAll<HTMLElement>('li')
  const within = which === 'lastDecision' ? decisions[decisions.length - 1] ?? section : section
  const field = [...within.querySelectorAll<HTMLElement>(fields)].find((each) => !(each as HTMLInputElement).disabled)
  const target = field ?? section
  target.focus({ preventScroll: true })
  bringIntoSight(section)
  bringIntoSight(target)
  return true
}
