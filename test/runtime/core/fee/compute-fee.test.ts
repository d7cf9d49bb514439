import { describe, expect, it } from 'vitest'
import { computeFee, confirmFee, type FeeBasis } from '#core/fee/compute-fee.ts'
import type { Dossier, Fee } from '#schemas/generated/types.ts'
import { is } from '../../../fixtures/core-builders.ts'

const today = { today: '2026-11-21' }
const recorded = (records: Dossier['records'], answers: FeeBasis['answers'] = {}): FeeBasis => ({ answers, facts: today, records })

describe('computeFee', () => {
  it('keeps phí and lệ phí apart and adds what applies', () => {
    const statement = computeFee([
      { id: 'a', kind: 'fee', title: 'Phí thẩm định', amount: { '*': [{ var: 'copies' }, 50000] } },
      { id: 'b', kind: 'charge', title: 'Lệ phí', amount: 30000 },
      { id: 'c', kind: 'fee', title: 'Phí khẩn', amount: 1000, when: is('urgent', true) },
    ], { copies: 3 }, today)
    expect(statement).toMatchObject({ fees: 150000, charges: 30000, total: 180000 })
    expect(statement.lines.map((line) => line.id)).toEqual(['a', 'b'])
  })
  it('owes nothing for a formula whose operand is absent', () => {
    expect(computeFee([{ id: 'a', kind: 'fee', title: 'Phí', amount: { '*': [{ var: 'copies' }, 50000] } }], {}, today)).toMatchObject({ lines: [], total: 0 })
  })
  it('is provisional, and named even at nothing, until an officer has recorded the amount', () => {
    const fees = [{ id: 'a', kind: 'fee' as const, title: 'Phí khai thác', amount: { var: 'estimate' }, confirmedBy: 'inventory:/fee' }, { id: 'b', kind: 'charge' as const, title: 'Lệ phí', amount: 30000 }]
    const unknown = computeFee(fees, {}, today)
    expect(unknown).toMatchObject({ lines: [{ id: 'a', amount: 0, provisional: true }, { id: 'b', amount: 30000 }], total: 30000 })

    const estimated = computeFee(fees, { estimate: 500000 }, today)
    expect(confirmFee(fees, estimated, recorded({ intake: { fee: 1 } }))).toEqual(estimated)
    expect(confirmFee(fees, estimated, recorded({ inventory: { fee: 420000 } }))).toEqual({ lines: [{ id: 'a', kind: 'fee', title: 'Phí khai thác', amount: 420000 }, { id: 'b', kind: 'charge', title: 'Lệ phí', amount: 30000 }], fees: 420000, charges: 30000, total: 450000 })
    expect(confirmFee(fees, estimated, recorded({ inventory: { fee: 0 } }))).toMatchObject({ lines: [{ id: 'b' }], total: 30000 })
    const paid = { ...estimated, paidAt: '2026-11-21T03:00:00Z' }
    expect(confirmFee(fees, paid, recorded({ inventory: { fee: 1 } }))).toEqual(paid)
  })
  it('is whole đồng', () => {
    expect(computeFee([{ id: 'a', kind: 'fee', title: 'Phí', amount: { '/': [1000, 3] } }], {}, today).total).toBe(333)
  })
  it('takes the first row of a fee table that holds, and says which; without one, what stands beside the table', () => {
    const fee: Fee = {
      id: 'a', kind: 'fee', title: 'Phí thẩm định', amount: 100, rows: [
        { when: is('size', 'large'), amount: 900, title: 'cơ sở lớn' }, { when: is('size', 'middle'), amount: { '*': [{ var: 'copies' }, 200] } }, { when: is('size', 'large'), amount: 1 },
      ],
    }
    expect(computeFee([fee], { size: 'large' }, today)).toMatchObject({ lines: [{ title: 'Phí thẩm định: cơ sở lớn', amount: 900 }], total: 900 })
    expect(computeFee([fee], { size: 'middle', copies: 2 }, today)).toMatchObject({ lines: [{ title: 'Phí thẩm định', amount: 400 }] })
    expect(computeFee([fee], { size: 'small' }, today).total).toBe(100)
    expect(computeFee([{ ...fee, hit: 'sum' }], { size: 'large' }, today).total).toBe(901)
    expect(computeFee([{ ...fee, hit: 'sum' }], {}, today).total).toBe(100)
  })
  it('is provisional until the step is recorded that a row reads, and then is what the row says', () => {
    const fees: Fee[] = [{ id: 'a', kind: 'fee', title: 'Phí kiểm tra', amount: 0, rows: [{ when: is('visits', 'many'), of: 'inspect', amount: 500 }] }]
    const filed = computeFee(fees, { visits: 'many' }, today)
    expect(filed).toMatchObject({ lines: [{ amount: 0, provisional: true }], total: 0 })
    expect(confirmFee(fees, filed, recorded({ inspect: { visits: 'many' } }))).toEqual({ lines: [{ id: 'a', kind: 'fee', title: 'Phí kiểm tra', amount: 500 }], fees: 500, charges: 0, total: 500 })
    expect(confirmFee(fees, filed, recorded({ inspect: {} }))).toMatchObject({ lines: [], total: 0 })
    expect(confirmFee(fees, filed, recorded({}))).toEqual(filed)
  })
})
