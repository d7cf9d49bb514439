// The officers' queue: open dossiers whose step waits for one of the officer's roles, earliest step due first; or every
// filed dossier, newest first. A read model; pages follow each other by key, never by counting rows.
import { localise } from '#core/text/localise.ts'
import { findStep } from '#core/workflow/enter-step.ts'
import type { QueueEntry } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { DossierTable } from '../db/tables.ts'
import type { Revisions } from '../procedures/revision.ts'

export interface QueuePage {
  tasks: QueueEntry[]
  /** Give it back as `after` for what follows; absent on the last page. */
  next?: string
}

export const tasksOnPage = 100

/** After every date: steps without a time limit come last. */
const never = '9999'

type Key = [due: string, id: string]

const encode = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** Undefined for a text that we did not give out. */
const decode = (text: string | undefined): Key | undefined => {
  try {
    const key: unknown = JSON.parse(Buffer.from(text ?? '', 'base64url').toString())
    return Array.isArray(key) && key.length === 2 && key.every((part) => typeof part === 'string') ? [key[0] as string, key[1] as string] : undefined
  } catch {
    return undefined
  }
}

type Row = Pick<DossierTable, 'id' | 'code' | 'procedure_id' | 'revision' | 'applicant_name' | 'step' | 'role' | 'submitted_at' | 'step_due_at' | 'due_at' | 'public_status' | 'version'>

const columns = 'id, code, procedure_id, revision, applicant_name, step, role, submitted_at, step_due_at, due_at, public_status, version'

// Role by role, so that each reads its page from the index however long the queue is.
const selectDated = `SELECT ${columns} FROM dossier WHERE role = ? AND state = 'open' AND (step_due_at, id) > (?, ?) ORDER BY step_due_at, id LIMIT ?`
const selectUndated = `SELECT ${columns} FROM dossier WHERE role = ? AND state = 'open' AND step_due_at IS NULL AND id > ? ORDER BY id LIMIT ?`
const selectAll = `SELECT ${columns} FROM dossier WHERE (submitted_at, id) < (?, ?) ORDER BY submitted_at DESC, id DESC LIMIT ?`

const keyOf = (row: Row): Key => [row.step_due_at ?? never, row.id]
const byKey = (a: Row, b: Row): number => {
  const [[dueA, idA], [dueB, idB]] = [keyOf(a), keyOf(b)]
  return dueA === dueB ? (idA < idB ? -1 : 1) : dueA < dueB ? -1 : 1
}

const toEntry = async (row: Row, revisions: Revisions): Promise<QueueEntry> => {
  const { info, workflow } = (await revisions.get({ procedureId: row.procedure_id, revision: row.revision })).procedure
  const step = workflow && findStep(workflow, row.step ?? undefined)
  return {
    dossierId: row.id, code: row.code, procedureName: info.name, applicantName: row.applicant_name, step: row.step, stepTitle: step?.title ?? '', role: row.role,
    'x-i18n': { en: { procedureName: localise(info, 'name', 'en'), stepTitle: localise(step, 'title', 'en') } },
    submittedAt: row.submitted_at, stepDueAt: row.step_due_at, dueAt: row.due_at, publicStatus: row.public_status, version: row.version,
  }
}

interface Read {
  database: Database
  revisions: Revisions
}

const toPage = async (rows: Row[], revisions: Revisions, key: (row: Row) => Key): Promise<QueuePage> => {
  const last = rows.length === tasksOnPage ? rows.at(-1) : undefined
  return { tasks: await Promise.all(rows.map((row) => toEntry(row, revisions))), ...(last && { next: encode(key(last)) }) }
}

export const listTasks = async ({ database, revisions }: Read, roles: readonly string[], after?: string): Promise<QueuePage> => {
  const [due, id] = decode(after) ?? ['', '']
  const ofRole = async (role: string): Promise<Row[]> => {
    const dated = due === never ? [] : await database.read<Row>(selectDated, [role, due, id, tasksOnPage])
    const rest = tasksOnPage - dated.length
    return rest === 0 ? dated : [...dated, ...await database.read<Row>(selectUndated, [role, due === never ? id : '', rest])]
  }
  const rows = (await Promise.all([...new Set(roles)].map(ofRole))).flat().sort(byKey).slice(0, tasksOnPage)
  return toPage(rows, revisions, keyOf)
}

export const listEveryDossier = async ({ database, revisions }: Read, after?: string): Promise<QueuePage> => {
  const [submitted, id] = decode(after) ?? [never, '']
  const rows = await database.read<Row>(selectAll, [submitted, id, tasksOnPage])
  return toPage(rows, revisions, (row) => [row.submitted_at ?? '', row.id])
}
