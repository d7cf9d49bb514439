// Brings answers into the one form in which they are judged and stored: text in NFC and trimmed, and what was not
// answered absent. Empty text, empty lists, empty groups and rows that nobody filled in are no answers.
import { isRecord, type Answers } from '../issues/json-pointer.ts'

const tidy = (value: unknown): unknown => {
  if (typeof value === 'string') return value.normalize('NFC').trim() || undefined
  if (Array.isArray(value)) {
    const rows = value.map(tidy).filter((row) => row !== undefined)
    return rows.length > 0 ? rows : undefined
  }
  if (isRecord(value)) {
    const entries = Object.entries(value).map(([name, inner]) => [name, tidy(inner)] as const).filter(([, inner]) => inner !== undefined)
    return entries.length > 0 ? Object.fromEntries(entries) : undefined
  }
  return value ?? undefined
}

export const tidyAnswers = (answers: Answers): Answers => (tidy(answers) as Answers | undefined) ?? {}
