// What happened to a dossier, in the words of the person whose it is: the workflow's own names for decisions.
import { formatInstant } from '#core/text/format.ts'
import { localise } from '#core/text/localise.ts'
import { findStep } from '#core/workflow/facts.ts'
import { locale } from '#runtime/ui/locale.ts'
import type { Tone } from '#runtime/ui/tone.ts'
import type { Dossier, DossierEvent, Workflow } from '#schemas/generated/types.ts'
import { t } from '../page-texts.ts'

export interface Happening {
  id: string
  title: string
  time?: string
  by?: string
  text?: string
  tone: Tone
  current?: boolean
}

const ownDeeds = new Set<DossierEvent['type']>(['submit', 'supplement', 'withdraw'])

const endTones = { granted: 'good', refused: 'bad', stopped: 'bad', withdrawn: 'neutral' } as const

const titleOf = (event: DossierEvent, workflow: Workflow | undefined): string => {
  if (event.type !== 'act') return t(`event.${event.type}`)
  const action = (workflow ? findStep(workflow, event.from)?.actions ?? [] : []).find((each) => each.id === event.action)
  return localise(action, 'title', locale.value) || t('event.act')
}

const toneOf = (event: DossierEvent, workflow: Workflow | undefined): Tone => {
  const to = workflow && findStep(workflow, event.to)
  if (to?.kind === 'applicant' || to?.kind === 'payment') return 'warn'
  return to?.kind === 'end' ? endTones[to.outcome ?? 'stopped'] : ownDeeds.has(event.type) ? 'accent' : 'info'
}

/** The applicant knows what they did themselves; who did it for whom is said. */
const byOf = ({ type, actor, onBehalfOf }: DossierEvent): Pick<Happening, 'by'> => {
  if (onBehalfOf !== undefined) return { by: t('event.onBehalf', { actor, name: onBehalfOf }) }
  return ownDeeds.has(type) || type === 'expire' ? {} : { by: actor }
}

/** Oldest first; where the dossier stands now comes last while it is open. */
export const toHappenings = (events: readonly DossierEvent[], dossier: Dossier, workflow: Workflow | undefined): Happening[] => {
  const happened = events.map((event): Happening => ({
    id: String(event.version), title: titleOf(event, workflow), time: formatInstant(event.at, locale.value), tone: toneOf(event, workflow),
    ...byOf(event), ...(event.reason && { text: event.reason }),
  }))
  const step = workflow && findStep(workflow, dossier.step)
  if (dossier.state !== 'open' || !step) return happened
  const role = workflow.roles.find(({ id }) => id === step.by?.role)
  return [...happened, { id: 'now', title: t('event.now', { step: localise(step, 'title', locale.value) }), by: localise(role, 'title', locale.value), tone: 'accent', current: true }]
}
