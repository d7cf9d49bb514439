import { describe, expect, it } from 'vitest'
import type { DossierEvent, Step, Workflow } from '#schemas/generated/types.ts'
import { toTimeline } from '../../../../runtime/desk/dossier/event-words.ts'
import { buildWorkflow } from '../../../fixtures/core-builders.ts'

const consult: Step = { id: 'consult', kind: 'opinions', title: 'Lấy ý kiến', publicStatus: 'processing', otherwise: 'review', opinions: [{ id: 'tax', title: 'Ý kiến thuế', by: { role: 'specialist', agency: 'Cục Thuế' }, within: { amount: 2, unit: 'workingDay' }, onExpiry: 'waits' }] }
const workflow: Workflow = { ...buildWorkflow(), steps: [...buildWorkflow().steps, consult] }
const event = (more: Partial<DossierEvent>): DossierEvent => ({ dossierId: 'd', version: 2, at: '2026-11-21T02:00:00Z', type: 'act', actor: 'Trần Một Cửa', ...more })
const told = (more: Partial<DossierEvent>) => toTimeline([event(more)], workflow)[0]!

describe('the timeline of the desk', () => {
  it('names who decided for which unit, and from which step to which', () => {
    expect(told({ action: 'accept', from: 'intake', to: 'review', reason: 'Đủ.' })).toMatchObject({ title: 'Tiếp nhận', by: 'Trần Một Cửa · Một cửa', text: 'Từ “Tiếp nhận” sang “Thẩm định”\nĐủ.' })
  })
  it('says in whose place somebody acted', () => {
    expect(told({ action: 'accept', from: 'intake', to: 'review', onBehalfOf: 'Lê Văn B' }).by).toBe('Trần Một Cửa, thay Lê Văn B · Một cửa')
  })
  it('calls an opinion by what was asked of whom', () => {
    expect(told({ type: 'opine', action: 'tax', from: 'consult', to: 'consult' })).toMatchObject({ title: 'Ý kiến thuế', by: 'Trần Một Cửa · Cục Thuế' })
  })
  it.each([['take', undefined, 'Nhận xử lý'], ['give', 'Lê Văn B', 'Giao cho Lê Văn B'], ['give-back', undefined, 'Trả lại hồ sơ'], [undefined, undefined, 'Giao hồ sơ']])('an assignment (%s) says what it was', (action, reason, title) => {
    const item = told({ type: 'assign', from: 'intake', to: 'intake', ...(action && { action }), ...(reason && { reason }) })
    expect([item.title, item.text]).toEqual([title, undefined])
  })
  it('gives a guest and the clock their names, the last thing first', () => {
    expect(toTimeline([event({ type: 'submit', actor: '' }), event({ type: 'timer', version: 3, actor: 'Một Cửa' })], workflow).map(({ title, by }) => [title, by])).toEqual([['Nhắc hạn', 'Một Cửa'], ['Nộp hồ sơ', 'Người nộp hồ sơ (không dùng tài khoản)']])
  })
})
