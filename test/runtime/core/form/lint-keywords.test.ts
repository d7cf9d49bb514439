// What a form says beyond the profile: kept, named, and never part of the judge.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import { formSchemaKeywords, optionKeywords, questionKeywords } from '#core/form/keywords.ts'
import { lintForm } from '#core/form/lint-form.ts'
import { mayPublish } from '#core/revision/publish-checks.ts'
import type { Form, Question } from '#schemas/generated/types.ts'
import { buildForm, text } from '../../../fixtures/core-builders.ts'
import { buildProcedure } from '../../../fixtures/build.ts'

const strange = { 'vendor': { deep: [1] }, 'x-vendor': 1, 'not': { type: 'string' } }
const formWith = (more: object): Form => buildForm({
  ten: text('Tên', more as Partial<Question>),
  nhom: { type: 'object', title: 'Nhóm', 'x-field': 'group', properties: { trong: text('Trong', more as Partial<Question>) } },
  bang: { type: 'array', title: 'Bảng', maxItems: 3, 'x-field': 'table', items: { type: 'object', properties: { cot: text('Cột', more as Partial<Question>) } } },
  loai: { type: 'string', title: 'Loại', 'x-field': 'choice', oneOf: [{ const: 'a', title: 'A', ...more }] } as Question,
}, [])
const keywordIssues = (form: Form) => lintForm(form).filter(({ code }) => code.startsWith('lint.keyword'))

describe('the keywords of the profile', () => {
  const inSchema = (file: string) => new Set(Object.keys((JSON.parse(readFileSync(new URL(`../../../../schemas/form/${file}.schema.json`, import.meta.url), 'utf8')) as { properties: object }).properties))
  it('are those of the schema files', () => {
    expect(questionKeywords).toEqual(inSchema('question'))
    expect(optionKeywords).toEqual(inSchema('option'))
    expect(formSchemaKeywords).toEqual(inSchema('form-schema'))
  })
})

describe('lintKeywords', () => {
  it('warns of what has no effect, at every depth, and hints at foreign annotations', () => {
    const issues = keywordIssues(formWith({ vendor: 1, 'x-vendor': 1 }))
    expect(issues.map(({ pointer, code, level }) => `${level} ${code} ${pointer}`)).toEqual([
      'ten', 'nhom/properties/trong', 'bang/items/properties/cot', 'loai/oneOf/0',
    ].flatMap((place) => [`warning lint.keywordUnknown /schema/properties/${place}/vendor`, `hint lint.keywordUnknown /schema/properties/${place}/x-vendor`]))
  })
  it.each(['not', 'contains', 'prefixItems', 'dependentRequired', 'if', 'patternProperties', 'unevaluatedProperties', 'anyOf', 'allOf', '$dynamicRef', '$id'])('stops the publication for %s', (keyword) => {
    expect(keywordIssues(formWith({ [keyword]: {} })).every(({ code, level }) => code === 'lint.keywordAsserts' && level === undefined)).toBe(true)
    const procedure = buildProcedure()
    Object.assign(procedure.form!.schema.properties['ten']!, { [keyword]: {} })
    expect(mayPublish(procedure)).toBe(false)
  })
  it('looks into the code lists and the form itself', () => {
    const form = formWith({})
    form.schema.$defs = { ds: { type: 'string', oneOf: [{ const: 'a', title: 'A', minLength: 3 }] } as unknown as Question }
    Object.assign(form.schema, { additionalProperties: false, $comment: 'x', minProperties: 1 })
    expect(keywordIssues(form).map(({ pointer }) => pointer)).toEqual(['/schema/minProperties', '/schema/$defs/ds/oneOf/0/minLength'])
  })
})

describe('compileForm', () => {
  it('leaves what it does not know out of the judge, and the document as it is', () => {
    const form = formWith(strange)
    const before = JSON.stringify(form)
    expect(JSON.stringify(compileForm(form).schema)).toBe(JSON.stringify(compileForm(formWith({})).schema))
    expect(JSON.stringify(form)).toBe(before)
  })
})
