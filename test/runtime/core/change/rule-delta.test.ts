import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ruleDelta } from '#core/change/rule-delta.ts'
import { evaluateCondition } from '#core/condition/evaluate-condition.ts'
import type { Condition, Question } from '#schemas/generated/types.ts'

const questions: Record<string, Question> = {
  '/honNhan': { type: 'string', oneOf: [{ const: 'docThan', title: 'Độc thân' }, { const: 'ketHon', title: 'Kết hôn' }, { const: 'lyHon', title: 'Ly hôn' }] },
  '/coCon': { type: 'boolean' },
  '/tuoi': { type: 'integer', minimum: 0, maximum: 150 },
  '/hang': { type: 'array', items: { type: 'string', enum: ['a', 'b', 'c'] } },
  '/ten': { type: 'string', maxLength: 20 },
}
const questionAt = (path: string): Question | undefined => questions[path]
const on = (name: string, inner: Condition): Condition => ({ properties: { [name]: inner }, required: [name] })

const leaf = fc.oneof(
  fc.constantFrom('docThan', 'ketHon', 'lyHon').map((value) => on('honNhan', { const: value })),
  fc.boolean().map((value) => on('coCon', { const: value })),
  fc.tuple(fc.constantFrom('minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'), fc.constantFrom(18, 20, 60)).map(([word, limit]) => on('tuoi', { [word]: limit })),
  fc.constantFrom('a', 'b').map((value) => on('hang', { contains: { const: value } })),
  fc.constantFrom({ required: ['ten'] }, { not: { required: ['coCon'] } }, on('honNhan', { enum: ['docThan', 'lyHon'] }), on('ten', { const: 'An' })),
)
const condition: fc.Arbitrary<Condition> = fc.oneof(leaf, fc.tuple(fc.constantFrom('allOf', 'anyOf'), fc.array(leaf, { minLength: 2, maxLength: 3 })).map(([word, parts]) => ({ [word]: parts })), leaf.map((part) => ({ not: part })))

const answers = fc.record({
  honNhan: fc.constantFrom('docThan', 'ketHon', 'lyHon'), coCon: fc.boolean(), tuoi: fc.constantFrom(3, 18, 19, 20, 40, 60, 90),
  hang: fc.subarray(['a', 'b', 'c'], { minLength: 1 }), ten: fc.constantFrom('An', 'Bình'),
}, { requiredKeys: [] })

describe('ruleDelta', () => {
  it('says for whom a rule holds now: single people with children', () => {
    const delta = ruleDelta(on('honNhan', { const: 'ketHon' }), { anyOf: [on('honNhan', { const: 'ketHon' }), { allOf: [on('honNhan', { const: 'docThan' }), on('coCon', { const: true })] }] }, { questionAt })
    expect(delta).toEqual({ gained: [{ allOf: [on('honNhan', { const: 'docThan' }), on('coCon', { const: true })] }], lost: [] })
  })

  it('says ranges of numbers as ranges', () => {
    expect(ruleDelta(on('tuoi', { minimum: 60 }), on('tuoi', { minimum: 18 }), { questionAt })).toEqual({ gained: [on('tuoi', { minimum: 18, exclusiveMaximum: 60 })], lost: [] })
  })

  it('finds nothing between two ways of writing one condition', () => {
    expect(ruleDelta({ not: on('coCon', { const: true }) }, { anyOf: [on('coCon', { const: false }), { not: { required: ['coCon'] } }] }, { questionAt })).toEqual({ gained: [], lost: [] })
  })

  it('does not speak of those who leave out what everybody answers', () => {
    const about = { questionAt, isAnswered: (path: string) => path === '/coCon' }
    expect(ruleDelta(on('coCon', { const: true }), undefined, about)).toEqual({ gained: [on('coCon', { const: false })], lost: [] })
    expect(ruleDelta(on('tuoi', { minimum: 18 }), undefined, { questionAt, isAnswered: () => true })).toEqual({ gained: [on('tuoi', { exclusiveMaximum: 18 })], lost: [] })
  })

  it('gives no answer where rows of a table decide', () => {
    expect(ruleDelta(on('mau', { contains: on('loai', { const: 'x' }) }), undefined, { questionAt })).toBeUndefined()
  })

  it('is right for all answers', () => {
    fc.assert(fc.property(condition, condition, fc.array(answers, { minLength: 20, maxLength: 20 }), (before, after, all) => {
      const delta = ruleDelta(before, after, { questionAt })!
      for (const given of all) {
        const [was, is] = [evaluateCondition(before, given), evaluateCondition(after, given)]
        expect(delta.gained.some((each) => evaluateCondition(each, given))).toBe(is && !was)
        expect(delta.lost.some((each) => evaluateCondition(each, given))).toBe(was && !is)
      }
    }), { numRuns: 300 })
  })
})
