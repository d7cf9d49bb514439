// A workflow as boxes and arrows: one box a step; parallel opinions as a pair of fork and join with one box an opinion
// between them. Boxes are sized by their words.
import type { Step, Workflow } from '#schemas/generated/types.ts'
import { durationWords } from '../text/duration-words.ts'
import { localise, type Locale } from '../text/localise.ts'
import type { Graph, GraphEdge, GraphNode } from './graph.ts'
import { mapPhrase, stepTitle, wayWords, type Charted } from './way-words.ts'
import { laneOfAssignment, lanesOf, stepLanes } from './workflow-lanes.ts'
import { reachedSteps, waysOf, type Way } from './workflow-ways.ts'
import { isWhole, labelWidth, wrapLabel } from './wrap-label.ts'

export interface MapNode extends GraphNode {
  /** The step that it belongs to. */
  step: string
  kind: Step['kind'] | 'opinion' | 'join'
  title: string
  lines: string[]
  /** Time limit in words. */
  limit: string
  isOrphan: boolean
}

export interface MapEdge extends GraphEdge {
  /** Absent between a fork, its opinions and the join. */
  way?: Way
  words: string
  lines: string[]
}

export interface WorkflowGraph extends Graph {
  nodes: MapNode[]
  edges: MapEdge[]
}

export const box = { width: 208, padding: 14, line: 21, small: 20, head: 36, text: 15 }
const lip = 22
/** Words of an arrow take two lines; where they do not fit, the room for them grows before they are cut. */
const label = { widths: [168, 210, 260, 330, 420], lines: 2 }

const sized = (node: Pick<MapNode, 'id' | 'step' | 'lane' | 'kind' | 'title' | 'limit' | 'isOrphan'>): MapNode => {
  if (node.kind === 'join') return { ...node, lines: [], width: 44, height: 44, entry: 22 }
  const lines = wrapLabel(node.title, box.width - 2 * box.padding, 3, box.text)
  return { ...node, lines, width: box.width, height: box.head + lines.length * box.line + (node.limit ? box.small : 0) + box.padding, entry: lip, grows: true }
}

const labelled = (edge: Omit<MapEdge, 'lines' | 'labelWidth'>): MapEdge => {
  const tried = label.widths.map((width) => ({ width, lines: wrapLabel(edge.words, width, label.lines) }))
  const { width, lines } = tried.find((each) => isWhole(each.lines, edge.words)) ?? tried.at(-1)!
  return { ...edge, lines, labelWidth: lines.length === 0 ? 0 : Math.min(width, Math.max(...lines.map((line) => labelWidth(line)))) + 12 }
}

export const joinId = (step: string): string => `${step}/join`

/** Ways of opinions leave the join; only their time running out leaves the fork. */
const leaves = (step: Step, { kind }: Way): string => (step.kind === 'opinions' && kind !== 'expiry' ? joinId(step.id) : step.id)

export const workflowGraph = (charted: Charted, locale: Locale): WorkflowGraph => {
  const { workflow } = charted
  const ways = waysOf(workflow)
  const lanes = stepLanes(workflow, ways)
  const reached = reachedSteps(workflow, ways)
  const steps = [...new Map(workflow.steps.map((step) => [step.id, step])).values()]
  const boxesOf = (step: Step): MapNode[] => {
    const shared = { step: step.id, isOrphan: !reached.has(step.id) }
    const lane = lanes.get(step.id)!
    const own = sized({ ...shared, id: step.id, lane, kind: step.kind, title: stepTitle(step, locale), limit: step.within ? durationWords(step.within, locale) : '' })
    if (step.kind !== 'opinions') return [own]
    const asked = (step.opinions ?? []).map((opinion) => sized({ ...shared, id: `${step.id}/opinion/${opinion.id}`, lane: laneOfAssignment(workflow, opinion.by), kind: 'opinion', title: localise(opinion, 'title', locale) || '…', limit: durationWords(opinion.within, locale) }))
    return [own, ...asked, sized({ ...shared, id: joinId(step.id), lane, kind: 'join', title: mapPhrase(step.need === undefined ? 'join' : 'council', locale), limit: '' })]
  }
  const forkOf = (step: Step): MapEdge[] => {
    if (step.kind !== 'opinions') return []
    const asked = (step.opinions ?? []).map(({ id }) => `${step.id}/opinion/${id}`)
    const plain = (from: string, to: string): MapEdge => labelled({ id: `${from}>${to}`, from, to, words: '' })
    return asked.length === 0 ? [plain(step.id, joinId(step.id))] : [...asked.map((to) => plain(step.id, to)), ...asked.map((from) => plain(from, joinId(step.id)))]
  }
  return {
    lanes: lanesOf(workflow).map(({ id }) => id), starts: [workflow.start], nodes: steps.flatMap(boxesOf),
    edges: steps.flatMap((step) => [...forkOf(step), ...ways.filter(({ from }) => from === step.id).map((way) => labelled({ id: way.id, from: leaves(step, way), to: way.to, way, words: wayWords(charted, way, locale) }))]),
  }
}

export const isStart = ({ start }: Workflow, { id }: Pick<MapNode, 'id'>): boolean => id === start
