// Draws the printed form as a page: national heading, title, parts, papers to attach, place for the signature.
import type { PrintForm, PrintPart, PrintedPaper } from '#core/export/print-model.ts'
import { printPhrase } from '#core/export/print-model.ts'
import { roman } from '#core/export/roman.ts'
import type { Locale } from '#core/text/localise.ts'
import { filledEnd } from './draw-filled-end.ts'
import { drawItem } from './draw-item.ts'
import { kept, page, textHeight } from './keep-together.ts'
import { gridOf, margins, pageWidth, small, stack, tick, words, type Content } from './page-content.ts'

const centred = (text: string, style: Content = {}): Content => words(text, { alignment: 'center', ...style })

/** Quốc hiệu and tiêu ngữ with the line below them (NĐ 30/2020, Phụ lục I). */
const nationalHeading = (locale: Locale): Content[] => [
  centred(printPhrase('nation', locale), { bold: true, fontSize: 13 }),
  centred(printPhrase('motto', locale), { bold: true, fontSize: 13 }),
  { canvas: [{ type: 'line', x1: pageWidth / 2 - 78, y1: 2, x2: pageWidth / 2 + 78, y2: 2, lineWidth: 0.8 }], margin: [0, 0, 0, 22] },
]

const titleOf = ({ title, procedure, to, locale, filled }: PrintForm): Content[] => [
  centred(title.toLocaleUpperCase(locale), { bold: true, fontSize: 15 }),
  ...(procedure === undefined ? [] : [centred(`(${printPhrase('procedure', locale, { name: procedure })})`, { italics: true, margin: [0, 3, 0, 0] })]),
  ...(to === undefined ? [] : [centred(`${printPhrase('to', locale)} ${to}`, { fontSize: 13, margin: [0, 14, 0, 0] })]),
  ...(filled ? filled.lines.map((line, i) => centred(line, { italics: true, margin: [0, i === 0 ? 8 : 0, 0, 0] })) : [small(printPhrase('guide', locale), { margin: [0, 12, 0, 0] })]),
]

const noteLines = (notes: readonly string[]): Content[] => notes.map((note) => small(note, { fontSize: 10.5, margin: [0, 1, 0, 2] }))

/** A heading never stands alone at the foot of a page: it goes with the first question below it. */
const partContent = (part: PrintPart, locale: Locale): Content[] => {
  const heading: Content[] = [words(`${part.number}. ${part.title}`, { bold: true, fontSize: 13, margin: [0, 12, 0, 2] }), ...noteLines(part.notes)]
  return part.sections.flatMap((section, i) => {
    const above = [...(i === 0 ? heading : []), ...(section.title === undefined ? [] : [words(section.title, { bold: true, italics: true, margin: [0, 6, 0, 1] })]), ...noteLines(section.notes)]
    const [first, ...others] = section.items.flatMap((item) => drawItem(item, { locale, width: pageWidth }))
    const height = 60 + textHeight(part.notes, pageWidth) + textHeight(section.notes, pageWidth)
    return first === undefined ? [] : [kept({ content: stack([...above, first.content]), height: height + first.height }), ...others.map((piece) => kept(piece))]
  })
}

const count = (number: number | undefined): Content => words(number === undefined ? '' : number === 0 ? '–' : String(number), { alignment: 'center', fontSize: 11 })

const signatureHeight = 150

const signature = (locale: Locale): Content => ({
  margin: [0, 22, 0, 0],
  columns: [words('', { width: '*' }), {
    width: 270,
    stack: [centred(printPhrase('placeAndDate', locale), { italics: true }), centred(printPhrase('signer', locale), { bold: true, margin: [0, 4, 0, 0] }), centred(printPhrase('signerHint', locale), { italics: true, fontSize: 10.5, margin: [0, 0, 0, 70] })],
  }],
})

const endContent = (papers: readonly PrintedPaper[], number: string, locale: Locale): Content[] => {
  if (papers.length === 0) return [{ ...signature(locale), unbreakable: true }]
  const head = (['ordinal', 'paper', 'originals', 'copies', 'attached'] as const).map((key) => words(printPhrase(key, locale), { bold: true, fontSize: 10.5, alignment: 'center' }))
  const rows = papers.map(({ title, notes, originals, copies }, i) => [
    count(i + 1), { stack: [words(title, { fontSize: 11 }), ...(notes.length > 0 ? [small(notes.join(' '))] : [])] }, count(originals), count(copies), words(tick, { alignment: 'center' }),
  ])
  const heading = words(`${number}. ${printPhrase('papers', locale)}`, { bold: true, fontSize: 13, margin: [0, 12, 0, 3] })
  const table = gridOf(head, rows, [6, 1, 1, 1], pageWidth, 20)
  const height = papers.reduce((sum, { title, notes }) => sum + 8 + textHeight([title, notes.join(' ')], pageWidth * 0.58), 60)
  // A signature that stands alone on a page could belong to anything: the papers go with it.
  return height + signatureHeight <= page ? [kept({ content: stack([heading, table, signature(locale)]), height: height + signatureHeight }, page)] : [stack([heading, table], { ...(height > page && { pageBreak: 'before' }) }), { ...signature(locale), unbreakable: true }]
}

/** What pdfmake draws. */
export const drawForm = (form: PrintForm, madeAt: string): Content => {
  const { locale, code, parts, papers, left, filled } = form
  const foot = { fontSize: 9, color: '#333333' }
  return {
    pageSize: 'A4', pageMargins: [margins.left, margins.top, margins.right, margins.bottom], language: locale, displayTitle: true,
    info: { title: form.title, subject: form.procedure, creationDate: new Date(madeAt), creator: 'Một Cửa', producer: 'Một Cửa' },
    ...(filled?.isDraft && { watermark: { text: printPhrase('draft', locale), color: '#8a8a8a', opacity: 0.16, bold: true } }),
    defaultStyle: { font: 'Tinos', fontSize: 12, lineHeight: 1.12 },
    footer: (at: number, pages: number) => ({
      columns: [words(printPhrase('code', locale, { code }), foot), words(printPhrase('page', locale, { page: at, pages }), { ...foot, alignment: 'right' })], margin: [margins.left, 18, margins.right, 0],
    }),
    content: [
      ...nationalHeading(locale), ...titleOf(form), ...parts.flatMap((part) => partContent(part, locale)),
      ...(left > 0 ? [words(printPhrase('tooLong', locale, { count: left }), { italics: true, margin: [0, 12, 0, 0] })] : []),
      ...(filled ? filledEnd(filled, roman(parts.length + 1), locale) : endContent(papers, roman(parts.length + 1), locale)),
    ],
  }
}
