// Who comes along when open dossiers are migrated, and who stays.
import { describe, expect, it } from 'vitest'
import { countStaying, staysBehind } from '#core/change/stays-behind.ts'
import type { Workflow } from '#schemas/generated/types.ts'
import { buildWorkflow } from '../../../fixtures/core-builders.ts'

const workflow = buildWorkflow()
const without = (id: string): Workflow => ({ ...workflow, steps: workflow.steps.filter((step) => step.id !== id) })
const replayed = (...keywords: string[]) => ({ reasons: keywords.map((keyword) => ({ path: '/ten', keyword })) })
const supplement = { reason: 'x', fields: ['/ten'], askedAt: '2026-11-20T00:00:00Z', returnTo: 'intake' }

describe('staysBehind', () => {
  it('lets along whoever stands in a step that is there, also where an answer loses its place or is not asked for any more', () => {
    expect(staysBehind(workflow, workflow, { step: 'review' }, replayed())).toBeUndefined()
    expect(staysBehind(workflow, without('supplement'), { step: 'review' }, replayed('noPlace', 'notAsked'))).toBeUndefined()
  })
  it('keeps back whoever stands in a step that is gone, or is another kind of step now', () => {
    expect(staysBehind(workflow, without('review'), { step: 'review' }, replayed())).toEqual({ why: 'stepGone', step: 'review' })
    const other: Workflow = { ...workflow, steps: workflow.steps.map((step) => (step.id === 'review' ? { ...step, kind: 'payment' } : step)) }
    expect(staysBehind(workflow, other, { step: 'review' }, replayed())).toEqual({ why: 'stepGone', step: 'review' })
    expect(staysBehind(workflow, undefined, { step: 'review' }, replayed())).toEqual({ why: 'stepGone', step: 'review' })
  })
  it('keeps back an applicant who is completing the dossier, and one whose answers are not taken any more', () => {
    expect(staysBehind(workflow, workflow, { step: 'supplement', supplement }, replayed())).toEqual({ why: 'supplement', step: 'supplement' })
    expect(staysBehind(workflow, workflow, { step: 'review' }, replayed('maxLength'))).toEqual({ why: 'asksAgain' })
    // Also where another answer has no place any more besides.
    expect(staysBehind(workflow, workflow, { step: 'review' }, replayed('noPlace', 'maxLength'))).toEqual({ why: 'asksAgain' })
  })
})

describe('countStaying', () => {
  it('counts equal ones together, also those that were counted before', () => {
    const counted = countStaying([{ why: 'asksAgain' }, { why: 'stepGone', step: 'a' }, { why: 'stepGone', step: 'a' }])
    expect(counted).toEqual([{ why: 'stepGone', step: 'a', count: 2 }, { why: 'asksAgain', count: 1 }])
    expect(countStaying([...counted, { why: 'asksAgain' }, { why: 'asksAgain' }])[0]).toEqual({ why: 'asksAgain', count: 3 })
  })
})
