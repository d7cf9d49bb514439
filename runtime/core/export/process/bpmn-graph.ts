// A workflow in the shapes of BPMN 2.0 (OMG formal/2013-12-09): a task with a decision behind it, a pair of parallel gateways
// around opinions, timers on the lower edge of a task. What BPMN cannot say is kept as documentation.
import type { Paper, Step, Workflow } from '#schemas/generated/types.ts'
import type { Locale } from '../../text/localise.ts'
import { ifWords, mapPhrase, stepTitle, wayWords, type Charted } from '../../workflow-map/way-words.ts'
import { stepLanes } from '../../workflow-map/workflow-lanes.ts'
import { waysOf, type Way } from '../../workflow-map/workflow-ways.ts'
import { opinionsOf } from './bpmn-opinions.ts'
import { stepNotes } from './bpmn-notes.ts'
import { activity, bpmnId, event, flow, gateway, together, type BpmnFlow, type BpmnParts, type Drawn } from './bpmn-shapes.ts'
import { ownTimers } from './bpmn-timers.ts'
import { paperWords, processPhrase } from './process-words.ts'

const flowOf = ({ charted, papers, locale, entryOf }: Drawn, way: Way, from: string): BpmnFlow => {
  const { action, branch, kind } = way
  const issues = paperWords(papers, action?.issues ?? [], locale)
  const condition = (kind === 'branch' && branch?.atLeast !== undefined) || kind === 'against' ? wayWords(charted, way, locale) : ifWords(charted, action ?? branch ?? {}, locale)
  return flow(bpmnId('flow', way.id), from, entryOf(way.to), wayWords(charted, way, locale), {
    ...(condition && { condition }), notes: [...(issues.length > 0 ? [processPhrase('issues', locale, { papers: issues.join('; ') })] : []), ...(action?.asks?.includes('reason') ? [processPhrase('asks', locale)] : [])],
  })
}

/** One way leads on by itself; several stand behind a gateway. */
const leave = (drawn: Drawn, step: Step, from: string, ways: readonly Way[]): BpmnParts => {
  const [only, ...others] = ways
  if (!only || others.length === 0) return { nodes: [], timers: [], flows: only ? [flowOf(drawn, only, from)] : [] }
  const id = bpmnId('gateway', step.id)
  const otherwise = ways.find(({ kind }) => kind === 'otherwise')
  const name = step.kind === 'automatic' ? stepTitle(step, drawn.locale) : processPhrase(step.kind === 'task' ? 'decision' : step.kind === 'opinions' ? 'allGiven' : 'onwards', drawn.locale)
  const decision = gateway('exclusiveGateway', id, drawn.laneOf.get(step.id)!, name, otherwise && { otherwise: bpmnId('flow', otherwise.id) })
  const into = from === id ? [] : [flow(bpmnId('flow', step.id, 'gateway'), from, id)]
  const flows = ways.map((way) => flowOf(drawn, way, id))
  // Where one flow has a condition, modellers ask for one on all the others but the last resort.
  const said = otherwise || flows.some(({ condition }) => condition) ? flows.map((each) => (each.id === decision.otherwise ? each : { ...each, condition: each.condition ?? each.name })) : flows
  return { nodes: [decision], timers: [], flows: [...into, ...said] }
}

/** A step that somebody does, with the timers on its edge. */
const worked = (drawn: Drawn, step: Step, type: 'userTask' | 'businessRuleTask', ways: readonly Way[]): BpmnParts => {
  const id = bpmnId('step', step.id)
  const lane = drawn.laneOf.get(step.id)!
  const expiry = ways.find(({ kind }) => kind === 'expiry')
  const timed = ownTimers(drawn, step, id, expiry && flowOf(drawn, expiry, id))
  return together({ nodes: [activity(type, id, lane, stepTitle(step, drawn.locale), stepNotes(drawn, step), timed.timers.length)], flows: [], timers: [] }, timed, leave(drawn, step, id, ways.filter((way) => way !== expiry)))
}

const partsOf = (drawn: Drawn, step: Step): BpmnParts => {
  const ways = drawn.ways.filter(({ from }) => from === step.id)
  const lane = drawn.laneOf.get(step.id)!
  switch (step.kind) {
    case 'end': return { nodes: [event('endEvent', bpmnId('step', step.id), lane, stepTitle(step, drawn.locale), { notes: stepNotes(drawn, step) })], flows: [], timers: [] }
    case 'opinions': return together(opinionsOf(drawn, step), leave(drawn, step, bpmnId('join', step.id), ways))
    case 'automatic': {
      if (step.score?.length || ways.length < 2) return worked(drawn, step, 'businessRuleTask', ways)
      const { nodes: [route, ...rest], ...others } = leave(drawn, step, bpmnId('gateway', step.id), ways)
      return { nodes: [{ ...route!, notes: stepNotes(drawn, step) }, ...rest], ...others }
    }
    default: return worked(drawn, step, 'userTask', ways)
  }
}

/** Where flows into a step lead: a gateway that asks for opinions would wait for all flows into it, so several are merged before. */
const entries = ({ start, withdrawTo }: Workflow, steps: readonly Step[], ways: readonly Way[]) => (id: string): string => {
  const step = steps.find((each) => each.id === id)
  const isBare = step?.kind === 'automatic' && !step.score?.length && ways.filter(({ from }) => from === id).length > 1
  const into = ways.filter(({ to }) => to === id).length + (start === id ? 1 : 0) + (withdrawTo === id ? 1 : 0)
  return bpmnId(isBare ? 'gateway' : step?.kind === 'opinions' && into > 1 ? 'before' : 'step', id)
}

/** The applicant may withdraw at any time: a process of its own inside this one, where nothing else leads to that end. */
const withdrawal = ({ locale, entryOf, ways }: Drawn, { withdrawTo, steps }: Workflow): { parts: BpmnParts; inside?: string } => {
  const step = steps.find(({ id }) => id === withdrawTo)
  const name = mapPhrase('withdrawal', locale)
  if (!step) return { parts: together() }
  if (step.kind === 'end' && !ways.some(({ to }) => to === withdrawTo)) return { inside: step.id, parts: { nodes: [{ id: 'withdrawal', lane: 'applicant', type: 'subProcess', name, notes: [], width: 260, height: 130, entry: 65 }], flows: [], timers: [] } }
  return { parts: { nodes: [event('startEvent', 'withdrawal', 'applicant', name, { isMessage: true })], flows: [flow('flow_withdrawal', 'withdrawal', entryOf(step.id))], timers: [] } }
}

export interface BpmnGraph extends BpmnParts {
  /** The end inside the withdrawal. */
  withdrawn?: Step
}

export const bpmnGraph = (charted: Charted, papers: readonly Paper[], locale: Locale): BpmnGraph => {
  const { workflow } = charted
  const ways = waysOf(workflow)
  const steps = [...new Map(workflow.steps.map((step) => [step.id, step])).values()]
  const drawn: Drawn = { charted, papers, locale, ways, laneOf: stepLanes(workflow, ways), entryOf: entries(workflow, steps, ways) }
  const { parts, inside } = withdrawal(drawn, workflow)
  const hidden = inside === workflow.start ? undefined : inside
  const filed: BpmnParts = { nodes: [event('startEvent', 'filing', 'applicant', mapPhrase('filing', locale))], flows: steps.some(({ id }) => id === workflow.start) ? [flow('flow_filing', 'filing', drawn.entryOf(workflow.start))] : [], timers: [] }
  const withdrawn = steps.find(({ id }) => id === hidden)
  return { ...together(filed, ...steps.filter(({ id }) => id !== hidden).map((step) => partsOf(drawn, step)), inside === hidden ? parts : together()), ...(withdrawn && { withdrawn }) }
}
