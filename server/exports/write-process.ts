// Writes the internal process of a procedure as a PDF, the annex to the decision that approves it.
import { processTable } from '#core/export/process/process-table.ts'
import type { Locale } from '#core/text/localise.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { drawProcess } from './draw-process.ts'
import { writePdf } from './write-pdf.ts'

/** Of a procedure with a workflow. */
export const writeProcess = async ({ workflow, ...document }: Procedure, locale: Locale, madeAt: string): Promise<Uint8Array<ArrayBuffer>> => {
  if (!workflow) throw new Error('A procedure without a workflow has no process to print')
  return writePdf(drawProcess(processTable({ ...document, workflow }, locale), madeAt))
}
