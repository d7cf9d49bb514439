import { describe, expect, it } from 'vitest'
import { typeSchema } from '#core/export/type-schema.ts'
import { compileForm } from '#core/form/compile-form.ts'
import { buildForm, choice, is, rule, text } from '../../../fixtures/core-builders.ts'

const of = (...form: Parameters<typeof buildForm>) => typeSchema(compileForm(buildForm(...form)).schema)

describe('the schema that types are made from', () => {
  it('names objects and rows by their paths, whatever their titles say', () => {
    const made = of({ coSo: { type: 'object', title: 'Cơ sở', properties: { mau: { type: 'array', title: 'Mẫu', items: { type: 'object', properties: { ten: text('Tên') } } } } } })
    expect(made).toMatchObject({ title: 'Answers', properties: { coSo: { title: 'CoSo', description: 'Cơ sở', properties: { mau: { items: { title: 'CoSoMauRow' } } } } } })
  })
  it('leaves out what rules ask, for types cannot say it', () => {
    expect(of({ loai: choice('Loại', 'a', 'b'), ten: text('Tên') }, ['ten'], { rules: [rule('r', is('loai', 'a'), { show: ['/ten'] })] })).not.toHaveProperty('allOf')
  })
  it('says the words of few options beside their codes', () => {
    expect(of({ loai: choice('Loại', 'a', 'b') })).toMatchObject({ properties: { loai: { enum: ['a', 'b'], description: 'Loại\n"a": A\n"b": B' } } })
  })
  it('refers to a list by one name, and never by the name of an object', () => {
    const made = of({ xa: { $ref: '#/$defs/xa', title: 'Xã' }, xaCode: { type: 'object', title: 'Mã', properties: { a: text('A') } } }, [], {
      schema: { type: 'object', properties: { xa: { $ref: '#/$defs/xa', title: 'Xã' }, xaCode: { type: 'object', title: 'Mã', properties: { a: text('A') } } }, $defs: { xa: choice('Danh mục', 'x') } },
    })
    expect(made).toMatchObject({ properties: { xa: { tsType: 'XaCodeCode', description: 'Xã' }, xaCode: { title: 'XaCode' } }, $defs: { XaCodeCode: { enum: ['x'] } } })
  })
  it('takes nothing from a document that a generator would read as code', () => {
    const made = of({ ten: { ...text('*/ export const owned = 1 /*'), tsType: 'string & Owned', tsEnumNames: ['x'] } as never })
    expect(JSON.stringify(made)).not.toMatch(/\*\/|tsType|tsEnumNames/)
  })
})
