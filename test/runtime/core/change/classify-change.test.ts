// What each kind of change means for those who have answered already, on the gallery and on small forms.
import { describe, expect, it } from 'vitest'
import { overallClass, riskOf, type ChangeClass } from '#core/change/change-class.ts'
import { classifyChange, expectedOfReplay, needsMeaning } from '#core/change/classify-change.ts'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import { createChance } from '#core/scenario/chance.ts'
import type { Form, Procedure, Question } from '#schemas/generated/types.ts'
import { readGallery } from '../../../fixtures/build.ts'
import { changeGrounds, gallery } from '../../../fixtures/change-grounds.ts'
import { buildForm, choice, is, rule, text } from '../../../fixtures/core-builders.ts'
import { mutate, mutationKinds } from '../../../fixtures/mutations.ts'

const documents = gallery.map(changeGrounds)

const withForm = (form: Form, more: Partial<Procedure> = {}): Procedure => ({ ...emptyProcedure('Thủ tục', '1.000001'), form, ...more })
const classes = (before: Form, after: Form, more: Partial<Procedure> = {}): [string, ChangeClass, string | undefined][] =>
  classifyChange(withForm(before), withForm(after, more)).map(({ path, class: found, keyword }) => [path, found, keyword])
const one = (before: Question, after: Question, required: string[] = []): ChangeClass => overallClass(classifyChange(withForm(buildForm({ a: before }, required)), withForm(buildForm({ a: after }, required))))

describe('classifyChange on the gallery', () => {
  it.each(gallery)('finds nothing between %s and itself', (file) => {
    expect(classifyChange(readGallery(file), readGallery(file))).toEqual([])
  })
  it.each(mutationKinds)('gives a class that is certain for this kind of change: %s', (kind) => {
    const found = documents.flatMap((procedure, i) => [1, 2].flatMap((seed) => {
      const mutation = mutate(procedure, createChance((seed + 2 * i) * 104729), kind)
      return mutation ? [{ ...mutation, found: overallClass(classifyChange(procedure, mutation.document)) }] : []
    }))
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter(({ found: each, least, most }) => riskOf(each) < riskOf(least) || riskOf(each) > riskOf(most)).map(({ found: each }) => each)).toEqual([])
  })
})

describe('classifyChange of a question', () => {
  it.each<[string, Question, Question, ChangeClass]>([
    ['a longer text', text('Tên', { maxLength: 50 }), text('Tên', { maxLength: 60 }), 'wider'],
    ['a shorter text', text('Tên', { maxLength: 50 }), text('Tên', { maxLength: 40 }), 'asksAgain'],
    ['a limit that the profile sets anyway', text('Tên'), text('Tên', { maxLength: 255 }), 'cosmetic'],
    ['a whole number where any number was', { type: 'number', title: 'Số' }, { type: 'integer', title: 'Số' }, 'asksAgain'],
    ['any number where a whole one was', { type: 'integer', title: 'Số' }, { type: 'number', title: 'Số' }, 'wider'],
    ['more than nine instead of at least ten', { type: 'integer', title: 'Số', minimum: 10 }, { type: 'integer', title: 'Số', exclusiveMinimum: 9.5 }, 'wider'],
    ['at least ten instead of more than ten', { type: 'number', title: 'Số', exclusiveMinimum: 10 }, { type: 'number', title: 'Số', minimum: 10 }, 'wider'],
    ['more than ten instead of at least ten', { type: 'number', title: 'Số', minimum: 10 }, { type: 'number', title: 'Số', exclusiveMinimum: 10 }, 'asksAgain'],
    ['options in another order', choice('Loại', 'a', 'b'), choice('Loại', 'b', 'a'), 'cosmetic'],
    ['one option more', choice('Loại', 'a'), choice('Loại', 'a', 'b'), 'wider'],
    ['one option less', choice('Loại', 'a', 'b'), choice('Loại', 'a'), 'asksAgain'],
    ['any text instead of options', choice('Loại', 'a', 'b'), text('Loại'), 'wider'],
    ['a list instead of one', choice('Loại', 'a'), { type: 'array', title: 'Loại', items: choice('', 'a') }, 'losesData'],
    ['a check digit', text('Mã số'), text('Mã số', { 'x-field': 'enterpriseCode' }), 'asksAgain'],
    ['a smaller file', { type: 'array', title: 'Tệp', items: { type: 'string' }, 'x-file': { accept: ['pdf'], maxBytes: 10 } }, { type: 'array', title: 'Tệp', items: { type: 'string' }, 'x-file': { accept: ['pdf', 'jpg'], maxBytes: 9 } }, 'asksAgain'],
    ['another kind of file besides', { type: 'array', title: 'Tệp', items: { type: 'string' }, 'x-file': { accept: ['pdf'], maxBytes: 10 } }, { type: 'array', title: 'Tệp', items: { type: 'string' }, 'x-file': { accept: ['pdf', 'jpg'], maxBytes: 10 } }, 'wider'],
    ['an answer that is worked out from now on', { type: 'integer', title: 'Tổng' }, { type: 'integer', title: 'Tổng', readOnly: true, 'x-compute': 1 }, 'losesData'],
    ['another unit', { type: 'number', title: 'Khối lượng', 'x-unit': 'kg' }, { type: 'number', title: 'Khối lượng', 'x-unit': 'tấn' }, 'changesMeaning'],
    ['a hint', text('Tên'), text('Tên', { description: 'Như trên giấy tờ' }), 'cosmetic'],
  ])('%s', (_change, before, after, expected) => {
    expect(one(before, after)).toBe(expected)
  })
})

describe('classifyChange of rules', () => {
  const questions = { nhanh: { type: 'boolean', title: 'Cần gấp' } as Question, lyDo: text('Lý do') }
  const form = (more: Partial<Form> = {}, required: string[] = []): Form => buildForm(questions, required, more)

  it('asks nobody again for a follow-up question of an answer that nobody could give', () => {
    const after = buildForm({ ...questions, them: { type: 'boolean', title: 'Có thêm' } as Question, gi: text('Thêm gì') }, ['gi'], { rules: [rule('them', is('them', true), { show: ['/gi'] })] })
    expect(classes(form(), after)).toEqual([['/them', 'wider', 'properties'], ['/gi', 'wider', 'properties']])
  })
  it('asks more people for fewer conditions, where the answer may be left out', () => {
    const narrow = form({ rules: [rule('r', { allOf: [is('nhanh', true), is('x', 1)] }, { show: ['/lyDo'] })] })
    const wide = form({ rules: [rule('r', is('nhanh', true), { show: ['/lyDo'] })] })
    expect(classes(narrow, wide)).toEqual([['/lyDo', 'wider', 'show']])
    expect(classes(wide, narrow)).toEqual([['/lyDo', 'asksAgain', 'show']])
  })
  it('names the rule that may refuse', () => {
    expect(classifyChange(withForm(form()), withForm(form({ rules: [rule('khong-nhan', is('nhanh', true), { refuse: { message: 'Không nhận' } })] })))).toEqual([{ path: '', class: 'asksAgain', keyword: 'refuse', rule: 'khong-nhan' }])
  })
  it('takes a check that stops for narrower and one that warns for nothing', () => {
    const check = { id: 'c', formula: { '==': [{ var: 'nhanh' }, true] }, at: '/nhanh', message: 'Sai' }
    expect(classes(form(), form({ checks: [check] }))).toEqual([['/nhanh', 'asksAgain', 'check']])
    expect(classes(form({ checks: [check] }), form({ checks: [{ ...check, level: 'warning' }] }))).toEqual([['/nhanh', 'wider', 'check']])
    expect(classes(form(), form({ checks: [{ ...check, level: 'warning' }] }))).toEqual([])
  })
})

describe('classifyChange of names', () => {
  it('says of a new name alone that the old one is refused from now on, in rows too', () => {
    const migrations = [{ from: '/ten', to: '/hoTen' }]
    expect(classes(buildForm({ ten: text('Tên') }, ['ten']), buildForm({ hoTen: text('Tên') }, ['hoTen']), { migrations })).toEqual([['/hoTen', 'asksAgain', 'migrations']])
    const table = (column: string): Form => buildForm({ mau: { type: 'array', title: 'Mẫu', 'x-uniqueBy': [column], items: { type: 'object', properties: { [column]: text('A') }, required: [column] } } })
    expect(classes(table('a'), table('b'), { migrations: [{ from: '/mau/*/a', to: '/mau/*/b' }] })).toEqual([['/mau/*/b', 'asksAgain', 'migrations']])
  })
  it('follows names into rules, comparisons and what is worked out', () => {
    const form = (name: string, most: number, more: Partial<Form> = {}): Form => buildForm(
      { [name]: { type: 'integer', title: 'Số', minimum: 0, maximum: 99 }, doi: { type: 'integer', title: 'Đôi', readOnly: true, 'x-compute': { '*': [{ var: name }, 2] } }, vi: text('Vì sao') }, [name],
      { rules: [rule('r', is(name, 1), { require: ['/vi'] })], checks: [{ id: 'c', formula: { '<': [{ var: name }, most] }, at: `/${name}`, message: 'Sai' }], ...more })
    const migrations = [{ from: '/so', to: '/soLuong' }]
    expect(classes(form('so', 50), form('soLuong', 50), { migrations })).toEqual([['/soLuong', 'asksAgain', 'migrations']])
    expect(classes(form('so', 50), form('soLuong', 40), { migrations })).toContainEqual(['/soLuong', 'asksAgain', 'check'])
    expect(classes(form('so', 50), form('soLuong', 50, { rules: [rule('r', is('soLuong', 2), { require: ['/vi'] })] }), { migrations })).toContainEqual(['/vi', 'asksAgain', 'require'])
  })
  it('proves nothing of a question that moved into another group, which may ask for more', () => {
    const after = buildForm({ nhom: { type: 'object', title: 'Nhóm', properties: { ten: text('Tên'), so: text('Số') }, required: ['so'] } })
    const before = buildForm({ ten: text('Tên'), nhom: { type: 'object', title: 'Nhóm', properties: { so: text('Số') }, required: ['so'] } })
    expect(classes(before, after, { migrations: [{ from: '/ten', to: '/nhom/ten' }] })).toContainEqual(['/nhom/ten', 'asksAgain', 'migrations'])
  })
  it('tells what narrows under the new name', () => {
    const after = buildForm({ hoTen: text('Tên', { maxLength: 9 }) })
    expect(classes(buildForm({ ten: text('Tên') }), after, { migrations: [{ from: '/ten', to: '/hoTen' }] })).toContainEqual(['/hoTen', 'asksAgain', 'maxLength'])
  })
  it('loses what another question took the name of', () => {
    const after = buildForm({ b: text('Tên') })
    expect(classes(buildForm({ a: text('Tên'), b: text('Tên') }), after, { migrations: [{ from: '/a', to: '/b' }] })).toContainEqual(['/b', 'losesData', 'properties'])
  })
})

describe('expectedOfReplay', () => {
  it('is what judges the answers of people, whatever other words mean and officers record', () => {
    const before = buildForm({ a: text('Tên'), b: text('Tuổi', { maxLength: 50 }) })
    const after = buildForm({ a: text('Một chuyện khác hẳn'), b: text('Tuổi', { maxLength: 60 }) })
    const classified = classifyChange(withForm(before), withForm(after))
    expect([overallClass(classified), expectedOfReplay(classified)]).toEqual(['changesMeaning', 'wider'])
    expect(expectedOfReplay([...classified, { path: '/c', class: 'losesData', keyword: 'properties', step: 'appraisal' }])).toBe('wider')
  })
})

describe('needsMeaning', () => {
  const [before, after] = [withForm(buildForm({ a: choice('Bạn là ai', 'x') })), withForm(buildForm({ a: { ...choice('Người nộp', 'x'), oneOf: [{ const: 'x', title: 'Khác' }] } }))]
  it('asks the author about titles and labels that are more than mended', () => {
    expect(needsMeaning(classifyChange(before, after))).toEqual(['/a:title', '/a:option:x'])
  })
  it('takes the word of the author', () => {
    expect(overallClass(classifyChange(before, after, { '/a:title': 'wording', '/a:option:x': 'wording' }))).toBe('cosmetic')
    expect(needsMeaning(classifyChange(before, after, { '/a:title': 'different', '/a:option:x': 'wording' }))).toEqual([])
    expect(overallClass(classifyChange(before, after, { '/a:title': 'different', '/a:option:x': 'wording' }))).toBe('changesMeaning')
  })
})

describe('classifyChange of the forms of officers', () => {
  it('names the step', () => {
    const at = (form: Form): Procedure => { const base = emptyProcedure('Thủ tục', '1.000001'); return { ...base, workflow: { ...base.workflow!, steps: base.workflow!.steps.map((step, i) => (i === 1 ? { ...step, form } : step)) } } }
    const found = classifyChange(at(buildForm({ a: text('A') })), at(buildForm({ a: text('A') }, ['a'])))
    expect(found.map(({ step, path, class: each }) => [step, path, each])).toEqual([['appraisal', '/a', 'asksAgain'], ['appraisal', '/a', 'asksAgain']])
  })
})
