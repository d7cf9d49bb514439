import { describe, expect, it } from 'vitest'
import { settleAnswers } from '#core/answers/settle-answers.ts'
import { compileForm } from '#core/form/compile-form.ts'
import { buildForm, is, rule, text } from '../../../fixtures/core-builders.ts'

const computed = (title: string, formula: unknown, type: 'boolean' | 'number' = 'boolean') => ({ type, title, readOnly: true, 'x-field': 'computed', 'x-compute': formula })
const form = compileForm(buildForm({
  bornOn: text('Ngày sinh', { format: 'date' }),
  late: computed('Quá hạn', { '>': [{ today: [] }, { addDays: [{ var: 'bornOn' }, 60] }] }),
  exempt: text('Diện miễn'),
  reason: text('Vì sao'),
  excused: computed('Có lý do', { '==': [{ var: 'reason' }, 'x'] }),
  proof: text('Giấy tờ'),
}, [], {
  rules: [rule('late', is('late', true), { show: ['/exempt', '/reason'] }), rule('excused', is('excused', true), { show: ['/proof'] })],
}))
const settle = (answers: Record<string, unknown>, today = '2026-04-24'): unknown => settleAnswers(form, answers, { today })

describe('settleAnswers', () => {
  it('asks what a computed answer shows, though nobody sent the computed answer', () => {
    expect(settle({ bornOn: '2026-02-22', exempt: 'không' })).toEqual({ bornOn: '2026-02-22', late: true, exempt: 'không' })
    expect(settle({ bornOn: '2026-02-23', exempt: 'không' })).toEqual({ bornOn: '2026-02-23', late: false })
  })

  it('lets nothing that was sent in place of a computed answer decide', () => {
    expect(settle({ bornOn: '2026-02-22', late: false, exempt: 'không' })).toMatchObject({ late: true, exempt: 'không' })
    expect(settle({ bornOn: '2026-04-01', late: true, exempt: 'không' })).toEqual({ bornOn: '2026-04-01', late: false })
  })

  it('follows computed answers that show each other\'s operands', () => {
    expect(settle({ bornOn: '2026-01-01', reason: 'x', proof: 'giấy' })).toEqual({ bornOn: '2026-01-01', late: true, reason: 'x', excused: true, proof: 'giấy' })
    expect(settle({ bornOn: '2026-04-01', reason: 'x', proof: 'giấy' })).toEqual({ bornOn: '2026-04-01', late: false })
  })

  it('gives back the very same answers when there is nothing to do', () => {
    const settled = { bornOn: '2026-04-01', late: false }
    expect(settle(settled)).toBe(settled)
  })
})
