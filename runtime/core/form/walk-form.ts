// Visits the questions of a form with their paths, parents before children, in the order of the schema.
import type { FormSchema, Question } from '#schemas/generated/types.ts'

export interface Visit {
  path: string
  name: string
  /** With what its $ref says, resolved. */
  question: Question
  kind: 'group' | 'table' | 'leaf'
  /** Path of the group or table it belongs to; '' at the top. */
  parent: string
  /** Listed as required by its parent: required when asked. */
  required: boolean
}

/** Compound answers that one component asks for: their parts are not questions of their own. */
const compoundFields = new Set(['address'])

const kindOf = (question: Question): Visit['kind'] => {
  if (question.type === 'object' && !compoundFields.has(question['x-field'] ?? '')) return 'group'
  return question.type === 'array' && question.items?.type === 'object' ? 'table' : 'leaf'
}

/** The question with what its local $ref says under it; its own annotations win. */
export const resolveQuestion = (question: Question, definitions: FormSchema['$defs']): Question => {
  if (!question.$ref) return question
  const { $ref, ...own } = question
  return { ...definitions?.[$ref.slice('#/$defs/'.length)], ...own }
}

export const walkForm = (schema: FormSchema): Visit[] => {
  const visitAll = (owner: { properties?: FormSchema['properties']; required?: string[] }, prefix: string, parent: string): Visit[] =>
    Object.entries(owner.properties ?? {}).flatMap(([name, raw]) => {
      const question = resolveQuestion(raw, schema.$defs)
      const path = `${prefix}/${name}`
      const visit: Visit = { path, name, question, kind: kindOf(question), parent, required: owner.required?.includes(name) ?? false }
      if (visit.kind === 'group') return [visit, ...visitAll(question, path, path)]
      if (visit.kind === 'table') return [visit, ...visitAll(question.items ?? {}, `${path}/*`, path)]
      return [visit]
    })
  return visitAll(schema, '', '')
}
