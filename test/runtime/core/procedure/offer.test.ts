import { describe, expect, it } from 'vitest'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import { explainProcedure } from '#core/procedure/explain-procedure.ts'
import { feeRange } from '#core/procedure/offer.ts'
import type { Fee } from '#schemas/generated/types.ts'
import { is } from '../../../fixtures/core-builders.ts'
import { readGallery } from '../../../fixtures/build.ts'

const today = '2026-11-21'
const table: Fee = { id: 'phi', kind: 'fee', title: 'Phí', amount: 0, rows: [{ when: is('a', 'x'), amount: 500 }] }

describe('what a procedure with a fee table asks', () => {
  it('depends on the answers, also where nothing is owed outside the table', () => {
    expect(feeRange({ info: emptyProcedure('x', 'y').info, fees: [table] }, today)).toEqual({ kind: 'varies' })
    expect(explainProcedure({ ...emptyProcedure('x', 'y'), fees: [table] }, 'vi', today).fees).toMatchObject([{ id: 'phi', amount: '' }])
  })

  it('is told row by row, with what officers record and for everybody else', () => {
    const { fees, ...rest } = readGallery('15-dang-ky-khai-sinh.json')
    const copies = { when: { properties: { soBanSao: { minimum: 5 } }, required: ['soBanSao'] }, amount: { '*': [{ var: 'soBanSao' }, 6000] } }
    const step = rest.workflow!.steps.find(({ kind }) => kind === 'task')!
    const recorded = { when: is('khoKhan', true), of: step.id, amount: 0, title: 'Hộ khó khăn', 'x-i18n': { en: { title: 'In need' } } }
    const said = (locale: 'vi' | 'en', hit?: 'sum') => explainProcedure({ ...rest, fees: [{ ...fees![0]!, amount: 8000, rows: [copies, recorded], ...(hit && { hit }) }] }, locale, today).fees[0]!
    expect(said('vi').rows).toEqual([
      { when: 'Số lượng bản sao từ 5 bản trở lên', amount: '6.000 đ × Số lượng bản sao' }, { title: 'Hộ khó khăn', when: expect.stringContaining(step.title), amount: '0 đ' }, { when: '', amount: '8.000 đ' },
    ])
    expect(said('en').rows![1]!.title).toBe('In need')
    expect([said('vi').sum, said('vi', 'sum').sum]).toEqual([undefined, true])
  })
})
