import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRelevance, pruneAnswers } from '#core/condition/relevance.ts'
import { compileForm } from '#core/form/compile-form.ts'
import { lintForm } from '#core/form/lint-form.ts'
import { answersWithHidden } from '../../../fixtures/arbitrary-answers.ts'
import { buildForm, choice, is, rule, text } from '../../../fixtures/core-builders.ts'

const chain = buildForm({ a: choice('A', 'x', 'y'), b: choice('B', 'x', 'y'), c: text('C'), group: { type: 'object', title: 'Nhóm', 'x-field': 'group', properties: { d: text('D') } } }, ['a'], {
  rules: [rule('b', is('a', 'x'), { show: ['/b'] }), rule('c', is('b', 'x'), { show: ['/c'] }), rule('d', { not: { required: ['c'] } }, { show: ['/group'] })],
})
const form = compileForm(chain)

describe('pruneAnswers', () => {
  it('drops what depends on a hidden answer, transitively', () => {
    expect(pruneAnswers(form, { a: 'y', b: 'x', c: 'kept while typing' })).toEqual({ a: 'y' })
    expect(pruneAnswers(form, { a: 'x', b: 'x', c: '1', group: { d: '2' } })).toEqual({ a: 'x', b: 'x', c: '1' })
    expect(pruneAnswers(form, { a: 'y', b: 'x', c: '1', group: { d: '2' } })).toEqual({ a: 'y', group: { d: '2' } })
  })
  it('keeps unknown answers, so that they are refused rather than lost', () => {
    expect(pruneAnswers(form, { a: 'y', zzz: 1 })).toEqual({ a: 'y', zzz: 1 })
  })
  it('changes nothing the second time', () => {
    fc.assert(fc.property(answersWithHidden(form), ({ full }) => {
      const once = pruneAnswers(form, full)
      expect(pruneAnswers(form, once)).toEqual(once)
    }))
  })
})

describe('findRelevance', () => {
  it('hides a page with nothing to ask', () => {
    const paged = compileForm({ ...chain, pages: [{ id: 'first', title: '1', sections: [{ questions: ['/a'] }] }, { id: 'second', title: '2', when: is('a', 'x'), sections: [{ questions: ['/b', '/c', '/group'] }] }] })
    expect(findRelevance(paged, { a: 'y' }).hasPage('second')).toBe(false)
    expect(findRelevance(paged, { a: 'x' }).hasPage('second')).toBe(true)
    expect(pruneAnswers(paged, { a: 'y', group: { d: '1' } })).toEqual({ a: 'y', group: {} })
  })
  it('asks a section only when its condition holds, besides that of its page', () => {
    const sections = [{ questions: ['/a'] }, { title: 'Khi x', when: is('a', 'x'), questions: ['/b', '/group'] }, { questions: ['/c'] }]
    const sectioned = compileForm({ ...chain, rules: [], pages: [{ id: 'first', title: '1', sections }] })
    expect(pruneAnswers(sectioned, { a: 'y', b: 'x', c: '1' })).toEqual({ a: 'y', c: '1' })
    expect(findRelevance(sectioned, { a: 'x' }).isAsked('/group/d')).toBe(true)
    expect(findRelevance(sectioned, { a: 'y' }).isAsked('/group/d')).toBe(false)
  })
})

describe('lintForm', () => {
  it('refuses questions that wait for themselves', () => {
    const circle = { ...chain, rules: [rule('b', is('c', 'x'), { show: ['/b'] }), rule('c', is('b', 'x'), { show: ['/c'] })] }
    expect(lintForm(circle).map((issue) => issue.code)).toContain('lint.conditionCircle')
  })
  it('names the rule whose option does not exist', () => {
    expect(lintForm({ ...chain, rules: [rule('b', is('a', 'z'), { show: ['/b'] })] })).toMatchObject([{ code: 'lint.conditionOption', pointer: '/rules/0', params: { option: 'z', path: '/a' } }, { code: 'lint.neverAsked', pointer: '/schema/properties/b' }])
  })
  it.each([
    ['a question on no page', { pages: [{ id: 'p', title: 'P', sections: [{ questions: ['/a', '/b', '/c'] }] }] }, 'lint.notOnPage'],
    ['a question in two places', { pages: [{ id: 'p', title: 'P', sections: [{ questions: ['/a', '/b', '/c', '/group', '/a'] }] }] }, 'lint.onTwoPages'],
    ['a page that names nothing', { pages: [{ id: 'p', title: 'P', sections: [{ questions: ['/a', '/b', '/c', '/group', '/zzz'] }] }] }, 'lint.unknownPath'],
    ['a page whose condition reads nothing known', { pages: [{ id: 'p', title: 'P', when: is('zzz', 'x'), sections: [{ questions: ['/a', '/b', '/c', '/group'] }] }] }, 'lint.unknownPath'],
    ['a section that compares with no option', { pages: [{ id: 'p', title: 'P', sections: [{ questions: ['/a'] }, { when: is('a', 'z'), questions: ['/b', '/c', '/group'] }] }] }, 'lint.conditionOption'],
    ['a rule without effect', { rules: [rule('r', is('a', 'x'), {})] }, 'lint.ruleWithoutEffect'],
    ['a rule that says two things', { rules: [rule('r', is('a', 'x'), { show: ['/b'], require: ['/c'] })] }, 'lint.ruleWithTwoEffects'],
    ['a formula that names nothing', { checks: [{ id: 'k', formula: { '>': [{ var: 'zzz' }, 1] }, at: '/a', message: 'x' }] }, 'formula.unknownName'],
    ['a required list that names nothing', { schema: { ...chain.schema, required: ['a', 'zzz'] } }, 'lint.requiredUnknown'],
    ['a code list that is not there', { schema: { ...chain.schema, properties: { ...chain.schema.properties, c: { title: 'C', $ref: '#/$defs/provinces' } } } }, 'lint.definitionMissing'],
  ])('finds %s', (_claim, more, code) => {
    expect(lintForm({ ...chain, ...more }).map((issue) => issue.code)).toContain(code)
  })
})
