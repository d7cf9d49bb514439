// The vocabulary of edits to questions: add, set, require. A name follows the title until the first publication.
import { fieldTypes } from '#core/form/field-catalogue.ts'
import { guessField, withGuess } from '#core/import/guess-field.ts'
import type { Form, Procedure, Question } from '#schemas/generated/types.ts'
import type { Command, EditContext } from '../editing/command.ts'
import { formOf, type Selection } from '../editing/selection.ts'
import { demandForm, nameOf, ownerAt, ownerOf, pathUnder, questionAt, sectionAt, type InForm, type Owner, type Place } from './form-place.ts'
import { renameQuestion } from './form-renames.ts'
import { follows, nameFromTitle } from './name-from-title.ts'
import { insertName } from './ordered-names.ts'

export interface AddQuestion extends InForm {
  /** Field type of the catalogue. */
  type: string
  title?: string
  /** Code lists that the field type needs and the form may not have yet. */
  definitions?: Record<string, Question>
  at: Place
}

export interface AddColumn extends Omit<AddQuestion, 'at'> {
  /** The table or group. */
  parent: string
  index?: number
}

/** Typing into one input is one entry; the input gives the key. */
export interface Typed {
  typing?: string
}

export const newQuestion = (type: string, title: string): Question => {
  const question = fieldTypes.find((each) => each.id === type)?.create() ?? { type: 'string', maxLength: 255 }
  // A list without options has no shape; it begins without the list.
  if (question.oneOf?.length === 0) delete question.oneOf
  if (question.items?.oneOf?.length === 0) delete question.items.oneOf
  const guess = guessField(title)
  const { $ref, ...rest } = guess.type === type ? withGuess(question, guess) : question
  return { ...($ref && { $ref }), ...(rest.type && { type: rest.type }), title, ...rest }
}

export const ensureDefinitions = (form: Form, definitions: Record<string, Question> | undefined): void => {
  const missing = Object.entries(definitions ?? {}).filter(([name]) => form.schema.$defs?.[name] === undefined)
  if (missing.length > 0) form.schema.$defs = { ...form.schema.$defs, ...Object.fromEntries(missing) }
}

export const place = (form: Form, parent: string, name: string, question: Question, index?: number): string => {
  const owner = ownerAt(form.schema, parent)!
  owner.properties = insertName(owner.properties ?? {}, name, question, index)
  return pathUnder(form.schema, parent, name)
}

export const takenIn = (form: Form, parent: string): string[] => Object.keys(ownerAt(form.schema, parent)?.properties ?? {})

export const selectQuestion = (path: string, { step }: InForm): Selection => ({ kind: 'question', path, ...(step !== undefined && { step }) })

export const addQuestion: Command<AddQuestion> = {
  name: 'addQuestion',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    const section = sectionAt(form, args.at)
    if (!section) return
    ensureDefinitions(form, args.definitions)
    const path = place(form, '', nameFromTitle(args.title ?? '', takenIn(form, '')), newQuestion(args.type, args.title ?? ''))
    section.questions.splice(args.at.index, 0, path)
    // A declaration that may be left out declares nothing.
    if (args.type === 'consent') form.schema.required = [...(form.schema.required ?? []), nameOf(path)]
    return selectQuestion(path, args)
  },
}

export const addColumn: Command<AddColumn> = {
  name: 'addColumn',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    if (!ownerAt(form.schema, args.parent)) return
    ensureDefinitions(form, args.definitions)
    return selectQuestion(place(form, args.parent, nameFromTitle(args.title ?? '', takenIn(form, args.parent), 'cot'), newQuestion(args.type, args.title ?? ''), args.index), args)
  },
}

/** Whether citizens already know a question by this name: then it never changes again. */
export const isPublished = ({ published }: EditContext, path: string, { step }: InForm): boolean => {
  const form = published && formOf(published, step)
  return form !== undefined && questionAt(form.schema, path) !== undefined
}

const followTitle = (draft: Procedure, args: InForm & { path: string }, before: string, after: string, context: EditContext): string => {
  if (isPublished(context, args.path, args)) return args.path
  const owner = ownerOf(demandForm(draft, args).schema, args.path)
  const name = nameOf(args.path)
  const others = Object.keys(owner?.properties ?? {}).filter((each) => each !== name)
  const fallback = args.path.includes('/*') ? 'cot' : 'cau hoi'
  const make = (title: string): string => nameFromTitle(title, others, fallback)
  return follows(name, before, make) ? renameQuestion(draft, args.path, make(after), args) : args.path
}

/** `undefined` in `changes` removes a setting. */
export const setQuestion: Command<InForm & Typed & { path: string, changes: Partial<Question> }> = {
  name: 'setQuestion',
  groupKey: ({ typing }) => typing,
  recipe: (draft, args, context) => {
    const question = questionAt(demandForm(draft, args).schema, args.path)
    if (!question) return
    const before = question.title ?? ''
    setAll(question, args.changes)
    return selectQuestion(args.changes.title === undefined ? args.path : followTitle(draft, args, before, args.changes.title, context), args)
  },
}

/** Writes settings one by one, so that nothing changes where a value stays the same. */
export const setAll = <T extends object>(target: T, changes: Partial<T>): void => {
  for (const [key, value] of Object.entries(changes) as [keyof T, T[keyof T] | undefined][]) {
    if (value === undefined) delete target[key]
    else if (JSON.stringify(target[key]) !== JSON.stringify(value)) target[key] = value
  }
}

export const setRequired: Command<InForm & { paths: readonly string[], required: boolean }> = {
  name: 'setRequired',
  recipe: (draft, args) => {
    const { schema } = demandForm(draft, args)
    for (const path of args.paths) require(ownerOf(schema, path), nameOf(path), args.required)
  },
}

const require = (owner: Owner | undefined, name: string, required: boolean): void => {
  const listed = owner?.required?.includes(name) ?? false
  // A computed answer may lack an operand, so it is never demanded.
  if (!owner?.properties?.[name] || listed === required || (required && owner.properties[name]!['x-compute'] !== undefined)) return
  owner.required = required ? [...(owner.required ?? []), name] : owner.required!.filter((each) => each !== name)
}
