// The outline of a box on the map: what kind of step it is shows in its shape, without colour.
import type { MappedNode } from '#core/workflow-map/layout-workflow.ts'

/** As wide as the names of the lanes on the left. */
export const laneHead = 62

const rounded = ({ x, y, width, height }: MappedNode, r: number): string =>
  `M${x + r} ${y}H${x + width - r}A${r} ${r} 0 0 1 ${x + width} ${y + r}V${y + height - r}A${r} ${r} 0 0 1 ${x + width - r} ${y + height}H${x + r}A${r} ${r} 0 0 1 ${x} ${y + height - r}V${y + r}A${r} ${r} 0 0 1 ${x + r} ${y}Z`

/** Corners cut off, so long. */
const cut = ({ x, y, width, height }: MappedNode, c: number): string =>
  `M${x + c} ${y}H${x + width - c}L${x + width} ${y + c}V${y + height - c}L${x + width - c} ${y + height}H${x + c}L${x} ${y + height - c}V${y + c}Z`

export const outline = (node: MappedNode): string => {
  switch (node.kind) {
    case 'automatic': case 'opinions': return cut(node, 16)
    case 'applicant': case 'payment': return rounded(node, 4)
    case 'end': return rounded(node, 32)
    case 'join': return rounded(node, node.width / 2)
    default: return rounded(node, 12)
  }
}

/** With rounded corners; the last point is the head of the arrow. */
export const arrowPath = (points: readonly { x: number, y: number }[], radius = 7): string => points.map(({ x, y }, i) => {
  const [before, after] = [points[i - 1], points[i + 1]]
  if (!before) return `M${x} ${y}`
  if (!after) return `L${x} ${y}`
  const near = (other: { x: number, y: number }): string => {
    const [dx, dy] = [other.x - x, other.y - y]
    const length = Math.max(1, Math.abs(dx) + Math.abs(dy))
    const r = Math.min(radius, length / 2)
    return `${x + (dx / length) * r} ${y + (dy / length) * r}`
  }
  return `L${near(before)}Q${x} ${y} ${near(after)}`
}).join('')
