// Writes a page definition as a PDF, with letters for Vietnamese in the measures of Times New Roman (NĐ 30/2020). Nothing
// outside its own fonts is read, whatever a document says.
import { fileURLToPath } from 'node:url'
import pdfmake from 'pdfmake'
import type { Content } from './page-content.ts'

const font = (cut: string): string => fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${cut}/Tinos_${cut}.ttf`))

const fonts = { normal: font('400Regular'), bold: font('700Bold'), italics: font('400Regular_Italic'), bolditalics: font('700Bold_Italic') }

pdfmake.setFonts({ Tinos: fonts })
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => Object.values(fonts).includes(path))

export const writePdf = async (content: Content): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await pdfmake.createPdf(content).getBuffer())
