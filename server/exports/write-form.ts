// Writes the empty form of a procedure as a PDF.
import { printForm } from '#core/export/print-form.ts'
import { compileForm } from '#core/form/compile-form.ts'
import type { Locale } from '#core/text/localise.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { drawForm } from './draw-form.ts'
import { writePdf } from './write-pdf.ts'

/** Of a procedure with a form. */
export const writeForm = async ({ form, info }: Procedure, locale: Locale, madeAt: string): Promise<Uint8Array<ArrayBuffer>> => {
  if (!form) throw new Error('A procedure without a form has nothing to print')
  return writePdf(drawForm(printForm(compileForm(form), info, locale), madeAt))
}
