// A condition is a JSON Schema: our reading of it and a validator's must never differ.
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition } from '#schemas/generated/types.ts'
import { evaluateCondition } from '#core/condition/evaluate-condition.ts'

const scalar = fc.constantFrom<string | number | boolean>('a', 'b', '', 0, 1, 2, 10, true, false)
const name = fc.constantFrom('p', 'q', 'r')
const test = fc.record({ const: scalar, enum: fc.array(scalar, { minLength: 1, maxLength: 3 }), minimum: fc.integer({ min: 0, max: 9 }), exclusiveMaximum: fc.integer({ min: 0, max: 9 }) }, { requiredKeys: [] })
const conditionOf = (depth: number): fc.Arbitrary<Condition> => {
  if (depth === 0) return test
  const inner = conditionOf(depth - 1)
  const parts = fc.array(inner, { minLength: 1, maxLength: 2 })
  return fc.oneof(test, fc.record({
    required: fc.uniqueArray(name, { maxLength: 2 }), properties: fc.dictionary(name, inner, { maxKeys: 2 }), contains: inner, allOf: parts, anyOf: parts, not: inner,
  }, { requiredKeys: [] }))
}
const condition = conditionOf(3)
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, scalar, fc.constant(null), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(name, tie('value'), { maxKeys: 3 })),
})).value

describe('evaluateCondition', () => {
  it('gives the verdict of a JSON Schema validator for every condition and value', () => {
    fc.assert(fc.property(condition, value, (when, answers) => {
      const ajv = new Ajv2020({ strict: false, ownProperties: true, logger: false })
      expect(evaluateCondition(when, answers)).toBe(ajv.validate(when, answers))
    }), { numRuns: 150 })
  }, 30_000)

  it.each<[string, Condition, unknown, boolean]>([
    ['is', { properties: { a: { const: 'x' } }, required: ['a'] }, { a: 'x' }, true],
    ['is, when not answered', { properties: { a: { const: 'x' } }, required: ['a'] }, {}, false],
    ['is empty', { not: { required: ['a'] } }, {}, true],
    ['includes', { properties: { a: { contains: { const: 'x' } } }, required: ['a'] }, { a: ['y', 'x'] }, true],
    ['is at least', { properties: { a: { minimum: 3 } }, required: ['a'] }, { a: 2 }, false],
    ['reads no inherited name', { required: ['toString'] }, {}, false],
  ])('%s', (_sentence, when, answers, verdict) => {
    expect(evaluateCondition(when, answers)).toBe(verdict)
  })
})
