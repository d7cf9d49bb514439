// Finds places in a form: the object that owns a question, the section it stands in. Commands write on what is found.
import { parentPath, parsePointer } from '#core/issues/json-pointer.ts'
import type { Form, FormSchema, Option, Procedure, Question, Section } from '#schemas/generated/types.ts'
import { formOf } from '../editing/selection.ts'

/** Which form a command speaks of: the citizen's, or the one that officers fill at a step or for an opinion (core/procedure/document-forms.ts). */
export interface InForm {
  step?: string
}

/** What holds questions by name: the form itself, a group, or the rows of a table. */
export interface Owner {
  properties?: Record<string, Question>
  required?: string[]
}

export const nameOf = (path: string): string => path.split('/').at(-1)!

export const demandForm = (procedure: Procedure, { step }: InForm): Form => {
  const form = formOf(procedure, step)
  if (!form) throw new Error(`No form at ${step ?? 'the procedure'}`)
  return form
}

const childOf = (owner: Question | undefined, segment: string): Question | undefined => (segment === '*' ? owner?.items : owner?.properties?.[segment])

/** The question at a path as it stands in the document, its $ref unresolved. */
export const questionAt = (schema: FormSchema, path: string): Question | undefined =>
  parsePointer(path).reduce<Question | undefined>(childOf, schema as Question)

export const ownerOf = (schema: FormSchema, path: string): Owner | undefined => ownerAt(schema, parentPath(path))

/** What holds the questions under a group or a table; '' is the form itself. */
export const ownerAt = (schema: FormSchema, path: string): Owner | undefined => {
  const holder = path === '' ? (schema as Question) : questionAt(schema, path)
  return holder?.type === 'array' ? holder.items : holder
}

/** Path that a question of this name has under a group or a table. */
export const pathUnder = (schema: FormSchema, parent: string, name: string): string =>
  parent !== '' && questionAt(schema, parent)?.type === 'array' ? `${parent}/*/${name}` : `${parent}/${name}`

export interface Place {
  page: string
  section: number
  index: number
}

export const placeOf = (form: Form, path: string): Place | undefined => {
  for (const page of form.pages) {
    for (const [section, { questions }] of page.sections.entries()) {
      const index = questions.indexOf(path)
      if (index >= 0) return { page: page.id, section, index }
    }
  }
  return undefined
}

export const sectionAt = (form: Form, { page, section }: Omit<Place, 'index'>): Section | undefined => form.pages.find((each) => each.id === page)?.sections[section]

/** The object that carries the author's own options; undefined for a question without or with a code list. */
export const optionsHolder = (question: Question | undefined): { oneOf?: Option[] } | undefined => {
  if (!question || question.$ref) return undefined
  if (question.type === 'array') return question.items && !question.items.$ref && question.items.type !== 'object' ? question.items : undefined
  return question.oneOf || question['x-field'] === 'choice' ? question : undefined
}
