// What one thing that happened to a dossier adds to the statistics. All of it is read from the audit trail, so that what was
// counted as it happened and what is counted again afterwards is the same.
import type { Dossier, DossierEvent, Workflow } from '#schemas/generated/types.ts'
import type { WorkingCalendar } from '../deadline/working-calendar.ts'
import { vietnamDate } from '../text/format.ts'
import { findStep } from '../workflow/facts.ts'
import type { Counter } from './counter.ts'
import { boundOf, officeHours } from './office-time.ts'
import { promptnessOf } from './promptness.ts'

export type Counted = Pick<Dossier, 'procedureId' | 'channel' | 'submittedAt' | 'dueAt'>

export interface CountingFacts {
  workflow: Workflow
  calendar: WorkingCalendar
}

type Part = Pick<Counter, 'kind' | 'part' | 'detail'>

const monthOf = (instant: string): string => vietnamDate(instant).slice(0, 7)

/** Who worked in a step: its unit, or whoever has the role. */
export const unitOf = (workflow: Workflow, stepId: string | undefined): string | undefined => {
  const by = findStep(workflow, stepId)?.by
  return by && (by.unit ?? workflow.roles.find(({ id }) => id === by.role)?.title ?? by.role)
}

const mostContacts = 2

/** How often the office came back to the applicant (TT 01/2018 Đ.13, third indicator). */
const contacts = (workflow: Workflow, events: readonly DossierEvent[]): string =>
  String(Math.min(mostContacts, events.filter(({ from, to }) => from !== to && findStep(workflow, to)?.kind === 'applicant').length))

const ended = ({ workflow, calendar }: CountingFacts, event: DossierEvent, all: readonly DossierEvent[], { submittedAt, dueAt }: Counted): Part[] => {
  const outcome = findStep(workflow, event.to)?.outcome ?? 'stopped'
  const isDecided = outcome === 'granted' || outcome === 'refused'
  return [
    { kind: 'ended', part: outcome, detail: isDecided ? promptnessOf(event.at, dueAt) : '' },
    { kind: 'contacts', part: '', detail: contacts(workflow, all) },
    ...(isDecided ? [{ kind: 'hours' as const, part: '', detail: String(boundOf(officeHours(workflow, all, submittedAt ?? event.at, calendar))) }] : []),
  ]
}

const worked = ({ workflow }: CountingFacts, { type, from, to, at, stepDueAt, actorId }: DossierEvent): Part[] => {
  const kind = findStep(workflow, from)?.kind
  if (from === to || (kind !== 'task' && kind !== 'opinions')) return []
  const [unit, detail] = [unitOf(workflow, from), promptnessOf(at, stepDueAt)]
  return [
    ...(unit === undefined ? [] : [{ kind: 'unit' as const, part: unit, detail }]),
    ...(type === 'act' && actorId !== undefined ? [{ kind: 'officer' as const, part: actorId, detail }] : []),
  ]
}

/** `earlier` are the events before this one, the first first. */
export const countEvent = (facts: CountingFacts, event: DossierEvent, earlier: readonly DossierEvent[], dossier: Counted): Counter[] => {
  const { procedureId, channel, submittedAt } = dossier
  const received: Counter[] = event.type === 'submit' ? [{ month: monthOf(submittedAt ?? event.at), procedureId, kind: 'received', part: channel, detail: '', by: 1 }] : []
  const isEnd = event.from !== event.to && findStep(facts.workflow, event.to)?.kind === 'end'
  const parts = [...worked(facts, event), ...(isEnd ? ended(facts, event, [...earlier, event], dossier) : [])]
  return [...received, ...parts.map((part) => ({ month: monthOf(event.at), procedureId, ...part, by: 1 }))]
}

export const countEvents = (facts: CountingFacts, events: readonly DossierEvent[], dossier: Counted): Counter[] =>
  events.flatMap((event, i) => countEvent(facts, event, events.slice(0, i), dossier))

/** What a rating adds; one that is changed takes back what it said before. */
export const countRating = (of: Pick<Counter, 'procedureId' | 'month'>, before: Record<string, unknown> | undefined, after: Record<string, unknown>): Counter[] => {
  const marks = (answers: Record<string, unknown>, by: number): Counter[] =>
    Object.entries(answers).flatMap(([part, mark]) => (typeof mark === 'number' ? [{ ...of, kind: 'rating' as const, part, detail: String(mark), by }] : []))
  const people: Counter[] = before ? [] : [{ ...of, kind: 'rating', part: '', detail: '', by: 1 }]
  return [...people, ...marks(before ?? {}, -1), ...marks(after, 1)].filter((counter, _i, all) => all.filter((each) => each.part === counter.part && each.detail === counter.detail).reduce((sum, { by }) => sum + by, 0) !== 0)
}
