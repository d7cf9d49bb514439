import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import { compileValidator } from '#core/json-schema/compile-validator.ts'
import { interpretSchema } from '#core/json-schema/interpret-schema.ts'
import { validateJson } from '#core/json-schema/validate-json.ts'
import { validatorRuntime, type CompiledValidator } from '#core/json-schema/validator-runtime.ts'
import { answersWithHidden, breaks } from '../../../fixtures/arbitrary-answers.ts'
import { readGallery } from '../../../fixtures/build.ts'

const gallery = readdirSync(new URL('../../../../schemas/examples/procedures/', import.meta.url)).filter((file) => file.endsWith('.json'))

// Compiled code is allowed here: the test runs in Node.
const compiledOf = (schema: Record<string, unknown>): CompiledValidator => (new Function('runtime', compileValidator(schema)) as (runtime: unknown) => CompiledValidator)(validatorRuntime)

const said = (issues: ReturnType<typeof validateJson>): string[] => issues.map((issue) => `${issue.pointer} ${issue.code} ${issue.source ?? ''}`).sort()

describe('an interpreted schema', () => {
  it.each(gallery)('of %s gives the verdict and the issues of the compiled validator', (file) => {
    const form = compileForm(readGallery(file).form!)
    const interpreted = interpretSchema(form.schema)
    const compiled = compiledOf(form.schema)
    for (const { valid, full } of fc.sample(answersWithHidden(form), { numRuns: 20, seed: 7 })) {
      expect(interpreted(valid)).toBe(true)
      for (const { how, answers } of breaks(form, valid, full).filter((_each, i) => i % 4 === 0)) {
        expect(interpreted(answers), how).toBe(compiled(answers))
        expect({ how, said: said(validateJson(form, interpreted, answers)) }).toEqual({ how, said: said(validateJson(form, compiled, answers)) })
      }
    }
  }, 60_000)

  // Whatever an advanced rule may say (advanced-rules.ts), on any value.
  const value = fc.letrec((tie) => ({ any: fc.oneof({ maxDepth: 3 }, fc.constantFrom(0, 1, 2, 3, 'x', 'xy', '', true, false, null), fc.array(tie('any'), { maxLength: 3 }), fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('any'), { maxKeys: 3 })) })).any
  const schema = fc.letrec<{ any: Record<string, unknown> }>((tie) => {
    const inner = tie('any')
    const named = fc.dictionary(fc.constantFrom('a', 'b', 'c'), inner, { minKeys: 1, maxKeys: 2 })
    const several = fc.array(inner, { minLength: 1, maxLength: 2 })
    const count = fc.integer({ min: 0, max: 3 })
    const one = fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      fc.record({ type: fc.constantFrom('object', 'array', 'string', 'number', 'integer', 'boolean', 'null') }), fc.record({ const: fc.constantFrom(0, 'x', true, null) }), fc.record({ enum: fc.constantFrom([1, 'x'], [true, null, 'xy']) }),
      fc.record({ minimum: count, maximum: count }), fc.record({ exclusiveMinimum: count }), fc.record({ minLength: count, pattern: fc.constantFrom('^x', 'y$') }), fc.record({ maxLength: count }), fc.record({ minItems: count, uniqueItems: fc.boolean() }), fc.record({ multipleOf: fc.constantFrom(1, 2) }),
      fc.record({ minProperties: count, maxProperties: count }), fc.record({ required: fc.constantFrom(['a'], ['a', 'b']) }), fc.record({ dependentRequired: fc.constantFrom({ a: ['b'] }, { c: ['a', 'b'] }) }),
      fc.record({ properties: named, additionalProperties: fc.oneof(inner, fc.boolean()) }), fc.record({ dependentSchemas: named }), fc.record({ propertyNames: inner }), fc.record({ items: inner }), fc.record({ prefixItems: several, items: inner }), fc.record({ contains: inner, minContains: count, maxContains: fc.integer({ min: 3, max: 4 }) }),
      fc.record({ allOf: several }), fc.record({ anyOf: several }), fc.record({ oneOf: several }), fc.record({ not: inner }), fc.record({ if: inner, then: inner, else: inner }),
    )
    return { any: one as fc.Arbitrary<Record<string, unknown>> }
  }).any

  it('judges what an advanced rule may say as the compiled validator does', () => {
    fc.assert(fc.property(schema, fc.array(value, { minLength: 8, maxLength: 8 }), (made, values) => {
      const [interpreted, compiled] = [interpretSchema(made), compiledOf(made)]
      for (const each of values) expect({ value: each, verdict: interpreted(each) }).toEqual({ value: each, verdict: compiled(each) })
    }), { numRuns: 400 })
  }, 60_000)

  it('passes over a pattern that no engine reads', () => {
    expect(interpretSchema({ type: 'string', pattern: '(' })('x')).toBe(true)
  })
})
