// Another kind for a question: what it keeps and what it says beforehand that it loses.
import { describe, expect, it } from 'vitest'
import { fieldTypes } from '#core/form/field-catalogue.ts'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import { changeKind, conversionsOf, convert } from '../../../designer/form-editor/change-kind.ts'
import { sampleProcedure } from './sample-procedure.ts'

const choice = sampleProcedure().form!.schema.properties['loaiHinh']!

describe('changing the kind of a question', () => {
  it('keeps the options of a choice among choices, and its words', () => {
    const many = convert({ ...choice, description: 'Chọn đúng', 'x-i18n': { en: { title: 'Kind' } } }, 'choices')
    expect(many.items!.oneOf).toEqual(choice.oneOf)
    expect(many).toMatchObject({ title: 'Loại hình', description: 'Chọn đúng', 'x-i18n': { en: { title: 'Kind' } }, 'x-field': 'choices' })
  })
  it('offers the options of a choice as suggestions of a text', () => {
    expect(convert(choice, 'text').examples).toEqual(['Mới', 'Cấp lại'])
  })
  it('says how many options stay or go, and whether people are asked again', () => {
    const found = new Map(conversionsOf(choice).map((each) => [each.type, each]))
    expect(found.get('choices')).toMatchObject({ keepsOptions: 2, losesOptions: 0, asksAgain: true })
    expect(found.get('money')).toMatchObject({ keepsOptions: 0, losesOptions: 2, asksAgain: true })
    expect(found.get('text')).toMatchObject({ asksAgain: false })
  })
  it('keeps the limits that the new kind knows and names those it loses', () => {
    expect(convert({ type: 'string', title: 'A', minLength: 3, maxLength: 80, 'x-field': 'text' }, 'longText')).toMatchObject({ minLength: 3, maxLength: 80 })
    expect(conversionsOf({ type: 'string', title: 'A', minLength: 3, maxLength: 80, 'x-field': 'text' }).find((each) => each.type === 'date')!.loses).toEqual(['minLength', 'maxLength'])
  })
  it('leaves groups, tables, files and computed answers what they are', () => {
    const { properties } = sampleProcedure().form!.schema
    for (const name of ['coSo', 'mau', 'tong']) expect(conversionsOf(properties[name]!)).toEqual([])
    expect(conversionsOf(fieldTypes.find((each) => each.id === 'file')!.create())).toEqual([])
  })
  it('stands in the same place under the same name', () => {
    const form = carryOut(sampleProcedure(), changeKind, { path: '/lyDo', type: 'email' }, {}, 0)!.document.form!
    expect(Object.keys(form.schema.properties)).toEqual(Object.keys(sampleProcedure().form!.schema.properties))
    expect(form.schema.properties['lyDo']).toMatchObject({ format: 'email', title: 'Lý do', 'x-field': 'email' })
  })
})
