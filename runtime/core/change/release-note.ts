// The release note: what comes into force and why, in the words of its author, and what changes, in the sentences of the review. Plain
// text for a notice board, a letter or a web page of the office.
import type { Procedure } from '#schemas/generated/types.ts'
import { formatInstant } from '../text/format.ts'
import { localise, type Locale } from '../text/localise.ts'
import { phrase } from './change-words.ts'
import type { DifferenceGroup } from './group-differences.ts'

export interface Released {
  info: Procedure['info']
  /** Which release of the procedure it is, or will be, from 1 on. */
  number: number
  /** Instant from which it is in force; absent while nobody knows. */
  since?: string | undefined
  legalBasis?: string | undefined
  /** What its author says of it. */
  comment?: string | undefined
  /** Against the release before; absent for the first one. */
  changes?: readonly DifferenceGroup[] | undefined
}

const changesOf = (changes: Released['changes'], locale: Locale): string[] => {
  if (!changes) return [phrase('note.first', locale)]
  const sentences = changes.flatMap(({ told }) => told.map(({ sentence }) => sentence))
  return sentences.length === 0 ? [phrase('note.none', locale)] : [phrase('note.changes', locale), ...sentences.map((sentence) => `- ${sentence}`)]
}

/** Paragraphs parted by an empty line; no line end at the end. */
export const releaseNote = ({ info, number, since, legalBasis, comment, changes }: Released, locale: Locale): string => {
  const release = since === undefined ? phrase('note.release', locale, { number }) : phrase('note.since', locale, { number, at: formatInstant(since, locale) })
  const head = [localise(info, 'name', locale), release, ...(legalBasis ? [phrase('note.basis', locale, { text: legalBasis })] : [])]
  return [head.join('\n'), ...(comment ? [comment] : []), changesOf(changes, locale).join('\n')].join('\n\n')
}
