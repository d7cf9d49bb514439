// What happened to a dossier, in the words of those who handle it: who did what when, with reasons.
import { formatInstant } from '#core/text/format.ts'
import { localise } from '#core/text/localise.ts'
import { findStep } from '#core/workflow/facts.ts'
import type { TimelineItem } from '#runtime/ui/BaseTimeline.vue'
import { locale } from '#runtime/ui/locale.ts'
import type { Tone } from '#runtime/ui/tone.ts'
import type { DossierEvent, Workflow } from '#schemas/generated/types.ts'
import { t } from '../texts.ts'
import { nameOfUnit } from './opinion-words.ts'

const assignTitles = { 'take': 'event.take', 'give': 'event.give', 'give-back': 'event.giveBack' } as const

const titleOf = (event: DossierEvent, workflow: Workflow): string => {
  const step = findStep(workflow, event.from)
  const named = event.type === 'act' ? step?.actions : event.type === 'opine' ? step?.opinions : undefined
  const assign = event.type === 'assign' && Object.hasOwn(assignTitles, event.action ?? '') ? assignTitles[event.action as keyof typeof assignTitles] : undefined
  return localise(named?.find((each) => each.id === event.action), 'title', locale.value) || t(assign ?? `event.${event.type}`, { name: event.reason ?? '' })
}

/** Who did it, for which unit, in whose place. What the applicant or the clock does has no unit. */
const actorOf = (event: DossierEvent, workflow: Workflow): string => {
  const name = event.actor || t('event.guest')
  const who = event.onBehalfOf === undefined ? name : t('event.onBehalf', { actor: name, name: event.onBehalfOf })
  const step = findStep(workflow, event.from)
  const by = event.type === 'opine' ? step?.opinions?.find(({ id }) => id === event.action)?.by : event.type === 'act' ? step?.by : undefined
  return [who, by && nameOfUnit(by, workflow, locale.value)].filter(Boolean).join(' · ')
}

/** From which step to which, where the dossier moved. */
const moveOf = (event: DossierEvent, workflow: Workflow): string | undefined => {
  const [from, to] = [event.from, event.to].map((id) => localise(findStep(workflow, id), 'title', locale.value))
  return event.from !== event.to && from && to ? t('event.moved', { from, to }) : undefined
}

const toneOf = (event: DossierEvent, workflow: Workflow): Tone => {
  const to = findStep(workflow, event.to)
  if (to?.kind === 'applicant') return 'warn'
  return to?.kind === 'end' ? (to.outcome === 'granted' ? 'good' : 'bad') : 'info'
}

const textOf = (event: DossierEvent, workflow: Workflow): { text?: string } => {
  const text = [moveOf(event, workflow), event.type === 'assign' ? undefined : event.reason].filter(Boolean).join('\n')
  return text ? { text } : {}
}

/** Newest first: the last thing that happened is what an officer looks for. */
export const toTimeline = (events: readonly DossierEvent[], workflow: Workflow): TimelineItem[] =>
  [...events].reverse().map((event) => ({
    id: String(event.version), title: titleOf(event, workflow), time: formatInstant(event.at, locale.value), by: actorOf(event, workflow), tone: toneOf(event, workflow),
    ...textOf(event, workflow),
  }))
