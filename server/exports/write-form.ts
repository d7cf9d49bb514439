// Writes the form of a procedure as a PDF, empty or filled in.
import { printAnswers, type FilledForm } from '#core/export/print-answers.ts'
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

/** The answers of one dossier, as its owner or an officer may see them. */
export const writeFilledForm = async ({ form, info }: Procedure, filling: FilledForm, locale: Locale): Promise<Uint8Array<ArrayBuffer>> => {
  if (!form) throw new Error('A procedure without a form has nothing to print')
  return writePdf(drawForm(printAnswers(compileForm(form), info, filling, locale), filling.madeAt))
}
