// The readers of the data of a procedure as they are stored, in the order in which they were added.
import type { DataReader, NewDataReader } from '#schemas/generated/types.ts'
import type { DataReaderTable } from '../db/change-tables.ts'
import type { Database } from '../db/database.ts'
import type { Write } from '../db/unit-of-work.ts'

/** Of one procedure: each of them is a letter in the unit of work that publishes. */
export const mostReaders = 50

type Row = Pick<DataReaderTable, 'id' | 'name' | 'email' | 'language'>

const columns = 'id, name, email, language'

export const listReaders = (database: Database, procedureId: string): Promise<DataReader[]> =>
  database.read<Row>(`SELECT ${columns} FROM data_reader WHERE procedure_id = ? ORDER BY added_at, id`, [procedureId])

/** Undefined once taken off the list. */
export const findReader = async (database: Database, id: string): Promise<DataReader | undefined> =>
  (await database.read<Row>(`SELECT ${columns} FROM data_reader WHERE id = ?`, [id]))[0]

/** Who is asked for the same place at the same moment finds it taken, also the last one of the list. */
export const insertReader = (procedureId: string, { name, email, language }: NewDataReader, { id, at, by }: { id: string; at: string; by: string }): Write => ({
  sql: `INSERT INTO data_reader (id, procedure_id, name, email, language, added_at, added_by) SELECT ?, ?, ?, ?, ?, ?, ?
    WHERE (SELECT COUNT(*) FROM data_reader WHERE procedure_id = ?) < ? ON CONFLICT DO NOTHING`,
  parameters: [id, procedureId, name, email, language, at, by, procedureId, mostReaders], expect: 1, conflict: 'version-conflict',
})

export const deleteReader = (procedureId: string, id: string): Write =>
  ({ sql: 'DELETE FROM data_reader WHERE procedure_id = ? AND id = ?', parameters: [procedureId, id], expect: 1, conflict: 'not-found' })
