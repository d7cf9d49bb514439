import { describe, expect, it } from 'vitest'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import { explainProcedure } from '#core/procedure/explain-procedure.ts'
import { feeRange } from '#core/procedure/offer.ts'
import type { Fee } from '#schemas/generated/types.ts'
import { is } from '../../../fixtures/core-builders.ts'

const today = '2026-11-21'
const table: Fee = { id: 'phi', kind: 'fee', title: 'Phí', amount: 0, rows: [{ when: is('a', 'x'), amount: 500 }] }

describe('what a procedure with a fee table asks', () => {
  it('depends on the answers, also where nothing is owed outside the table', () => {
    expect(feeRange({ info: emptyProcedure('x', 'y').info, fees: [table] }, today)).toEqual({ kind: 'varies' })
    expect(explainProcedure({ ...emptyProcedure('x', 'y'), fees: [table] }, 'vi', today).fees).toMatchObject([{ id: 'phi', amount: '' }])
  })
})
