// Conditions read as sentences and sentences written as conditions: nothing is lost on the way round.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateCondition } from '#core/condition/evaluate-condition.ts'
import type { Condition } from '#schemas/generated/types.ts'
import { isSameCondition, readCondition, rewordCondition, writeCondition, type Row, type Sentence } from '#core/condition/condition-sentence.ts'

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
  ['any row with', { properties: { t: { contains: { properties: { c: { minimum: 1 } }, required: ['c'] } } }, required: ['t'] }, { path: '/t', test: 'anyRow', rows: { mode: 'all', parts: [{ path: '/c', test: 'atLeast', value: 1 }] } }],
  ['is none of', { properties: { a: { not: { enum: ['x', 'y'] } } }, required: ['a'] }, { path: '/a', test: 'isNoneOf', value: ['x', 'y'] }],
  ['includes one of', { properties: { a: { contains: { enum: ['x', 'y'] } } }, required: ['a'] }, { path: '/a', test: 'includesOneOf', value: ['x', 'y'] }],
  ['does not include', { properties: { a: { not: { contains: { const: 'x' } } } }, required: ['a'] }, { path: '/a', test: 'excludes', value: 'x' }],
]

describe('a row', () => {
  it.each(rows)('“%s” reads and writes', (_name, condition, row) => {
    expect(readCondition(condition)).toEqual({ mode: 'all', parts: [row] })
    expect(writeCondition({ mode: 'all', parts: [row] })).toEqual(condition)
  })
})

it('reads several questions of one object as several rows, and writes them as that object', () => {
  const condition: Condition = { properties: { a: { const: 1 }, g: { properties: { b: { minimum: 2, maximum: 4 } }, required: ['b'] } }, required: ['a', 'g'] }
  expect(readCondition(condition)).toEqual({ mode: 'all', joined: true, parts: [{ path: '/a', test: 'is', value: 1 }, { path: '/g/b', test: 'atLeast', value: 2 }, { path: '/g/b', test: 'atMost', value: 4 }] })
  expect(writeCondition(readCondition(condition)!)).toEqual(condition)
})

it('reads a negation as none of these', () => {
  expect(readCondition({ not: { properties: { a: { const: 1 } }, required: ['a'] } })).toEqual({ mode: 'none', parts: [{ path: '/a', test: 'is', value: 1 }] })
  expect(readCondition({ not: { anyOf: [{ required: ['a'] }, { required: ['b'] }] } })).toEqual({ mode: 'none', parts: [{ path: '/a', test: 'isFilled' }, { path: '/b', test: 'isFilled' }] })
})

it.each<[string, Condition]>([
  ['a question that may be unanswered', { properties: { a: { const: 1 } } }],
  ['a group in which something is not answered', { properties: { g: { not: { required: ['a'] } } }, required: ['g'] }],
  ['groups in groups in groups', { anyOf: [{ required: ['a'] }, { allOf: [{ required: ['b'] }, { anyOf: [{ required: ['c'] }, { required: ['d'] }] }] }] }],
])('leaves %s as it is', (_name, condition) => {
  expect(readCondition(condition)).toBeUndefined()
  expect(rewordCondition(condition)).toBeUndefined()
})

it.each<[string, Condition]>([
  ['keywords side by side', { required: ['a'], not: { required: ['b'] } }],
  ['a list of one', { allOf: [{ required: ['a'] }] }],
])('leaves %s as it is, but knows a sentence of the same meaning', (_name, condition) => {
  expect(readCondition(condition)).toBeUndefined()
  expect(rewordCondition(condition)).toBeDefined()
})

it('passes over rows that are not finished', () => {
  expect(writeCondition({ mode: 'any', parts: [{ path: '', test: 'is' }, { path: '/a', test: 'is' }, { path: '/b', test: 'isFilled' }] })).toEqual({ required: ['b'] })
  expect(writeCondition({ mode: 'all', parts: [{ path: '/a', test: 'isOneOf', value: [] }] })).toBeUndefined()
})

const anyRow: fc.Arbitrary<Row> = fc.oneof(
  fc.record({ path: fc.constantFrom('/a', '/g/b'), test: fc.constantFrom('is' as const, 'isNot' as const), value: fc.constantFrom('x', 'y', true) }),
  fc.record({ path: fc.constantFrom('/a', '/g/b'), test: fc.constantFrom('isOneOf' as const, 'isNoneOf' as const), value: fc.subarray(['x', 'y', true, 3], { minLength: 1 }) }),
  fc.record({ path: fc.constant('/c'), test: fc.constantFrom('includes' as const, 'excludes' as const), value: fc.constantFrom('x', 'y') }),
  fc.record({ path: fc.constant('/c'), test: fc.constant('includesOneOf' as const), value: fc.subarray(['x', 'y'], { minLength: 1 }) }),
  fc.record({ path: fc.constantFrom('/n', '/g/m'), test: fc.constantFrom('atLeast' as const, 'lessThan' as const, 'atMost' as const, 'moreThan' as const), value: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ path: fc.constantFrom('/a', '/g/b', '/t'), test: fc.constantFrom('isFilled' as const, 'isEmpty' as const) }),
)
const mode = fc.constantFrom('all' as const, 'any' as const, 'none' as const)
const tableRow: fc.Arbitrary<Row> = fc.record({ path: fc.constant('/t'), test: fc.constant('anyRow' as const), rows: fc.record({ mode, parts: fc.array(fc.record({ path: fc.constantFrom('/k', '/l'), test: fc.constantFrom('is' as const, 'isNot' as const), value: fc.constantFrom('x', 1) }), { minLength: 1, maxLength: 2 }) }) })
const anyPart = fc.oneof({ weight: 5, arbitrary: anyRow }, { weight: 1, arbitrary: tableRow })
const anyGroup: fc.Arbitrary<Sentence> = fc.record({ mode, parts: fc.array(anyPart, { minLength: 1, maxLength: 3 }), joined: fc.boolean() })
const anySentence: fc.Arbitrary<Sentence> = fc.record({ mode, parts: fc.array(fc.oneof({ weight: 4, arbitrary: anyPart }, anyGroup), { minLength: 1, maxLength: 4 }), joined: fc.boolean() })
const anyAnswers = fc.record({
  a: fc.constantFrom('x', 'y', true, 3), n: fc.nat(5), c: fc.subarray(['x', 'y']), g: fc.record({ b: fc.constantFrom('x', true), m: fc.nat(5) }, { requiredKeys: [] }), t: fc.array(fc.record({ k: fc.constantFrom('x', 1), l: fc.constantFrom('x', 1) }, { requiredKeys: [] }), { maxLength: 2 }),
}, { requiredKeys: [] })

const name = fc.constantFrom('a', 'b', 'g')
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 3 })
const { condition: anyCondition } = fc.letrec<{ condition: Condition, leaf: Condition, object: Condition }>((tie) => ({
  leaf: fc.oneof(fc.constant<Condition>({ const: 1 }), fc.constant<Condition>({}), fc.constant<Condition>({ enum: ['x', 'y'] }), fc.record({ minimum: fc.nat(3), maximum: fc.nat(9) }, { requiredKeys: [] }), tie('condition').map((inner) => ({ contains: inner })), tie('condition').map((inner) => ({ not: inner })), tie('object')),
  object: fc.oneof(names.map((required): Condition => ({ required })), fc.tuple(fc.dictionary(name, tie('leaf'), { minKeys: 1, maxKeys: 2, noNullPrototype: true }), names).map(([properties, required]): Condition => ({ properties, required })), fc.dictionary(name, tie('leaf'), { minKeys: 1, maxKeys: 2, noNullPrototype: true }).map((properties) => ({ properties, required: Object.keys(properties) }))),
  condition: fc.oneof({ maxDepth: 3 }, tie('object'), tie('object'), fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((allOf) => ({ allOf })), fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })), tie('condition').map((not) => ({ not }))),
}))

describe('the law of sentences', () => {
  it('writes back every condition that it reads, whatever the condition', () => {
    let read = 0
    fc.assert(fc.property(anyCondition, (condition) => {
      const sentence = readCondition(condition)
      if (!sentence) return
      read += 1
      expect(isSameCondition(writeCondition(sentence) ?? {}, condition)).toBe(true)
    }), { numRuns: 2000 })
    expect(read).toBeGreaterThan(300)
  })

  it('reads every condition that it writes, and writes it the same', () => {
    fc.assert(fc.property(anySentence, (sentence) => {
      const written = writeCondition(sentence)!
      const again = rewordCondition(written)
      expect(again).toBeDefined()
      expect(isSameCondition(writeCondition(again!)!, written)).toBe(true)
    }), { numRuns: 1000 })
  })

  it('a sentence of the same meaning holds for the same answers', () => {
    fc.assert(fc.property(fc.oneof(anyCondition, anySentence.map((sentence) => writeCondition(sentence)!)), anyAnswers, (condition, answers) => {
      const sentence = rewordCondition(condition)
      if (sentence) expect(evaluateCondition(writeCondition(sentence) ?? {}, answers)).toBe(evaluateCondition(condition, answers))
    }), { numRuns: 1500 })
  })
})
