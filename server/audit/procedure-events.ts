// What happened to a procedure, as a chain: who sent, approved, published, withdrew it, when and why. Each row names the hash of the
// one before, so that a row that is changed, removed or slipped in later is found; its number is where two who act at once meet.
import { createHash } from 'node:crypto'
import type { Publication } from '#core/change/finish-on.ts'
import { canonicalJson } from '#core/procedure/canonical-json.ts'
import type { Disposition, ProcedureEvent } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { ProcedureEventTable } from '../db/change-tables.ts'
import type { Write } from '../db/unit-of-work.ts'

export interface NewEvent extends Pick<ProcedureEvent, 'type' | 'actor' | 'actorId' | 'requestId' | 'revision' | 'content'> {
  procedureId: string
  at: string
}

type Row = ProcedureEventTable

const chain = ({ hash: _hash, ...row }: Row): string => createHash('sha256').update(row.prev + canonicalJson({ ...row, number: Number(row.number) })).digest('hex')

const insert = 'INSERT INTO procedure_event (procedure_id, number, at, type, actor_id, actor, request_id, revision, content, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'

type Last = Pick<Row, 'number' | 'hash'>

const toRow = ({ procedureId, at, type, actorId, actor, requestId, revision, content = {} }: NewEvent, last: Last): Row => {
  const row: Row = {
    procedure_id: procedureId, number: Number(last.number) + 1, at, type, actor_id: actorId ?? null, actor, request_id: requestId ?? null, revision: revision ?? null,
    content: JSON.stringify(content), prev: last.hash, hash: '',
  }
  return { ...row, hash: chain(row) }
}

/** The writes that add events of one procedure, one after the other. */
export const appendEvents = async (database: Database, events: readonly NewEvent[]): Promise<Write[]> => {
  const [last] = events.length === 0 ? [] : await database.read<Last>('SELECT number, hash FROM procedure_event WHERE procedure_id = ? ORDER BY number DESC LIMIT 1', [events[0]!.procedureId])
  let end: Last = last ?? { number: 0, hash: '' }
  return events.map((event): Write => {
    const row = toRow(event, end)
    end = row
    return {
      sql: insert, expect: 1,
      parameters: [row.procedure_id, row.number, row.at, row.type, row.actor_id, row.actor, row.request_id, row.revision, row.content, row.prev, row.hash],
    }
  })
}

const toEvent = (row: Row): ProcedureEvent => ({
  number: Number(row.number), at: row.at, type: row.type as ProcedureEvent['type'], actor: row.actor, ...(row.actor_id !== null && { actorId: row.actor_id }),
  ...(row.request_id !== null && { requestId: row.request_id }), ...(row.revision !== null && { revision: row.revision }),
  content: JSON.parse(row.content) as Record<string, unknown>, hash: row.hash,
})

const selectAll = 'SELECT * FROM procedure_event WHERE procedure_id = ? ORDER BY number'

/** First things first. */
export const listProcedureEvents = async (database: Database, procedureId: string): Promise<ProcedureEvent[]> => (await database.read<Row>(selectAll, [procedureId])).map(toEvent)

/** What was done with revisions: what decides which of them may still be filed under. */
export const listPublications = async (database: Database, procedureId: string): Promise<Publication[]> =>
  (await database.read<Row>(`SELECT * FROM procedure_event WHERE procedure_id = ? AND type IN ('published', 'withdrawn') ORDER BY number`, [procedureId])).map((row) => {
    const { disposition } = JSON.parse(row.content) as { disposition?: Disposition }
    return { type: row.type as Publication['type'], revision: row.revision!, at: row.at, ...(disposition && { disposition }) }
  })

/** Numbers of the rows of a procedure that are not what was written. */
export const verifyProcedureEvents = async (database: Database, procedureId: string): Promise<number[]> => {
  const rows = await database.read<Row>(selectAll, [procedureId])
  return rows.filter((row, i) => row.prev !== (rows[i - 1]?.hash ?? '') || Number(row.number) !== i + 1 || chain(row) !== row.hash).map(({ number }) => Number(number))
}
