// Writes a workflow as a BPMN 2.0 file with its diagram (OMG 20100524), which other modellers open. It is for reading and
// exchange: the procedure’s own document stays the source.
import type { Paper, Procedure } from '#schemas/generated/types.ts'
import { localise, type Locale } from '../../text/localise.ts'
import type { Layout } from '../../workflow-map/graph.ts'
import { layoutGraph, type Measures } from '../../workflow-map/layout-graph.ts'
import { stepTitle, type Charted } from '../../workflow-map/way-words.ts'
import { laneTitle, lanesOf } from '../../workflow-map/workflow-lanes.ts'
import { drawDiagram, withdrawalInside } from './bpmn-diagram.ts'
import { bpmnGraph, type BpmnGraph } from './bpmn-graph.ts'
import { bpmnId, type BpmnFlow, type BpmnNode, type BpmnTimer } from './bpmn-shapes.ts'
import { element, writeXml, type XmlElement } from './xml.ts'

const measures: Measures = { left: 60, margin: 20, slot: 40, track: 14, air: 26, lanePad: 46 }

const documented = (notes: readonly string[]): XmlElement[] => (notes.length === 0 ? [] : [element('bpmn:documentation', {}, [notes.join('\n')])])

const expression = (name: string, text: string): XmlElement => element(name, { 'xsi:type': 'bpmn:tFormalExpression' }, [text])

/** A flow begins at its timer where it has one. */
export const sourceOf = ({ timer, from }: BpmnFlow): string => timer ?? from

const ends = ({ flows }: BpmnGraph, id: string): XmlElement[] => [
  ...flows.filter(({ to }) => to === id).map((flow) => element('bpmn:incoming', {}, [flow.id])),
  ...flows.filter((flow) => sourceOf(flow) === id).map((flow) => element('bpmn:outgoing', {}, [flow.id])),
]

const withdrawnProcess = (node: BpmnNode, { withdrawn }: BpmnGraph, locale: Locale): XmlElement => element('bpmn:subProcess', { id: node.id, name: node.name, triggeredByEvent: 'true' }, [
  ...documented(node.notes),
  element('bpmn:startEvent', { id: withdrawalInside.start, name: node.name }, [element('bpmn:outgoing', {}, [withdrawalInside.flow]), element('bpmn:messageEventDefinition', { id: 'withdrawal_message' })]),
  element('bpmn:endEvent', { id: withdrawalInside.end, name: stepTitle(withdrawn, locale) }, [element('bpmn:incoming', {}, [withdrawalInside.flow])]),
  element('bpmn:sequenceFlow', { id: withdrawalInside.flow, sourceRef: withdrawalInside.start, targetRef: withdrawalInside.end }),
])

const directionOf = ({ flows }: BpmnGraph, { id }: BpmnNode): string => {
  const [into, out] = [flows.filter(({ to }) => to === id).length, flows.filter((flow) => sourceOf(flow) === id).length]
  return out < 2 ? 'Converging' : into > 1 ? 'Mixed' : 'Diverging'
}

const nodeElement = (graph: BpmnGraph, locale: Locale) => (node: BpmnNode): XmlElement => {
  if (node.type === 'subProcess') return withdrawnProcess(node, graph, locale)
  return element(`bpmn:${node.type}`, { id: node.id, name: node.name, ...(node.type.endsWith('Gateway') && { gatewayDirection: directionOf(graph, node) }), ...(node.otherwise && { default: node.otherwise }) }, [
    ...documented(node.notes), ...ends(graph, node.id), ...(node.isMessage ? [element('bpmn:messageEventDefinition', { id: `${node.id}_message` })] : []),
  ])
}

const timerElement = (graph: BpmnGraph) => ({ id, host, name, interrupts, after }: BpmnTimer): XmlElement => element('bpmn:boundaryEvent', { id, name, attachedToRef: host, ...(!interrupts && { cancelActivity: 'false' }) }, [
  ...ends(graph, id), element('bpmn:timerEventDefinition', { id: `${id}_timer` }, [expression('bpmn:timeDuration', after)]),
])

const flowElement = (flow: BpmnFlow): XmlElement => element('bpmn:sequenceFlow', { id: flow.id, ...(flow.name && { name: flow.name }), sourceRef: sourceOf(flow), targetRef: flow.to }, [
  ...documented(flow.notes), ...(flow.condition ? [expression('bpmn:conditionExpression', flow.condition)] : []),
])

const laneSet = (charted: Charted, graph: BpmnGraph, layout: Layout, locale: Locale): XmlElement => element('bpmn:laneSet', { id: 'lanes' }, layout.lanes.map(({ id }) => {
  const lane = lanesOf(charted.workflow).find((each) => each.id === id)!
  const held = graph.nodes.filter((node) => node.lane === id)
  const timers = graph.timers.filter(({ host }) => held.some((node) => node.id === host))
  return element('bpmn:lane', { id: bpmnId('lane', id), name: laneTitle(charted.workflow, lane, locale) }, [...held, ...timers].map((each) => element('bpmn:flowNodeRef', {}, [each.id])))
}))

const spaces = {
  'xmlns:bpmn': 'http://www.omg.org/spec/BPMN/20100524/MODEL', 'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
  'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC', 'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI', 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
}

/** Of a procedure with a workflow. */
export const writeBpmn = ({ info, form, workflow, papers = [] }: Pick<Procedure, 'info' | 'form' | 'papers'> & { workflow: Charted['workflow'] }, locale: Locale): string => {
  const charted: Charted = { ...(form && { form }), workflow }
  const graph = bpmnGraph(charted, papers satisfies readonly Paper[], locale)
  const layout = layoutGraph({ lanes: lanesOf(workflow).map(({ id }) => id), starts: ['filing'], nodes: graph.nodes, edges: graph.flows }, measures)
  const name = localise(info, 'name', locale)
  return writeXml(element('bpmn:definitions', { ...spaces, id: 'definitions', name, targetNamespace: 'https://motcua.vn/bpmn', exporter: 'Một Cửa' }, [
    element('bpmn:collaboration', { id: 'collaboration' }, [element('bpmn:participant', { id: 'participant', name, processRef: 'process' })]),
    element('bpmn:process', { id: 'process', name, isExecutable: 'false' }, [
      ...documented([info.code]), laneSet(charted, graph, layout, locale), ...graph.nodes.map(nodeElement(graph, locale)), ...graph.timers.map(timerElement(graph)), ...graph.flows.map(flowElement),
    ]),
    drawDiagram(graph, layout),
  ]))
}
