// The map of a workflow: every step in the lane of who acts, from left to right, with the ways between them in words.
import type { Locale } from '../text/localise.ts'
import type { LaneBand, PlacedNode, RoutedEdge } from './graph.ts'
import { layoutGraph, type Measures } from './layout-graph.ts'
import type { Charted } from './way-words.ts'
import { workflowGraph, type MapEdge, type MapNode } from './workflow-graph.ts'
import { laneTitle, lanesOf, type Lane } from './workflow-lanes.ts'

export type MappedNode = MapNode & PlacedNode
export type MappedEdge = MapEdge & RoutedEdge
export type MappedLane = Lane & LaneBand & { title: string }

export interface WorkflowMap {
  width: number
  height: number
  lanes: MappedLane[]
  nodes: MappedNode[]
  edges: MappedEdge[]
}

export const mapMeasures: Measures = { left: 64, margin: 10, slot: 38, track: 13, air: 22, lanePad: 18 }

export const layoutWorkflow = (charted: Charted, locale: Locale): WorkflowMap => {
  const graph = workflowGraph(charted, locale)
  const { width, height, lanes, nodes, edges } = layoutGraph(graph, mapMeasures)
  const known = new Map(lanesOf(charted.workflow).map((lane) => [lane.id, lane]))
  const routes = new Map(edges.map((edge) => [edge.id, edge]))
  const boxes = new Map(graph.nodes.map((node) => [node.id, node]))
  return {
    width, height,
    lanes: lanes.map((band) => ({ ...known.get(band.id)!, ...band, title: laneTitle(charted.workflow, known.get(band.id)!, locale) })),
    nodes: nodes.map((node) => ({ ...boxes.get(node.id)!, ...node })),
    // In the order of the document: the first decision is the first to follow.
    edges: graph.edges.map((edge) => ({ ...edge, ...routes.get(edge.id)! })),
  }
}
