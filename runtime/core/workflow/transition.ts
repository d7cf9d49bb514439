// The only way a dossier changes: (workflow, dossier, event, facts) → the next dossier and what the world is asked to do,
// or a refusal. Pure; the server saves dossier, audit entry and effects in one transaction (contract.md "workflow").
import type { Dossier, FeeStatement, Step, Workflow } from '#schemas/generated/types.ts'
import { dueAt, endOfDay } from '../deadline/due-date.ts'
import { toLocal } from '../deadline/working-calendar.ts'
import { isDate } from '../formula/apply-function.ts'
import type { Issue } from '../issues/issue.ts'
import type { Answers } from '../issues/json-pointer.ts'
import { availableActions } from './available-actions.ts'
import type { Effect } from './effects.ts'
import { enterStep, findStep, legalLimit, type Facts, type Moved } from './enter-step.ts'

export type DossierChange =
  | { type: 'submit'; answers: Answers; fee: FeeStatement }
  | { type: 'act'; action: string; reason?: string; fields?: string[]; dueOn?: string; record?: Answers; fee?: FeeStatement }
  | { type: 'supplement'; answers: Answers; fee: FeeStatement }
  | { type: 'withdraw'; reason: string }
  | { type: 'pay'; receiptNumber: string }
  | { type: 'expire' }

export type Transition = Moved | { refused: Issue }

const refuse = (code: string, params: Record<string, unknown> = {}, pointer = ''): Transition => ({ refused: { pointer, code, params } })

const moved = (workflow: Workflow, dossier: Dossier, to: string, facts: Facts, first: Effect[] = []): Transition => {
  const next = enterStep(workflow, { ...dossier, version: dossier.version + 1 }, to, facts)
  return next ? { dossier: next.dossier, effects: [...first, ...next.effects] } : refuse('workflow.broken', { to })
}

const submit = (workflow: Workflow, dossier: Dossier, change: Extract<DossierChange, { type: 'submit' }>, facts: Facts): Transition => {
  if (dossier.state !== 'draft') return refuse('dossier.alreadySubmitted')
  const received: Dossier = { ...dossier, answers: change.answers, fee: change.fee, submittedAt: facts.now, ...(workflow.clock && { dueAt: dueAt(facts.now, legalLimit(workflow.clock, change.answers), facts.calendar) }) }
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
  const target = findStep(workflow, action.to)
  const asked: Dossier = target?.kind === 'applicant'
    ? { ...recorded, supplement: { reason: change.reason ?? '', fields: change.fields ?? [], askedAt: facts.now, returnTo: step.id } }
    : recorded
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
  return { dossier: { ...paid, version: dossier.version + 1 }, effects: [] }
}

/** The applicant may withdraw while no decision exists (NĐ 118/2025 Đ.21). */
const withdraw = (workflow: Workflow, dossier: Dossier, facts: Facts): Transition => {
  if (workflow.withdrawTo === undefined || dossier.publicStatus === 'decided') return refuse('dossier.cannotWithdraw')
  return moved(workflow, dossier, workflow.withdrawTo, facts)
}

const expire = (workflow: Workflow, dossier: Dossier, step: Step, facts: Facts): Transition => {
  if (!step.onExpiry || !dossier.stepDueAt || dossier.stepDueAt > facts.now) return refuse('dossier.notExpired')
  // What was asked and not answered is asked no more: silence was the answer.
  const { supplement: _unanswered, ...rest } = dossier
  return moved(workflow, rest, step.onExpiry.to, facts, (step.onExpiry.issues ?? []).map((paper) => ({ kind: 'issue-paper', paper })))
}

export const transition = (workflow: Workflow, dossier: Dossier, change: DossierChange, facts: Facts): Transition => {
  if (change.type === 'submit') return submit(workflow, dossier, change, facts)
  const step = findStep(workflow, dossier.step)
  if (dossier.state !== 'open' || !step) return refuse('dossier.notOpen')
  switch (change.type) {
    case 'act': return act(workflow, dossier, step, change, facts)
    case 'supplement': return supplement(workflow, dossier, step, change, facts)
    case 'withdraw': return withdraw(workflow, dossier, facts)
    case 'pay': return pay(workflow, dossier, step, change.receiptNumber, facts)
    case 'expire': return expire(workflow, dossier, step, facts)
  }
}
