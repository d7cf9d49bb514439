// Dossiers in plain prepared SQL, the same on both engines: filing and acting are the hot path. Writes are values that a
// use case puts into its unit of work; each meets the version that was read, or nothing of the unit is stored.
import type { Answers } from '#core/issues/json-pointer.ts'
import type { Dossier } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { DossierTable } from '../db/tables.ts'
import type { Write } from '../db/unit-of-work.ts'
import { headerColumns, toBody, toColumns, toHeader, toStored, type DossierBody, type DossierHeader, type Standing, type StoredDossier } from './dossier-row.ts'

const selectOne = 'SELECT d.*, b.body FROM dossier d JOIN dossier_body b ON b.dossier_id = d.id WHERE d.id = ?'
// What an officer is still entering is not the applicant's yet.
const selectMine = `SELECT * FROM dossier WHERE applicant_id = ? AND (state <> 'draft' OR entered_by IS NULL) ORDER BY updated_at DESC, id LIMIT ?`
const selectEntered = `SELECT * FROM dossier WHERE entered_by = ? AND state = 'draft' ORDER BY updated_at DESC, id LIMIT ?`
const selectFiled = `SELECT d.*, b.body FROM dossier d JOIN dossier_body b ON b.dossier_id = d.id WHERE d.applicant_id = ? AND d.state <> 'draft' ORDER BY d.submitted_at DESC, d.id LIMIT ?`
const insertHeader = `INSERT INTO dossier (id, ${headerColumns.join(', ')}) VALUES (?${', ?'.repeat(headerColumns.length)})`
const insertBody = 'INSERT INTO dossier_body (dossier_id, body) VALUES (?, ?)'
const updateHeader = `UPDATE dossier SET ${headerColumns.map((column) => `${column} = ?`).join(', ')} WHERE id = ? AND version = ?`
const updateBody = 'UPDATE dossier_body SET body = ? WHERE dossier_id = ?'
const updateSameBody = 'UPDATE dossier_body SET body = ? WHERE dossier_id = ? AND body = ?'
const touch = 'UPDATE dossier SET updated_at = ? WHERE id = ? AND version = ?'
const selectTimed = 'SELECT id, next_timer_at FROM dossier WHERE next_timer_at <= ? AND (next_timer_at, id) > (?, ?) ORDER BY next_timer_at, id LIMIT ?'
const setTimer = 'UPDATE dossier SET next_timer_at = ? WHERE id = ? AND version = ?'

/** A new dossier. */
const insert = (dossier: Dossier, standing: Standing, now: string): Write[] => [
  { sql: insertHeader, parameters: [dossier.id, ...toColumns(dossier, standing, now)], expect: 1 },
  { sql: insertBody, parameters: [dossier.id, toBody(dossier)], expect: 1 },
]

/** The body may only be replaced while it is as it was read when an applicant could save into it meanwhile. */
const replaceBody = ({ stored, unsent, dossier }: StoredDossier, body: string): Write =>
  unsent || dossier.supplement
    ? { sql: updateSameBody, parameters: [body, dossier.id, stored.body], expect: 1 }
    : { sql: updateBody, parameters: [body, dossier.id], expect: 1 }

/** What an applicant is still writing goes on while it is asked for: a reminder, or a payment, takes nothing away. Its saves are in the version by then. */
const stillUnsent = ({ dossier, unsent, page }: StoredDossier, { step, supplement }: Dossier): Pick<DossierBody, 'unsent' | 'page'> =>
  (unsent && supplement && step === dossier.step && supplement.askedAt === dossier.supplement?.askedAt ? { unsent: { ...unsent, saves: 0 }, ...(page !== undefined && { page }) } : {})

/** What a transition made of it. An unfinished supplement ends with the step. */
const save = (before: StoredDossier, next: Dossier, standing: Standing, now: string): Write[] => [
  { sql: updateHeader, parameters: [...toColumns(next, standing, now), next.id, before.stored.version], expect: 1 },
  replaceBody(before, toBody(next, stillUnsent(before, next))),
]

/** Answers of a draft so far. */
const saveDraftAnswers = (before: StoredDossier, answers: Answers, page: string | undefined, now: string): Write[] => {
  const next = { ...before.dossier, answers, version: before.dossier.version + 1 }
  return [
    { sql: updateHeader, parameters: [...toColumns(next, {}, now), next.id, before.stored.version], expect: 1, conflict: 'stale' },
    { sql: updateBody, parameters: [toBody(next, page === undefined ? {} : { page }), next.id], expect: 1 },
  ]
}

/** Answers of a supplement so far, beside those that were filed. */
const saveUnsent = (before: StoredDossier, answers: Answers, page: string | undefined, now: string): Write[] => {
  const unsent = { answers, saves: (before.unsent?.saves ?? 0) + 1 }
  return [
    { sql: touch, parameters: [now, before.dossier.id, before.stored.version], expect: 1, conflict: 'stale' },
    { sql: updateSameBody, parameters: [toBody(before.dossier, { unsent, ...(page !== undefined && { page }) }), before.dossier.id, before.stored.body], expect: 1, conflict: 'stale' },
  ]
}

const remove = ({ dossier, stored }: StoredDossier): Write[] => [
  { sql: 'DELETE FROM file WHERE dossier_id = ?', parameters: [dossier.id] },
  { sql: 'DELETE FROM dossier_body WHERE dossier_id = ?', parameters: [dossier.id], expect: 1 },
  { sql: `DELETE FROM dossier WHERE id = ? AND version = ? AND state = 'draft'`, parameters: [dossier.id, stored.version], expect: 1 },
]

const mostOfOnePerson = 500

/** A dossier and the hour of what happens to it by itself. */
export interface TimedDossier {
  id: string
  at: string
}

export const createDossierRepository = (database: Database) => ({
  find: async (id: string): Promise<StoredDossier | undefined> => {
    const [row] = await database.read<DossierTable & { body: string }>(selectOne, [id])
    return row && toStored(row)
  },
  /** Newest first. */
  listOf: async (applicantId: string): Promise<(DossierHeader & { updatedAt: string })[]> =>
    (await database.read<DossierTable>(selectMine, [applicantId, mostOfOnePerson])).map((row) => ({ ...toHeader(row), updatedAt: row.updated_at })),
  /** Drafts that an officer is entering for others, newest first. */
  listEntered: async (officerId: string): Promise<(DossierHeader & { updatedAt: string })[]> =>
    (await database.read<DossierTable>(selectEntered, [officerId, mostOfOnePerson])).map((row) => ({ ...toHeader(row), updatedAt: row.updated_at })),
  /** What a person filed, the latest first. */
  listFiled: async (applicantId: string, most: number): Promise<Dossier[]> =>
    (await database.read<DossierTable & { body: string }>(selectFiled, [applicantId, most])).map((row) => toStored(row).dossier),
  /** Dossiers to which something happens by itself until `now`, in that order, after the given one. */
  listTimed: async (now: string, after: TimedDossier | undefined, most: number): Promise<TimedDossier[]> =>
    (await database.read<Pick<DossierTable, 'id' | 'next_timer_at'>>(selectTimed, [now, after?.at ?? '', after?.id ?? '', most])).map((row) => ({ id: row.id, at: row.next_timer_at! })),
  /** Notes when that is, of a dossier that does not change by it. */
  noteTimer: ({ dossier, stored }: StoredDossier, at: string | undefined): Write => ({ sql: setTimer, parameters: [at, dossier.id, stored.version] }),
  insert, save, saveDraftAnswers, saveUnsent, remove,
})

export type DossierRepository = ReturnType<typeof createDossierRepository>
