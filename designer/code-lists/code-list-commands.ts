// The vocabulary of edits about code lists: a question takes its options from a pinned version of a list, the pinned version
// is replaced by a newer one, or the codes become the question's own options.
import { definitionName } from '#core/code-list/pin-codes.ts'
import { walkForm } from '#core/form/walk-form.ts'
import type { Form, Option, Procedure, Question } from '#schemas/generated/types.ts'
import type { Command } from '../editing/command.ts'
import { setCascade } from '../form-editor/cascade-command.ts'
import { comparedValues } from '../form-editor/condition-references.ts'
import { demandForm, nameOf, ownerOf, questionAt, type InForm } from '../form-editor/form-place.ts'
import { absolute, sweepDefinitions } from '../form-editor/form-rules.ts'
import { conditionSites, type Site } from '../form-editor/reference-sites.ts'

interface OfQuestion extends InForm {
  path: string
}

const prefix = '#/$defs/'

/** Name under $defs that a question takes its options from. */
export const definitionOf = (question: Question | undefined): string | undefined => (question?.$ref ?? question?.items?.$ref)?.slice(prefix.length)

/** Paths of the questions, parts of addresses included, that take their options from a definition. */
export const pathsUsing = (form: Form, name: string): string[] =>
  walkForm(form.schema).flatMap(({ path, question }) => {
    const parts = question['x-field'] === 'address' ? Object.entries(question.properties ?? {}).filter(([, part]) => definitionOf(part) === name).map(([part]) => `${path}/${part}`) : []
    return definitionOf(questionAt(form.schema, path)) === name ? [path, ...parts] : parts
  })

const isSame = (a: Question | undefined, b: Question): boolean => a !== undefined && a['x-codeList'] === b['x-codeList'] && a['x-codeListFrom'] === b['x-codeListFrom'] && JSON.stringify(a.oneOf) === JSON.stringify(b.oneOf)

/** The name under which the form has these codes already, or a new one. */
const nameFor = (form: Form, definition: Question): string => {
  const known = Object.entries(form.schema.$defs ?? {}).find(([, each]) => isSame(each, definition))?.[0]
  if (known !== undefined) return known
  const wanted = definitionName(definition['x-codeList'] ?? 'codes')
  for (let n = 2, name = wanted; ; name = `${wanted}${n++}`) if (form.schema.$defs?.[name] === undefined) return name
}

/** More options than this are found by typing. */
const listOptions = 40

const words = new Set(['title', 'description', 'readOnly', 'x-i18n', 'x-field', 'x-messages', 'x-prefill', 'x-privacy', 'x-autocomplete'])

const withReference = (question: Question, name: string, count: number): Question => {
  const $ref = prefix + name
  if (question.type === 'array') return { ...question, items: { $ref } }
  const kept = Object.fromEntries(Object.entries(question).filter(([key]) => words.has(key)))
  return { $ref, ...kept, ...(count > listOptions ? { 'x-widget': 'autocomplete' as const } : question['x-widget'] && { 'x-widget': question['x-widget'] }) }
}

/** `by` is the question whose answer the codes belong to. */
export const useCodeList: Command<OfQuestion & { definition: Question, by?: string }> = {
  name: 'useCodeList',
  recipe: (draft, args, context) => {
    const form = demandForm(draft, args)
    const question = questionAt(form.schema, args.path)
    const owner = ownerOf(form.schema, args.path)
    if (!question || !owner?.properties || question.type === 'object' || question.items?.type === 'object' || !args.definition.oneOf) return
    const name = nameFor(form, args.definition)
    if (form.schema.$defs?.[name] === undefined) form.schema.$defs = { ...form.schema.$defs, [name]: args.definition }
    owner.properties[nameOf(args.path)] = withReference(question, name, args.definition.oneOf.length)
    sweepDefinitions(form)
    if (args.by !== undefined) void setCascade.recipe(draft, { path: args.path, by: args.by, ...(args.step !== undefined && { step: args.step }) }, context)
  },
}

/** The codes become options that the author may edit. */
export const ownOptions: Command<OfQuestion> = {
  name: 'ownOptions',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    const question = questionAt(form.schema, args.path)
    const owner = ownerOf(form.schema, args.path)
    const name = definitionOf(question)
    const definition = name === undefined ? undefined : form.schema.$defs?.[name]
    if (!question || !owner?.properties || !definition?.oneOf) return
    const options = definition.oneOf.map(({ validTo: _end, ...option }) => JSON.parse(JSON.stringify(option)) as Option)
    const { $ref: _ref, ...rest } = question
    const type = definition.type ?? 'string'
    owner.properties[nameOf(args.path)] = question.type === 'array' ? { ...question, items: { type, oneOf: options } } : { type, ...rest, 'x-field': 'choice', oneOf: options }
    sweepDefinitions(form)
  },
}

/** Replaces pinned codes by another version; limits and defaults forget codes that are gone. */
export const updateCodeList: Command<InForm & { name: string, definition: Question }> = {
  name: 'updateCodeList',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    if (form.schema.$defs?.[args.name] === undefined || !args.definition.oneOf || isSame(form.schema.$defs[args.name], args.definition)) return
    const paths = new Set(pathsUsing(form, args.name))
    form.schema.$defs[args.name] = args.definition
    const known = new Set(args.definition.oneOf.map((option) => option.const))
    for (const rule of form.rules ?? []) if (rule.limit?.options && paths.has(absolute(rule, rule.limit.path))) rule.limit.options = rule.limit.options.filter((value) => known.has(value))
    for (const path of paths) {
      const question = questionAt(form.schema, path)
      if (question?.default !== undefined && !known.has(question.default as string)) delete question.default
    }
  },
}

export interface GoneCode {
  option: Option
  /** Conditions that compare with it: they can never hold again. */
  sites: Site[]
}

/** Codes that another version of a list no longer has although conditions speak of them. */
export const goneCodes = (procedure: Procedure, name: string, definition: Question, place: InForm): GoneCode[] => {
  const form = demandForm(procedure, place)
  const known = new Set(definition.oneOf?.map((option) => option.const))
  const gone = new Map(form.schema.$defs?.[name]?.oneOf?.filter((option) => !known.has(option.const)).map((option) => [option.const, { option, sites: [] as Site[] }]))
  for (const site of conditionSites(procedure, place)) {
    for (const value of new Set(pathsUsing(form, name).flatMap((path) => comparedValues(site.holder.when!, site.base, path)))) gone.get(value as string)?.sites.push({ where: site.where, title: site.title, pointer: site.pointer })
  }
  return [...gone.values()].filter((each) => each.sites.length > 0)
}
