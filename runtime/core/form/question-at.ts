// The question that a pointer into answers names, wherever it stands: in a group, in a row, in a compound answer.
import type { Question } from '#schemas/generated/types.ts'
import { parsePointer, toPath, toPointer } from '../issues/json-pointer.ts'
import type { CompiledForm } from './compiled-form.ts'
import { resolveQuestion } from './walk-form.ts'

/** The question at a pointer, parts of compound answers and items of lists included. */
export const questionAt = (form: CompiledForm, pointer: string): Question | undefined => {
  const known = form.questions.get(toPath(pointer))?.question
  if (known || pointer === '') return known
  const segments = parsePointer(pointer)
  const owner = questionAt(form, toPointer(segments.slice(0, -1)))
  const part = owner?.type === 'array' ? owner.items : owner?.properties?.[segments.at(-1)!]
  return part && resolveQuestion(part, form.form.schema.$defs)
}
