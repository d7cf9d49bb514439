// A simulation in words: what somebody may do, what happened, and what goes out.
import type { Happening, Player, SimulatedDeed, Simulation } from '#core/scenario/simulate.ts'
import { localise } from '#core/text/localise.ts'
import { formatMoney } from '#core/text/format.ts'
import { stepTitle } from '#core/workflow-map/way-words.ts'
import type { Effect } from '#core/workflow/effects.ts'
import { opinionOfTimer } from '#core/workflow/timers.ts'
import { locale } from '#runtime/ui/locale.ts'
import type { Procedure, Step, Workflow } from '#schemas/generated/types.ts'
import { t as shared } from '../../texts.ts'
import { t } from './texts.ts'

const titleIn = (list: readonly { id: string }[] | undefined, id: string | undefined): string => localise((list ?? []).find((each) => each.id === id), 'title', locale.value) || id || ''
const stepOf = ({ steps }: Workflow, id: string | undefined): Step | undefined => steps.find((step) => step.id === id)

export const playerWords = (by: Player, workflow: Workflow): string => (typeof by === 'object' ? titleIn(workflow.roles, by.role) : t(`play.${by}`))

export const deedWords = ({ change }: SimulatedDeed, { dossier, filing: { workflow } }: Simulation): string => {
  const step = stepOf(workflow, dossier.step)
  switch (change.type) {
    case 'act': return titleIn(step?.actions, change.action)
    case 'opine': return t(`play.opine.${change.verdict ?? 'for'}`, { title: titleIn(step?.opinions, change.opinion) })
    case 'pay': return t('play.pay', { amount: formatMoney(dossier.fee?.total ?? 0, locale.value) })
    case 'withdraw': return t('play.withdraw')
    default: return t('play.supplement')
  }
}

export const happeningWords = ({ change, from }: Happening, workflow: Workflow): string => {
  const step = stepOf(workflow, from)
  switch (change.type) {
    case 'submit': return t('play.submitted')
    case 'act': return titleIn(step?.actions, change.action)
    case 'opine': return t('play.given', { title: titleIn(step?.opinions, change.opinion), verdict: t(`play.verdicts.${change.verdict ?? 'for'}`) })
    case 'timer': {
      const asked = opinionOfTimer(change.timer)
      return asked === undefined ? t('play.timer', { id: change.timer }) : t('play.silent', { title: titleIn(step?.opinions, asked) })
    }
    case 'expire': return t('play.expired')
    case 'pay': return t('play.paid')
    case 'withdraw': return t('play.withdraw')
    default: return t('play.supplement')
  }
}

/** Where it went, and with what score of a risk table. */
export const wentWords = ({ ways, dossier }: Happening, workflow: Workflow): string => {
  const last = ways.at(-1)
  const scored = ways.some(({ step }) => step === dossier.risk?.step) ? dossier.risk : undefined
  const reasons = scored?.reasons.map((id) => localise(stepOf(workflow, scored.step)?.score?.find((row) => row.id === id), 'reason', locale.value) || id).join('; ')
  return [
    ...(scored ? [t('play.points', { n: scored.score, reasons: reasons || '—' })] : []),
    ...(last || dossier.version === 1 ? [t('play.toStep', { step: stepTitle(stepOf(workflow, dossier.step), locale.value) })] : []),
  ].join('\n')
}

const receiver = ({ to, role, person }: Extract<Effect, { kind: 'notify' }>, workflow: Workflow): string =>
  (to === 'applicant' ? t('play.applicant') : titleIn(workflow.roles, role ?? person))

export const effectWords = (effect: Effect, { papers, workflow }: Procedure): string => {
  switch (effect.kind) {
    case 'notify': return t('play.noticeTo', { notice: t(`play.notices.${effect.notice}`), who: receiver(effect, workflow!) })
    case 'issue-paper': return t('play.paper', { paper: titleIn(papers, effect.paper) })
    case 'request-payment': return t('play.payment', { amount: formatMoney(effect.amount, locale.value) })
    case 'tell-portal': return t('play.portal', { status: `${effect.status}. ${shared(`portal.${effect.status as 1}`)}` })
  }
}
