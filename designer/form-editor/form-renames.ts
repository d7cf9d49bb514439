// What must follow a new name: everything that speaks of the question or the option takes it over. Names follow titles only
// until the first publication (contract.md, law 3), so no dossier is ever touched.
import { pathsInSchema, renameInSchema } from '#core/form/advanced-rules.ts'
import { conditionReferences } from '#core/condition/references.ts'
import { expandPath, parsePointer, readAt, writeAt } from '#core/issues/json-pointer.ts'
import type { Form, Procedure } from '#schemas/generated/types.ts'
import { mapCondition, renameOptionInCondition, rewriteAnswer, type PathMap } from './condition-references.ts'
import { demandForm, nameOf, ownerOf, questionAt, type InForm } from './form-place.ts'
import { absolute, asRecord, isWithin, tableOf } from './form-rules.ts'
import { mapFormula } from './formula-references.ts'
import { renameName } from './ordered-names.ts'
import { conditionSites, formulaOf, formulaSites, type Site } from './reference-sites.ts'
import { targetsOf } from './rules-about.ts'
import { followInRowTitle } from './row-title-names.ts'
import { followRefusals } from '../scenarios/follow-expectations.ts'

/** Where rows that a condition or formula stands in are from now on. */
const mapRows = (rows: string, map: PathMap): string => (rows === '' ? '' : (map(rows) ?? rows))

const followInConditions = (procedure: Procedure, place: InForm, map: PathMap, changes: (path: string) => boolean): Site[] =>
  conditionSites(procedure, place).flatMap((site) => {
    if (![...conditionReferences(site.holder.when!, site.base.replace(/\/\*$/, '')), site.base].some(changes)) return []
    const mapped = mapCondition(site.holder.when!, { from: site.base, to: mapRows(site.base, map) }, map)
    if (mapped === undefined) return [site]
    site.holder.when = mapped
    return []
  })

const followInFormulas = (procedure: Procedure, form: Form, place: InForm, map: PathMap, changes: (path: string) => boolean): Site[] =>
  formulaSites(procedure, place).flatMap((site) => {
    const mapped = mapFormula(form, formulaOf(site), { from: site.rows, to: mapRows(site.rows, map) }, map)
    if (mapped === undefined) return [site]
    if (changes(site.rows) || JSON.stringify(mapped) !== JSON.stringify(formulaOf(site))) (site.holder as Record<string, unknown>)[site.key] = mapped
    return []
  })

const followInRules = (form: Form, map: PathMap): void => {
  for (const rule of form.rules ?? []) {
    const prefix = rule.within === undefined ? '' : `${rule.within}/*`
    const now = rule.within === undefined ? '' : `${map(rule.within)}/*`
    const target = (path: string): string => map(prefix + path)!.slice(now.length)
    if (rule.show) rule.show = rule.show.map(target)
    if (rule.require) rule.require = rule.require.map(target)
    if (rule.limit) rule.limit = { ...rule.limit, path: target(rule.limit.path), ...(rule.limit.by !== undefined && { by: target(rule.limit.by) }) }
    if (rule.refuse?.at) rule.refuse.at = target(rule.refuse.at)
    if (rule.within !== undefined) rule.within = map(rule.within)!
  }
}

/** An advanced rule takes over a new name; it cannot follow into another group, because it is said about the group. */
const followInAdvanced = (form: Form, from: string, to: string): Site[] => {
  const naming = (form.advanced ?? []).map((rule, i) => ({ rule, i })).filter(({ rule }) => pathsInSchema(rule.schema).some((path) => isWithin(path, from)))
  if (parentOf(from) !== parentOf(to)) return naming.map(({ rule, i }) => ({ where: 'rule' as const, title: rule.title || rule.id, pointer: `/advanced/${i}` }))
  for (const { rule } of naming) rule.schema = renameInSchema(rule.schema, '', (owner, name) => (`${owner}/${name}` === from ? nameOf(to) : name)) as typeof rule.schema
  return []
}

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))

const followAround = (procedure: Procedure, from: string, to: string, map: PathMap): void => {
  for (const step of procedure.workflow?.steps ?? []) if (step.sees) step.sees.hide = step.sees.hide.map((path) => map(path)!)
  for (const migration of procedure.migrations ?? []) migration.to = map(migration.to)!
  for (const scenario of procedure.scenarios ?? []) scenario.answers = asRecord(moveAnswer(scenario.answers, from, to))
  followRefusals(procedure, from, to)
}

/** What scenarios have officers record at a step. */
const rewriteRecords = (procedure: Procedure, step: string, rewrite: (record: Record<string, unknown>) => Record<string, unknown>): void => {
  for (const { records } of procedure.scenarios ?? []) if (records?.[step]) records[step] = rewrite(records[step])
}

/** The answer to a question under another name, or in another group; within a table in each row. */
const moveAnswer = (answers: Record<string, unknown>, from: string, to: string): unknown => {
  if (from.slice(0, from.lastIndexOf('/')) === to.slice(0, to.lastIndexOf('/'))) return rewriteAnswer(answers, parsePointer(from), to.slice(to.lastIndexOf('/') + 1))
  // Across rows no answer can follow: which row would it be?
  if (from.includes('/*') || to.includes('/*')) return rewriteAnswer(answers, parsePointer(from), undefined)
  const value = readAt(answers, from)
  return value === undefined ? answers : writeAt(asRecord(rewriteAnswer(answers, parsePointer(from), undefined)), to, value)
}

const moving = (from: string, to: string): PathMap => (path) => (isWithin(path, from) ? to + path.slice(from.length) : path)

/** Conditions and formulas read another path from now on; gives those that cannot, which stay as they are. */
export const followReads = (procedure: Procedure, from: string, to: string, place: InForm): Site[] => {
  const map = moving(from, to)
  const changes = (path: string): boolean => path !== '' && map(path) !== path
  return [...followInConditions(procedure, place, map, changes), ...followInFormulas(procedure, demandForm(procedure, place), place, map, changes)]
}

/** Everything that speaks of a question follows it from one path to another; gives the places that cannot, and then nothing may stay changed. */
export const followPath = (procedure: Procedure, from: string, to: string, place: InForm): Site[] => {
  const form = demandForm(procedure, place)
  const map = moving(from, to)
  const lost = [...ruleBorders(form, map), ...followInAdvanced(form, from, to), ...followReads(procedure, from, to, place)]
  if (lost.length > 0) return lost
  followInRules(form, map)
  for (const section of form.pages.flatMap((page) => page.sections)) section.questions = section.questions.map((path) => map(path)!)
  for (const check of form.checks ?? []) check.at = map(check.at)!
  if (place.step === undefined) followAround(procedure, from, to, map)
  else rewriteRecords(procedure, place.step, (record) => asRecord(moveAnswer(record, from, to)))
  return []
}

/** Rules about the rows of a table speak of nothing outside of it. */
const ruleBorders = (form: Form, map: PathMap): Site[] =>
  (form.rules ?? []).flatMap((rule, i) => {
    const prefix = rule.within === undefined ? '' : `${map(rule.within)}/*`
    const leaves = targetsOf(rule).some((path) => !map(path)!.startsWith(prefix) || map(path)!.slice(prefix.length).includes('/*') !== path.slice(rule.within === undefined ? 0 : rule.within.length + 2).includes('/*'))
    return leaves ? [{ where: 'rule' as const, title: rule.title || rule.id, pointer: `/rules/${i}` }] : []
  })

/** Calls a question by another name, with everything that speaks of it. Only before its first publication. */
export const renameQuestion = (procedure: Procedure, path: string, name: string, place: InForm): string => {
  const form = demandForm(procedure, place)
  const owner = ownerOf(form.schema, path)
  if (!owner?.properties || name === nameOf(path)) return path
  const renamed = path.slice(0, path.lastIndexOf('/') + 1) + name
  followPath(procedure, path, renamed, place)
  const table = tableOf(form, path)
  if (table?.['x-uniqueBy']) table['x-uniqueBy'] = table['x-uniqueBy'].map((each) => (each === nameOf(path) ? name : each))
  followInRowTitle(table, nameOf(path), name)
  owner.required = owner.required?.map((each) => (each === nameOf(path) ? name : each))
  if (owner.required === undefined) delete owner.required
  owner.properties = renameName(owner.properties, nameOf(path), name)
  return renamed
}

/** Knows an option by another value, with the conditions, limits, defaults and scenarios that name it. */
export const renameOption = (procedure: Procedure, path: string, from: string | number, to: string | number, place: InForm): void => {
  const form = demandForm(procedure, place)
  for (const { holder, base } of conditionSites(procedure, place)) holder.when = renameOptionInCondition(holder.when!, base, path, from, to)
  for (const rule of form.rules ?? []) if (rule.limit?.options && absolute(rule, rule.limit.path) === path) rule.limit.options = rule.limit.options.map((each) => (each === from ? to : each))
  const question = questionAt(form.schema, path)
  if (question?.default === from) question.default = to
  for (const rule of form.rules ?? []) {
    if (rule.limit?.by === undefined || absolute(rule, rule.limit.by) !== path) continue
    const child = questionAt(form.schema, absolute(rule, rule.limit.path))
    for (const option of child?.oneOf ?? child?.items?.oneOf ?? []) if (option.parent === from) option.parent = to
  }
  if (place.step !== undefined) return rewriteRecords(procedure, place.step, (record) => renameAnswer(record, path, from, to))
  for (const scenario of procedure.scenarios ?? []) scenario.answers = renameAnswer(scenario.answers, path, from, to)
}

const renameAnswer = (answers: Record<string, unknown>, path: string, from: unknown, to: unknown): Record<string, unknown> =>
  expandPath(path, answers).reduce((renamed, pointer) => {
    const value = readAt(renamed, pointer)
    if (Array.isArray(value) && value.includes(from)) return writeAt(renamed, pointer, value.map((each) => (each === from ? to : each)))
    return value === from ? writeAt(renamed, pointer, to) : renamed
  }, answers)

