import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEqual } from '#core/change/equal.ts'
import { workflowGraph } from '#core/workflow-map/workflow-graph.ts'
import { waysOf } from '#core/workflow-map/workflow-ways.ts'
import type { Workflow } from '#schemas/generated/types.ts'
import { uniteWorkflows } from '../../../../designer/review/tabs/united-workflow.ts'
import { anyWorkflow } from '../../../fixtures/arbitrary-workflow.ts'
import { after, before } from '../../../fixtures/two-revisions.ts'

const steps = ({ steps: all }: Workflow): string[] => all.map(({ id }) => id)

describe('uniteWorkflows', () => {
  const { workflow, steps: changed, changes } = uniteWorkflows(before().workflow, after().workflow!)

  it('says of each step what became of it', () => {
    expect(Object.fromEntries(changed)).toEqual({ intake: 'changed', look: 'added', appraisal: 'changed', decision: 'changed' })
  })
  it('says of each way what became of it', () => {
    expect(changes.get('intake/action/accept')).toBe('changed')
    expect(changes.get('look/action/go-on')).toBe('added')
    expect(changes.get('decision/action/send-back')).toBe('removed')
    expect(changes.has('decision/action/grant')).toBe(false)
  })
  it('keeps what is gone where it was', () => {
    const back = uniteWorkflows(after().workflow, before().workflow!)
    expect(steps(back.workflow).slice(0, 3)).toEqual(['intake', 'look', 'appraisal'])
    expect(back.steps.get('look')).toBe('removed')
    expect(workflow.steps.find(({ id }) => id === 'decision')!.actions!.map(({ id }) => id)).toContain('send-back')
  })
  it('marks nothing in a first publication', () => {
    expect(uniteWorkflows(undefined, after().workflow!).changes.size).toBe(0)
  })

  it('changes nothing of a workflow that stayed as it was', () => {
    fc.assert(fc.property(anyWorkflow(), (one) => {
      const same = uniteWorkflows(one, structuredClone(one))
      expect(same.changes.size).toBe(0)
      expect(isEqual(same.workflow, one)).toBe(true)
    }))
  })

  it('has every step of both, marks only what the map draws, and marks something where they differ', () => {
    fc.assert(fc.property(anyWorkflow(), anyWorkflow(), (old, now) => {
      const made = uniteWorkflows(old, now)
      expect(new Set(steps(made.workflow))).toEqual(new Set([...steps(old), ...steps(now)]))
      const { nodes, edges } = workflowGraph({ workflow: made.workflow }, 'vi')
      const drawn = new Set([...nodes, ...edges].map(({ id }) => id))
      // A way that leads nowhere is not drawn, and neither is the plain line of a fork without opinions.
      const ways = new Set(waysOf(made.workflow).map(({ id }) => id))
      for (const id of made.changes.keys()) expect(drawn.has(id) || ways.has(id) || id.includes('/join') || id.includes('/branch/') || id.includes('/opinion/'), id).toBe(true)
      expect(made.steps.size > 0).toBe(!isEqual(old.steps.toSorted((a, b) => a.id.localeCompare(b.id)), now.steps.toSorted((a, b) => a.id.localeCompare(b.id))))
    }))
  })
})
