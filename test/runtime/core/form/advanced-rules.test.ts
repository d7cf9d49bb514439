// Proves that an advanced rule judges as every validator would, says its author's words, and holds nothing that validators
// read differently.
import fc from 'fast-check'
import { branchOrigins } from '#core/form/branch-origins.ts'
import { describe, expect, test } from 'vitest'
import { advancedFaults, deepestAdvanced, mostAdvancedParts, pathsInSchema, patternsInSchema, renameInSchema } from '#core/form/advanced-rules.ts'
import { compileForm } from '#core/form/compile-form.ts'
import { lintForm } from '#core/form/lint-form.ts'
import { compileValidator } from '#core/json-schema/compile-validator.ts'
import { interpretSchema } from '#core/json-schema/interpret-schema.ts'
import { validateJson } from '#core/json-schema/validate-json.ts'
import { validatorRuntime, type CompiledValidator } from '#core/json-schema/validator-runtime.ts'
import { translateIssue } from '#core/text/translate.ts'
import type { Form } from '#schemas/generated/types.ts'

const compiledOf = (schema: Record<string, unknown>): CompiledValidator => (new Function('runtime', compileValidator(schema)) as (runtime: unknown) => CompiledValidator)(validatorRuntime)

const form = (schema: Record<string, unknown>, message?: string): Form => ({
  schema: { type: 'object', properties: { the: { type: 'string', title: 'Thẻ' }, taiKhoan: { type: 'string', title: 'Tài khoản' }, mau: { type: 'array', title: 'Mẫu', items: { type: 'object', properties: { so: { type: 'integer', title: 'Số' } } } } } },
  pages: [{ id: 'p', title: 'P', sections: [{ questions: ['/the', '/taiKhoan', '/mau'] }] }],
  advanced: [{ id: 'tra', title: 'Cách trả', ...(message !== undefined && { message }), schema }],
})

const either = { oneOf: [{ required: ['the'] }, { required: ['taiKhoan'] }] }

describe('an advanced rule', () => {
  test('is part of the published schema word for word', () => {
    const { schema, parts } = compileForm(form(either))
    expect(schema['allOf']).toEqual([either])
    expect(branchOrigins(parts)).toEqual([{ kind: 'advanced', rule: 'tra' }])
  })

  test('refuses in one sentence: its author’s, or one that names it', () => {
    for (const message of [undefined, 'Hãy chọn đúng một cách trả.']) {
      const compiled = compileForm(form(either, message))
      for (const judge of [compiledOf(compiled.schema), interpretSchema(compiled.schema)]) {
        expect(validateJson(compiled, judge, { the: '1' })).toEqual([])
        const issues = validateJson(compiled, judge, { the: '1', taiKhoan: '2' })
        expect(issues.map(({ pointer, code, source }) => ({ pointer, code, source }))).toEqual([{ pointer: '', code: 'advanced', source: 'tra' }])
        expect(translateIssue(issues[0]!, 'vi')).toBe(message ?? 'Các câu trả lời này chưa phù hợp với quy tắc “Cách trả”. Hãy kiểm tra lại.')
      }
    }
  })

  test('is told where its parts meet', () => {
    const compiled = compileForm(form({ properties: { mau: { contains: { properties: { so: { minimum: 5 } }, required: ['so'] }, minContains: 2 } } }))
    for (const judge of [compiledOf(compiled.schema), interpretSchema(compiled.schema)]) expect(validateJson(compiled, judge, { mau: [{ so: 7 }, { so: 1 }] }).map((issue) => issue.pointer)).toEqual(['/mau'])
  })

  const schemas: Record<string, unknown>[] = [
    either, { minProperties: 1, maxProperties: 2 }, { propertyNames: { maxLength: 3 } }, { dependentRequired: { the: ['taiKhoan'] } }, { dependentSchemas: { the: { properties: { taiKhoan: false } } } },
    { properties: { mau: { prefixItems: [{ required: ['so'] }], items: { maxProperties: 0 } } } }, { properties: { the: { type: ['string', 'null'], enum: ['a', 'b', null] } } }, { not: { required: ['the'] } },
    { anyOf: [{ properties: { the: { pattern: '^a' } } }, { required: ['mau'] }] }, { if: { required: ['the'] }, then: { required: ['mau'] }, else: false }, { oneOf: [{ const: 1, title: 'x' }, { const: 2 }] },
  ]
  test.each(schemas.map((schema) => [JSON.stringify(schema), schema] as const))('%s is judged alike compiled and interpreted', (_text, schema) => {
    expect(advancedFaults(schema)).toEqual([])
    const [compiled, interpreted] = [compiledOf(schema), interpretSchema(schema)]
    const answers = fc.record({ the: fc.constantFrom('a', 'b', 'cd', null), taiKhoan: fc.constantFrom('x', ''), mau: fc.array(fc.record({ so: fc.integer({ min: 0, max: 9 }) }, { requiredKeys: [] }), { maxLength: 3 }) }, { requiredKeys: [] })
    fc.assert(fc.property(answers, (value) => { expect(interpreted(value)).toBe(compiled(value)) }), { numRuns: 200 })
  })

  test.each([
    [{ $ref: 'https://example.org/x.json' }, '/$ref'], [{ $dynamicRef: '#a' }, '/$dynamicRef'], [{ unevaluatedProperties: false }, '/unevaluatedProperties'], [{ patternProperties: { '^x': true } }, '/patternProperties'],
    [{ properties: { the: { multipleOf: 0.1 } } }, '/properties/the/multipleOf'], [{ properties: { the: { pattern: '(' } } }, '/properties/the/pattern'], [{ then: {} }, '/then'], [{ anyOf: [] }, '/anyOf'], [{ allOf: [1] }, '/allOf/0'],
    [{ const: { a: 1 } }, '/const'], [{ minLength: -1 }, '/minLength'],
  ])('%j is refused at %s', (schema, pointer) => {
    expect(advancedFaults(schema).map((each) => each.pointer)).toContain(pointer)
    expect(lintForm(form(schema)).map((each) => each.pointer)).toContain(`/advanced/0/schema${pointer}`)
  })

  test('has a limit of parts and of depth, and says where it is passed', () => {
    expect(advancedFaults({ allOf: Array.from({ length: mostAdvancedParts + 1 }, () => ({})) })[0]?.code).toBe('lint.advancedLarge')
    const deep = Array.from({ length: deepestAdvanced + 2 }).reduce<Record<string, unknown>>((inner) => ({ not: inner }), {})
    expect(advancedFaults(deep)).toEqual([{ pointer: '/not'.repeat(deepestAdvanced + 1), code: 'lint.advancedDeep', params: { limit: deepestAdvanced } }])
  })

  test('follows a new name, wherever the question is named', () => {
    const schema = { required: ['a'], properties: { a: { enum: ['a'] }, mau: { items: { required: ['a'] } } }, dependentRequired: { a: ['b'] }, not: { required: ['a'] } }
    expect(renameInSchema(schema, '', (owner, name) => (owner === '' && name === 'a' ? 'z' : name))).toEqual({ required: ['z'], properties: { z: { enum: ['a'] }, mau: { items: { required: ['a'] } } }, dependentRequired: { z: ['b'] }, not: { required: ['z'] } })
    expect(pathsInSchema(schema)).toEqual(['/a', '/mau', '/mau/*/a', '/b'])
  })

  test('shows its patterns to whoever judges them', () => {
    expect(patternsInSchema({ anyOf: [{ properties: { a: { pattern: '^(a+)+$' } } }] })).toEqual([{ pattern: '^(a+)+$', pointer: '/anyOf/0/properties/a/pattern' }])
  })
})
