import { describe, expect, it } from 'vitest'
import { findRelevance } from '#core/condition/relevance.ts'
import { compileForm } from '#core/form/compile-form.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import { askedRows, checkRows, ruleRows } from '../../../designer/preview/trial-reasons.ts'
import { buildForm, choice, is, rule, text } from '../../fixtures/core-builders.ts'
import { calendar2026 } from '../../fixtures/calendar.ts'

const form = compileForm(buildForm({ loai: choice('Loại', 'moi', 'lai'), lyDo: text('Lý do'), so: { type: 'integer', title: 'Số' } }, [], {
  rules: [rule('hoi', is('loai', 'lai'), { show: ['/lyDo'] }), rule('khong', is('loai', 'moi'), { refuse: { message: 'Không' } })],
  checks: [{ id: 'duong', formula: { '>': [{ var: 'so' }, 0] }, at: '/so', message: 'Phải dương' }],
}))
const asked = (answers: Answers) => askedRows(form, form.pages[0]!, findRelevance(form, answers), 'vi')

describe('the reasons behind a page', () => {
  it('say of each question that is not always asked whether it is, and why', () => {
    expect(asked({ loai: 'moi' })).toEqual([{ path: '/lyDo', title: 'Lý do', isAsked: false, reasons: [{ text: 'Loại là LAI', holds: false }] }])
    expect(asked({ loai: 'lai' })).toMatchObject([{ isAsked: true, reasons: [{ holds: true }] }])
  })
  it('say which rules are in force', () => {
    expect(ruleRows(form, { loai: 'lai' }, 'vi')).toMatchObject([{ id: 'hoi', effect: 'show', isOn: true }, { id: 'khong', effect: 'refuse', isOn: false }])
  })
  it('leave a check alone whose answer is missing', () => {
    const state = (answers: Answers) => checkRows(form, answers, '2026-11-21', calendar2026, 'vi')[0]!.state
    expect([state({}), state({ so: 1 }), state({ so: 0 })]).toEqual(['notApplied', 'passes', 'broken'])
  })
})
