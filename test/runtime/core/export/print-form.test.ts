import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { printForm } from '#core/export/print-form.ts'
import type { PrintForm, PrintItem } from '#core/export/print-model.ts'
import { compileForm } from '#core/form/compile-form.ts'
import { fieldTypes } from '#core/form/field-catalogue.ts'
import { localise, type Locale } from '#core/text/localise.ts'
import type { Form, Info, Procedure, Question } from '#schemas/generated/types.ts'
import { buildForm, choice, is, rule, text } from '../../../fixtures/core-builders.ts'

const info: Info = { code: '1.5', name: 'Gia hạn quyết định', agency: 'Ủy ban', serviceLevel: 4, audience: [], channels: [] }
const print = (form: Form, locale: Locale = 'vi', more: Partial<Info> = {}): PrintForm => printForm(compileForm(form), { ...info, ...more }, locale)
const itemsOf = (form: PrintForm): PrintItem[] => form.parts.flatMap(({ sections }) => sections.flatMap(({ items }) => items))
const one = (question: Question, locale: Locale = 'vi'): PrintItem => itemsOf(print(buildForm({ q: question }, ['q']), locale))[0]!

const folder = 'schemas/examples/procedures'
const gallery = readdirSync(folder).map((file): [string, Procedure] => [file, JSON.parse(readFileSync(join(folder, file), 'utf8')) as Procedure])

/** Everything that stands on the paper. */
const textsOf = (value: unknown): string[] =>
  (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [])

describe('a form on paper', () => {
  it.each(gallery.flatMap(([file, procedure]) => (['vi', 'en'] as const).map((locale): [string, Locale, Procedure] => [file, locale, procedure])))('of %s in %s asks every question that a person answers', (_file, locale, { form, info: own }) => {
    const compiled = compileForm(form!)
    const said = textsOf(printForm(compiled, own, locale)).join('\n')
    const components = new Set((own.components ?? []).map(({ id }) => id))
    const asked = compiled.pages.flatMap(({ sections }) => sections.flatMap(({ paths }) => paths)).map((path) => compiled.questions.get(path)!.question).filter((question) => !components.has(question['x-file']?.component))
    expect(asked.map((question) => localise(question, 'title', locale)).filter((title) => !said.includes(title.trim().replace(/\s+/g, ' ')))).toEqual([])
  })

  it('numbers questions throughout, and the parts that hold any', () => {
    const form = buildForm({ a: text('A'), giayTo: { type: 'array', title: 'Giấy tờ', items: { type: 'string' }, 'x-file': { accept: ['pdf'], maxBytes: 1 } }, b: text('B') })
    form.pages = [['/a'], ['/giayTo'], ['/b']].map((questions, i) => ({ id: `p${i}`, title: `Trang ${i}`, sections: [{ questions }] }))
    const printed = print(form)
    expect(printed.parts.map(({ number, title }) => [number, title])).toEqual([['I', 'Trang 0'], ['II', 'Trang 2']])
    expect(itemsOf(printed).map(({ number, label }) => [number, label])).toEqual([['1', 'A'], ['2', 'B']])
    expect(printed.papers.map(({ title }) => title)).toEqual(['Giấy tờ'])
  })

  it('gives each kind of answer its room', () => {
    const made = (id: string): Question => ({ title: 'Câu', ...fieldTypes.find((each) => each.id === id)!.create() })
    expect(one(made('personId')).blank).toEqual({ kind: 'boxes', groups: [12] })
    expect(one(made('taxCode')).blank).toEqual({ kind: 'boxes', groups: [10, 3] })
    expect(one(made('date')).blank).toMatchObject({ kind: 'words', text: expect.stringMatching(/^ngày \.+ tháng \.+ năm \.+$/) })
    expect(one(made('money')).blank).toEqual({ kind: 'dots', lines: 1, unit: 'đồng' })
    expect(one(made('money'), 'en').blank).toEqual({ kind: 'dots', lines: 1, unit: 'VND' })
    expect(one(made('longText')).blank).toEqual({ kind: 'dots', lines: 4 })
    expect(one(made('yesNo')).blank).toEqual({ kind: 'options', options: ['Có', 'Không'] })
    expect(one(made('consent')).blank).toEqual({ kind: 'declaration' })
    expect(one(made('address')).blank).toEqual({ kind: 'parts', lines: [['Số nhà, đường, thôn'], ['Xã, phường, đặc khu', 'Tỉnh, thành phố']] })
    expect(one(choice('Loại', 'a', 'b')).blank).toEqual({ kind: 'options', options: ['A', 'B'] })
    expect(one(choice('Loại', ...Array.from({ length: 63 }, (_each, i) => `x${i}`))).blank).toEqual({ kind: 'dots', lines: 1 })
    expect(one(made('computed'))).toMatchObject({ blank: { kind: 'words', text: '(cơ quan ghi)' } })
  })

  it('has a place for every field type of the catalogue', () => {
    for (const fieldType of fieldTypes) {
      const asked = print(buildForm({ q: { title: fieldType.id, ...fieldType.create() } }, ['q']))
      // A group asks nothing of its own.
      expect([...itemsOf(asked).map(({ label }) => label), ...asked.papers.map(({ title }) => title)]).toEqual(fieldType.id === 'group' ? [] : [fieldType.id])
    }
  })

  it('draws a table where it fits, with as many rows as are asked, and entries where it does not', () => {
    const table = (columns: number, more: Partial<Question> = {}): Question =>
      ({ type: 'array', title: 'Mẫu', items: { type: 'object', properties: Object.fromEntries(Array.from({ length: columns }, (_each, i) => [`c${i}`, text(`Cột ${i}`)])) }, ...more })
    expect(one(table(3)).blank).toMatchObject({ kind: 'table', rows: 3, columns: [{ title: 'Cột 0' }, { title: 'Cột 1' }, { title: 'Cột 2' }] })
    expect(one(table(3, { minItems: 5 })).blank).toMatchObject({ rows: 5 })
    expect(one(table(3, { maxItems: 2 })).blank).toMatchObject({ rows: 2 })
    expect(one(table(9)).blank).toMatchObject({ kind: 'entries', count: 2, items: expect.arrayContaining([expect.objectContaining({ number: 'i', label: 'Cột 8' })]) })
  })

  it('says when a question is filled in, by the number of the question that decides', () => {
    const form = buildForm({ loai: choice('Loại hình', 'moi', 'lai'), a: text('A'), b: text('B') }, ['loai', 'a'], { rules: [rule('r', is('loai', 'lai'), { show: ['/a'] }), rule('s', is('loai', 'moi'), { require: ['/b'] })] })
    expect(itemsOf(print(form))).toMatchObject([{}, { when: '(chỉ ghi nếu câu 1 “Loại hình” là LAI)' }, { notes: ['(phải ghi nếu câu 1 “Loại hình” là MOI)'] }])
    expect(itemsOf(print(form, 'en'))[1]).toMatchObject({ when: '(only if question 1 “Loại hình” is LAI)' })
  })

  it('says once what a whole part or section is asked for', () => {
    const form = buildForm({ loai: choice('Loại', 'moi', 'lai'), a: text('A'), b: text('B'), c: text('C'), d: text('D') }, [], { rules: [rule('r', is('loai', 'lai'), { show: ['/c', '/d'] })] })
    form.pages = [{ id: 'p', title: 'Một', sections: [{ questions: ['/loai'] }] }, { id: 'q', title: 'Hai', when: is('loai', 'moi'), sections: [{ questions: ['/a', '/b'] }] }, { id: 'r', title: 'Ba', sections: [{ questions: ['/c', '/d'] }] }]
    const [, second, third] = print(form).parts
    expect(second).toMatchObject({ notes: ['Chỉ ghi phần này nếu câu 1 “Loại” là MOI.'], sections: [{ notes: [] }] })
    expect(third).toMatchObject({ notes: [], sections: [{ notes: ['Chỉ ghi phần này nếu câu 1 “Loại” là LAI.'] }] })
    expect(itemsOf(print(form)).filter(({ when }) => when !== undefined)).toEqual([])
  })

  it('marks what may be left empty', () => {
    expect(itemsOf(print(buildForm({ a: text('A'), b: text('B') }, ['a']))).map(({ mark }) => mark)).toEqual([undefined, '(nếu có)'])
  })

  it('lists the papers of the law with originals and copies, but not the form itself', () => {
    const components = [{ title: 'Tờ khai', originals: 1 }, { id: 'GT2', title: 'Bản sao quyết định', originals: 0, copies: 1, note: 'Sao y.' }, { title: 'Ảnh', required: false }]
    const file: Question = { type: 'array', title: 'Quyết định', items: { type: 'string' }, 'x-file': { accept: ['pdf'], maxBytes: 1, component: 'GT2' } }
    const form = buildForm({ loai: choice('Loại', 'moi', 'lai'), qd: file }, [], { rules: [rule('r', is('loai', 'lai'), { show: ['/qd'] })] })
    form.schema.title = 'Tờ khai'
    expect(print(form, 'vi', { components }).papers).toEqual([
      { title: 'Bản sao quyết định', originals: 0, copies: 1, notes: ['(chỉ nộp nếu câu 1 “Loại” là LAI)', 'Sao y.'] }, { title: 'Ảnh', notes: ['(nếu có)'] },
    ])
  })

  it('calls itself by the form’s title, the procedure where that is another, or an application', () => {
    const form = buildForm({ a: text('A') })
    expect(print(form)).toMatchObject({ title: 'Đơn đề nghị', procedure: 'Gia hạn quyết định', to: 'Ủy ban', code: '1.5' })
    form.schema.title = 'Gia hạn quyết định'
    expect(print(form)).toMatchObject({ title: 'Gia hạn quyết định' })
    expect(print(form).procedure).toBeUndefined()
  })

  it('bears any text: long words find places to break, what no letter shows is left out', () => {
    expect(one(text('Ễ'.repeat(500))).label.split('\u200b').every((part) => part.length <= 16)).toBe(true)
    expect([...one(text('chữ '.repeat(2000))).label].length).toBeLessThanOrEqual(601)
    expect(one(text('a\u0000b\u202ec\n\nd 🇻🇳👍 $x')).label).toBe('a b c d $x')
  })

  it('stops at what nobody fills in by hand, and says how much is left', () => {
    const printed = print(buildForm(Object.fromEntries(Array.from({ length: 700 }, (_each, i) => [`q${i}`, text(`Câu ${i}`)]))))
    expect([itemsOf(printed).length, printed.left]).toEqual([600, 100])
  })
})
