// Draws a paper of the office on A5 (TT 03/2025/TT-VPCP): who issues it under which number on the left, national heading on
// the right, what it says, signatures, and a QR code that leads to the look-up of the dossier.
import type { PaperBlock, PaperModel, PaperSigner } from '#core/paper/paper-model.ts'
import { dayWords } from '#core/paper/slip-words.ts'
import { stack, words, type Content } from './page-content.ts'

const margins = { left: 42, top: 34, right: 34, bottom: 42 }
const width = 420 - margins.left - margins.right

const centred = (text: string, style: Content = {}): Content => words(text, { alignment: 'center', ...style })

const rule = (length: number, within: number): Content =>
  ({ canvas: [{ type: 'line', x1: (within - length) / 2, y1: 2, x2: (within + length) / 2, y2: 2, lineWidth: 0.7 }] })

const leftWidth = 150

const heading = ({ agency, unit, suffix }: PaperModel, number: number): Content => ({
  columns: [
    {
      width: leftWidth,
      stack: [
        centred(agency.toLocaleUpperCase('vi'), { fontSize: 9, ...(unit === undefined && { bold: true }) }),
        ...(unit === undefined ? [] : [centred(unit, { fontSize: 9.5, bold: true })]), rule(50, leftWidth),
        centred(`Số: ${number}${suffix === undefined ? '' : `/${suffix}`}`, { margin: [0, 5, 0, 0] }),
      ],
    },
    {
      width: '*',
      stack: [
        centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { fontSize: 9, bold: true }), centred('Độc lập - Tự do - Hạnh phúc', { fontSize: 9.5, bold: true }), rule(110, width - leftWidth - 6),
      ],
    },
  ],
  columnGap: 6,
})

const qrSize = 58

/** The last two words stay together: a title does not end in a word of its own line. */
const unparted = (title: string): string => title.replace(/ (\S+)$/, '\u00a0$1')

const titleBlock = ({ title, code, lookUp, issuedAt }: PaperModel): Content => ({
  margin: [0, 8, 0, 8],
  columns: [
    { width: '*', stack: [words(`Ngày ${dayWords(issuedAt).slice('ngày '.length)}`, { alignment: 'right', italics: true }), centred(unparted(title.toLocaleUpperCase('vi')), { bold: true, fontSize: 11.5, margin: [0, 6, 0, 0] }), ...(code ? [centred(`Mã hồ sơ: ${code}`, { margin: [0, 3, 0, 0] })] : [])] },
    // The address is in the picture only; reading it aloud helps nobody, so the code stands beside it in letters.
    { width: qrSize, qr: lookUp, fit: qrSize, eccLevel: 'L', margin: [0, 2, 0, 0] },
  ],
  columnGap: 10,
})

const grid = { hLineWidth: () => 0.6, vLineWidth: () => 0.6, paddingLeft: () => 3, paddingRight: () => 3, paddingTop: () => 2, paddingBottom: () => 2 }

/** A bordered table whose head is repeated on every page. */
export const drawTable = ({ columns, rows }: Extract<PaperBlock, { kind: 'table' }>, room: number, size = 8.5): Content => {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const free = room - columns.length * 6.6
  return {
    table: {
      headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths: columns.map(({ share }) => (free * share) / shares),
      body: [columns.map(({ title }) => centred(title, { bold: true, fontSize: size })), ...rows.map((row) => row.map((cell) => words(cell, { fontSize: size })))],
    },
    layout: grid, margin: [0, 5, 0, 4],
  }
}

const drawBlock = (block: PaperBlock): Content => {
  if (block.kind === 'text') return words(block.text, { margin: [0, 4, 0, 2] })
  if (block.kind === 'line') return { text: [{ text: `${block.label}: ` }, { text: block.text, bold: true }], margin: [0, 1, 0, 1] }
  if (block.kind === 'table') return drawTable(block, width)
  return stack([words(block.label, { margin: [0, 2, 0, 1] }), { ol: block.items.map((item) => words(item, { margin: [0, 0.5, 0, 0.5] })), margin: [10, 0, 0, 2] }])
}

const signerHead = ({ title, hint }: PaperSigner): Content =>
  stack([centred(unparted(title.toLocaleUpperCase('vi')), { bold: true, fontSize: 9.5 }), ...(hint === undefined ? [] : [centred(hint, { italics: true, fontSize: 9 })])])

const signerName = ({ name }: PaperSigner): Content => centred(name ?? ' ', { bold: true, margin: [0, 18, 0, 0] })

/** Heads in one row and names in the next, so that the names stand on one line; a single signer signs on the right. */
const signatures = (signers: readonly PaperSigner[]): Content[] => {
  if (signers.length === 0) return []
  const before: Content[] = signers.length === 1 ? [words('')] : []
  const body = [[...before, ...signers.map(signerHead)], [...before, ...signers.map(signerName)]]
  // A signature never stands on a page of its own without the line before it.
  return [stack([{ layout: 'noBorders', table: { widths: body[0]!.map(() => '*'), body } }], { unbreakable: true, margin: [0, 8, 0, 0] })]
}

/** What pdfmake draws. */
export const drawPaper = (model: PaperModel, number: number): Content => ({
  pageSize: 'A5', pageMargins: [margins.left, margins.top, margins.right, margins.bottom], language: 'vi', displayTitle: true,
  info: { title: `${model.title} ${model.code}`.trim(), author: model.agency, creationDate: new Date(model.issuedAt), creator: 'Một Cửa', producer: 'Một Cửa' },
  defaultStyle: { font: 'Tinos', fontSize: 9.5, lineHeight: 1.1 },
  footer: (at: number, pages: number) => ({
    columns: [words(model.foot, { fontSize: 7.5, color: '#333333' }), ...(pages > 1 ? [words(`${at}/${pages}`, { width: 30, fontSize: 7.5, alignment: 'right' })] : [])], margin: [margins.left, 16, margins.right, 0],
  }),
  content: [heading(model, number), titleBlock(model), ...model.blocks.map(drawBlock), ...signatures(model.signers)],
})
