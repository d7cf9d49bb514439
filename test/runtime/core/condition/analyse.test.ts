// The analysis of all conditions together: what it finds in forms made wrong on purpose, and that it never claims what some
// valid filing shows to be wrong.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyseForm } from '#core/condition/analyse.ts'
import { evaluateCondition } from '#core/condition/evaluate-condition.ts'
import { findRelevance } from '#core/condition/relevance.ts'
import { compileForm } from '#core/form/compile-form.ts'
import { isError } from '#core/issues/issue.ts'
import type { Condition, Form, Question } from '#schemas/generated/types.ts'
import { answersWithHidden } from '../../../fixtures/arbitrary-answers.ts'
import { buildForm, choice, is, rule, text } from '../../../fixtures/core-builders.ts'
import { largeForm } from '../../../fixtures/large-form.ts'

const number = (title: string, more: Partial<Question> = {}): Question => ({ type: 'integer', title, 'x-field': 'integer', minimum: 0, maximum: 100, ...more })
const many = (title: string, ...options: string[]): Question => ({ type: 'array', title, 'x-field': 'choices', items: { type: 'string', oneOf: options.map((value) => ({ const: value, title: value })) } })
const table: Question = { type: 'array', title: 'T', 'x-field': 'table', items: { type: 'object', required: ['k'], properties: { k: choice('K', 'x', 'y'), v: text('V'), w: text('W') } } }

const questions = { a: choice('A', 'x', 'y'), b: choice('B', 'x', 'y'), n: number('N'), m: many('M', 'p', 'q'), t: table, c: text('C'), d: text('D') }

const form = (more: Partial<Form>, required: string[] = ['a']): Form => buildForm(questions, required, more)
const found = (each: Form): string[] => analyseForm(compileForm(each)).map(({ code, pointer }) => `${code.replace('lint.', '')} ${pointer}`)
const atLeast = (n: number): Condition => ({ properties: { n: { minimum: n } }, required: ['n'] })
const atMost = (n: number): Condition => ({ properties: { n: { maximum: n } }, required: ['n'] })
const page = (id: string, paths: string[], when?: Condition) => ({ id, title: id, ...(when && { when }), sections: [{ questions: paths }] })
const both = (...allOf: Condition[]): Condition => ({ allOf })

describe('analyseForm', () => {
  it.each<[string, Form, string[]]>([
    ['a form that is well', form({ rules: [rule('r', is('a', 'x'), { show: ['/c'] }), rule('s', atLeast(5), { require: ['/d'] })] }), []],
    ['a condition that contradicts itself', form({ rules: [rule('r', both(is('a', 'x'), is('a', 'y')), { show: ['/c'] })] }), ['conditionNever /rules/0', 'neverAsked /schema/properties/c']],
    ['numbers that leave no room between them', form({ rules: [rule('r', both(atLeast(8), atMost(7)), { show: ['/c'] })] }), ['conditionNever /rules/0', 'neverAsked /schema/properties/c']],
    ['a limit that no answer reaches', form({ rules: [rule('r', atLeast(101), { require: ['/c'] })] }), ['conditionNever /rules/0']],
    ['numbers that leave room', form({ rules: [rule('r', both(atLeast(7), atMost(7)), { show: ['/c'] })] }), []],
    ['a condition that holds for every answer to a required question', form({ rules: [rule('r', { properties: { a: { enum: ['x', 'y'] } }, required: ['a'] }, { show: ['/c'] })] }), ['conditionAlways /rules/0']],
    ['the same condition on a question that may be left out', form({ rules: [rule('r', { properties: { b: { enum: ['x', 'y'] } }, required: ['b'] }, { show: ['/c'] })] }), []],
    ['a required question that is asked as empty', form({ rules: [rule('r', { not: { required: ['a'] } }, { show: ['/c'] })] }), ['conditionNever /rules/0', 'neverAsked /schema/properties/c']],
    ['an answer that is never given because its question is hidden', form({ rules: [rule('r', is('a', 'x'), { show: ['/b'] }), rule('s', both(is('a', 'y'), is('b', 'x')), { show: ['/c'] })] }, ['a', 'c']), ['conditionNever /rules/1', 'requiredNeverAsked /schema/properties/c']],
    ['two rules that cannot both hold', form({ rules: [rule('r', is('a', 'x'), { show: ['/c'] }), rule('s', is('a', 'y'), { show: ['/c'] })] }), ['neverAsked /schema/properties/c', 'conditionsAtOdds /rules/0']],
    ['a requirement of a question that is hidden then', form({ rules: [rule('r', is('a', 'x'), { show: ['/c'] }), rule('s', is('a', 'y'), { require: ['/c'] })] }), ['ruleAboutHidden /rules/1']],
    ['limits that leave nothing', form({ rules: [rule('r', is('a', 'x'), { limit: { path: '/b', options: ['x'] } }), rule('s', atLeast(5), { limit: { path: '/b', options: ['y'] } })] }), ['limitsAtOdds /rules/1']],
    ['an answer that is required and refused', form({ rules: [rule('r', is('a', 'x'), { require: ['/c'] }), rule('s', both(is('a', 'x'), { required: ['c'] }), { refuse: { message: 'Không' } })] }), ['requiredAndRefused /rules/1']],
    ['a choice of several, one of which never is', form({ rules: [rule('r', { properties: { m: { contains: { const: 'p' } } }, required: ['m'] }, { show: ['/c'] })] }), []],
    ['a row that cannot be', form({ rules: [rule('r', { properties: { t: { contains: both(is('k', 'x'), is('k', 'y')) } }, required: ['t'] }, { show: ['/c'] })] }), ['conditionNever /rules/0', 'neverAsked /schema/properties/c']],
    ['a column that is asked for no row', form({ rules: [rule('r', is('k', 'x'), { within: '/t', show: ['/v'] }), rule('s', both(is('k', 'y'), { required: ['v'] }), { within: '/t', show: ['/w'] })] }), ['conditionNever /rules/1', 'neverAsked /schema/properties/t/items/properties/w']],
    ['a page that nobody reaches', form({ pages: [page('p1', ['/a', '/b', '/n', '/m', '/t']), page('p2', ['/c', '/d'], both(is('a', 'x'), is('a', 'y')))] }), ['conditionNever /pages/1/when', 'pageNever /pages/1']],
    ['questions in a circle over a page', form({ pages: [page('p1', ['/a', '/b', '/n', '/m', '/t']), page('p2', ['/c', '/d'], { required: ['d'] })] }), ['conditionCircle /schema/properties/d']],
    ['a condition that reads a later page', form({ pages: [page('p1', ['/a', '/b', '/c', '/m', '/t']), page('p2', ['/n', '/d'])], rules: [rule('r', atLeast(3), { show: ['/c'] })] }), ['conditionForward /rules/0']],
    ['a condition that reads further down', form({ rules: [rule('r', { required: ['d'] }, { show: ['/c'] })] }), ['conditionBelow /rules/0']],
  ])('names %s', (_what, each, expected) => expect(found(each).sort()).toEqual([...expected].sort()))

  it('stops a publication for circles and for what is asked too late, and for nothing else', () => {
    const late = form({ pages: [page('p1', ['/a', '/b', '/c', '/m', '/t']), page('p2', ['/n', '/d'])], rules: [rule('r', atLeast(3), { show: ['/c'] }), rule('s', both(is('a', 'x'), is('a', 'y')), { show: ['/d'] })] })
    expect(analyseForm(compileForm(late)).filter(isError).map((issue) => issue.code)).toEqual(['lint.conditionForward'])
  })

  it('names the whole way round a circle', () => {
    const circle = form({ rules: [rule('r', is('b', 'x'), { show: ['/c'] }), rule('s', { required: ['d'] }, { show: ['/b'] }), rule('u', { required: ['c'] }, { show: ['/d'] })] })
    expect(analyseForm(compileForm(circle))[0]).toMatchObject({ code: 'lint.conditionCircle', params: { titles: 'B → D → C → B' } })
  })

  it('says where it gave up, and claims nothing there', () => {
    // Nine people in eight rooms, none of them shared: nobody finds out without trying nearly all.
    const [people, rooms] = [Array.from({ length: 9 }, (_each, i) => `q${i}`), Array.from({ length: 8 }, (_each, i) => `r${i}`)]
    const apart = people.flatMap((name, i) => people.slice(i + 1).map((other): Condition => ({ not: { anyOf: rooms.map((room) => both(is(name, room), is(other, room))) } })))
    const hard = buildForm({ ...Object.fromEntries(people.map((name) => [name, choice(name, ...rooms)])), c: text('C') }, people, { rules: [rule('r', { allOf: apart }, { show: ['/c'] })] })
    expect(found(hard)).toEqual(['analysisGivenUp /rules'])
  }, 30_000)

  it('finds nothing wrong with three hundred questions and three hundred rules that are right', () => {
    expect(analyseForm(compileForm(largeForm()))).toEqual([])
  })
})

const oneTest = fc.oneof(
  fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('x', 'y')).map(([name, value]) => is(name, value)),
  fc.constantFrom('a', 'b', 'n', 'c', 'm').map((name): Condition => ({ required: [name] })),
  fc.integer({ min: 0, max: 100 }).map(atLeast), fc.integer({ min: 0, max: 100 }).map(atMost),
  fc.constantFrom('p', 'q').map((value): Condition => ({ properties: { m: { contains: { const: value } } }, required: ['m'] })),
  fc.constantFrom('x', 'y').map((value): Condition => ({ properties: { t: { contains: is('k', value) } }, required: ['t'] })),
)
const oneCondition = fc.oneof(oneTest, oneTest.map((not): Condition => ({ not })), fc.array(oneTest, { minLength: 2, maxLength: 3 }).map((allOf): Condition => ({ allOf })), fc.array(oneTest, { minLength: 2, maxLength: 3 }).map((anyOf): Condition => ({ anyOf })))
const anyForm = fc.tuple(fc.array(fc.tuple(oneCondition, fc.constantFrom('/c', '/d', '/b', '/n')), { minLength: 1, maxLength: 4 }), fc.subarray(['a', 'b', 'n', 'c'])).map(([shows, required]) => form({ rules: shows.map(([when, path], i) => rule(`r${i}`, when, { show: [path] })) }, required))

it('never claims what a valid filing shows to be wrong', () => {
  let claims = 0
  fc.assert(fc.property(anyForm, (each) => {
    const compiled = compileForm(each)
    const issues = analyseForm(compiled)
    if (issues.some((issue) => issue.code === 'lint.conditionCircle')) return
    claims += issues.length
    const rulesOf = (code: string) => issues.filter((issue) => issue.code === code && issue.pointer.startsWith('/rules/')).map((issue) => each.rules![Number(issue.pointer.split('/')[2])]!)
    for (const { valid } of fc.sample(answersWithHidden(compiled), { numRuns: 25, seed: 11 })) {
      const relevance = findRelevance(compiled, valid)
      for (const issue of issues) if (issue.code.endsWith('everAsked')) expect(relevance.isAsked(issue.pointer.replace('/schema/properties', ''))).toBe(false)
      for (const { when } of rulesOf('lint.conditionNever')) expect(evaluateCondition(when, valid)).toBe(false)
      for (const { when } of rulesOf('lint.conditionAlways')) expect(evaluateCondition(when, valid)).toBe(true)
    }
  }), { numRuns: 150 })
  expect(claims).toBeGreaterThan(30)
}, 60_000)
