// A row of the queue as it goes over the wire: the dossier's header with the names of its procedure and step in both
// languages, and how far its time has run.
import { localise } from '#core/text/localise.ts'
import { findStep } from '#core/workflow/facts.ts'
import type { QueueEntry } from '#schemas/generated/types.ts'
import type { TaskTable } from '../db/queue-tables.ts'
import type { DossierTable } from '../db/tables.ts'
import type { Revisions } from '../procedures/revision.ts'
import { statusAt, type Moment } from './queue-filters.ts'

const header = ['id', 'code', 'procedure_id', 'revision', 'applicant_name', 'channel', 'state', 'step', 'role', 'public_status', 'outcome', 'submitted_at', 'step_due_at', 'due_at', 'version'] as const satisfies readonly (keyof DossierTable)[]

/** Of a dossier d and a task t that may be missing. */
export const entryColumns = `${header.map((column) => `d.${column}`).join(', ')}, t.kind, t.part, t.place, t.role AS task_role, t.assignee_id, t.assignee`

export type EntryRow = Pick<DossierTable, (typeof header)[number]> & Partial<{ [column in 'kind' | 'part' | 'place' | 'assignee_id' | 'assignee']: TaskTable[column] | null }> & { task_role?: string | null }

export const toEntry = async (row: EntryRow, revisions: Revisions, moment: Moment): Promise<QueueEntry> => {
  const { info, workflow } = (await revisions.get({ procedureId: row.procedure_id, revision: row.revision })).procedure
  const step = workflow && findStep(workflow, row.step ?? undefined)
  const opinion = row.kind === 'opinion' ? step?.opinions?.find(({ id }) => id === row.part) : undefined
  const status = row.state === 'open' && row.place ? statusAt(row.place.slice(0, -1), moment) : undefined
  return {
    dossierId: row.id, code: row.code, procedureId: row.procedure_id, procedureName: info.name, applicantName: row.applicant_name, channel: row.channel, state: row.state === 'ended' ? 'ended' : 'open',
    kind: row.kind ?? 'step', ...(opinion && { part: opinion.id }), step: row.step, stepTitle: opinion?.title ?? step?.title ?? '', role: row.task_role || row.role,
    'x-i18n': { en: { procedureName: localise(info, 'name', 'en'), stepTitle: localise(opinion ?? step, 'title', 'en') } },
    submittedAt: row.submitted_at, stepDueAt: row.step_due_at, dueAt: row.due_at, publicStatus: row.public_status, version: row.version,
    ...(status && { status }), ...(row.outcome !== null && { outcome: row.outcome }), ...(row.assignee_id && { assignee: { id: row.assignee_id, name: row.assignee ?? '' } }),
  }
}
