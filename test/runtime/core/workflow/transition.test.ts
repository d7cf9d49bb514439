import { describe, expect, it } from 'vitest'
import type { Dossier } from '#schemas/generated/types.ts'
import { availableActions } from '#core/workflow/available-actions.ts'
import { transition, type DossierChange } from '#core/workflow/transition.ts'
import { buildDossier, buildWorkflow } from '../../../fixtures/core-builders.ts'
import { createMover, factsAt as facts, noFee } from '../../../fixtures/transitions.ts'

const workflow = buildWorkflow()
const { go: move, refusal, filed: submitted } = createMover(workflow)
const go = (dossier: Dossier, change: DossierChange, at: ReturnType<typeof facts>, flow = workflow): Dossier => (flow === workflow ? move : createMover(flow).go)(dossier, change, at)

describe('transition', () => {
  it('receives a draft into the first step with the due date of the law and of the step', () => {
    expect(submitted()).toMatchObject({ state: 'open', step: 'intake', version: 1, dueAt: '2026-12-04T10:00:00.000Z', stepDueAt: '2026-11-20T10:00:00.000Z', publicStatus: 'received' })
  })

  it('refuses to submit a dossier twice', () => {
    expect(refusal(submitted(), { type: 'submit', answers: {}, fee: noFee }, facts('2026-11-19T03:00:00Z'))).toBe('dossier.alreadySubmitted')
  })

  it('lets only the role of the step act', () => {
    expect(refusal(submitted(), { type: 'act', action: 'accept' }, facts('2026-11-19T04:00:00Z', 'specialist'))).toBe('action.notAvailable')
    expect(go(submitted(), { type: 'act', action: 'accept' }, facts('2026-11-19T04:00:00Z', 'one-stop')).step).toBe('review')
  })

  it.each([
    [{ type: 'act', action: 'ask' }, 'action.reasonMissing'],
    [{ type: 'act', action: 'ask', reason: '  ', fields: ['/a'] }, 'action.reasonMissing'],
    [{ type: 'act', action: 'ask', reason: 'Thiếu bản sao' }, 'action.fieldsMissing'],
    [{ type: 'act', action: 'grant' }, 'action.notAvailable'],
    [{ type: 'supplement', answers: {}, fee: noFee }, 'dossier.noSupplementAsked'],
    [{ type: 'pay', receiptNumber: 'BL1' }, 'dossier.nothingOwed'],
  ] as [DossierChange, string][])('refuses %j with %s', (change, code) => {
    expect(refusal(submitted(), change, facts('2026-11-19T04:00:00Z', 'one-stop'))).toBe(code)
  })

  it('has the time that the law gives to its case, at filing and after a supplement', () => {
    const cases = [{ when: { properties: { a: { const: 2 } }, required: ['a'] }, limit: { amount: 2, unit: 'workingDay' as const } }]
    const byCase = { ...workflow, clock: { ...workflow.clock!, cases } }
    const first = go(buildDossier(), { type: 'submit', answers: { a: 1 }, fee: noFee }, facts('2026-11-19T03:00:00Z'), byCase)
    expect(first.dueAt).toBe('2026-12-04T10:00:00.000Z')
    expect(go(buildDossier(), { type: 'submit', answers: { a: 2 }, fee: noFee }, facts('2026-11-19T03:00:00Z'), byCase).dueAt).toBe('2026-11-23T10:00:00.000Z')
    const asked = go(first, { type: 'act', action: 'ask', reason: 'x', fields: ['/a'] }, facts('2026-11-20T02:00:00Z', 'one-stop'), byCase)
    expect(go(asked, { type: 'supplement', answers: { a: 2 }, fee: noFee }, facts('2026-11-30T02:00:00Z'), byCase).dueAt).toBe('2026-12-02T10:00:00.000Z')
  })

  it('takes a new day of return from an officer, today or later, and moves it off a rest day', () => {
    const [intake, ...rest] = workflow.steps
    const apologising = { ...workflow, steps: [{ ...intake!, actions: [{ id: 'apologise', title: 'Hẹn lại', to: 'intake', asks: ['reason' as const, 'dueOn' as const] }] }, ...rest] }
    const at = facts('2026-11-20T02:00:00Z', 'one-stop')
    for (const dueOn of [undefined, '2026-11-19', 'mai']) {
      const change: DossierChange = { type: 'act', action: 'apologise', reason: 'Chờ kết quả đo', ...(dueOn !== undefined && { dueOn }) }
      expect(transition(apologising, submitted(), change, at)).toMatchObject({ refused: { code: 'action.dueOnMissing', pointer: '/dueOn' } })
    }
    expect(go(submitted(), { type: 'act', action: 'apologise', reason: 'Chờ kết quả đo', dueOn: '2026-12-12' }, at, apologising)).toMatchObject({ step: 'intake', dueAt: '2026-12-14T10:00:00.000Z' })
  })

  it('collects a provisional fee only where the workflow says that it is paid', () => {
    const fee = { lines: [{ id: 'f', kind: 'fee' as const, title: 'Phí', amount: 1000, provisional: true }], fees: 1000, charges: 0, total: 1000 }
    const open = { ...submitted(), fee }
    expect(refusal(open, { type: 'pay', receiptNumber: 'BL1' }, facts('2026-11-20T02:00:00Z'))).toBe('dossier.feeProvisional')
    const settled = { ...fee, lines: [{ ...fee.lines[0]!, provisional: false }] }
    expect(go(open, { type: 'act', action: 'accept', record: {}, fee: settled }, facts('2026-11-20T02:00:00Z', 'one-stop')).fee).toEqual(settled)
  })

  it('stops the clock while the applicant supplements and restarts it from zero afterwards', () => {
    const asked = go(submitted(), { type: 'act', action: 'ask', reason: 'Thiếu bản sao', fields: ['/a'] }, facts('2026-11-20T02:00:00Z', 'one-stop'))
    expect(asked).toMatchObject({ step: 'supplement', pausedAt: '2026-11-20T02:00:00Z', supplement: { reason: 'Thiếu bản sao', fields: ['/a'], returnTo: 'intake' } })

    const back = go(asked, { type: 'supplement', answers: { a: 2 }, fee: noFee }, facts('2026-11-30T02:00:00Z'))
    expect(back).toMatchObject({ step: 'intake', answers: { a: 2 }, dueAt: '2026-12-14T10:00:00.000Z' })
    expect(back.supplement).toBeUndefined()
    expect(back.pausedAt).toBeUndefined()
  })

  it('closes a dossier whose supplement never came, not before its time', () => {
    const asked = go(submitted(), { type: 'act', action: 'ask', reason: 'x', fields: ['/a'] }, facts('2026-11-20T02:00:00Z', 'one-stop'))
    expect(refusal(asked, { type: 'expire' }, facts('2026-12-01T00:00:00Z'))).toBe('dossier.notExpired')
    expect(go(asked, { type: 'expire' }, facts('2026-12-20T00:00:00Z'))).toMatchObject({ state: 'ended', outcome: 'stopped' })
  })

  it('goes on with the rest of the time after a step that says so, and takes silence for the answer where the step leads on', () => {
    const steps = workflow.steps.map((step) => (step.id === 'supplement' ? { ...step, resume: 'rest' as const, otherwise: 'review', onExpiry: { to: 'review' } } : step))
    const confirming = { ...workflow, steps }
    const asked = go(submitted(), { type: 'act', action: 'ask', reason: 'Xem dự thảo', fields: ['/a'] }, facts('2026-11-20T02:00:00Z', 'one-stop'), confirming)
    expect(go(asked, { type: 'supplement', answers: { a: 1 }, fee: noFee }, facts('2026-11-30T02:00:00Z'), confirming)).toMatchObject({ step: 'review', dueAt: '2026-12-11T10:00:00.000Z' })

    const silent = go(asked, { type: 'expire' }, facts('2026-12-20T00:00:00Z'), confirming)
    expect(silent).toMatchObject({ step: 'review', state: 'open' })
    expect(silent.supplement).toBeUndefined()
  })

  it('keeps what an officer records and ends with an outcome', () => {
    const review = go(submitted(), { type: 'act', action: 'accept' }, facts('2026-11-19T04:00:00Z', 'one-stop'))
    const granted = go(review, { type: 'act', action: 'grant', record: { number: 'QĐ-1' } }, facts('2026-11-23T04:00:00Z', 'specialist'))
    expect(granted).toMatchObject({ state: 'ended', outcome: 'granted', endedAt: '2026-11-23T04:00:00Z', records: { review: { number: 'QĐ-1' } } })
    expect(availableActions(workflow, granted, { roles: ['specialist', 'one-stop'] })).toEqual([])
  })

  it('lets the applicant withdraw while no decision exists', () => {
    expect(go(submitted(), { type: 'withdraw', reason: 'Đổi ý' }, facts('2026-11-19T05:00:00Z'))).toMatchObject({ state: 'ended', outcome: 'withdrawn' })
  })

  it('passes through automatic steps by the first condition that holds, and through a payment of nothing', () => {
    const flow = buildWorkflow({ start: 'route', steps: [
      { id: 'route', kind: 'automatic', title: 'Phân luồng', publicStatus: 'processing', branches: [{ when: { properties: { a: { const: 2 } }, required: ['a'] }, to: 'granted' }], otherwise: 'pay' },
      { id: 'pay', kind: 'payment', title: 'Nộp phí', publicStatus: 'payment', clock: 'paused', otherwise: 'intake', by: { role: 'one-stop' } },
      ...workflow.steps,
    ] })
    expect(go(buildDossier(), { type: 'submit', answers: { a: 2 }, fee: noFee }, facts('2026-11-19T03:00:00Z'), flow).outcome).toBe('granted')
    expect(go(buildDossier(), { type: 'submit', answers: { a: 1 }, fee: noFee }, facts('2026-11-19T03:00:00Z'), flow).step).toBe('intake')

    const owed = { ...noFee, fees: 5, total: 5 }
    const waiting = go(buildDossier(), { type: 'submit', answers: { a: 1 }, fee: owed }, facts('2026-11-19T03:00:00Z'), flow)
    expect(waiting).toMatchObject({ step: 'pay', pausedAt: '2026-11-19T03:00:00Z' })
    expect(go(waiting, { type: 'pay', receiptNumber: 'BL 1' }, facts('2026-11-20T03:00:00Z'), flow)).toMatchObject({ step: 'intake', fee: { paidAt: '2026-11-20T03:00:00Z', receiptNumber: 'BL 1' } })
  })

  it('counts one version a change', () => {
    expect(go(submitted(), { type: 'act', action: 'accept' }, facts('2026-11-19T04:00:00Z', 'one-stop')).version).toBe(2)
  })
})
