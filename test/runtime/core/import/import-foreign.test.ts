import { describe, expect, it } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import { lintForm } from '#core/form/lint-form.ts'
import { readForeignCondition } from '#core/import/foreign/foreign-condition.ts'
import { importForeign } from '#core/import/foreign/import-foreign.ts'
import { importText } from '#core/import/import-text.ts'
import { isError } from '#core/issues/issue.ts'

const formIo = {
  title: 'Đăng ký', display: 'wizard',
  components: [
    { type: 'panel', title: 'Về bạn', components: [
      { type: 'textfield', key: 'hoTen', label: 'Họ và tên', input: true, validate: { required: true, maxLength: 100 } },
      { type: 'columns', columns: [{ components: [{ type: 'radio', key: 'loai', label: 'Loại', values: [{ label: 'Mới', value: 'moi' }, { label: 'Lại', value: 'lai' }], validate: { required: true } }] }, { components: [{ type: 'email', key: 'thu', label: 'Thư' }] }] },
      { type: 'textarea', key: 'lyDo', label: 'Lý do', conditional: { show: true, when: 'loai', eq: 'lai' }, validate: { required: true } },
    ] },
    { type: 'panel', title: 'Hàng', components: [
      { type: 'datagrid', key: 'hang', label: 'Hàng hóa', components: [{ type: 'textfield', key: 'ten', label: 'Tên', validate: { required: true } }, { type: 'number', key: 'soLuong', label: 'Số lượng' }] },
      { type: 'signature', key: 'chuKy', label: 'Chữ ký' },
      { type: 'textfield', key: 'khac', label: 'Khác', customConditional: 'show = data.x === 1' },
      { type: 'button', key: 'submit', label: 'Nộp' },
    ] },
  ],
}
const survey = {
  title: { default: 'Register', vi: 'Đăng ký' },
  pages: [
    { name: 'p1', title: 'Về bạn', elements: [
      { type: 'text', name: 'hoTen', title: 'Họ và tên', isRequired: true, maxLength: 100 },
      { type: 'radiogroup', name: 'loai', title: 'Loại', choices: [{ value: 'moi', text: 'Mới' }, { value: 'lai', text: 'Lại' }], isRequired: true },
      { type: 'text', name: 'thu', title: 'Thư', inputType: 'email' },
      { type: 'comment', name: 'lyDo', title: 'Lý do', visibleIf: '{loai} = \'lai\'', isRequired: true },
    ] },
    { name: 'p2', title: 'Hàng', elements: [
      { type: 'paneldynamic', name: 'hang', title: 'Hàng hóa', templateElements: [{ type: 'text', name: 'ten', title: 'Tên', isRequired: true }, { type: 'text', name: 'soLuong', title: 'Số lượng', inputType: 'number' }] },
      { type: 'signaturepad', name: 'chuKy' },
      { type: 'text', name: 'khac', title: 'Khác', visibleIf: 'age({x}) > 3' },
    ] },
  ],
}
const formJs = {
  type: 'default', schemaVersion: 16, id: 'Đăng ký',
  components: [
    { type: 'text', text: '# Chào' },
    { type: 'textfield', key: 'hoTen', label: 'Họ và tên', validate: { required: true, maxLength: 100 } },
    { type: 'radio', key: 'loai', label: 'Loại', values: [{ label: 'Mới', value: 'moi' }, { label: 'Lại', value: 'lai' }], validate: { required: true } },
    { type: 'textfield', key: 'thu', label: 'Thư', validate: { validationType: 'email' } },
    { type: 'textarea', key: 'lyDo', label: 'Lý do', conditional: { hide: '=loai != "lai"' }, validate: { required: true } },
    { type: 'dynamiclist', path: 'hang', label: 'Hàng hóa', components: [{ type: 'textfield', key: 'ten', label: 'Tên', validate: { required: true } }, { type: 'number', key: 'soLuong', label: 'Số lượng' }] },
    { type: 'table', key: 'bang', label: 'Bảng' },
    { type: 'textfield', key: 'khac', label: 'Khác', conditional: { hide: '=some(x)' } },
  ],
}
const builders: [string, object][] = [['Form.io', formIo], ['SurveyJS', survey], ['form-js', formJs]]

describe.each(builders)('a form of %s', (builder, json) => {
  const { form, report } = importForeign(json)!
  it('becomes questions with their words, limits, options and rows', () => {
    expect(Object.keys(form!.schema.properties)).toEqual(['hoTen', 'loai', 'thu', 'lyDo', 'hang', 'khac'])
    const { hoTen, loai, thu, hang } = form!.schema.properties
    expect(hoTen).toMatchObject({ title: 'Họ và tên', type: 'string', maxLength: 100 })
    expect(loai!.oneOf).toEqual([{ const: 'moi', title: 'Mới' }, { const: 'lai', title: 'Lại' }])
    expect(thu).toMatchObject({ format: 'email' })
    expect(hang).toMatchObject({ type: 'array', items: { required: ['ten'], properties: { ten: { title: 'Tên' }, soLuong: { title: 'Số lượng' } } } })
    expect(form!.schema.required).toEqual(expect.arrayContaining(['hoTen', 'loai']))
  })
  it('keeps its condition as a rule, and what is required only then', () => {
    const compiled = compileForm(form!)
    expect(compiled.form.rules!.filter((rule) => rule.show?.includes('/lyDo'))).toHaveLength(1)
    expect(compiled.questions.get('/lyDo')!.required || compiled.form.rules!.some((rule) => rule.require?.includes('/lyDo'))).toBe(true)
    expect(lintForm(form!).filter(isError)).toEqual([])
  })
  it('says what did not come along, and from which builder it is', () => {
    expect(report[0]).toMatchObject({ code: 'import.foreign.builder', params: { builder } })
    expect(report.filter((line) => line.fate === 'refused').map((line) => line.code)).toEqual(expect.arrayContaining(['import.foreign.kind', builder === 'Form.io' ? 'import.foreign.script' : 'import.foreign.condition']))
  })
})

describe('importText', () => {
  it('keeps the pages of the builder', () => {
    expect(importText(JSON.stringify(formIo)).form!.pages.map((page) => [page.title, page.sections.flatMap((section) => section.questions)])).toEqual([['Về bạn', ['/hoTen', '/loai', '/thu', '/lyDo']], ['Hàng', ['/hang', '/khac']]])
  })
  it('takes a plain JSON Schema for what it is', () => {
    expect(importText('{"properties":{"components":{"type":"string","title":"Thành phần"}}}').form!.schema.properties['components']).toMatchObject({ title: 'Thành phần' })
  })
  it('refuses what is nested too deep before it is read', () => {
    const deep = (levels: number): object => (levels === 0 ? { type: 'textfield', key: 'a', input: true } : { type: 'panel', key: 'p', input: false, components: [deep(levels - 1)] })
    expect(importText(JSON.stringify({ display: 'form', components: [deep(300)] })).report[0]!.fate).toBe('refused')
  })
})

describe('readForeignCondition', () => {
  it.each([
    ['{a} = \'x\'', { required: ['a'], properties: { a: { const: 'x' } } }],
    ['= so >= 3', { required: ['so'], properties: { so: { minimum: 3 } } }],
    ['{a} notempty and ({b} empty or {c} <> 2)', { allOf: [{ required: ['a'] }, { anyOf: [{ not: { required: ['b'] } }, { not: { required: ['c'], properties: { c: { const: 2 } } } }] }] }],
    ['{a} contains "x"', { required: ['a'], properties: { a: { contains: { const: 'x' } } } }],
    ['!{a} = true', { not: { required: ['a'], properties: { a: { const: true } } } }],
  ])('understands %s', (text, condition) => expect(readForeignCondition(text)).toEqual(condition))
  it.each(['', '{a}', 'f({a}) = 1', '{a} = 1 and', '{a.b} = 1', '{a} = {b}', '{a} = 1)', 'process.exit()', '{a} = 1 ; {b} = 2'])('does not guess at %s', (text) => expect(readForeignCondition(text)).toBeUndefined())
})
