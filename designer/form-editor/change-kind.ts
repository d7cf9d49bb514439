// Makes a question another kind of question: what it keeps, what it loses, and what its rules must be looked at for. The
// name stays, so answers given before stay under it (contract.md, law 3).
import { fieldTypes } from '#core/form/field-catalogue.ts'
import { questionKeywords } from '#core/form/keywords.ts'
import type { Option, Question } from '#schemas/generated/types.ts'
import type { Command } from '../editing/command.ts'
import { demandForm, ownerOf, nameOf, questionAt, type InForm } from './form-place.ts'
import { ensureDefinitions, newQuestion, selectQuestion } from './question-commands.ts'

export interface Conversion {
  /** Field type of the catalogue. */
  type: string
  /** Options that stay, as options or as suggestions. */
  keepsOptions: number
  losesOptions: number
  /** Settings that go, by keyword. */
  loses: string[]
  /** Answers given before are of another type: whoever has answered is asked again. */
  asksAgain: boolean
}

const words = ['title', 'description', 'x-i18n', 'x-privacy', 'x-prefill', 'x-messages'] as const
const textLimits = ['minLength', 'maxLength', 'pattern', 'examples', 'x-unit', 'x-autocomplete', 'default'] as const
const numberLimits = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'x-unit', 'default'] as const

const optionsOf = (question: Question): Option[] | undefined => question.oneOf ?? (question.items?.type === 'object' ? undefined : question.items?.oneOf)

const isStructure = (question: Question): boolean => question.type === 'object' || question.items?.type === 'object' || question['x-file'] !== undefined || question['x-compute'] !== undefined

const takesOptions = (question: Question): boolean => question['x-field'] === 'choice' || question['x-field'] === 'choices'

const pick = (question: Question, keys: readonly (keyof Question)[]): Partial<Question> =>
  Object.fromEntries(keys.flatMap((key) => (question[key] === undefined ? [] : [[key, question[key]]])))

/** What somebody wrote beyond our profile is theirs, and stays. */
const unknownOf = (question: Question): Partial<Question> => Object.fromEntries(Object.entries(question).filter(([keyword]) => !questionKeywords.has(keyword)))

const limitsFor = (made: Question): readonly (keyof Question)[] => {
  if (made.type === 'string' && !made.format && !takesOptions(made)) return made.pattern === undefined ? textLimits : ['x-autocomplete', 'default']
  return made.type === 'integer' || made.type === 'number' ? numberLimits : []
}

const withOptions = (made: Question, options: Option[] | undefined): Question => {
  if (!options) return made
  if (made['x-field'] === 'choice') return { ...made, oneOf: options }
  if (made['x-field'] === 'choices') return { ...made, items: { ...made.items, type: 'string', oneOf: options } }
  return made.type === 'string' && !made.pattern && !made.format ? { ...made, examples: options.map((option) => option.title) } : made
}

/** The question as it would be; a copy. */
export const convert = (question: Question, type: string): Question => {
  const made = newQuestion(type, question.title ?? '')
  const same = question.type === made.type
  const kept = same ? pick(question, limitsFor(made)) : {}
  const next = { ...made, ...kept, ...pick(question, words), ...unknownOf(question), 'x-field': type }
  const options = takesOptions(question) || !question.$ref ? optionsOf(question) : undefined
  return JSON.parse(JSON.stringify(withOptions(next, options))) as Question
}

const constraints = [...new Set([...textLimits, ...numberLimits])].filter((key) => key !== 'examples')

/** Groups, tables, files and computed answers stay what they are. */
export const mayChangeKind = (question: Question): boolean => !isStructure(question)

/** Kinds that a question can become, each with its consequence. */
export const conversionsOf = (question: Question): Conversion[] => {
  if (isStructure(question)) return []
  return fieldTypes.filter((each) => each.id !== question['x-field'] && !isStructure(each.create())).map(({ id }) => {
    const made = convert(question, id)
    const before = optionsOf(question)?.length ?? 0
    const kept = before > 0 && (optionsOf(made) ?? made.examples) ? before : 0
    return {
      type: id, keepsOptions: kept, losesOptions: before - kept,
      loses: constraints.filter((key) => question[key] !== undefined && made[key] === undefined),
      asksAgain: made.type !== question.type || (made.pattern !== undefined && made.pattern !== question.pattern) || made.format !== question.format || made.$ref !== question.$ref,
    }
  })
}

export interface ChangeKind extends InForm {
  path: string
  type: string
  /** Code lists that the new kind needs. */
  definitions?: Record<string, Question>
}

export const changeKind: Command<ChangeKind> = {
  name: 'changeKind',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    const question = questionAt(form.schema, args.path)
    const owner = ownerOf(form.schema, args.path)
    if (!question || !owner?.properties || question['x-field'] === args.type || isStructure(question)) return
    ensureDefinitions(form, args.definitions)
    owner.properties[nameOf(args.path)] = convert(question, args.type)
    return selectQuestion(args.path, args)
  },
}
