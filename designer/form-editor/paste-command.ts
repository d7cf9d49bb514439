// Pastes questions from the clipboard: under new names where a name is taken, with the rules and checks whose inputs came
// along or are connected to questions that are here; the rest is named, never guessed.
import { isRecord } from '#core/issues/json-pointer.ts'
import { reservedNames } from '#core/form/lint-questions.ts'
import type { Check, Form, Formula, Question, Rule } from '#schemas/generated/types.ts'
import type { Command } from '../editing/command.ts'
import type { Clip, ClippedQuestion } from './clip.ts'
import { mapCondition, type PathMap } from './condition-references.ts'
import { demandForm, nameOf, ownerAt, questionAt, sectionAt, type InForm, type Place } from './form-place.ts'
import { isWithin, tableOf } from './form-rules.ts'
import { mapFormula } from './formula-references.ts'
import { idFromTitle, nameFromTitle } from './name-from-title.ts'
import { place, selectQuestion } from './question-commands.ts'
import { rowsOf } from './reference-sites.ts'

/** Where new questions go: a place on a page, or the rows of a table, or a group. */
export type Target = { at: Place } | { parent: string, index: number }

export interface Pasting extends InForm {
  clip: Clip
  target: Target
  /** Questions here that stand for those which the clip reads and did not bring. */
  connect?: Record<string, string>
}

const clone = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** Questions that the clip reads and that stand here under the same path and kind: connected without asking. */
export const knownHere = (form: Form, clip: Clip): Record<string, string> =>
  Object.fromEntries(Object.entries(clip.outside).flatMap(([path, title]) => {
    const here = questionAt(form.schema, path)
    return here && (here.title ?? nameOf(path)) === title ? [[path, path]] : []
  }))

/** The form that the clip was taken from, as far as it is known. */
const sourceOf = (clip: Clip): Form => {
  const schema: Form['schema'] = { type: 'object', properties: {} }
  for (const { path, question } of clip.questions) {
    let owner: Question = schema as Question
    const segments = path.split('/').slice(1)
    for (const [i, segment] of segments.entries()) {
      if (segment === '*') continue
      const isTable = segments[i + 1] === '*'
      owner.properties ??= {}
      if (i === segments.length - 1) owner.properties[segment] = question
      else owner.properties[segment] ??= isTable ? { type: 'array', items: { type: 'object', properties: {} } } : { type: 'object', properties: {} }
      owner = isTable ? owner.properties[segment]!.items! : owner.properties[segment]!
    }
  }
  return { schema, pages: [] }
}

const freeName = ({ path, question }: ClippedQuestion, taken: readonly string[]): string => {
  const own = nameOf(path)
  return taken.includes(own) || reservedNames.has(own) ? nameFromTitle(question.title ?? own, taken) : own
}

/** Code lists of the clip under the names that they have here: one that is different keeps its content under a new name. */
export const bringDefinitions = (form: Form, clip: Pick<Clip, 'definitions'>): Map<string, string> => {
  const names = new Map<string, string>()
  for (const [name, definition] of Object.entries(clip.definitions)) {
    const here = form.schema.$defs ?? {}
    const same = here[name] !== undefined && JSON.stringify(here[name]) === JSON.stringify(definition)
    const free = here[name] === undefined || same ? name : nameFromTitle(name, Object.keys(here))
    names.set(name, free)
    if (!same) form.schema.$defs = { ...here, [free]: clone(definition) }
  }
  return names
}

export const relink = (value: unknown, names: ReadonlyMap<string, string>): unknown => {
  if (Array.isArray(value)) return value.map((each) => relink(each, names))
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, key === '$ref' && typeof each === 'string' ? `#/$defs/${names.get(each.slice('#/$defs/'.length)) ?? each.slice('#/$defs/'.length)}` : relink(each, names)]))
}

const baseOf = (within: string | undefined): string => (within === undefined ? '' : `${within}/*`)

interface Pasted {
  form: Form
  source: Form
  map: PathMap
  /** Where the questions stand now: '' or the rows of the table that took them. */
  rows: string
  paths: readonly string[]
}

const pasteRule = (rule: Rule, { form, map, rows, paths }: Pasted): Rule | undefined => {
  const from = baseOf(rule.within)
  const isCarried = rule.within !== undefined && paths.some((path) => isWithin(rule.within!, path))
  const to = isCarried ? baseOf(map(rule.within!)) : rows
  const when = Object.keys(rule.when).length === 0 ? {} : mapCondition(rule.when, { from, to }, map)
  const target = (path: string): string | undefined => map(from + path)?.slice(to.length)
  const by = rule.limit?.by === undefined ? undefined : target(rule.limit.by)
  if (when === undefined || (rule.limit?.by !== undefined && by === undefined)) return undefined
  const { within: _within, show, require: required, limit, refuse, ...rest } = rule
  return {
    ...rest, id: idFromTitle(rule.id.replace(/-\d+$/, ''), (form.rules ?? []).map((each) => each.id)), when,
    ...(to !== '' && { within: to.slice(0, -2) }),
    ...(show && { show: show.map((path) => target(path)!) }),
    ...(required && { require: required.map((path) => target(path)!) }),
    ...(limit && { limit: { ...limit, path: target(limit.path)!, ...(by !== undefined && { by }) } }),
    ...(refuse && { refuse: { ...refuse, ...(refuse.at !== undefined && { at: target(refuse.at)! }) } }),
  }
}

const pasteFormula = (formula: Formula, at: string, { source, map, rows, paths }: Pasted): Formula | undefined => {
  const from = rowsOf(at)
  const to = paths.some((path) => path !== at && isWithin(from.replace(/\/\*$/, ''), path)) ? rowsOf(map(at)!) : rows
  return mapFormula(source, formula, { from, to }, map)
}

const pasteCheck = (check: Check, pasted: Pasted): Check | undefined => {
  const formula = pasteFormula(check.formula, check.at, pasted)
  return formula === undefined ? undefined : { ...check, id: idFromTitle(check.id.replace(/-\d+$/, ''), (pasted.form.checks ?? []).map((each) => each.id)), formula, at: pasted.map(check.at)! }
}

const followInside = (question: Question, path: string, pasted: Pasted): void => {
  if (question['x-compute'] !== undefined) question['x-compute'] = pasteFormula(question['x-compute'], path, pasted) ?? question['x-compute']
  for (const [name, child] of Object.entries(question.properties ?? {})) followInside(child, `${path}/${name}`, pasted)
  if (question.items?.type === 'object') followInside(question.items, `${path}/*`, pasted)
}

const insertAll = (form: Form, { clip, target }: Pasting, names: ReadonlyMap<string, string>): Map<string, string> => {
  const parent = 'parent' in target ? target.parent : ''
  const moved = new Map<string, string>()
  clip.questions.forEach((clipped, i) => {
    const taken = Object.keys(ownerAt(form.schema, parent)?.properties ?? {})
    const question = relink(clone(clipped.question), names) as Question
    const path = place(form, parent, freeName(clipped, taken), question, 'parent' in target ? target.index + i : undefined)
    const owner = ownerAt(form.schema, parent)!
    if (clipped.required) owner.required = [...(owner.required ?? []), nameOf(path)]
    if ('at' in target) sectionAt(form, target.at)?.questions.splice(target.at.index + i, 0, path)
    moved.set(clipped.path, path)
  })
  return moved
}

/** Rules of the clip that nothing here can carry out: what they read is neither in the clip nor connected. */
export const unconnected = (clip: Clip, connect: Record<string, string> = {}): string[] => Object.keys(clip.outside).filter((path) => connect[path] === undefined)

export const pasteQuestions: Command<Pasting> = {
  name: 'pasteQuestions',
  recipe: (draft, args) => {
    const form = demandForm(draft, args)
    const { clip, target, connect = {} } = args
    if (clip.questions.length === 0 || ('at' in target ? !sectionAt(form, target.at) : !ownerAt(form.schema, target.parent))) return
    const moved = insertAll(form, args, bringDefinitions(form, clip))
    const map: PathMap = (path) => {
      const [from, to] = [...moved].find(([each]) => isWithin(path, each)) ?? []
      return from !== undefined ? to! + path.slice(from.length) : connect[path]
    }
    const first = [...moved.values()][0]!
    const table = tableOf(form, first)
    const pasted: Pasted = { form, source: sourceOf(clip), map, rows: table ? rowsOf(first) : '', paths: clip.questions.map((each) => each.path) }
    for (const [from, to] of moved) followInside(questionAt(form.schema, to)!, from, pasted)
    for (const rule of clip.rules) { const mine = pasteRule(clone(rule), pasted); if (mine) form.rules = [...(form.rules ?? []), mine] }
    for (const check of clip.checks) { const mine = pasteCheck(clone(check), pasted); if (mine) form.checks = [...(form.checks ?? []), mine] }
    return selectQuestion(first, args)
  },
}

