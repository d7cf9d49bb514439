import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Graph, Layout, PlacedNode, Point } from '#core/workflow-map/graph.ts'
import { layoutGraph } from '#core/workflow-map/layout-graph.ts'

const measures = { left: 40, margin: 16, slot: 34, track: 12, air: 18, lanePad: 14 }

const anyGraph = (most = 16): fc.Arbitrary<Graph> => fc.integer({ min: 1, max: most }).chain((count) => {
  const name = fc.integer({ min: 0, max: count - 1 }).map((i) => `n${i}`)
  const node = (id: string) => fc.record({ id: fc.constant(id), lane: fc.constantFrom('a', 'b', 'c'), width: fc.integer({ min: 20, max: 200 }), height: fc.integer({ min: 50, max: 120 }), entry: fc.constantFrom(18, 25, 40), grows: fc.boolean() })
  return fc.record({
    lanes: fc.constant(['a', 'b', 'c', 'unused']), starts: fc.constant(['n0']), nodes: fc.tuple(...Array.from({ length: count }, (_each, i) => node(`n${i}`))),
    edges: fc.array(fc.tuple(name, name, fc.integer({ min: 0, max: 140 }), fc.boolean()), { maxLength: 30 }).map((found) => found.map(([from, to, labelWidth, isBelow], i) => ({ id: `e${i}`, from, to, labelWidth, ...(isBelow && { below: { x: 10, y: 130 } }) }))),
  // Timers hang below boxes whose size is fixed.
  }).map((graph) => ({ ...graph, edges: graph.edges.map(({ below, ...edge }) => ({ ...edge, ...(below && !graph.nodes.find(({ id }) => id === edge.from)!.grows && { below }) })) }))
})

const overlap = (a: PlacedNode, b: PlacedNode): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
const stretches = (points: readonly Point[]): [Point, Point][] => points.slice(1).map((point, i) => [points[i]!, point])
const crosses = ([a, b]: [Point, Point], node: PlacedNode): boolean =>
  Math.min(a.x, b.x) < node.x + node.width && Math.max(a.x, b.x) > node.x && Math.min(a.y, b.y) < node.y + node.height && Math.max(a.y, b.y) > node.y
const shared = ([a, b]: [Point, Point], [c, d]: [Point, Point]): boolean => {
  const along = (p: 'x' | 'y', q: 'x' | 'y'): boolean => a[p] === b[p] && c[p] === d[p] && a[p] === c[p] && Math.max(Math.min(a[q], b[q]), Math.min(c[q], d[q])) < Math.min(Math.max(a[q], b[q]), Math.max(c[q], d[q]))
  return along('x', 'y') || along('y', 'x')
}
const nodeOf = (layout: Layout, id: string): PlacedNode => layout.nodes.find((node) => node.id === id)!

describe('a graph that is laid out', () => {
  it('keeps its boxes apart, inside their lanes and inside the picture', () => {
    fc.assert(fc.property(anyGraph(), (graph) => {
      const { nodes, lanes, width, height } = layoutGraph(graph, measures)
      for (const node of nodes) {
        expect(nodes.filter((other) => other !== node && overlap(node, other)).map(({ id }) => id)).toEqual([])
        const lane = lanes.find(({ id }) => id === node.lane)!
        expect(node.y >= lane.y && node.y + node.height <= lane.y + lane.height && node.x >= measures.left && node.x + node.width <= width && lane.y + lane.height <= height).toBe(true)
      }
    }))
  })
  it('draws every arrow upright or level, from its box to its aim, through no other box', () => {
    fc.assert(fc.property(anyGraph(), (graph) => {
      const layout = layoutGraph(graph, measures)
      expect(layout.edges.map(({ id }) => id).sort()).toEqual(graph.edges.map(({ id }) => id).sort())
      for (const { from, to, points, below } of layout.edges) {
        const [start, end] = [points[0]!, points.at(-1)!]
        const [source, aim] = [nodeOf(layout, from), nodeOf(layout, to)]
        expect(stretches(points).every(([a, b]) => (a.x === b.x) !== (a.y === b.y))).toBe(true)
        if (!below) expect((start.x === source.x + source.width && start.y >= source.y && start.y <= source.y + source.height) || start.y === source.y + source.height).toBe(true)
        expect((end.x === aim.x && end.y === aim.y + aim.entry) || (end.y === aim.y && end.x === aim.x + aim.width / 2)).toBe(true)
        expect(layout.nodes.filter((node) => stretches(points).some((stretch) => crosses(stretch, node))).map(({ id }) => id)).toEqual([])
      }
    }))
  })
  it('lets only arrows to one aim, or from one box, share a line', () => {
    fc.assert(fc.property(anyGraph(), (graph) => {
      const { edges } = layoutGraph(graph, measures)
      edges.forEach((a, i) => edges.slice(i + 1).forEach((b) => {
        if (a.to === b.to || a.from === b.from) return
        expect(stretches(a.points).some((one) => stretches(b.points).some((other) => shared(one, other)))).toBe(false)
      }))
    }))
  })
  it('is always the same', () => {
    fc.assert(fc.property(anyGraph(), (graph) => { expect(layoutGraph(structuredClone(graph), measures)).toEqual(layoutGraph(graph, measures)) }), { numRuns: 30 })
  })
  it('runs from left to right where nothing goes back', () => {
    fc.assert(fc.property(anyGraph(), (graph) => {
      const layout = layoutGraph(graph, measures)
      for (const { from, to, goesBack } of layout.edges) if (!goesBack) expect(nodeOf(layout, from).x).toBeLessThan(nodeOf(layout, to).x)
    }))
  })
  it('is empty of nothing', () => {
    expect(layoutGraph({ lanes: [], nodes: [], edges: [], starts: [] }, measures)).toMatchObject({ nodes: [], edges: [], lanes: [] })
  })
})
