// Who comes along when open dossiers are migrated, and who stays.
import { describe, expect, it } from 'vitest'
import { countStaying, staysBehind } from '#core/change/stays-behind.ts'
import type { Workflow } from '#schemas/generated/types.ts'
import { buildWorkflow } from '../../../fixtures/core-builders.ts'

const workflow = buildWorkflow()
const without = (id: string): Workflow => ({ ...workflow, steps: workflow.steps.filter((step) => step.id !== id) })
const supplement = { reason: 'x', fields: ['/ten'], askedAt: '2026-11-20T00:00:00Z', returnTo: 'intake' }

describe('staysBehind', () => {
  it('lets along whoever stands in a step that is there, also where an answer loses its place', () => {
    expect(staysBehind(workflow, workflow, { step: 'review' }, 'same')).toBeUndefined()
    expect(staysBehind(workflow, without('supplement'), { step: 'review' }, 'losesData')).toBeUndefined()
  })
  it('keeps back whoever stands in a step that is gone, or is another kind of step now', () => {
    expect(staysBehind(workflow, without('review'), { step: 'review' }, 'same')).toEqual({ why: 'stepGone', step: 'review' })
    const other: Workflow = { ...workflow, steps: workflow.steps.map((step) => (step.id === 'review' ? { ...step, kind: 'payment' } : step)) }
    expect(staysBehind(workflow, other, { step: 'review' }, 'same')).toEqual({ why: 'stepGone', step: 'review' })
    expect(staysBehind(workflow, undefined, { step: 'review' }, 'same')).toEqual({ why: 'stepGone', step: 'review' })
  })
  it('keeps back an applicant who is completing the dossier, and one whose answers are not taken any more', () => {
    expect(staysBehind(workflow, workflow, { step: 'supplement', supplement }, 'same')).toEqual({ why: 'supplement', step: 'supplement' })
    expect(staysBehind(workflow, workflow, { step: 'review' }, 'asksAgain')).toEqual({ why: 'asksAgain' })
  })
})

describe('countStaying', () => {
  it('counts equal ones together, also those that were counted before', () => {
    const counted = countStaying([{ why: 'asksAgain' }, { why: 'stepGone', step: 'a' }, { why: 'stepGone', step: 'a' }])
    expect(counted).toEqual([{ why: 'stepGone', step: 'a', count: 2 }, { why: 'asksAgain', count: 1 }])
    expect(countStaying([...counted, { why: 'asksAgain' }, { why: 'asksAgain' }])[0]).toEqual({ why: 'asksAgain', count: 3 })
  })
})
