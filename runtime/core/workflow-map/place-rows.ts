// In which row a box stands: within its lane, as near as may be to those that it is joined with (barycentre), one box a
// cell of the grid of rows and columns.
import type { Graph, GraphNode } from './graph.ts'
import type { Ranks } from './rank-nodes.ts'

export interface Cell {
  column: number
  /** Counted through all lanes. */
  row: number
}

export interface Grid {
  cells: ReadonlyMap<string, Cell>
  /** Rows of each lane, from top to bottom; lanes without boxes have none. */
  lanes: { id: string; rows: number[] }[]
}

const sweeps = 4
const laneDistance = 1000

const mean = (numbers: readonly number[]): number | undefined => (numbers.length === 0 ? undefined : numbers.reduce((sum, each) => sum + each, 0) / numbers.length)

/** Boxes of one lane in one column, from top to bottom. */
type Stacks = Map<string, GraphNode[]>

const stack = ({ nodes }: Graph, { columns }: Ranks): Stacks => {
  const stacks: Stacks = new Map()
  for (const node of nodes) {
    const key = `${columns.get(node.id)}|${node.lane}`
    stacks.set(key, [...(stacks.get(key) ?? []), node])
  }
  return stacks
}

const orderStacks = (graph: Graph, ranks: Ranks): Stacks => {
  const stacks = stack(graph, ranks)
  const laneAt = new Map(graph.lanes.map((lane, i) => [lane, i * laneDistance]))
  const neighbours = new Map(graph.nodes.map(({ id }): [string, string[]] => [id, []]))
  for (const { from, to } of graph.edges) {
    neighbours.get(from)?.push(to)
    neighbours.get(to)?.push(from)
  }
  const heights = new Map<string, number>()
  const settle = (): void => { for (const nodes of stacks.values()) nodes.forEach(({ id, lane }, i) => heights.set(id, laneAt.get(lane)! + i)) }
  settle()
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const nodes of stacks.values()) {
      const weights = new Map(nodes.map(({ id }) => [id, mean(neighbours.get(id)!.map((each) => heights.get(each)!)) ?? heights.get(id)!]))
      nodes.sort((a, b) => weights.get(a.id)! - weights.get(b.id)!)
    }
    settle()
  }
  return stacks
}

export const placeRows = (graph: Graph, ranks: Ranks): Grid => {
  const stacks = orderStacks(graph, ranks)
  const widest = Math.max(0, ...ranks.columns.values())
  const before = (node: GraphNode, within: ReadonlyMap<string, number>): number | undefined => {
    const rows = graph.edges.filter(({ id, to }) => to === node.id && !ranks.back.has(id)).map(({ from }) => within.get(from)).filter((row) => row !== undefined)
    return rows[0]
  }
  const cells = new Map<string, Cell>()
  const lanes: Grid['lanes'] = []
  let first = 0
  for (const lane of graph.lanes) {
    const within = new Map<string, number>()
    for (let column = 0; column <= widest; column++) {
      let last = -1
      for (const node of stacks.get(`${column}|${lane}`) ?? []) {
        // In the row of the box before it an arrow runs straight.
        last = Math.max(last + 1, before(node, within) ?? 0)
        within.set(node.id, last)
        cells.set(node.id, { column, row: first + last })
      }
    }
    if (within.size === 0) continue
    const count = Math.max(...within.values()) + 1
    lanes.push({ id: lane, rows: Array.from({ length: count }, (_each, i) => first + i) })
    first += count
  }
  return { cells, lanes }
}
