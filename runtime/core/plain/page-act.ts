// What a button of a page without scripts asks for, written in its value: `add-row:/mau`, `remove-row:/mau/2`,
// `remove-file:/tep/qd/<id>`, `go:page`, or a word alone. Only the first three change answers.
import type { CompiledForm } from '../form/compiled-form.ts'
import { readAt, toPath, writeAt, type Answers } from '../issues/json-pointer.ts'

export interface PageAct {
  /** What is to be done: 'continue' when nothing was said, as when Enter is pressed. */
  name: string
  /** A pointer, or the id of a page; '' where there is none. */
  target: string
}

export const readPageAct = (value: string | undefined): PageAct => {
  const [, name = 'continue', target = ''] = /^([a-z-]+)(?::(.*))?$/s.exec(value ?? '') ?? []
  return { name, target }
}

const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'))

const listAt = (answers: Answers, pointer: string): unknown[] => {
  const list = readAt(answers, pointer)
  return Array.isArray(list) ? list as unknown[] : []
}

const withList = (answers: Answers, pointer: string, list: unknown[]): Answers => writeAt(answers, pointer, list.length > 0 ? list : undefined)

/** The answers with a row or a file more or less; the same where the act names no such thing. */
export const carryOutAct = (form: CompiledForm, answers: Answers, { name, target }: PageAct): Answers => {
  const owner = name === 'add-row' ? target : parentOf(target)
  const question = form.questions.get(toPath(owner))
  const list = listAt(answers, owner)
  if (name === 'add-row' && question?.kind === 'table') return list.length < (question.question.maxItems ?? 20) ? writeAt(answers, owner, [...list, {}]) : answers
  if (name === 'remove-row' && question?.kind === 'table') return withList(answers, owner, list.filter((_row, i) => String(i) !== target.slice(owner.length + 1)))
  if (name === 'remove-file' && question?.question['x-file']) return withList(answers, owner, list.filter((id) => id !== target.slice(owner.length + 1)))
  return answers
}
