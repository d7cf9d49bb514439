import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { holds, passageOf, scoreOf } from '#core/workflow/guard.ts'
import type { Step } from '#schemas/generated/types.ts'
import { is } from '../../../fixtures/core-builders.ts'
import { buildCouncil } from '../../../fixtures/council-workflow.ts'
import { createMover, factsAt, thursday } from '../../../fixtures/transitions.ts'

const known = { answers: { a: 'yes' }, records: { inspect: { a: 'no' } } }
const step: Step = {
  id: 'risk', kind: 'automatic', title: 'Rủi ro', publicStatus: 'processing',
  score: [{ id: 'first', when: is('a', 'yes'), points: 3, reason: 'x' }, { id: 'seen', when: is('a', 'no'), of: 'inspect', points: 4, reason: 'x' }, { id: 'never', when: is('a', 'other'), points: 100, reason: 'x' }, { id: 'less', when: is('a', 'yes'), points: -2, reason: 'x' }],
  branches: [{ atLeast: 50, to: 'refuse' }, { atLeast: 5, to: 'thorough' }, { when: is('a', 'yes'), to: 'middle' }], otherwise: 'short',
}

describe('a guard', () => {
  it('reads the answers, or what was recorded in the step that it names', () => {
    expect([{}, { when: is('a', 'yes') }, { when: is('a', 'yes'), of: 'inspect' }, { when: is('a', 'no'), of: 'inspect' }, { when: is('a', 'no'), of: 'elsewhere' }].map((guard) => holds(guard, known))).toEqual([true, true, false, true, false])
  })
})

describe('a risk table', () => {
  it('adds the points of all rows that hold and names them', () => {
    expect(scoreOf({ id: 'risk', score: step.score! }, known)).toEqual({ step: 'risk', score: 5, reasons: ['first', 'seen', 'less'] })
  })
  it('sends the dossier by the first threshold that it reaches, or the first condition, else onward', () => {
    expect(passageOf(step, known)).toMatchObject({ by: 'branches/1', to: 'thorough', risk: { score: 5 } })
    expect(passageOf(step, { ...known, records: {} })).toMatchObject({ by: 'branches/2', to: 'middle', risk: { score: 1 } })
    expect(passageOf(step, { answers: {}, records: {} })).toMatchObject({ by: 'otherwise', to: 'short', risk: { score: 0, reasons: [] } })
  })
  it('goes on being read by later steps', () => {
    const { score: _none, ...later } = step
    expect(passageOf(later, { ...known, risk: { step: 'risk', score: 60, reasons: [] } })).toEqual({ by: 'branches/0', to: 'refuse' })
    expect(passageOf(later, { answers: {}, records: {} })?.to).toBe('short')
  })
  it('never scores less for one more row of points that holds', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 8 }), fc.integer({ min: 0, max: 50 }), (points, more) => {
      const rows = (list: number[]) => list.map((each, i) => ({ id: `r${i}`, when: is('a', 'yes'), points: each, reason: 'x' }))
      expect(scoreOf({ id: 's', score: rows([...points, more]) }, known).score).toBeGreaterThanOrEqual(scoreOf({ id: 's', score: rows(points) }, known).score)
    }))
  })
  it('is kept with the dossier, with the reasons', () => {
    const { go, filed } = createMover(buildCouncil())
    const accepted = (loai: string) => go(filed({ loai }), { type: 'act', action: 'accept' }, factsAt(thursday, 'one-stop'))
    expect(accepted('moi')).toMatchObject({ step: 'consult', risk: { step: 'risk', score: 5, reasons: ['new'] } })
    expect(accepted('cu')).toMatchObject({ step: 'review', risk: { step: 'risk', score: 0, reasons: [] } })
  })
})
