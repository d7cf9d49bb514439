// The timers on the edge of a step: its time running out, and reminders that leave it where it is.
import type { Duration, Step } from '#schemas/generated/types.ts'
import { durationWords } from '../../text/duration-words.ts'
import { event, bpmnId, flow, timerAt, type BpmnFlow, type BpmnParts, type Drawn } from './bpmn-shapes.ts'
import { timerWords } from './process-words.ts'

const calendarLetters = { day: 'D', month: 'M' } as const

/** ISO 8601 knows no working days: what counts by office hours stays in words. */
export const timerDuration = (duration: Duration, locale: Drawn['locale']): string =>
  ((duration.unit === 'day' || duration.unit === 'month') && Number.isInteger(duration.amount) ? `P${duration.amount}${calendarLetters[duration.unit]}` : durationWords(duration, locale))

export const ownTimers = ({ charted, locale, laneOf }: Drawn, step: Step, host: string, expiry: BpmnFlow | undefined): BpmnParts => {
  const nodes: BpmnParts['nodes'] = []
  const flows: BpmnParts['flows'] = []
  const timers: BpmnParts['timers'] = []
  if (expiry) {
    const id = bpmnId('expiry', step.id)
    timers.push({ id, host, name: expiry.name, interrupts: true, after: step.within ? timerDuration(step.within, locale) : expiry.name, at: timerAt(0) })
    flows.push({ ...expiry, name: '', labelWidth: 0, timer: id, below: timerAt(0) })
  }
  for (const timer of step.timers ?? []) {
    const [id, sent, at] = [bpmnId('timer', step.id, timer.id), bpmnId('sent', step.id, timer.id), timerAt(timers.length)]
    const { name, when } = timerWords(charted.workflow, timer, locale)
    timers.push({ id, host, name: when, interrupts: false, after: timer.after && timer.of === 'entered' ? timerDuration(timer.after, locale) : when, at })
    nodes.push(event('endEvent', sent, laneOf.get(step.id)!, name, { isMessage: true }))
    flows.push(flow(bpmnId('flow', step.id, 'timer', timer.id), host, sent, '', { timer: id, below: at }))
  }
  return { nodes, flows, timers }
}
