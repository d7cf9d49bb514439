import { describe, expect, it } from 'vitest'
import type { DossierChange } from '#core/workflow/transition.ts'
import type { ClockRule, Dossier, FeeStatement, Workflow } from '#schemas/generated/types.ts'
import { buildWorkflow } from '../../../fixtures/core-builders.ts'
import { createMover, factsAt } from '../../../fixtures/transitions.ts'

const limit = { amount: 10, unit: 'workingDay' } as const
const workflow = (clock: Partial<ClockRule>): Workflow => buildWorkflow({ clock: { limit, resume: 'restart', ...clock } })
const owed: FeeStatement = { lines: [{ id: 'a', kind: 'fee', title: 'Phí', amount: 5 }], fees: 5, charges: 0, total: 5 }
const friday = '2026-11-20T03:00:00Z'
const accept: DossierChange = { type: 'act', action: 'accept' }
const ask: DossierChange = { type: 'act', action: 'ask', reason: 'x', fields: ['/a'] }
const desk = factsAt(friday, 'one-stop')

describe('the legal clock', () => {
  it('starts on complete when the dossier first goes from the desk on to the office', () => {
    const { go, filed } = createMover(workflow({ startsOn: 'complete' }))
    expect(filed().dueAt).toBeUndefined()
    expect(go(filed(), accept, desk).dueAt).toBe('2026-12-07T10:00:00.000Z')
    const asked = go(filed(), ask, desk)
    expect([asked.dueAt, asked.pausedAt]).toEqual([undefined, friday])
    const back = go(asked, { type: 'supplement', answers: {}, fee: owed }, factsAt('2026-11-30T02:00:00Z'))
    expect([back.dueAt, back.pausedAt]).toEqual([undefined, undefined])
    expect(go(back, accept, factsAt('2026-11-30T03:00:00Z', 'one-stop')).dueAt).toBe('2026-12-14T10:00:00.000Z')
  })
  it('starts on paid with the payment, at once where nothing is owed, and not while the amount is provisional', () => {
    const { go, filed } = createMover(workflow({ startsOn: 'paid' }))
    expect(filed({}).dueAt).toBe('2026-12-04T10:00:00.000Z')
    const waiting = go(filed({}, owed), accept, desk)
    expect(waiting.dueAt).toBeUndefined()
    expect(go(waiting, { type: 'pay', receiptNumber: 'BL1' }, factsAt('2026-11-23T03:00:00Z')).dueAt).toBe('2026-12-08T10:00:00.000Z')
    expect(filed({}, { ...owed, lines: [{ ...owed.lines[0]!, amount: 0, provisional: true }], fees: 0, total: 0 }).dueAt).toBeUndefined()
  })
  it('that starts while the dossier waits for its applicant goes on from there', () => {
    const { go, filed } = createMover(workflow({ startsOn: 'paid', resume: 'rest' }))
    const asked = go(filed({}, owed), ask, desk)
    const paid = go(asked, { type: 'pay', receiptNumber: 'BL1' }, factsAt('2026-11-23T03:00:00Z'))
    expect([paid.dueAt, paid.pausedAt]).toEqual(['2026-12-08T10:00:00.000Z', '2026-11-23T03:00:00Z'])
    expect(go(paid, { type: 'supplement', answers: {}, fee: owed }, factsAt('2026-11-30T03:00:00Z')).dueAt).toBe('2026-12-14T10:00:00.000Z')
  })
  it.each([
    ['restart', 'restart', '2026-12-14T10:00:00.000Z'],
    ['the rest', 'rest', '2026-12-11T10:00:00.000Z'],
    ['a fixed time', { fixed: { amount: 2, unit: 'workingDay' } }, '2026-12-02T10:00:00.000Z'],
    ['the rest and some days more', { restPlus: { amount: 2, unit: 'workingDay' } }, '2026-12-15T10:00:00.000Z'],
    ['the rest and some hours more', { restPlus: { amount: 2, unit: 'workingHour' } }, '2026-12-14T02:30:00.000Z'],
  ] as [string, ClockRule['resume'], string][])('goes on by %s', (_name, resume, due) => {
    const { go, filed } = createMover(workflow({ resume }))
    // Nine of ten working days were left on Friday.
    expect(go(go(filed(), ask, desk), { type: 'supplement', answers: {}, fee: owed }, factsAt('2026-11-30T03:00:00Z')).dueAt).toBe(due)
  })
  it('goes on as the step that was waited in says, before what the workflow says', () => {
    const base = workflow({})
    const { go, filed } = createMover({ ...base, steps: base.steps.map((step) => (step.kind === 'applicant' ? { ...step, resume: { fixed: { amount: 1, unit: 'workingDay' } } } : step)) })
    const resumed: Dossier = go(go(filed(), ask, desk), { type: 'supplement', answers: {}, fee: owed }, factsAt('2026-11-30T03:00:00Z'))
    expect(resumed.dueAt).toBe('2026-12-01T10:00:00.000Z')
  })
})
