// The units of the organisation as rows; a few hundred at most, read together.
import type { Unit } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { UnitTable } from '../db/organisation-tables.ts'
import type { Write } from '../db/unit-of-work.ts'

const toUnit = (row: UnitTable): Unit => ({
  id: row.id, name: row.name, ...(row.name_en !== null && { 'x-i18n': { en: { name: row.name_en } } }),
  ...(row.code !== null && { code: row.code }), ...(row.parent_id !== null && { parent: row.parent_id }), ...(row.calendar_id !== null && { calendar: row.calendar_id }),
})

export const createUnitRepository = (database: Database) => ({
  /** In the order in which they were made. */
  list: async (): Promise<Unit[]> => (await database.read<UnitTable>('SELECT * FROM unit ORDER BY place, id')).map(toUnit),
  save: ({ id, name, code, parent, calendar, 'x-i18n': words }: Unit): Write => ({
    sql: `INSERT INTO unit (id, parent_id, name, name_en, calendar_id, code, place) VALUES (?, ?, ?, ?, ?, ?, (SELECT COUNT(*) FROM unit))
          ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, name = excluded.name, name_en = excluded.name_en, calendar_id = excluded.calendar_id, code = excluded.code`,
    parameters: [id, parent ?? null, name.normalize('NFC'), words?.en?.['name'] ?? null, calendar ?? null, code ?? null], expect: 1,
  }),
  remove: (id: string): Write => ({ sql: 'DELETE FROM unit WHERE id = ?', parameters: [id], expect: 1 }),
})
