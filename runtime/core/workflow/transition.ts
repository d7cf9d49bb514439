// The only way a dossier changes: (workflow, dossier, event, facts) → the next dossier and what the world is asked to do,
// or a refusal. Pure; the server saves dossier, audit entry and effects in one transaction (contract.md "workflow").
import type { Dossier, FeeStatement, Opinion, Step, Workflow } from '#schemas/generated/types.ts'
import { dueAt, endOfDay } from '../deadline/due-date.ts'
import { toLocal } from '../deadline/working-calendar.ts'
import { isDate } from '../formula/apply-function.ts'
import type { Issue } from '../issues/issue.ts'
import type { Answers } from '../issues/json-pointer.ts'
import { refusalToAssign } from './assignment.ts'
import { availableActions } from './available-actions.ts'
import { tellOfficers, type Effect } from './effects.ts'
import { enterStep, type Entered } from './enter-step.ts'
import { findStep, type Facts } from './facts.ts'
import { legalLimit, startClock } from './legal-clock.ts'
import { availableOpinions, joinOf } from './opinions.ts'
import { isTimeFor, noticesOfTimer, opinionOfTimer, type TimedChange } from './timers.ts'

export type DossierChange =
  | { type: 'submit'; answers: Answers; fee: FeeStatement }
  | { type: 'act'; action: string; reason?: string; fields?: string[]; dueOn?: string; record?: Answers; fee?: FeeStatement }
  | { type: 'supplement'; answers: Answers; fee: FeeStatement }
  | { type: 'withdraw'; reason: string }
  | { type: 'pay'; receiptNumber: string }
  | { type: 'opine'; opinion: string; verdict?: 'for' | 'against'; text?: string; record?: Answers }
  | { type: 'assign'; to?: { id: string; name: string } }
  /** The workflow is that of the new revision. */
  | ({ type: 'migrate' } & Pick<Dossier, 'revision' | 'answers' | 'aside' | 'moved'>)
  | TimedChange

export type Transition = Entered | { refused: Issue }

const refuse = (code: string, params: Record<string, unknown> = {}, pointer = ''): Transition => ({ refused: { pointer, code, params } })

const moved = (workflow: Workflow, dossier: Dossier, to: string, facts: Facts, first: Effect[] = []): Transition => {
  const next = enterStep(workflow, { ...dossier, version: dossier.version + 1 }, to, facts)
  return next ? { ...next, effects: [...first, ...next.effects] } : refuse('workflow.broken', { to })
}

/** The dossier stays in its step. */
const changed = (dossier: Dossier, effects: Effect[] = []): Transition => ({ dossier: { ...dossier, version: dossier.version + 1 }, effects, passed: [] })

const submit = (workflow: Workflow, dossier: Dossier, change: Extract<DossierChange, { type: 'submit' }>, facts: Facts): Transition => {
  if (dossier.state !== 'draft') return refuse('dossier.alreadySubmitted')
  const { clock } = workflow
  const due = clock && (clock.startsOn ?? 'received') === 'received' ? { dueAt: dueAt(facts.now, legalLimit(clock, change.answers), facts.calendar) } : {}
  const received: Dossier = { ...dossier, answers: change.answers, fee: change.fee, submittedAt: facts.now, ...due }
  return moved(workflow, received, workflow.start, facts, [{ kind: 'notify', to: 'applicant', notice: 'submitted' }])
}

const act = (workflow: Workflow, dossier: Dossier, step: Step, change: Extract<DossierChange, { type: 'act' }>, facts: Facts): Transition => {
  const action = availableActions(workflow, dossier, facts.actor).find((each) => each.id === change.action)
  if (!action) return refuse('action.notAvailable', { action: change.action })
  if (action.asks?.includes('reason') && !change.reason?.trim()) return refuse('action.reasonMissing', {}, '/reason')
  if (action.asks?.includes('fields') && !change.fields?.length) return refuse('action.fieldsMissing', {}, '/fields')
  if (action.asks?.includes('dueOn') && !(isDate(change.dueOn) && change.dueOn >= toLocal(facts.now, facts.calendar).date)) return refuse('action.dueOnMissing', {}, '/dueOn')
  const recorded: Dossier = {
    ...dossier, ...(change.record && { records: { ...dossier.records, [step.id]: change.record } }), ...(change.fee && { fee: change.fee }),
    ...(action.asks?.includes('dueOn') && { dueAt: endOfDay(change.dueOn!, facts.calendar) }),
  }
  // Kept only where the way leads to the applicant, past automatic steps too.
  const asked: Dossier = { ...recorded, supplement: { reason: change.reason ?? '', fields: change.fields ?? [], askedAt: facts.now, returnTo: step.id } }
  return moved(workflow, asked, action.to, facts, (action.issues ?? []).map((paper) => ({ kind: 'issue-paper', paper })))
}

const supplement = (workflow: Workflow, dossier: Dossier, step: Step, change: Extract<DossierChange, { type: 'supplement' }>, facts: Facts): Transition => {
  if (step.kind !== 'applicant' || !dossier.supplement) return refuse('dossier.noSupplementAsked')
  const { supplement: request, ...rest } = dossier
  return moved(workflow, { ...rest, answers: change.answers, fee: { ...change.fee, ...(dossier.fee?.paidAt && { paidAt: dossier.fee.paidAt, receiptNumber: dossier.fee.receiptNumber }) } }, step.otherwise ?? request.returnTo, facts)
}

const pay = (workflow: Workflow, dossier: Dossier, step: Step, receiptNumber: string, facts: Facts): Transition => {
  if (!dossier.fee || dossier.fee.total === 0 || dossier.fee.paidAt) return refuse('dossier.nothingOwed')
  if (dossier.fee.lines.some((line) => line.provisional) && step.kind !== 'payment') return refuse('dossier.feeProvisional')
  const paid: Dossier = { ...dossier, fee: { ...dossier.fee, paidAt: facts.now, receiptNumber } }
  if (step.kind === 'payment') return moved(workflow, paid, step.id, facts)
  return changed(startClock(workflow, paid, step, facts))
}

/** The applicant may withdraw while no decision exists (NĐ 118/2025 Đ.21). */
const withdraw = (workflow: Workflow, dossier: Dossier, facts: Facts): Transition => {
  if (workflow.withdrawTo === undefined || dossier.publicStatus === 'decided') return refuse('dossier.cannotWithdraw')
  return moved(workflow, dossier, workflow.withdrawTo, facts)
}

/** Keeps an opinion and joins: the dossier goes on once enough are there. */
const keepOpinion = (workflow: Workflow, dossier: Dossier, step: Step, given: Record<string, Opinion>, facts: Facts): Transition => {
  const opinions = { ...dossier.opinions, ...given }
  const to = joinOf(step, opinions)
  return to === undefined ? changed({ ...dossier, opinions }) : moved(workflow, { ...dossier, opinions }, to, facts)
}

const opine = (workflow: Workflow, dossier: Dossier, step: Step, { opinion, verdict, text, record }: Extract<DossierChange, { type: 'opine' }>, facts: Facts): Transition => {
  if (!availableOpinions(workflow, dossier, facts.actor).some(({ id }) => id === opinion)) return refuse('opinion.notAsked', { opinion })
  // A council decides by counting, so there an opinion without a vote is none; elsewhere it says something at least.
  if (step.need !== undefined && verdict === undefined) return refuse('opinion.verdictMissing', {}, '/verdict')
  if (verdict === undefined && !text?.trim() && record === undefined) return refuse('opinion.empty', {}, '/text')
  if (verdict === 'against' && !text?.trim() && record === undefined) return refuse('opinion.reasonMissing', {}, '/text')
  const { id, name } = facts.actor
  return keepOpinion(workflow, dossier, step, { [opinion]: { ...(verdict && { verdict }), ...(text !== undefined && { text }), ...(record && { record }), by: { id, name }, at: facts.now } }, facts)
}

const assign = (dossier: Dossier, step: Step, { to }: Extract<DossierChange, { type: 'assign' }>, facts: Facts): Transition => {
  const reason = refusalToAssign(step, dossier, to, facts)
  if (reason !== undefined) return refuse(reason)
  const { assignee: _before, ...free } = dossier
  if (!to) return changed(free)
  const told: Effect[] = to.id === facts.actor.id ? [] : [{ kind: 'notify', to: 'person', person: to.id, notice: 'assigned' }]
  return changed({ ...free, assignee: { id: to.id, name: to.name, at: facts.now, step: step.id } }, told)
}

const expire = (workflow: Workflow, dossier: Dossier, step: Step, facts: Facts): Transition => {
  if (!step.onExpiry || !isTimeFor(step, dossier, { type: 'expire' }, facts)) return refuse('dossier.notExpired')
  // What was asked and not answered is asked no more: silence was the answer.
  const { supplement: _unanswered, ...rest } = dossier
  return moved(workflow, rest, step.onExpiry.to, facts, (step.onExpiry.issues ?? []).map((paper) => ({ kind: 'issue-paper', paper })))
}

const timer = (workflow: Workflow, dossier: Dossier, step: Step, change: Extract<TimedChange, { type: 'timer' }>, facts: Facts): Transition => {
  if (!isTimeFor(step, dossier, change, facts)) return refuse('timer.notNow')
  const fired: Dossier = { ...dossier, fired: [...dossier.fired ?? [], change.timer] }
  const asked = step.opinions?.find(({ id }) => id === opinionOfTimer(change.timer))
  if (asked?.onExpiry === 'consents') return keepOpinion(workflow, fired, step, { [asked.id]: { verdict: 'for', silent: true, at: facts.now } }, facts)
  if (asked) return changed(fired, tellOfficers([asked.by], 'reminder'))
  return changed(fired, noticesOfTimer(step.timers!.find(({ id }) => id === change.timer)!, step, dossier))
}

/** Steps are known by their ids; clocks, records and what is owed go on. */
const migrate = ({ aside: _before, ...dossier }: Dossier, { type: _type, ...moved }: Extract<DossierChange, { type: 'migrate' }>): Transition =>
  (moved.revision === dossier.revision ? refuse('dossier.sameRevision') : changed({ ...dossier, ...moved }))

export const transition = (workflow: Workflow, dossier: Dossier, change: DossierChange, facts: Facts): Transition => {
  if (change.type === 'submit') return submit(workflow, dossier, change, facts)
  const step = findStep(workflow, dossier.step)
  if (dossier.state !== 'open' || !step) return refuse('dossier.notOpen')
  switch (change.type) {
    case 'act': return act(workflow, dossier, step, change, facts)
    case 'supplement': return supplement(workflow, dossier, step, change, facts)
    case 'withdraw': return withdraw(workflow, dossier, facts)
    case 'pay': return pay(workflow, dossier, step, change.receiptNumber, facts)
    case 'opine': return opine(workflow, dossier, step, change, facts)
    case 'assign': return assign(dossier, step, change, facts)
    case 'migrate': return migrate(dossier, change)
    case 'timer': return timer(workflow, dossier, step, change, facts)
    case 'expire': return expire(workflow, dossier, step, facts)
  }
}
