// Questions of a draft that a citizen could not answer yet: without words, or with nothing to choose from.
import { resolveQuestion, walkForm } from '#core/form/walk-form.ts'
import type { Form, Question } from '#schemas/generated/types.ts'

export interface Unfinished {
  path: string
  question: Question
  missing: 'title' | 'options' | 'columns'
}

const isChoice = (question: Question): boolean => question['x-field'] === 'choice' || question['x-field'] === 'choices'

const missingIn = (question: Question, definitions: Form['schema']['$defs']): Unfinished['missing'] | undefined => {
  if (!question.title?.trim()) return 'title'
  const listed = question.type === 'array' ? resolveQuestion(question.items ?? {}, definitions) : question
  if (isChoice(question) && !(listed.oneOf ?? listed.enum)?.length) return 'options'
  return question['x-field'] === 'table' && Object.keys(question.items?.properties ?? {}).length === 0 ? 'columns' : undefined
}

export const unfinishedQuestions = ({ schema }: Form): Unfinished[] =>
  walkForm(schema).flatMap(({ path, question, kind }): Unfinished[] => {
    const missing = kind === 'group' ? undefined : missingIn(question, schema.$defs)
    return missing ? [{ path, question, missing }] : []
  })
