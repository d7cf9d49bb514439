// What happened to a dossier, in the words of those who handle it: who did what when, with reasons.
import { formatInstant } from '#core/text/format.ts'
import { localise } from '#core/text/localise.ts'
import { findStep } from '#core/workflow/enter-step.ts'
import type { TimelineItem } from '#runtime/ui/BaseTimeline.vue'
import { locale } from '#runtime/ui/locale.ts'
import type { Tone } from '#runtime/ui/tone.ts'
import type { DossierEvent, Workflow } from '#schemas/generated/types.ts'
import { t } from '../texts.ts'

const titleOf = (event: DossierEvent, workflow: Workflow): string => {
  const action = findStep(workflow, event.from)?.actions?.find((each) => each.id === event.action)
  return (event.type === 'act' && localise(action, 'title', locale.value)) || t(`event.${event.type}`)
}

const toneOf = (event: DossierEvent, workflow: Workflow): Tone => {
  const to = findStep(workflow, event.to)
  if (to?.kind === 'applicant') return 'warn'
  return to?.kind === 'end' ? (to.outcome === 'granted' ? 'good' : 'bad') : 'info'
}

/** Newest first: the last thing that happened is what an officer looks for. */
export const toTimeline = (events: readonly DossierEvent[], workflow: Workflow): TimelineItem[] =>
  [...events].reverse().map((event) => ({
    id: String(event.version), title: titleOf(event, workflow), time: formatInstant(event.at, locale.value), by: event.onBehalfOf === undefined ? event.actor || t('event.guest') : t('event.onBehalf', { actor: event.actor || t('event.guest'), name: event.onBehalfOf }), tone: toneOf(event, workflow),
    ...(event.reason && { text: event.reason }),
  }))
