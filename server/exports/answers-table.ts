// All answers to one procedure in a period as one table, whichever revisions they were given under: a column for each answer by its
// newest name. An officer sees no more here than on the desk, and nothing that is marked as sensitive.
import { answerCells, answerColumns, answerPaths, type AnswerColumns } from '#core/export/answer-columns.ts'
import type { JsonSchema } from '#core/form/compiled-form.ts'
import type { Cell, PlainTable } from '#core/statistics/report-tables.ts'
import type { Procedure, Session } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { DossierTable } from '../db/tables.ts'
import { toStored } from '../dossiers/dossier-row.ts'
import { ProblemError } from '../http/problem-response.ts'
import { limits } from '../limits.ts'
import { listReleases } from '../procedures/releases.ts'
import { hiddenPaths, hideAnswers } from '../tasks/hidden-answers.ts'

/** Instants: from the first, before the second. */
export type Span = readonly [from: string, until: string]

type Row = DossierTable & { body: string }

interface Asked {
  columns: AnswerColumns
  documents: ReadonlyMap<string, Procedure>
}

const readAsked = async (database: Database, procedureId: string): Promise<Asked> => {
  const rows = await database.read<{ hash: string; document: string; schema: string }>('SELECT hash, document, schema FROM revision WHERE procedure_id = ?', [procedureId])
  const revisions = new Map(rows.map(({ hash, document, schema }) => {
    const procedure = JSON.parse(document) as Procedure
    return [hash, { revision: hash, procedure, paths: procedure.form ? answerPaths(JSON.parse(schema) as JsonSchema, procedure) : [] }]
  }))
  const releases = await listReleases(database, procedureId)
  return {
    columns: answerColumns(releases.flatMap(({ revision }) => revisions.get(revision) ?? [])),
    documents: new Map([...revisions].map(([hash, { procedure }]) => [hash, procedure])),
  }
}

const ownColumns = ['code', 'revision', 'submittedAt', 'channel', 'state', 'outcome', 'endedAt'] as const

const rowOf = (row: Row, { columns, documents }: Asked, actor: Session): Cell[] => {
  const { dossier } = toStored(row)
  const workflow = documents.get(dossier.revision)?.workflow
  const { answers } = workflow ? hideAnswers(dossier, hiddenPaths(workflow, dossier, actor.roles)) : dossier
  return [...ownColumns.map((name) => dossier[name]), ...answerCells(answers, columns.of.get(dossier.revision) ?? new Map(), columns.names.length)]
}

const sliceSize = 500

const selectSlice = `SELECT d.*, b.body FROM dossier d JOIN dossier_body b ON b.dossier_id = d.id
WHERE d.procedure_id = ? AND d.state <> 'draft' AND d.submitted_at >= ? AND d.submitted_at < ? AND (d.submitted_at, d.id) > (?, ?) ORDER BY d.submitted_at, d.id LIMIT ?`

/** Undefined when there is no such procedure; too large when the period holds more than one file takes. */
export const readAnswersTable = async (database: Database, actor: Session, procedureId: string, [from, until]: Span, title: string): Promise<PlainTable | undefined> => {
  const asked = await readAsked(database, procedureId)
  if (asked.documents.size === 0) return undefined
  const rows: Cell[][] = []
  let [at, id] = ['', '']
  for (;;) {
    const slice = await database.read<Row>(selectSlice, [procedureId, from, until, at, id, sliceSize])
    rows.push(...slice.map((row) => rowOf(row, asked, actor)))
    if (rows.length > limits.exportedDossiers) throw new ProblemError('too-large')
    if (slice.length < sliceSize) break
    ;[at, id] = [slice.at(-1)!.submitted_at ?? '', slice.at(-1)!.id]
  }
  return { title, columns: [...ownColumns, ...asked.columns.names], rows }
}
