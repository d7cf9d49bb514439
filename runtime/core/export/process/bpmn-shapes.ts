// The shapes that a workflow is drawn with in BPMN 2.0: their types, sizes and names.
import type { Paper } from '#schemas/generated/types.ts'
import type { Locale } from '../../text/localise.ts'
import type { GraphEdge, GraphNode } from '../../workflow-map/graph.ts'
import type { Charted } from '../../workflow-map/way-words.ts'
import type { Way } from '../../workflow-map/workflow-ways.ts'
import { labelWidth } from '../../workflow-map/wrap-label.ts'

export interface BpmnNode extends GraphNode {
  type: 'startEvent' | 'endEvent' | 'userTask' | 'businessRuleTask' | 'exclusiveGateway' | 'parallelGateway' | 'subProcess'
  name: string
  notes: string[]
  /** An event that a message starts, or that sends one. */
  isMessage?: boolean
  /** Where an exclusive gateway goes when no condition holds. */
  otherwise?: string
}

/** On the lower edge of a task. */
export interface BpmnTimer {
  id: string
  host: string
  name: string
  interrupts: boolean
  /** ISO 8601 where the calendar counts it, words where working time does. */
  after: string
  at: { x: number; y: number }
}

export interface BpmnFlow extends GraphEdge {
  name: string
  notes: string[]
  condition?: string
  /** The timer that it leaves, of the box `from`. */
  timer?: string
}

export interface BpmnParts {
  nodes: BpmnNode[]
  flows: BpmnFlow[]
  timers: BpmnTimer[]
}

export interface Drawn {
  charted: Charted
  papers: readonly Paper[]
  locale: Locale
  ways: readonly Way[]
  laneOf: ReadonlyMap<string, string>
  /** Where the flows into a step lead. */
  entryOf: (step: string) => string
}

const task = { width: 130, height: 84, timers: 96 }

/** Ids of BPMN are XML names; steps and ways have dashes and strokes at most. */
export const bpmnId = (...parts: string[]): string => parts.join('_').replace(/[^A-Za-z0-9_-]/g, '_')

export const event = (type: 'startEvent' | 'endEvent', id: string, lane: string, name: string, more: Partial<BpmnNode> = {}): BpmnNode => ({ id, lane, type, name, notes: [], width: 36, height: 36, entry: 18, ...more })
export const gateway = (type: 'exclusiveGateway' | 'parallelGateway', id: string, lane: string, name: string, more: Partial<BpmnNode> = {}): BpmnNode => ({ id, lane, type, name, notes: [], width: 50, height: 50, entry: 25, ...more })
export const activity = (type: 'userTask' | 'businessRuleTask', id: string, lane: string, name: string, notes: string[], timers = 0): BpmnNode =>
  ({ id, lane, type, name, notes, width: timers < 2 ? task.width : timers * task.timers, height: task.height, entry: task.height / 2 })
export const flow = (id: string, from: string, to: string, name = '', more: Partial<BpmnFlow> = {}): BpmnFlow =>
  ({ id, from, to, name, notes: [], labelWidth: name === '' ? 0 : Math.ceil(Math.min(110, labelWidth(name, 12))) + 10, ...more })

/** Below the task, from left to right; flows leave at the foot of the timer. */
export const timerAt = (index: number): { x: number; y: number } => ({ x: 28 + index * task.timers, y: task.height + 18 })

export const together = (...all: readonly BpmnParts[]): BpmnParts =>
  ({ nodes: all.flatMap(({ nodes }) => nodes), flows: all.flatMap(({ flows }) => flows), timers: all.flatMap(({ timers }) => timers) })
