import { describe, expect, it } from 'vitest'
import { computeFee } from '#core/fee/compute-fee.ts'
import { is } from '../../../fixtures/core-builders.ts'

const today = { today: '2026-11-21' }

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
  it('is whole đồng', () => {
    expect(computeFee([{ id: 'a', kind: 'fee', title: 'Phí', amount: { '/': [1000, 3] } }], {}, today).total).toBe(333)
  })
})
