// Gives every box and arrow of a graph its place, in points: columns from left to right, lanes from top to bottom, arrows
// along the free lines between them. The same graph always looks the same, and no two boxes touch.
import { chooseRoutes, type Route, type Routes } from './choose-routes.ts'
import type { Graph, GraphNode, LaneBand, Layout, PlacedNode, Point, RoutedEdge } from './graph.ts'
import { placeRows, type Grid } from './place-rows.ts'
import { rankNodes } from './rank-nodes.ts'

export interface Measures {
  /** Room on the left for the names of the lanes, and on the other sides. */
  left: number
  margin: number
  /** Between two arrows that leave one box. */
  slot: number
  /** Between two lines side by side. */
  track: number
  /** Between a box and the first line, and for the head of an arrow. */
  air: number
  lanePad: number
}

const most = (numbers: readonly number[]): number => Math.max(0, ...numbers)

interface Ruler {
  columnX: readonly number[]
  columnWidth: readonly number[]
  /** First line behind each column. */
  trackX: readonly number[]
  /** Height at which arrows come into the boxes of a row, and of the first line above them. */
  entryY: readonly number[]
  trackY: readonly number[]
  lanes: LaneBand[]
  width: number
  height: number
}

/** How far below the top of its box an arrow leaves. */
const leavesAt = ({ entry }: GraphNode, { edge, slot }: Route, measures: Measures): number => (edge.below?.y ?? entry) + slot * measures.slot

/** From where arrows come in down to the lower end of a box, and of the arrows that leave it. */
const reachBelow = (node: GraphNode, routes: readonly Route[], measures: Measures): number =>
  Math.max(node.height, ...routes.filter(({ edge }) => edge.from === node.id).map((route) => leavesAt(node, route, measures) + measures.slot / 2)) - node.entry

const rule = (graph: Graph, { cells, lanes }: Grid, { routes, columnTracks, rowTracks }: Routes, measures: Measures): Ruler => {
  const { left, margin, track, air, lanePad } = measures
  const inColumn = (column: number): GraphNode[] => graph.nodes.filter(({ id }) => cells.get(id)!.column === column)
  const inRow = (row: number): GraphNode[] => graph.nodes.filter(({ id }) => cells.get(id)!.row === row)
  const [columnX, columnWidth, trackX, entryY, trackY]: [number[], number[], number[], number[], number[]] = [[], [], [], [], []]
  let x = left + air
  columnTracks.forEach((tracks, column) => {
    const ids = new Set(inColumn(column).map(({ id }) => id))
    columnX.push(x)
    columnWidth.push(most(inColumn(column).map(({ width }) => width)))
    trackX.push(x + columnWidth[column]! + most(routes.filter(({ edge }) => ids.has(edge.from)).map(({ edge }) => edge.labelWidth)) + air)
    x = trackX[column]! + Math.max(0, new Set(tracks.values()).size - 1) * track + air
  })
  let y = margin
  const bands = lanes.map(({ id, rows }): LaneBand => {
    const top = y
    y += lanePad
    for (const row of rows) {
      const count = new Set(rowTracks[row]!.values()).size
      const above = y + count * track + (count > 0 ? air / 2 : 0)
      trackY[row] = y + track / 2
      entryY[row] = above + most(inRow(row).map(({ entry }) => entry))
      y = entryY[row]! + most(inRow(row).map((node) => reachBelow(node, routes, measures))) + lanePad
    }
    return { id, y: top, height: y - top }
  })
  return { columnX, columnWidth, trackX, entryY, trackY, lanes: bands, width: x + margin, height: y + margin }
}

const place = (graph: Graph, { cells }: Grid, { routes }: Routes, { columnX, columnWidth, entryY }: Ruler, measures: Measures): PlacedNode[] => graph.nodes.map((node) => {
  const { column, row } = cells.get(node.id)!
  const height = node.grows ? Math.max(node.height, node.entry + reachBelow(node, routes, measures)) : node.height
  return { ...node, height, x: columnX[column]! + (columnWidth[column]! - node.width) / 2, y: entryY[row]! - node.entry }
})

/** Where an arrow leaves: on the right side, or below where the side is too short or a timer hangs there. */
const exitOf = (node: PlacedNode, route: Route, measures: Measures): Point[] => {
  const { below } = route.edge
  const y = node.y + leavesAt(node, route, measures)
  if (!below && y <= node.y + node.height) return [{ x: node.x + node.width, y }]
  const x = node.x + (below?.x ?? node.width / 2)
  return [{ x, y: node.y + (below?.y ?? node.height) }, { x, y }]
}

const fromAbove = (to: PlacedNode, x: number, above: number): Point[] => [{ x, y: above }, { x: to.x + to.width / 2, y: above }, { x: to.x + to.width / 2, y: to.y }]
const aroundTo = (x1: number, above: number, x2: number, entry: Point): Point[] => [{ x: x1, y: above }, { x: x2, y: above }, { x: x2, y: entry.y }, entry]

/** Without points on a line between their neighbours. */
const bends = (points: readonly Point[]): Point[] => points.reduce<Point[]>((kept, point) => {
  const [before, last] = kept.slice(-2)
  if (last && last.x === point.x && last.y === point.y) return kept
  const isStraight = before && last && ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
  return [...(isStraight ? kept.slice(0, -1) : kept), point]
}, [])

export const layoutGraph = (graph: Graph, measures: Measures): Layout => {
  const ranks = rankNodes(graph)
  const grid = placeRows(graph, ranks)
  const chosen = chooseRoutes(graph, ranks, grid)
  const ruler = rule(graph, grid, chosen, measures)
  const nodes = place(graph, grid, chosen, ruler, measures)
  const at = new Map(nodes.map((node) => [node.id, node]))
  const lineX = (column: number, aim: string): number => ruler.trackX[column]! + (chosen.columnTracks[column]!.get(aim) ?? 0) * measures.track
  const trace = (route: Route): RoutedEdge => {
    const { edge, way } = route
    const [from, to] = [at.get(edge.from)!, at.get(edge.to)!]
    const [fromCell, toCell] = [grid.cells.get(edge.from)!, grid.cells.get(edge.to)!]
    const exit = exitOf(from, route, measures)
    const level = exit.at(-1)!
    const x1 = lineX(fromCell.column, edge.to)
    const above = ruler.trackY[toCell.row]! + (chosen.rowTracks[toCell.row]!.get(edge.to) ?? 0) * measures.track
    const entry: Point = { x: to.x, y: to.y + to.entry }
    const rest = way === 'straight' ? [entry] : [{ x: x1, y: level.y }, ...(way === 'back' ? fromAbove(to, x1, above) : way === 'above' ? aroundTo(x1, above, lineX(toCell.column - 1, edge.to), entry) : [{ x: x1, y: entry.y }, entry])]
    return { ...edge, points: bends([...exit, ...rest]), label: { x: (route.edge.below ? level.x : from.x + from.width) + 6, y: level.y }, goesBack: way === 'back' }
  }
  return { width: ruler.width, height: ruler.height, lanes: ruler.lanes, nodes, edges: chosen.routes.map(trace) }
}
