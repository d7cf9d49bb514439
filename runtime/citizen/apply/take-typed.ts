// Takes what was typed into the page as the server drew it, before the app was there, into the answers: read exactly as if
// the page had been sent.
import { readFormData, type FormEntry } from '#core/answers/read-form-data.ts'
import { readAt } from '#core/issues/json-pointer.ts'
import { touchedIn } from '../take-over.ts'
import type { Application } from './use-application.ts'

const pointerOf = (name: string): string => name.replace(/:(day|month|year)$/, '')

/** The number of rows that stood there, where the answers do not have as many yet. */
const isNewTable = (answers: unknown, [name, text]: FormEntry): boolean => {
  const rows = readAt(answers, name)
  return /^\d+$/.test(text) && (Array.isArray(rows) ? rows.length : 0) < Number(text)
}

/** Whether it could: the page is one of the form's. */
export const takeTyped = ({ compiled, form }: Application, drawn: HTMLFormElement): boolean => {
  const touched = new Set(touchedIn(drawn).filter((control) => control.type !== 'file').map((control) => pointerOf(control.name)))
  const sent = [...new FormData(drawn)].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const tables = new Set([...compiled.questions.values()].filter((each) => each.kind === 'table').map((each) => each.path))
  const entries = sent.filter(([name, text]) => (name === 'asked' ? touched.has(text) : tables.has(name) ? isNewTable(form.answers.value, [name, text]) : touched.has(pointerOf(name))))
  const page = /\/nop\/[^/]+\/([^/?#]+)/.exec(location.pathname)?.[1]
  // The page that asks for whom is filed has a form of its own.
  if (!page || !compiled.pages.some((each) => each.page.id === decodeURIComponent(page))) return false
  const locale = sent.find(([name]) => name === 'locale')?.[1] === 'en' ? 'en' : 'vi'
  const read = readFormData(compiled, entries, { page: decodeURIComponent(page), base: form.answers.value, locale })
  if (read.asked.length > 0) form.take(read.answers, read.asked)
  return true
}
