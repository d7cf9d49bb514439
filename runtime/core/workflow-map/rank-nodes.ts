// In which column a box stands: one further than the furthest of those that lead to it. Arrows that close a circle go back
// and do not count.
import type { Graph, GraphEdge } from './graph.ts'

/** Boxes and arrows, whatever they look like. */
type Ways = Pick<Graph, 'starts'> & { nodes: readonly { id: string }[]; edges: readonly Arrow[] }
type Arrow = Pick<GraphEdge, 'id' | 'from' | 'to'>

export interface Ranks {
  columns: ReadonlyMap<string, number>
  /** Ids of the edges that go back. */
  back: ReadonlySet<string>
}

const outgoing = ({ nodes, edges }: Ways): Map<string, Arrow[]> => {
  const known = new Map(nodes.map(({ id }): [string, Arrow[]] => [id, []]))
  for (const edge of edges) known.get(edge.from)?.push(edge)
  return known
}

/** Walks from where reading begins, in the order of the document: an edge to a box on the way walked closes a circle. */
const walk = (graph: Ways, leaving: ReadonlyMap<string, readonly Arrow[]>): { back: Set<string>; order: string[] } => {
  const state = new Map<string, 'open' | 'done'>()
  const back = new Set<string>()
  const order: string[] = []
  const visit = (id: string): void => {
    state.set(id, 'open')
    for (const edge of leaving.get(id) ?? []) {
      if (state.get(edge.to) === 'open') back.add(edge.id)
      else if (!state.has(edge.to)) visit(edge.to)
    }
    state.set(id, 'done')
    order.unshift(id)
  }
  for (const id of [...graph.starts, ...graph.nodes.map((node) => node.id)]) if (leaving.has(id) && !state.has(id)) visit(id)
  return { back, order }
}

export const rankNodes = (graph: Ways): Ranks => {
  const leaving = outgoing(graph)
  const { back, order } = walk(graph, leaving)
  const columns = new Map(graph.nodes.map(({ id }) => [id, 0]))
  for (const id of order) {
    for (const edge of leaving.get(id) ?? []) if (!back.has(edge.id)) columns.set(edge.to, Math.max(columns.get(edge.to)!, columns.get(id)! + 1))
  }
  return { columns, back }
}
