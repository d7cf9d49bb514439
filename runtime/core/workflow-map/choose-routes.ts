// Which way each arrow takes over the grid, still without measures: it leaves to the right, goes up or down between two
// columns, along above the row of its aim if it must, and comes in from the left, or from above when it goes back. Arrows to
// one aim share their lines, arrows to different aims never do.
import type { Graph, GraphEdge } from './graph.ts'
import type { Cell, Grid } from './place-rows.ts'
import type { Ranks } from './rank-nodes.ts'

export interface Route {
  edge: GraphEdge
  /** Place among those that leave the box: 0 runs straight on at the height at which arrows come in. */
  slot: number
  /** straight: one level line; entryRow: level at the aim’s own height; above: along the gap above the aim’s row; back: from there down into it. */
  way: 'straight' | 'next' | 'entryRow' | 'above' | 'back'
}

/** Lines side by side in a gap, by the id of the aim. */
export type Tracks = ReadonlyMap<string, number>

export interface Routes {
  routes: Route[]
  /** Between a column and the next. */
  columnTracks: Tracks[]
  /** Above a row. */
  rowTracks: Tracks[]
}

interface Stretch { aim: string; from: number; to: number }

/** The first line that is free over the whole length; the shortest reach the nearest. */
const assign = (stretches: readonly Stretch[]): Tracks => {
  const reach = new Map<string, Stretch>()
  for (const { aim, from, to } of stretches) {
    const known = reach.get(aim)
    reach.set(aim, { aim, from: Math.min(from, to, known?.from ?? Infinity), to: Math.max(from, to, known?.to ?? -Infinity) })
  }
  const lines: Stretch[][] = []
  const tracks = new Map<string, number>()
  for (const next of [...reach.values()].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const free = lines.findIndex((line) => line.every((other) => other.to < next.from || next.to < other.from))
    const index = free === -1 ? lines.length : free
    ;(lines[index] ??= []).push(next)
    tracks.set(next.aim, index)
  }
  return tracks
}

// Positions on the grid, in thousandths: room for the boxes of a row and the gap above them, for a column and the gap behind it.
const unit = 1000
const rowAt = (row: number, slot = 0): number => row * unit + slot
const aboveRow = (row: number): number => row * unit - unit / 2
const columnAt = (column: number): number => column * unit
const behindColumn = (column: number): number => column * unit + unit / 2

const wayOf = (from: Cell, to: Cell, goesBack: boolean, isBelow: boolean, isFree: (row: number, from: number, to: number) => boolean): Route['way'] => {
  if (goesBack) return 'back'
  const isOpen = (row: number): boolean => isFree(row, from.column + 1, to.column - 1)
  if (from.row === to.row && !isBelow && isOpen(to.row)) return 'straight'
  if (to.column === from.column + 1) return 'next'
  return isOpen(to.row) ? 'entryRow' : 'above'
}

/** Those that go up leave above those that go down; what hangs below the box comes last. */
const withSlots = (routes: readonly Omit<Route, 'slot'>[], cells: Grid['cells']): Route[] => {
  const heightOf = ({ edge, way }: Omit<Route, 'slot'>): number => {
    const { row, column } = cells.get(edge.to)!
    return (edge.below === undefined ? 0 : unit * unit) + row - (way === 'back' ? 0.5 : 0) - column / unit
  }
  const straight = routes.find(({ way }) => way === 'straight')
  const others = routes.filter((route) => route !== straight).sort((a, b) => heightOf(a) - heightOf(b))
  // The height at which arrows come in is for the one that runs straight on; a second one joins it.
  return [...(straight ? [{ ...straight, slot: 0 }] : []), ...others.map((route, i) => ({ ...route, way: route.way === 'straight' ? 'entryRow' as const : route.way, slot: i + 1 }))]
}

export const chooseRoutes = (graph: Graph, { back }: Ranks, { cells, lanes }: Grid): Routes => {
  const taken = new Set([...cells.values()].map(({ row, column }) => `${row}|${column}`))
  const isFree = (row: number, from: number, to: number): boolean => {
    for (let column = from; column <= to; column++) if (taken.has(`${row}|${column}`)) return false
    return true
  }
  const routes = graph.nodes.flatMap((node) => withSlots(
    graph.edges.filter(({ from }) => from === node.id).map((edge) => ({ edge, way: wayOf(cells.get(edge.from)!, cells.get(edge.to)!, back.has(edge.id), edge.below !== undefined, isFree) })), cells))
  const inColumns = new Map<number, Stretch[]>()
  const inRows = new Map<number, Stretch[]>()
  const add = (gaps: Map<number, Stretch[]>, gap: number, stretch: Stretch): void => void gaps.set(gap, [...(gaps.get(gap) ?? []), stretch])
  for (const { edge, slot, way } of routes) {
    if (way === 'straight') continue
    const [from, to, aim] = [cells.get(edge.from)!, cells.get(edge.to)!, edge.to]
    const end = way === 'next' || way === 'entryRow' ? rowAt(to.row) : aboveRow(to.row)
    add(inColumns, from.column, { aim, from: rowAt(from.row, slot), to: end })
    if (way === 'back') add(inRows, to.row, { aim, from: behindColumn(from.column), to: columnAt(to.column) })
    if (way !== 'above') continue
    add(inRows, to.row, { aim, from: behindColumn(from.column), to: behindColumn(to.column - 1) })
    add(inColumns, to.column - 1, { aim, from: aboveRow(to.row), to: rowAt(to.row) })
  }
  const gaps = (found: ReadonlyMap<number, Stretch[]>, count: number): Tracks[] => Array.from({ length: count }, (_each, i) => assign(found.get(i) ?? []))
  return {
    routes,
    columnTracks: gaps(inColumns, Math.max(0, ...[...cells.values()].map(({ column }) => column + 1))),
    rowTracks: gaps(inRows, lanes.reduce((sum, { rows }) => sum + rows.length, 0)),
  }
}
