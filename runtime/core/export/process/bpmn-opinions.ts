// Parallel opinions in BPMN: a parallel gateway asks for all of them, each is a task, another gateway waits for all. Silence
// that counts as consent is a timer beside the task.
import type { OpinionRequest, Step } from '#schemas/generated/types.ts'
import { durationWords } from '../../text/duration-words.ts'
import { localise } from '../../text/localise.ts'
import { mapPhrase, stepTitle } from '../../workflow-map/way-words.ts'
import { laneOfAssignment } from '../../workflow-map/workflow-lanes.ts'
import { activity, bpmnId, flow, gateway, timerAt, together, type BpmnParts, type Drawn } from './bpmn-shapes.ts'
import { stepNotes } from './bpmn-notes.ts'
import { timerDuration } from './bpmn-timers.ts'
import { processPhrase, whoWords } from './process-words.ts'

const opinionParts = ({ charted, locale }: Drawn, step: Step, opinion: OpinionRequest, [fork, join]: readonly [string, string]): BpmnParts => {
  const [id, merge, silence] = [bpmnId('opinion', step.id, opinion.id), bpmnId('merge', step.id, opinion.id), bpmnId('silence', step.id, opinion.id)]
  const lane = laneOfAssignment(charted.workflow, opinion.by)
  const limit = durationWords(opinion.within, locale)
  const notes = [processPhrase('who', locale, { who: whoWords(charted.workflow, opinion.by, locale) }), processPhrase('limit', locale, { limit }), processPhrase(opinion.onExpiry, locale)]
  const asked = { nodes: [activity('userTask', id, lane, localise(opinion, 'title', locale) || opinion.id, notes)], flows: [flow(bpmnId('flow', id, 'asked'), fork, id)], timers: [] }
  if (opinion.onExpiry === 'waits') return together(asked, { nodes: [], timers: [], flows: [flow(bpmnId('flow', id, 'given'), id, join)] })
  return together(asked, {
    nodes: [gateway('exclusiveGateway', merge, lane, processPhrase('merge', locale))],
    timers: [{ id: silence, host: id, name: mapPhrase('expired', locale, { limit }), interrupts: true, after: timerDuration(opinion.within, locale), at: timerAt(0) }],
    flows: [flow(bpmnId('flow', id, 'given'), id, merge), flow(bpmnId('flow', id, 'silent'), id, merge, '', { timer: silence, below: timerAt(0) }), flow(bpmnId('flow', id, 'joined'), merge, join)],
  })
}

export const opinionsOf = (drawn: Drawn, step: Step): BpmnParts => {
  const { laneOf, locale, entryOf } = drawn
  const [fork, join] = [bpmnId('step', step.id), bpmnId('join', step.id)] as const
  const lane = laneOf.get(step.id)!
  const need = step.need === undefined ? [] : [processPhrase('need', locale, { need: step.need })]
  const pair: BpmnParts = { nodes: [gateway('parallelGateway', fork, lane, stepTitle(step, locale), { notes: stepNotes(drawn, step) }), gateway('parallelGateway', join, lane, mapPhrase('join', locale), { notes: need })], flows: [], timers: [] }
  const opinions = step.opinions ?? []
  const through: BpmnParts = { nodes: [], timers: [], flows: opinions.length === 0 ? [flow(bpmnId('flow', step.id, 'through'), fork, join)] : [] }
  const before = entryOf(step.id)
  const merged: BpmnParts = before === fork ? together() : { nodes: [gateway('exclusiveGateway', before, lane, '')], timers: [], flows: [flow(bpmnId('flow', before), before, fork)] }
  return together(pair, merged, through, ...opinions.map((opinion) => opinionParts(drawn, step, opinion, [fork, join])))
}
