// What the queue and the search keep of a dossier beside its header: a row for each thing that somebody of the office has to
// do, and the words that it is found by. Written in the unit of work of whatever moved it.
import type { OpenTask } from '#core/workflow/open-tasks.ts'
import type { Dossier } from '#schemas/generated/types.ts'
import type { TaskTable } from '../db/queue-tables.ts'
import type { Write } from '../db/unit-of-work.ts'
import { keepTaskPlaces } from '../organisation/known-places.ts'

/** After every date: what no clock runs for comes last. */
export const never = '9999-12-31T23:59:59.999Z'

/** The order of the queue: what is due first, and of that what came in online first (domain.md §0). */
export const placeOf = (dueAt: string | undefined, channel: Dossier['channel']): string => (dueAt ?? never) + (channel === 'online' ? '0' : '1')

export const taskColumns = ['dossier_id', 'kind', 'part', 'role', 'unit', 'code', 'place', 'procedure_id', 'step', 'channel', 'received_at', 'assignee_id', 'assignee'] as const satisfies readonly (keyof TaskTable)[]

const insertTask = `INSERT INTO task (${taskColumns.join(', ')}) VALUES (${taskColumns.map(() => '?').join(', ')})`
const removeTasks = 'DELETE FROM task WHERE dossier_id = ?'
// What is found by the same words as before needs no new place in the index.
const putWords = `INSERT INTO search_entry (dossier_id, words, indexed) VALUES (?, ?, 0)
  ON CONFLICT (dossier_id) DO UPDATE SET words = excluded.words, indexed = 0 WHERE search_entry.words <> excluded.words`

/** In the order of `taskColumns`. */
export const toTaskRow = (dossier: Dossier, { kind, part, role = '', code = '', dueAt, assignee }: OpenTask): unknown[] => [
  dossier.id, kind, part, role, '', code, placeOf(dueAt, dossier.channel), dossier.procedureId, dossier.step, dossier.channel, dossier.submittedAt, assignee?.id, assignee?.name,
]

/** `fresh` for a dossier that had no tasks before. */
export const keepTasks = (dossier: Dossier, tasks: readonly OpenTask[], fresh: boolean): Write[] => [
  ...(fresh ? [] : [{ sql: removeTasks, parameters: [dossier.id] }]),
  ...tasks.map((task) => ({ sql: insertTask, parameters: toTaskRow(dossier, task), expect: 1 })),
  ...(tasks.some(({ code }) => code !== undefined) ? [keepTaskPlaces(dossier.id)] : []),
]

export const keepWords = (dossierId: string, words: string): Write => ({ sql: putWords, parameters: [dossierId, words] })
