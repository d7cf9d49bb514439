// What a document prints on its papers (`prints`): answers and officers' records with the titles of their questions.
import type { Dossier, Paper, Procedure } from '#schemas/generated/types.ts'
import { formatAnswer } from '../answers/format-answer.ts'
import { compileForm } from '../form/compile-form.ts'
import type { CompiledForm } from '../form/compiled-form.ts'
import { expandPath, parsePointer, readAt, toPath, type Answers } from '../issues/json-pointer.ts'
import { findStep } from '../workflow/facts.ts'
import type { PaperBlock } from './paper-model.ts'

const rowNumber = (pointer: string): string => parsePointer(pointer).filter((segment) => /^\d+$/.test(segment)).map((segment) => ` (dòng ${Number(segment) + 1})`).join('')

/** The title of a question, or of the table, group or row that a pointer names. */
export const questionLabel = (form: CompiledForm, pointer: string): string => {
  const path = toPath(pointer)
  const title = form.questions.get(path)?.question.title ?? form.questions.get(path.replace(/\/\*$/, ''))?.question.title ?? pointer
  return title + rowNumber(pointer)
}

const groupOf = (form: CompiledForm, path: string): string => form.questions.get(path)?.parent ?? ''

/** Several lines about somebody else than the first are said to be about whom: “Người được khai sinh – Họ”. */
const prefixOf = (form: CompiledForm, prints: readonly string[], path: string): string => {
  const group = groupOf(form, path)
  const isOther = group !== groupOf(form, prints[0] ?? '') && prints.filter((print) => groupOf(form, print) === group).length > 1
  const title = isOther ? form.questions.get(group)?.question.title : undefined
  return title === undefined ? '' : `${title} – `
}

const linesAt = (form: CompiledForm, answers: Answers, path: string, prefix = ''): PaperBlock[] => expandPath(path, answers).flatMap((pointer) => {
  const question = form.questions.get(path)?.question
  const text = question && !question['x-file'] ? formatAnswer(question, readAt(answers, pointer), form.form.schema.$defs, 'vi') : ''
  return text ? [{ kind: 'line', label: prefix + questionLabel(form, pointer), text }] : []
})

/** `/coSo/ten` is an answer of the applicant, `issue:/soQuyetDinh` what an officer recorded in that step. */
export const printLines = ({ prints = [] }: Paper, { form, workflow }: Procedure, compiled: CompiledForm | undefined, dossier: Dossier): PaperBlock[] => prints.flatMap((print) => {
  const [, step, path = ''] = /^(?:([^:/]+):)?(\/.*)$/.exec(print) ?? []
  if (step === undefined) return form && compiled ? linesAt(compiled, dossier.answers, path, prefixOf(compiled, prints, path)) : []
  const own = workflow && findStep(workflow, step)?.form
  return own ? linesAt(compileForm(own), dossier.records[step] ?? {}, path) : []
})
