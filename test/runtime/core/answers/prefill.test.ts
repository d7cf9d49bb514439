import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contradicted, fillIn, offerAnswers, takeOut, type KnownSource } from '#core/answers/prefill.ts'
import { readAttributes, type KnownValues } from '#core/answers/prefill-attributes.ts'
import { compileForm } from '#core/form/compile-form.ts'
import { readAt, writeAt } from '#core/issues/json-pointer.ts'
import attributes from '#schemas/profile/attribute.schema.json'
import type { Attribute, Procedure, Question } from '#schemas/generated/types.ts'
import { buildForm, readGallery } from '../../../fixtures/build.ts'

const text = (title: string, more: Question = {}): Question => ({ type: 'string', title, maxLength: 60, ...more })
const profile = (key: Attribute, editable = true): Question['x-prefill'] => ({ from: 'profile', key, editable })
const known = (values: Partial<Record<Attribute, unknown>>, sensitive = false): KnownValues => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value, sensitive }]))

const form = compileForm(buildForm({
  ten: text('Tên', { 'x-prefill': profile('person.fullName') }),
  so: text('Số', { 'x-prefill': profile('person.personId', false) }),
  thu: text('Thư', { 'x-prefill': { from: 'earlierDossier', key: 'person.email' } }),
  benh: text('Sức khỏe', { 'x-prefill': profile('healthCheck.number'), 'x-privacy': { class: 'sensitive' } }),
  gioi: { type: 'string', title: 'Giới tính', oneOf: [{ const: 'nam', title: 'Nam' }, { const: 'nu', title: 'Nữ' }], 'x-prefill': profile('person.gender') },
  noi: { type: 'object', title: 'Nơi ở', 'x-field': 'address', required: ['province'], 'x-prefill': profile('person.residence'), properties: { province: { type: 'string', oneOf: [{ const: '01', title: 'Hà Nội' }], title: 'Tỉnh' }, commune: text('Xã') } },
  coQuan: { type: 'object', title: 'Tổ chức', properties: { ten: text('Tên', { 'x-prefill': profile('organisation.name') }), ma: text('Mã') } },
}, ['ten']))

const mine: KnownSource = { source: 'profile', values: known({ 'person.fullName': 'Vũ Công Dân', 'person.personId': '001088012345', 'person.gender': 'khac', 'person.residence': { province: '01', commune: 'Ba Đình', detail: '12' }, 'organisation.name': 'Viện A' }) }
const earlier: KnownSource = { source: 'dossier', from: { code: 'G06.1', date: '2026-10-01' }, values: known({ 'person.fullName': 'Tên cũ', 'person.email': 'a@b.vn' }) }
const offers = offerAnswers(form, [mine, earlier])
const at = (pointer: string) => offers.find((each) => each.pointer === pointer)

describe('offerAnswers', () => {
  it('takes each attribute from the nearest source and says where it comes from', () => {
    expect(at('/ten')).toEqual({ pointer: '/ten', value: 'Vũ Công Dân', source: 'profile' })
    expect(at('/thu')).toEqual({ pointer: '/thu', value: 'a@b.vn', source: 'dossier', from: { code: 'G06.1', date: '2026-10-01' } })
    expect(at('/so')?.fixed).toBe(true)
  })
  it('offers only what the question can hold, of an address the parts that fit', () => {
    expect(at('/gioi')).toBeUndefined()
    expect(at('/noi')?.value).toEqual({ province: '01', commune: 'Ba Đình' })
  })
  it('carries nothing sensitive from an earlier dossier unless the form asks for earlier dossiers', () => {
    const health: KnownSource = { ...earlier, values: known({ 'healthCheck.number': 'K1' }, true) }
    expect(offerAnswers(form, [health])).toEqual([])
    const asking = compileForm(buildForm({ benh: text('Sức khỏe', { 'x-prefill': { from: 'earlierDossier', key: 'healthCheck.number' }, 'x-privacy': { class: 'sensitive' } }) }))
    expect(offerAnswers(asking, [health]).map((each) => each.value)).toEqual(['K1'])
  })
})

describe('fillIn', () => {
  it('fills in what is empty, begins no optional group, and mends a fixed value that has changed', () => {
    const filled = fillIn(form, { ten: 'Khác', so: '9' }, offers)
    expect(filled).toEqual({ ten: 'Khác', so: '001088012345', thu: 'a@b.vn', noi: { province: '01', commune: 'Ba Đình' } })
    expect(readAt(fillIn(form, { coQuan: { ma: '1' } }, offers), '/coQuan/ten')).toBe('Viện A')
  })
  it('is taken back where nobody changed it', () => {
    expect(takeOut(writeAt(fillIn(form, {}, offers), '/thu', 'c@d.vn'), offers)).toEqual({ thu: 'c@d.vn' })
  })
  it('names fixed values that were written otherwise', () => {
    expect(contradicted(form, { so: '9', ten: 'x' }, offers).map((each) => each.pointer)).toEqual(['/so'])
    expect(contradicted(form, { so: '001088012345' }, offers)).toEqual([])
  })
})

describe('prefill of the whole gallery', () => {
  const gallery = ['01-dieu-chinh-the-kiem-dinh-vien.json', '03-dang-ky-to-chuc-khoa-hoc-cong-nghe.json', '15-dang-ky-khai-sinh.json', '20-doi-giay-phep-lai-xe.json'].map((file): Procedure => readGallery(file))
  const forms = gallery.map((procedure) => ({ compiled: compileForm(procedure.form!), answered: (procedure.scenarios ?? []).map(({ answers }) => answers) }))
  const leaf = fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.constantFrom('nam', 'nu', '2020-02-29'), fc.dictionary(fc.constantFrom('province', 'commune', 'detail'), fc.constantFrom('01', 'Ba Đình', '')))
  const values = fc.dictionary(fc.constantFrom(...attributes.enum as Attribute[]), leaf).map((each) => known(each))

  it('never overwrites what stands there, and writes only at questions that name a listed attribute', () => {
    fc.assert(fc.property(fc.constantFrom(...forms), fc.nat(), values, ({ compiled, answered }, n, given) => {
      const answers = answered[n % answered.length]!
      const suggestions = offerAnswers(compiled, [{ source: 'profile', values: given }])
      const filled = fillIn(compiled, answers, suggestions)
      for (const { pointer, fixed } of suggestions) {
        expect(attributes.enum).toContain(compiled.questions.get(pointer)!.question['x-prefill']!.key)
        if (!fixed && readAt(answers, pointer) !== undefined) expect(readAt(filled, pointer)).toEqual(readAt(answers, pointer))
      }
      const undone = suggestions.filter(({ pointer }) => readAt(answers, pointer) === undefined).reduce((kept, { pointer }) => writeAt(kept, pointer, undefined), filled)
      const bare = suggestions.filter(({ pointer }) => readAt(answers, pointer) === undefined).reduce((kept, { pointer }) => writeAt(kept, pointer, undefined), answers)
      expect(undone).toEqual(bare)
    }))
  })
  it('reads back from one form what it may offer to another', () => {
    const { compiled, answered } = forms[2]!
    const read = readAttributes(compiled, answered[0]!)
    expect(Object.keys(read).length).toBeGreaterThan(3)
    expect(offerAnswers(compiled, [{ source: 'dossier', values: read }]).length).toBeGreaterThan(3)
  })
})
