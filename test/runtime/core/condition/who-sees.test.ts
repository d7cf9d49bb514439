// Who sees what, against what relevance says of filings with that answer.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRelevance } from '#core/condition/relevance.ts'
import { createWhoSees, decidingPaths } from '#core/condition/who-sees.ts'
import { compileForm } from '#core/form/compile-form.ts'
import { answersWithHidden } from '../../../fixtures/arbitrary-answers.ts'
import { buildForm, choice, is, rule, text } from '../../../fixtures/core-builders.ts'

const form = compileForm(buildForm({ a: choice('A', 'x', 'y', 'z'), b: choice('B', 'p', 'q'), c: text('C'), d: text('D'), e: text('E') }, ['a'], {
  rules: [rule('c', is('a', 'x'), { show: ['/c'] }), rule('d', { allOf: [{ not: is('a', 'y') }, is('b', 'p')] }, { show: ['/d'] })],
}))

describe('who sees what', () => {
  it('begins with the question that decides most', () => expect(decidingPaths(form)).toEqual(['/a', '/b']))
  it('says always, never, or depending on more', () => {
    const whoSees = createWhoSees(form)
    expect(['x', 'y', 'z'].map((value) => [whoSees('/c', '/a', value), whoSees('/d', '/a', value), whoSees('/e', '/a', value)])).toEqual([['always', 'depends', 'always'], ['never', 'never', 'always'], ['never', 'depends', 'always']])
  })
  it('agrees with every valid filing', () => {
    const whoSees = createWhoSees(form)
    fc.assert(fc.property(answersWithHidden(form), ({ valid }) => {
      const { isAsked } = findRelevance(form, valid)
      for (const path of ['/c', '/d', '/e']) {
        const said = whoSees(path, '/a', valid['a'] as string)
        if (said !== 'depends') expect(isAsked(path)).toBe(said === 'always')
      }
    }))
  })
})
