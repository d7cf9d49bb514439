// Where an arrow key leads on the map: along the ways to the right and back to the left, up and down to what stands nearest.
import type { MappedNode, WorkflowMap } from '#core/workflow-map/layout-workflow.ts'

export type Arrow = 'ArrowRight' | 'ArrowLeft' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End'

export const isArrow = (key: string): key is Arrow => ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)

const middle = ({ x, width, y, height }: MappedNode): { x: number, y: number } => ({ x: x + width / 2, y: y + height / 2 })

/** Distance sideways weighs more: one looks up or down. */
const beside = (nodes: readonly MappedNode[], from: MappedNode, down: boolean): MappedNode | undefined => {
  const at = middle(from)
  const far = (node: MappedNode): number => 2 * Math.abs(middle(node).x - at.x) + Math.abs(middle(node).y - at.y)
  return nodes.filter((node) => (down ? middle(node).y > at.y : middle(node).y < at.y)).sort((a, b) => far(a) - far(b))[0]
}

/** `came` is the box from which one came here, so that left and right undo each other. */
export const travel = ({ nodes, edges }: WorkflowMap, from: MappedNode, key: Arrow, came?: string): MappedNode | undefined => {
  const find = (id: string | undefined): MappedNode | undefined => nodes.find((node) => node.id === id)
  switch (key) {
    case 'ArrowRight': {
      const ways = edges.filter((edge) => edge.from === from.id && edge.to !== from.id)
      return find((ways.find(({ goesBack }) => !goesBack) ?? ways[0])?.to)
    }
    case 'ArrowLeft': {
      const ways = edges.filter((edge) => edge.to === from.id && edge.from !== from.id)
      return find((ways.find((edge) => edge.from === came) ?? ways.find(({ goesBack }) => !goesBack) ?? ways[0])?.from)
    }
    case 'ArrowUp': return beside(nodes, from, false)
    case 'ArrowDown': return beside(nodes, from, true)
    case 'Home': return nodes[0]
    case 'End': return nodes.at(-1)
  }
}
