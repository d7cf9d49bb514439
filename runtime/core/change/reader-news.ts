// What a letter tells whoever reads the data of a procedure: each change as a line with its path, as many as somebody reads in a letter,
// and how many more there are.
import type { Procedure } from '#schemas/generated/types.ts'
import type { Locale } from '../text/localise.ts'
import { dataChanges } from './data-changes.ts'

export interface ReaderNews {
  lines: string[]
  /** That the letter leaves to the page of all changes. */
  more: number
}

export const mostLines = 30

export const readerNews = (before: Procedure, after: Procedure, locale: Locale): ReaderNews => {
  const lines = dataChanges(before, after, locale).map(({ path, was, sentence }) => `${was === undefined ? '' : `${was} → `}${path}: ${sentence}`)
  return { lines: lines.slice(0, mostLines), more: Math.max(0, lines.length - mostLines) }
}
