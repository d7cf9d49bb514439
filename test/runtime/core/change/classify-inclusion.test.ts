// What the comparison of two schemas calls certain is so, for any two small schemas; and it is not blind to what is plain.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsOf } from '#core/change/classify-facts.ts'
import { doubtsOf } from '#core/change/classify-inclusion.ts'
import type { JsonSchema } from '#core/form/compiled-form.ts'
import { interpretSchema } from '#core/json-schema/interpret-schema.ts'

const scalar = fc.constantFrom<unknown>('', 'a', 'bb', 'ccc', 0, 1, 2, 1.5, 3, true, false)
const names = fc.subarray(['p', 'q', 'r'])
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, { arbitrary: scalar, weight: 3 }, { arbitrary: fc.dictionary(fc.constantFrom('p', 'q', 'r'), tie('value'), { maxKeys: 3 }), weight: 3 }, { arbitrary: fc.array(tie('value'), { maxLength: 3 }), weight: 1 }),
}))

type Parts = { schema: JsonSchema | boolean; statement: JsonSchema }
const { schema } = fc.letrec<Parts>((tie) => ({
  statement: fc.oneof({ maxDepth: 4 },
    fc.constantFrom<JsonSchema>({ type: 'object' }, { type: 'string' }, { type: 'integer' }, { type: 'number' }, { type: 'array' }, { type: ['string', 'number'] }, { uniqueItems: true }, { pattern: '^a' }),
    fc.record({ enum: fc.uniqueArray(scalar, { minLength: 1, maxLength: 4 }) }) as fc.Arbitrary<JsonSchema>,
    fc.record({ const: scalar }) as fc.Arbitrary<JsonSchema>,
    fc.tuple(fc.constantFrom('minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'multipleOf'), fc.integer({ min: 1, max: 3 })).map(([word, limit]) => ({ [word]: limit })),
    names.map((required) => ({ required })),
    fc.record({ properties: fc.dictionary(fc.constantFrom('p', 'q', 'r'), tie('schema'), { maxKeys: 3 }) }),
    fc.record({ properties: fc.dictionary(fc.constantFrom('p', 'q'), tie('schema'), { maxKeys: 2 }), additionalProperties: fc.constant(false) }),
    fc.record({ items: tie('schema') }), fc.record({ contains: tie('schema') }), fc.record({ not: tie('schema') }),
    fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }), fc.record({ oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ if: tie('schema'), then: tie('schema'), else: tie('schema') }, { requiredKeys: ['if', 'then'] }),
  ),
  schema: fc.oneof({ maxDepth: 4 }, { arbitrary: fc.boolean(), weight: 1 },
    { arbitrary: fc.array(tie('statement'), { maxLength: 3 }).map((list) => Object.assign({}, ...list) as JsonSchema), weight: 6 },
    { arbitrary: fc.record({ allOf: fc.array(tie('statement'), { minLength: 1, maxLength: 3 }) }), weight: 2 }),
}))

/** Two that have something to do with each other: chance alone seldom makes one that follows from another. */
const pairs = fc.oneof(
  fc.tuple(schema, schema),
  fc.tuple(schema, schema).map(([a, b]) => [{ allOf: [a, b] }, a] as const),
  fc.tuple(schema, schema).map(([a, b]) => [a, { anyOf: [a, b] }] as const),
  fc.tuple(schema, schema, schema).map(([a, b, c]) => [{ if: a, then: b, else: c }, { if: { allOf: [a, b] }, then: b }] as const),
  fc.tuple(schema, schema, schema).map(([a, b, c]) => [{ type: 'object', properties: { p: a, q: b }, additionalProperties: false }, { properties: { p: { anyOf: [a, c] }, r: false } }] as const),
)

const judge = (each: unknown): ((given: unknown) => boolean) => interpretSchema({ allOf: [each] })

describe('doubtsOf', () => {
  it('is never silent about a value that one schema accepts and the other refuses', () => {
    let certain = 0
    fc.assert(fc.property(pairs, fc.array(value, { minLength: 12, maxLength: 12 }), ([a, b], values) => {
      if (doubtsOf(factsOf(a), b as JsonSchema, {}, '').length > 0) return true
      certain++
      const [accepts, takes] = [judge(a), judge(b)]
      return values.every((each) => !accepts(each) || takes(each))
    }), { numRuns: 20_000, seed: 20261121 })
    // Nor is it silent because it always doubts.
    expect(certain).toBeGreaterThan(4000)
  }, 60_000)
  it.each<[string, JsonSchema, JsonSchema]>([
    ['a value among more', { enum: ['a'] }, { enum: ['a', 'b'] }],
    ['options that fit a text', { oneOf: [{ const: 'a', title: 'A' }] }, { maxLength: 1 }],
    ['a whole number is a number', { type: 'integer' }, { type: 'number' }],
    ['what cannot be answered cannot be wrong', { type: 'object', properties: {}, additionalProperties: false }, { properties: { p: { const: 1 } } }],
    ['a condition that names another option', { properties: { p: { enum: ['a'] } }, type: 'object' }, { if: { properties: { p: { const: 'b' } }, required: ['p'] }, then: false }],
    ['what both sides of a condition say', { required: ['p'] }, { if: { required: ['q'] }, then: { required: ['p'] } }],
  ])('proves %s', (_what, a, b) => {
    expect(doubtsOf(factsOf(a), b, {}, '')).toEqual([])
  })
})
