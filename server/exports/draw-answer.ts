// Draws what was answered: behind its question where it is short, below it where it has lines of its own, as a table where
// it has rows.
import { printPhrase, type PrintBlank, type PrintItem } from '#core/export/print-model.ts'
import type { Locale } from '#core/text/localise.ts'
import { textHeight } from './keep-together.ts'
import { gridOf, pageWidth, words, type Content } from './page-content.ts'

type Answer = Extract<PrintBlank, { kind: 'answer' | 'declared' }>
type Table = Extract<PrintBlank, { kind: 'answerTable' }>

const lineHeight = 16
const mark = { made: '[X]', open: '[  ]' }

const drawn = (content: Content, text: string): { content: Content[], lines: number } => ({ content: [content], lines: Math.ceil(textHeight(text.split('\n'), pageWidth) / lineHeight) })

export const drawAnswer = ({ number, label }: PrintItem, blank: Answer, locale: Locale): { content: Content[], lines: number } => {
  if (blank.kind === 'declared') return drawn({ columns: [words(blank.isMade ? mark.made : mark.open, { width: 26, bold: true }), words(`${number}. ${label}`, { width: '*' })] }, label)
  const question = { text: `${number}. ${label}${/[?:.!…]$/.test(label) ? ' ' : ': '}` }
  const answer = blank.text === '' ? { text: printPhrase('notAnswered', locale), italics: true, color: '#555555' } : { text: blank.text.includes('\n') ? `\n${blank.text}` : blank.text, bold: true }
  return drawn({ text: [question, answer], preserveLeadingSpaces: false }, `${label} ${blank.text}`)
}

/** Its head is repeated on every page, and no row is parted. */
export const drawAnswers = ({ columns, rows }: Table, { width, locale }: { width: number, locale: Locale }): Content => {
  const head = [printPhrase('ordinal', locale), ...columns.map(({ title }) => title)].map((title) => words(title, { bold: true, fontSize: 10.5, alignment: 'center' }))
  return gridOf(head, rows.map((row, i) => [words(String(i + 1), { alignment: 'center', fontSize: 10.5 }), ...row.map((text) => words(text, { fontSize: 10.5 }))]), columns.map(({ weight }) => weight), width, 18)
}
