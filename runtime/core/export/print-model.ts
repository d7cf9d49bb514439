// An empty form as it stands on paper, before anything is drawn: its parts, what is asked in each, and how much room an
// answer needs. Every text is plain and in one language.
import { phrasesFrom } from '../text/phrases.ts'
import type { Locale } from '../text/localise.ts'
import en from './locales/en.json' with { type: 'json' }
import vi from './locales/vi.json' with { type: 'json' }

export type PrintPhrase = keyof typeof vi
export const printPhrase = phrasesFrom<PrintPhrase>({ vi, en })

export interface PrintColumn {
  title: string
  /** To be ticked in each row; none: the cell is empty. */
  options: string[]
  /** How much of the width it needs, against the others. */
  weight: number
}

/** The room for an answer. */
export type PrintBlank =
  /** Dotted lines; the unit stands behind the last. */
  | { kind: 'dots', lines: number, unit?: string }
  /** Words with dots between them, such as day, month and year. */
  | { kind: 'words', text: string }
  /** One box a character, in groups. */
  | { kind: 'boxes', groups: number[] }
  | { kind: 'options', options: string[] }
  /** Several short blanks with labels, line by line. */
  | { kind: 'parts', lines: string[][] }
  | { kind: 'table', columns: PrintColumn[], rows: number }
  /** The same questions again and again, where a table would be too wide. */
  | { kind: 'entries', count: number, items: PrintItem[] }
  /** The label itself is ticked. */
  | { kind: 'declaration' }
  /** What was answered; '' when nothing was. */
  | { kind: 'answer', text: string }
  | { kind: 'answerTable', columns: Pick<PrintColumn, 'title' | 'weight'>[], rows: string[][] }
  | { kind: 'answerEntries', entries: { title: string, items: PrintItem[] }[] }
  /** A declaration that was made, or not yet. */
  | { kind: 'declared', isMade: boolean }

export interface PrintItem {
  path: string
  /** 12, or a letter within an entry. */
  number: string
  label: string
  /** Short, in brackets behind the label: if any. */
  mark?: string
  /** When it is asked, in brackets. */
  when?: string
  /** In small letters below the blank: how it is answered. */
  notes: string[]
  blank: PrintBlank
}

export interface PrintSection {
  title?: string
  notes: string[]
  items: PrintItem[]
}

export interface PrintPart {
  /** I, II, III. */
  number: string
  title: string
  notes: string[]
  sections: PrintSection[]
}

export interface PrintedPaper {
  title: string
  notes: string[]
  originals?: number
  copies?: number
}

/** A file as it goes with the dossier. */
export interface PrintedFile {
  title: string
  name: string
  size: string
}

/** What a form that was filled in says besides its answers. */
export interface Filled {
  isDraft: boolean
  /** Code and instant of the filing, and who filed: lines below the title. */
  lines: string[]
  files: PrintedFile[]
  /** Instead of a signature by hand. */
  filed: string
}

export interface PrintForm {
  locale: Locale
  code: string
  title: string
  /** Name of the procedure, where the title says something else. */
  procedure?: string
  /** The agency that is addressed. */
  to?: string
  parts: PrintPart[]
  papers: PrintedPaper[]
  /** Questions that are too many to print. */
  left: number
  filled?: Filled
}
