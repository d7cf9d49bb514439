// The thread in which documents become files for people and programs outside: what a document asks for costs this thread
// its time and memory, not the server.
import { parentPort } from 'node:worker_threads'
import type { FilledForm } from '#core/export/print-answers.ts'
import type { PaperModel } from '#core/paper/paper-model.ts'
import type { RegisterModel } from '#core/paper/register-model.ts'
import type { PlainTable } from '#core/statistics/report-tables.ts'
import type { Locale } from '#core/text/localise.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { tableAsCsv, tablesAsWorkbook } from '../statistics/write-tables.ts'
import { drawPaper } from './draw-paper.ts'
import { drawRegister } from './draw-register.ts'
import { writeFilledForm, writeForm } from './write-form.ts'
import { writePdf } from './write-pdf.ts'
import { writeProcess } from './write-process.ts'
import { writeTypes } from './write-types.ts'

export type ExportRequest =
  | { kind: 'types'; schema: string }
  /** madeAt: the instant that the PDF says it was made, so that the same content is the same file. */
  | { kind: 'form'; document: Procedure; locale: Locale; madeAt: string }
  /** The annex that the decision on the internal process carries. */
  | { kind: 'process'; document: Procedure; locale: Locale; madeAt: string }
  | { kind: 'filled'; document: Procedure; filling: FilledForm; locale: Locale }
  /** number: in the register of the year. */
  | { kind: 'paper'; model: PaperModel; number: number }
  | { kind: 'register'; model: RegisterModel }
  | { kind: 'table'; table: PlainTable; as: 'csv' | 'xlsx' }

const carryOut = (request: ExportRequest): Promise<string | Uint8Array> => {
  switch (request.kind) {
    case 'types': return writeTypes(JSON.parse(request.schema))
    case 'form': return writeForm(request.document, request.locale, request.madeAt)
    case 'process': return writeProcess(request.document, request.locale, request.madeAt)
    case 'filled': return writeFilledForm(request.document, request.filling, request.locale)
    case 'register': return writePdf(drawRegister(request.model))
    case 'table': return request.as === 'csv' ? Promise.resolve(tableAsCsv(request.table)) : tablesAsWorkbook([request.table])
    case 'paper': return writePdf(drawPaper(request.model, request.number))
  }
}

parentPort?.on('message', (request: ExportRequest) => {
  // What fails says nothing of its own: the asker is told by an empty answer.
  void carryOut(request).catch(() => undefined).then((file) => parentPort?.postMessage(file))
})
parentPort?.postMessage('ready')
