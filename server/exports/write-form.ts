// Writes the empty form of a procedure as a PDF, with letters for Vietnamese in the measures of Times New Roman
// (NĐ 30/2020). Nothing outside its own fonts is read, whatever a document says.
import { fileURLToPath } from 'node:url'
import pdfmake from 'pdfmake'
import { printForm } from '#core/export/print-form.ts'
import { compileForm } from '#core/form/compile-form.ts'
import type { Locale } from '#core/text/localise.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { drawForm } from './draw-form.ts'

const font = (cut: string): string => fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${cut}/Tinos_${cut}.ttf`))

const fonts = { normal: font('400Regular'), bold: font('700Bold'), italics: font('400Regular_Italic'), bolditalics: font('700Bold_Italic') }

pdfmake.setFonts({ Tinos: fonts })
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => Object.values(fonts).includes(path))

/** Of a procedure with a form. */
export const writeForm = async ({ form, info }: Procedure, locale: Locale, madeAt: string): Promise<Uint8Array<ArrayBuffer>> => {
  if (!form) throw new Error('A procedure without a form has nothing to print')
  return new Uint8Array(await pdfmake.createPdf(drawForm(printForm(compileForm(form), info, locale), madeAt)).getBuffer())
}
