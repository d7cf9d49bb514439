// The types of a form's answers by their dotted names, for checking the formulas that read them.
import type { Question } from '#schemas/generated/types.ts'
import type { CompiledForm } from '../form/compiled-form.ts'
import { parentPath } from '../issues/json-pointer.ts'
import type { ResolveType } from './check-formula.ts'
import type { FormulaType } from './functions.ts'

const typeOf = (question: Question): FormulaType => {
  if (question.type === 'array') return question.items?.type === 'object' ? 'rows' : 'list'
  if (question.type === 'string' || question.type === undefined) return question.format === 'date' ? 'date' : 'string'
  // A whole address or group can be copied, nothing else.
  return question.type === 'object' ? 'any' : question.type
}

/** Parts of a compound answer (an address) are known by their owner. */
const partOf = (form: CompiledForm, path: string): Question | undefined => {
  const parts = form.questions.get(parentPath(path))?.question
  const name = path.slice(path.lastIndexOf('/') + 1)
  return parts?.type === 'object' && Object.hasOwn(parts.properties ?? {}, name) ? parts.properties?.[name] : undefined
}

export const answerTypes = (form: CompiledForm): ResolveType => (name) => {
  const path = `/${name.replaceAll('.', '/')}`
  const question = form.questions.get(path)?.question ?? partOf(form, path)
  return question && typeOf(question)
}
