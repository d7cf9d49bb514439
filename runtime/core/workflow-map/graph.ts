// Boxes in lanes with arrows between them, before and after they have a place. What the boxes stand for is nobody’s business
// here: the map of a workflow and the diagram of a BPMN file are laid out alike.

export interface GraphNode {
  id: string
  lane: string
  width: number
  height: number
  /** From its top down to where arrows come in, on the left; boxes of one row are aligned there. */
  entry: number
  /** May become taller, so that all its arrows leave on its right side. */
  grows?: boolean
}

export interface GraphEdge {
  id: string
  from: string
  to: string
  /** Room for its words, where it leaves the box. */
  labelWidth: number
  /** Leaves from this point instead of the right side, counted from the upper left corner: from a timer that hangs below the box. */
  below?: Point
}

export interface Graph {
  /** From top to bottom. */
  lanes: readonly string[]
  nodes: readonly GraphNode[]
  edges: readonly GraphEdge[]
  /** Where reading begins. */
  starts: readonly string[]
}

export interface Point {
  x: number
  y: number
}

export interface PlacedNode extends GraphNode, Point {}

export interface RoutedEdge extends GraphEdge {
  points: Point[]
  /** Left end of the room for its words, on its first level stretch. */
  label: Point
  goesBack: boolean
}

export interface LaneBand {
  id: string
  y: number
  height: number
}

export interface Layout {
  width: number
  height: number
  lanes: LaneBand[]
  nodes: PlacedNode[]
  edges: RoutedEdge[]
}
