// Draws the internal process as an annex to sign: A4 lying down, the head of the annex, the table of steps, sums, conditions,
// slips, and the place for the signature (NĐ 30/2020, Phụ lục I).
import { processPhrase, type ProcessPhrase } from '#core/export/process/process-words.ts'
import type { ProcessRow, ProcessTable } from '#core/export/process/process-table.ts'
import { margins, small, stack, words, type Content } from './page-content.ts'

const across = { width: 842 - margins.left - margins.right, height: 595 }
const centred = (text: string, style: Content = {}): Content => words(text, { alignment: 'center', ...style })

const headOf = ({ locale, agency, facts }: ProcessTable): Content[] => [
  centred(processPhrase('annex', locale), { bold: true, fontSize: 13 }),
  centred(processPhrase('title', locale), { bold: true, fontSize: 14, margin: [0, 2, 0, 2] }),
  centred(processPhrase('annexOf', locale, { agency: agency || processPhrase('someAgency', locale) }), { italics: true, fontSize: 12, margin: [0, 0, 0, 4] }),
  { canvas: [{ type: 'line', x1: across.width / 2 - 60, y1: 2, x2: across.width / 2 + 60, y2: 2, lineWidth: 0.7 }], margin: [0, 0, 0, 12] },
  ...facts.map((fact, i) => words(fact, { fontSize: 12, bold: i === 0, margin: [0, 1, 0, 1] })),
]

const grid = { hLineWidth: () => 0.6, vLineWidth: () => 0.6, paddingLeft: () => 4, paddingRight: () => 4, paddingTop: () => 3, paddingBottom: () => 3 }

const listed = (lines: readonly string[]): Content => stack(lines.map((line) => words(`– ${line}`, { fontSize: 10.5, margin: [0, 0, 0, 1] })))

const rowOf = (locale: ProcessTable['locale']) => ({ number, title, ways, notes, who, time, isOutside, outcome }: ProcessRow): Content[] => {
  const isPart = number.includes('.')
  return [
    centred(number, { fontSize: 11 }),
    stack([words(title, { bold: !isPart, italics: isPart, fontSize: 11 }), ...(ways.length > 0 ? [listed(ways)] : []), ...notes.map((note) => small(note, { margin: [0, 1, 0, 0] }))]),
    words(who, { fontSize: 11 }),
    stack([centred(time || '–', { fontSize: 11 }), ...(isOutside ? [small(processPhrase('outsideLimit', locale), { alignment: 'center', fontSize: 9 })] : [])]),
    outcome.length > 0 ? listed(outcome) : words(''),
  ]
}

const tableOf = ({ locale, rows, totals }: ProcessTable): Content => {
  const head = (['ordinal', 'work', 'responsible', 'time', 'outcome'] as const).map((key) => centred(processPhrase(key, locale), { bold: true, fontSize: 11, fillColor: '#eeeeee' }))
  const sums = totals.map(({ title, sum, verdict, isTooLong }): Content[] => [
    words(title, { colSpan: 3, bold: true, fontSize: 11, alignment: 'right' }), {}, {}, centred(sum, { bold: true, fontSize: 11 }), words(verdict, { fontSize: 10.5, italics: true, bold: isTooLong }),
  ])
  return { table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths: [38, '*', 150, 92, 170], body: [head, ...rows.map(rowOf(locale)), ...sums] }, layout: grid, margin: [0, 4, 0, 8] }
}

const section = (locale: ProcessTable['locale'], number: string, key: ProcessPhrase, lines: readonly string[]): Content[] => (lines.length === 0 ? [] : [stack([words(`${number}. ${processPhrase(key, locale)}`, { bold: true, fontSize: 12, margin: [0, 8, 0, 2] }), ...lines.map((line) => words(`– ${line}`, { fontSize: 11, margin: [0, 1, 0, 1] }))], { unbreakable: lines.length < 12 })])

const signature = (locale: ProcessTable['locale']): Content => ({
  unbreakable: true, margin: [0, 18, 0, 0],
  columns: [words('', { width: '*' }), { width: 280, stack: [centred(processPhrase('placeAndDate', locale), { italics: true }), centred(processPhrase('chairman', locale), { bold: true, margin: [0, 4, 0, 0] }), centred(processPhrase('chairmanHint', locale), { italics: true, fontSize: 10.5, margin: [0, 0, 0, 64] })] }],
})

export const drawProcess = (table: ProcessTable, madeAt: string): Content => {
  const { locale, code } = table
  const parts: [ProcessPhrase, readonly string[]][] = [['endsTitle', table.ends], ['conditionsTitle', table.conditions], ['slipsTitle', table.slips]]
  const foot = { fontSize: 9, color: '#333333' }
  return {
    pageSize: 'A4', pageOrientation: 'landscape', pageMargins: [margins.left, margins.top, margins.right, margins.bottom], language: locale, displayTitle: true,
    info: { title: processPhrase('title', locale), subject: table.facts[0], creationDate: new Date(madeAt), creator: 'Một Cửa', producer: 'Một Cửa' },
    defaultStyle: { font: 'Tinos', fontSize: 12, lineHeight: 1.1 },
    footer: (page: number, pages: number) => ({ columns: [words(processPhrase('code', locale, { code }), foot), words(processPhrase('page', locale, { page, pages }), { ...foot, alignment: 'right' })], margin: [margins.left, 14, margins.right, 0] }),
    content: [
      ...headOf(table), words(`I. ${processPhrase('stepsTitle', locale)}`, { bold: true, fontSize: 12, margin: [0, 10, 0, 2] }), tableOf(table), ...table.clock.map((line) => words(`– ${line}.`, { fontSize: 11 })),
      ...parts.filter(([, lines]) => lines.length > 0).flatMap(([key, lines], i) => section(locale, ['II', 'III', 'IV'][i]!, key, lines)), signature(locale),
    ],
  }
}
