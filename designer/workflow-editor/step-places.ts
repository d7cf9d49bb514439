// Which of the five questions of a step answers what stands under a keyword of the document, and the way there: the keys and the list
// of problems lead to the field that is meant, in the list as beside the map.
import { nextTick } from 'vue'

export type StepQuestion = 'who' | 'sees' | 'decide' | 'when' | 'then'

const keywords: Readonly<Record<string, StepQuestion>> = {
  by: 'who', opinions: 'who', need: 'who', form: 'sees', sees: 'sees', recordsResult: 'sees', actions: 'decide', branches: 'decide', score: 'decide', otherwise: 'decide', against: 'decide', outcome: 'decide',
  within: 'when', clock: 'when', resume: 'when', timers: 'when', onExpiry: 'when', publicStatus: 'then', issues: 'then', note: 'then',
}

/** Opinions say themselves where they lead, so their ways stand with who is asked. */
export const questionOf = (keyword: string, kind: string): StepQuestion | undefined => (kind === 'opinions' && (keyword === 'otherwise' || keyword === 'against') ? 'who' : keywords[keyword])

const fields = 'input, select, textarea, button, summary'

/** The step of what has the focus: a box on the map, a card of the list. */
export const focusedStep = (): string | undefined => document.activeElement?.closest<HTMLElement>('[data-step]')?.dataset['step']

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
  section.scrollIntoView({ block: 'nearest' })
  target.scrollIntoView({ block: 'nearest' })
  return true
}
