// The diagram of a BPMN file (BPMN DI): bounds of every shape, waypoints of every flow, room for their names.
import type { Layout, PlacedNode, Point } from '../../workflow-map/graph.ts'
import type { BpmnGraph } from './bpmn-graph.ts'
import { bpmnId } from './bpmn-shapes.ts'
import { element, type XmlElement } from './xml.ts'

interface Bounds extends Point { width: number; height: number }

export const withdrawalInside = { start: 'withdrawal_start', end: 'withdrawal_end', flow: 'withdrawal_flow' }

const radius = 18

const bounds = ({ x, y, width, height }: Bounds): XmlElement => element('dc:Bounds', { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) })
const labelled = (room: Bounds): XmlElement => element('bpmndi:BPMNLabel', {}, [bounds(room)])
/** Names of events and gateways stand below them, or above where flows leave below. */
const below = ({ x, y, width, height }: Bounds): Bounds => ({ x: x + width / 2 - 50, y: y + height + 4, width: 100, height: 28 })
const above = ({ x, y, width }: Bounds): Bounds => ({ x: x + width / 2 - 50, y: y - 32, width: 100, height: 28 })

const shape = (id: string, room: Bounds, name?: Bounds, more: Record<string, string> = {}): XmlElement =>
  element('bpmndi:BPMNShape', { id: `${id}_shape`, bpmnElement: id, ...more }, [bounds(room), ...(name ? [labelled(name)] : [])])

const edge = (id: string, points: readonly Point[], name?: Bounds): XmlElement =>
  element('bpmndi:BPMNEdge', { id: `${id}_edge`, bpmnElement: id }, [...points.map(({ x, y }) => element('di:waypoint', { x: Math.round(x), y: Math.round(y) })), ...(name ? [labelled(name)] : [])])

const nodeShapes = ({ nodes }: BpmnGraph, placed: ReadonlyMap<string, PlacedNode>): XmlElement[] => nodes.flatMap((node) => {
  const at = placed.get(node.id)!
  if (node.type.endsWith('Event')) return [shape(node.id, at, node.type === 'startEvent' ? above(at) : below(at))]
  if (node.type.endsWith('Gateway')) return [shape(node.id, at, above(at), node.type === 'exclusiveGateway' ? { isMarkerVisible: 'true' } : {})]
  if (node.type !== 'subProcess') return [shape(node.id, at)]
  const [start, end] = [40, 184].map((x): Bounds => ({ x: at.x + x, y: at.y + 36, width: 2 * radius, height: 2 * radius }))
  const middle = at.y + 36 + radius
  return [
    shape(node.id, at, undefined, { isExpanded: 'true' }), shape(withdrawalInside.start, start!, below(start!)), shape(withdrawalInside.end, end!, below(end!)),
    edge(withdrawalInside.flow, [{ x: start!.x + 2 * radius, y: middle }, { x: end!.x, y: middle }]),
  ]
})

export const drawDiagram = (graph: BpmnGraph, { width, lanes, nodes, edges }: Layout): XmlElement => {
  const placed = new Map(nodes.map((node) => [node.id, node]))
  const names = new Map(graph.flows.map((flow) => [flow.id, flow.name]))
  const [first, last] = [lanes[0], lanes.at(-1)]
  const pool: Bounds = { x: 0, y: first?.y ?? 0, width, height: first && last ? last.y + last.height - first.y : 100 }
  return element('bpmndi:BPMNDiagram', { id: 'diagram' }, [element('bpmndi:BPMNPlane', { id: 'plane', bpmnElement: 'collaboration' }, [
    shape('participant', pool, undefined, { isHorizontal: 'true' }),
    ...lanes.map(({ id, y, height }) => shape(bpmnId('lane', id), { x: 30, y, width: width - 30, height }, undefined, { isHorizontal: 'true' })),
    ...nodeShapes(graph, placed),
    ...graph.timers.map(({ id, host, at }) => {
      const box = placed.get(host)!
      const room: Bounds = { x: box.x + at.x - radius, y: box.y + at.y - 2 * radius, width: 2 * radius, height: 2 * radius }
      return shape(id, room, { x: room.x + 2 * radius - 6, y: room.y + 2 * radius - 2, width: 90, height: 28 })
    }),
    ...edges.map(({ id, points, label, labelWidth }) => edge(id, points, names.get(id) ? { x: label.x, y: label.y - 30, width: Math.max(20, labelWidth - 6), height: 28 } : undefined)),
  ])])
}
