import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutWorkflow } from '#core/workflow-map/layout-workflow.ts'
import { travel, type Arrow } from '../../../../designer/workflow-editor/map/map-travel.ts'
import { anyWorkflow } from '../../../fixtures/arbitrary-workflow.ts'
import { buildWorkflow } from '../../../fixtures/core-builders.ts'

const map = layoutWorkflow({ workflow: buildWorkflow() }, 'vi')
const node = (id: string) => map.nodes.find((each) => each.id === id)!
const to = (from: string, key: Arrow, came?: string): string | undefined => travel(map, node(from), key, came)?.id

describe('the arrow keys on the map', () => {
  it('follow the first way to the right and back', () => {
    expect([to('intake', 'ArrowRight'), to('review', 'ArrowLeft'), to('supplement', 'ArrowLeft')]).toEqual(['review', 'intake', 'intake'])
  })
  it('go back to where one came from', () => {
    expect(to('stopped', 'ArrowLeft', 'supplement')).toBe('supplement')
  })
  it('go up and down to what stands there, and stay where nothing does', () => {
    for (const key of ['ArrowUp', 'ArrowDown'] as const) {
      for (const from of map.nodes) {
        const next = travel(map, from, key)
        if (next) expect(key === 'ArrowUp' ? next.y + next.height / 2 < from.y + from.height / 2 : next.y + next.height / 2 > from.y + from.height / 2).toBe(true)
      }
    }
  })
  it('lead to a box of the map, whatever the workflow', () => {
    fc.assert(fc.property(anyWorkflow(), fc.constantFrom<Arrow>('ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End'), (workflow, key) => {
      const drawn = layoutWorkflow({ workflow }, 'vi')
      for (const from of drawn.nodes) {
        const next = travel(drawn, from, key)
        expect(next === undefined || drawn.nodes.includes(next)).toBe(true)
      }
    }), { numRuns: 40 })
  })
})
