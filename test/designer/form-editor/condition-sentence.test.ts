// Conditions read as sentences and sentences written as conditions: nothing is lost on the way round.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateCondition } from '#core/condition/evaluate-condition.ts'
import type { Condition } from '#schemas/generated/types.ts'
import { readCondition, writeCondition, type Row, type Sentence } from '../../../designer/form-editor/condition-sentence.ts'

const rows: [string, Condition, Row][] = [
  ['is', { properties: { a: { const: 'x' } }, required: ['a'] }, { path: '/a', test: 'is', value: 'x' }],
  ['is not', { properties: { a: { not: { const: 'x' } } }, required: ['a'] }, { path: '/a', test: 'isNot', value: 'x' }],
  ['is one of', { properties: { a: { enum: ['x', 'y'] } }, required: ['a'] }, { path: '/a', test: 'isOneOf', value: ['x', 'y'] }],
  ['includes', { properties: { a: { contains: { const: 'x' } } }, required: ['a'] }, { path: '/a', test: 'includes', value: 'x' }],
  ['is at least', { properties: { a: { minimum: 3 } }, required: ['a'] }, { path: '/a', test: 'atLeast', value: 3 }],
  ['is more than', { properties: { a: { exclusiveMinimum: 3 } }, required: ['a'] }, { path: '/a', test: 'moreThan', value: 3 }],
  ['is at most', { properties: { a: { maximum: 3 } }, required: ['a'] }, { path: '/a', test: 'atMost', value: 3 }],
  ['is less than', { properties: { a: { exclusiveMaximum: 3 } }, required: ['a'] }, { path: '/a', test: 'lessThan', value: 3 }],
  ['is filled', { required: ['a'] }, { path: '/a', test: 'isFilled' }],
  ['is empty', { not: { required: ['a'] } }, { path: '/a', test: 'isEmpty' }],
  ['inside a group', { properties: { g: { properties: { a: { const: true } }, required: ['a'] } }, required: ['g'] }, { path: '/g/a', test: 'is', value: true }],
  ['is empty inside a group', { not: { properties: { g: { required: ['a'] } }, required: ['g'] } }, { path: '/g/a', test: 'isEmpty' }],
  ['any row with', { properties: { t: { contains: { properties: { c: { minimum: 1 } }, required: ['c'] } } }, required: ['t'] }, { path: '/t', test: 'anyRow', row: { path: '/c', test: 'atLeast', value: 1 } }],
]

describe('a row', () => {
  it.each(rows)('“%s” reads and writes', (_name, condition, row) => {
    expect(readCondition(condition)).toEqual({ mode: 'all', parts: [row] })
    expect(writeCondition({ mode: 'all', parts: [row] })).toEqual(condition)
  })
})

it('reads several questions of one object as several rows', () => {
  expect(readCondition({ properties: { a: { const: 1 }, b: { minimum: 2 } }, required: ['a', 'b'] })).toEqual({ mode: 'all', parts: [{ path: '/a', test: 'is', value: 1 }, { path: '/b', test: 'atLeast', value: 2 }] })
})

it.each<[string, Condition]>([
  ['a question that may be unanswered', { properties: { a: { const: 1 } } }],
  ['two tests of one question', { properties: { a: { minimum: 1, maximum: 2 } }, required: ['a'] }],
  ['a negation of more than emptiness', { not: { properties: { a: { const: 1 } }, required: ['a'] } }],
  ['groups in groups in groups', { anyOf: [{ required: ['a'] }, { allOf: [{ required: ['b'] }, { anyOf: [{ required: ['c'] }, { required: ['d'] }] }] }] }],
])('leaves %s locked', (_name, condition) => expect(readCondition(condition)).toBeUndefined())

it('passes over rows that are not finished', () => {
  expect(writeCondition({ mode: 'any', parts: [{ path: '', test: 'is' }, { path: '/a', test: 'is' }, { path: '/b', test: 'isFilled' }] })).toEqual({ required: ['b'] })
  expect(writeCondition({ mode: 'all', parts: [{ path: '/a', test: 'isOneOf', value: [] }] })).toBeUndefined()
})

const anyRow: fc.Arbitrary<Row> = fc.oneof(
  fc.record({ path: fc.constantFrom('/a', '/g/b'), test: fc.constantFrom('is' as const, 'isNot' as const), value: fc.constantFrom('x', 'y', true) }),
  fc.record({ path: fc.constantFrom('/n', '/g/m'), test: fc.constantFrom('atLeast' as const, 'lessThan' as const), value: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ path: fc.constantFrom('/a', '/g/b'), test: fc.constantFrom('isFilled' as const, 'isEmpty' as const) }),
)
const mode = fc.constantFrom('all' as const, 'any' as const)
const anySentence: fc.Arbitrary<Sentence> = fc.record({ mode, parts: fc.array(fc.oneof({ weight: 4, arbitrary: anyRow }, fc.record({ mode, parts: fc.array(anyRow, { minLength: 1, maxLength: 3 }) })), { minLength: 1, maxLength: 4 }) })
const anyAnswers = fc.record({ a: fc.constantFrom('x', 'y'), n: fc.nat(5), g: fc.record({ b: fc.constantFrom('x', true), m: fc.nat(5) }, { requiredKeys: [] }) }, { requiredKeys: [] })

it('means the same after reading and writing, for all sentences and answers', () => {
  fc.assert(fc.property(anySentence, anyAnswers, (sentence, answers) => {
    const written = writeCondition(sentence)!
    const again = readCondition(written)
    expect(again).toBeDefined()
    expect(evaluateCondition(writeCondition(again!)!, answers)).toBe(evaluateCondition(written, answers))
  }))
})
