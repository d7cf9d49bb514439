// The vocabulary of edits to questions: add, copy, remove, move, set. A name follows the title until the first publication.
import { fieldTypes } from '#core/form/field-catalogue.ts'
import type { Form, Procedure, Question } from '#schemas/generated/types.ts'
import type { Command, EditContext } from '../editing/command.ts'
import { formOf, type Selection } from '../editing/selection.ts'
import { demandForm, nameOf, ownerAt, ownerOf, pathUnder, placeOf, questionAt, sectionAt, type InForm, type Place } from './form-place.ts'
import { renameQuestion } from './form-renames.ts'
import { forgetQuestions } from './form-rules.ts'
import { follows, nameFromTitle } from './name-from-title.ts'
import { insertName, moveName } from './ordered-names.ts'

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

const newQuestion = (type: string, title: string): Question => {
  const question = fieldTypes.find((each) => each.id === type)?.create() ?? { type: 'string', maxLength: 255 }
  // A list without options has no shape; it begins without the list.
  if (question.oneOf?.length === 0) delete question.oneOf
  if (question.items?.oneOf?.length === 0) delete question.items.oneOf
  const { $ref, ...rest } = question
  return { ...($ref && { $ref }), ...(rest.type && { type: rest.type }), title, ...rest }
}

const ensureDefinitions = (form: Form, definitions: Record<string, Question> | undefined): void => {
  const missing = Object.entries(definitions ?? {}).filter(([name]) => form.schema.$defs?.[name] === undefined)
  if (missing.length > 0) form.schema.$defs = { ...form.schema.$defs, ...Object.fromEntries(missing) }
}

const place = (form: Form, parent: string, name: string, question: Question, index?: number): string => {
  const owner = ownerAt(form.schema, parent)!
  owner.properties = insertName(owner.properties ?? {}, name, question, index)
  return pathUnder(form.schema, parent, name)
}

const takenIn = (form: Form, parent: string): string[] => Object.keys(ownerAt(form.schema, parent)?.properties ?? {})

const select = (path: string, { step }: InForm): Selection => ({ kind: 'question', path, ...(step !== undefined && { step }) })

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
    return select(path, args)
  },
}

export const addColumn: Command<AddColumn> = {
  name: 'addColumn',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    if (!ownerAt(form.schema, args.parent)) return
    ensureDefinitions(form, args.definitions)
    return select(place(form, args.parent, nameFromTitle(args.title ?? '', takenIn(form, args.parent), 'cot'), newQuestion(args.type, args.title ?? ''), args.index), args)
  },
}

const copyOf = (question: Question): Question => JSON.parse(JSON.stringify(question)) as Question

export const copyQuestion: Command<InForm & { path: string }> = {
  name: 'copyQuestion',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    const original = questionAt(form.schema, args.path)
    const owner = ownerOf(form.schema, args.path)
    if (!original || !owner?.properties) return
    const parent = args.path.replace(/(\/\*)?\/[^/]+$/, '')
    const names = Object.keys(owner.properties)
    const path = place(form, parent, nameFromTitle(original.title ?? '', names), copyOf(original), names.indexOf(nameOf(args.path)) + 1)
    const at = placeOf(form, args.path)
    if (at) sectionAt(form, at)!.questions.splice(at.index + 1, 0, path)
    if (owner.required?.includes(nameOf(args.path))) owner.required = [...owner.required, nameOf(path)]
    return select(path, args)
  },
}

export const removeQuestion: Command<InForm & { path: string }> = {
  name: 'removeQuestion',
  recipe: (draft, args) => { forgetQuestions(draft, [args.path], args) },
}

/** Puts a question elsewhere on the pages: its data stay what they are (contract.md, law 4). `index` counts without the question itself. */
export const moveQuestion: Command<InForm & { path: string, to: Place }> = {
  name: 'moveQuestion',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    const target = sectionAt(form, args.to)
    if (!target || !questionAt(form.schema, args.path)) return
    const from = placeOf(form, args.path)
    const isSamePlace = from && from.page === args.to.page && from.section === args.to.section && from.index === args.to.index
    if (isSamePlace) return
    if (from) sectionAt(form, from)!.questions.splice(from.index, 1)
    target.questions.splice(args.to.index, 0, args.path)
    return select(args.path, args)
  },
}

/** The order of columns and of the parts of a group is the order of their names. */
export const moveColumn: Command<InForm & { path: string, index: number }> = {
  name: 'moveColumn',
  recipe: (draft, args) => {
    const owner = ownerOf(demandForm(draft, args).schema, args.path)
    const names = Object.keys(owner?.properties ?? {})
    if (!owner?.properties || names.indexOf(nameOf(args.path)) === args.index) return
    owner.properties = moveName(owner.properties, nameOf(args.path), args.index)
    return select(args.path, args)
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
    return select(args.changes.title === undefined ? args.path : followTitle(draft, args, before, args.changes.title, context), args)
  },
}

/** Writes settings one by one, so that nothing changes where a value stays the same. */
export const setAll = <T extends object>(target: T, changes: Partial<T>): void => {
  for (const [key, value] of Object.entries(changes) as [keyof T, T[keyof T] | undefined][]) {
    if (value === undefined) delete target[key]
    else if (JSON.stringify(target[key]) !== JSON.stringify(value)) target[key] = value
  }
}

export const setRequired: Command<InForm & { path: string, required: boolean }> = {
  name: 'setRequired',
  recipe: (draft, args) => {
    const owner = ownerOf(demandForm(draft, args).schema, args.path)
    const name = nameOf(args.path)
    const listed = owner?.required?.includes(name) ?? false
    if (!owner?.properties?.[name] || listed === args.required) return
    owner.required = args.required ? [...(owner.required ?? []), name] : owner.required!.filter((each) => each !== name)
  },
}
