// The files that translators get and give back, by their kind. Loaded when somebody asks for one.
import type { Procedure } from '#schemas/generated/types.ts'
import { readCsv, writeCsv } from './translation-csv.ts'
import { compareRows, type ImportedTable, type TranslationRow } from './translation-table.ts'
import { readXliff, writeXliff } from './translation-xliff.ts'
import { readXlsx, writeXlsx } from './translation-xlsx.ts'

export type TranslationKind = 'csv' | 'xlsx' | 'xlf'

export const writeTranslations = async (procedure: Procedure, kind: TranslationKind): Promise<Blob> => {
  if (kind === 'xlsx') return writeXlsx(procedure)
  return kind === 'csv' ? new Blob([writeCsv(procedure)], { type: 'text/csv' }) : new Blob([writeXliff(procedure)], { type: 'application/xliff+xml' })
}

/** What the content says counts, whatever the name: a workbook begins as every zip file, XLIFF as XML. */
const readRows = async (file: Blob): Promise<TranslationRow[] | undefined> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readXlsx(bytes)
  const text = new TextDecoder().decode(bytes)
  return /^\ufeff?\s*</.test(text) ? readXliff(text) : readCsv(text)
}

/** What the file would change; undefined when it is none of ours. */
export const readTranslations = async (procedure: Procedure, file: Blob): Promise<ImportedTable | undefined> => {
  const rows = await readRows(file)
  return rows && compareRows(procedure, rows)
}
