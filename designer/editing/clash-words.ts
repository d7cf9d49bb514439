// A place that two people changed, in words: what it belongs to, and what each of them wrote there.
import { isRecord, parsePointer, readAt, toPointer } from '#core/issues/json-pointer.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import type { Clash } from './merge-documents.ts'

const longest = 300

const wordsOf = (value: unknown): string | undefined => {
  if (!isRecord(value)) return undefined
  const words = value['title'] ?? value['name'] ?? value['id']
  return typeof words === 'string' && words.trim() !== '' ? words : undefined
}

/** Titles on the way to a place, then the name of what changed there. */
export const clashPlace = (document: Procedure, { pointer }: Pick<Clash, 'pointer'>, settingWords: (name: string) => string): string => {
  const segments = parsePointer(pointer)
  const titles = segments.map((_segment, i) => wordsOf(readAt(document, toPointer(segments.slice(0, i + 1))))).filter((words) => words !== undefined)
  const last = segments.at(-1) ?? ''
  return [...titles.slice(-2), /^\d+$/.test(last) ? '' : settingWords(last)].filter((part, i, all) => part !== '' && part !== all[i - 1]).join(' › ')
}

/** Undefined where nothing stands any more. */
export const clashValue = (value: unknown): string | undefined => {
  if (value === undefined) return undefined
  const text = typeof value === 'string' ? value : (wordsOf(value) ?? JSON.stringify(value))
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
