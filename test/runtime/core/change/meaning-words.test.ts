import { describe, expect, it } from 'vitest'
import { classifyChange, needsMeaning } from '#core/change/classify-change.ts'
import { meaningWords } from '#core/change/meaning-words.ts'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import type { Form, Procedure } from '#schemas/generated/types.ts'
import { buildForm, choice, text } from '../../../fixtures/core-builders.ts'

const withForm = (form: Form, more: Partial<Procedure> = {}): Procedure => ({ ...emptyProcedure('Thủ tục', '1.000001'), form, ...more })
const told = (before: Procedure, after: Procedure, locale: 'vi' | 'en' = 'vi'): string[] =>
  needsMeaning(classifyChange(before, after)).map((key) => meaningWords(key, { before, after }, locale))

describe('meaningWords', () => {
  it('tells an option of a list that is a shared one now, which no difference tells by itself', () => {
    const list = { oneOf: [{ const: 'moi', title: 'Cấp lần đầu' }, { const: 'lai', title: 'Cấp đổi do hỏng' }] }
    const shared = buildForm({ loai: { type: 'string', title: 'Loại', $ref: '#/$defs/loai' } })
    const after = withForm({ ...shared, schema: { ...shared.schema, $defs: { loai: list } } })
    const before = withForm(buildForm({ loai: { ...choice('Loại', 'moi', 'lai'), oneOf: [{ const: 'moi', title: 'Cấp lần đầu' }, { const: 'lai', title: 'Cấp lại', 'x-i18n': { en: { title: 'Again' } } }] } }))
    expect(told(before, after)).toEqual(['Lựa chọn “Cấp lại” của câu hỏi “Loại” nay được viết là “Cấp đổi do hỏng”.'])
    expect(told(before, after, 'en')).toEqual(['The option “Again” of the question “Loại” is now worded “Cấp đổi do hỏng”.'])
  })
  it('tells titles and units, also of a question that was renamed', () => {
    const before = withForm(buildForm({ ten: text('Tên cơ sở'), can: { type: 'number', title: 'Cân nặng', 'x-unit': 'kg' } }))
    const after = withForm(buildForm({ hoTen: text('Họ và tên chủ cơ sở'), can: { type: 'number', title: 'Cân nặng', 'x-unit': 'tấn' } }), { migrations: [{ from: '/ten', to: '/hoTen' }] })
    expect(told(before, after).toSorted()).toEqual(['Câu hỏi “Cân nặng”: đơn vị trước là “kg”, nay là “tấn”.', 'Câu hỏi “Tên cơ sở” nay được viết là “Họ và tên chủ cơ sở”.'])
  })
  it('names the step of what officers fill in', () => {
    const at = (form: Form): Procedure => { const base = emptyProcedure('Thủ tục', '1.000001'); return { ...base, workflow: { ...base.workflow!, steps: base.workflow!.steps.map((step) => (step.id === 'appraisal' ? { ...step, form } : step)) } } }
    const [sentence] = told(at(buildForm({ y: text('Ý kiến') })), at(buildForm({ y: text('Kết luận') })))
    expect(sentence).toMatch(/^Câu hỏi “Ý kiến” mà cán bộ ghi ở bước “.+” nay được viết là “Kết luận”\.$/)
  })
  it('gives back what is no key', () => {
    const procedure = emptyProcedure('Thủ tục', '1.000001')
    expect(meaningWords('gì đó', { before: procedure, after: procedure }, 'vi')).toBe('gì đó')
  })
})
