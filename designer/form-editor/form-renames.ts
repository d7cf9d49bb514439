// What must follow a new name: everything that speaks of the question or the option takes it over. Names follow titles only
// until the first publication (contract.md, law 3), so no dossier is ever touched.
import { conditionReferences } from '#core/condition/references.ts'
import { expandPath, parsePointer, readAt, writeAt } from '#core/issues/json-pointer.ts'
import type { Form, Procedure } from '#schemas/generated/types.ts'
import { renameInCondition, renameOptionInCondition, rewriteAnswer } from './condition-references.ts'
import { demandForm, nameOf, ownerOf, questionAt, type InForm } from './form-place.ts'
import { absolute, asRecord, isWithin, tableOf } from './form-rules.ts'
import { readsQuestion, renameInFormula } from './formula-references.ts'
import { renameName } from './ordered-names.ts'
import { conditionSites, formulaOf, formulaSites } from './reference-sites.ts'

/** Calls a question by another name, with everything that speaks of it. Only before its first publication. */
export const renameQuestion = (procedure: Procedure, path: string, name: string, place: InForm): string => {
  const form = demandForm(procedure, place)
  const owner = ownerOf(form.schema, path)
  if (!owner?.properties || name === nameOf(path)) return path
  const renamed = path.slice(0, path.lastIndexOf('/') + 1) + name
  const moved = (each: string): string => (isWithin(each, path) ? renamed + each.slice(path.length) : each)
  renameInConditions(procedure, path, name, place)
  renameInFormulas(procedure, form, path, name, place)
  renameInRules(form, moved)
  for (const section of form.pages.flatMap((page) => page.sections)) section.questions = section.questions.map(moved)
  for (const check of form.checks ?? []) check.at = moved(check.at)
  if (place.step === undefined) renameAround(procedure, path, name, moved)
  const table = tableOf(form, path)
  if (table?.['x-uniqueBy']) table['x-uniqueBy'] = table['x-uniqueBy'].map((each) => (each === nameOf(path) ? name : each))
  if (table?.['x-itemTitle'] === nameOf(path)) table['x-itemTitle'] = name
  owner.required = owner.required?.map((each) => (each === nameOf(path) ? name : each))
  if (owner.required === undefined) delete owner.required
  owner.properties = renameName(owner.properties, nameOf(path), name)
  return renamed
}

const renameInConditions = (procedure: Procedure, path: string, name: string, place: InForm): void => {
  for (const { holder, base } of conditionSites(procedure, place)) {
    const reads = conditionReferences(holder.when!, base.replace(/\/\*$/, '')).some((read) => isWithin(read, path))
    if (reads) holder.when = renameInCondition(holder.when!, base, path, name)
  }
}

const renameInFormulas = (procedure: Procedure, form: Form, path: string, name: string, place: InForm): void => {
  for (const site of formulaSites(procedure, place)) {
    if (readsQuestion(form, formulaOf(site), site.rows, path)) (site.holder as Record<string, unknown>)[site.key] = renameInFormula(form, formulaOf(site), site.rows, path, name)
  }
}

const renameInRules = (form: Form, moved: (path: string) => string): void => {
  for (const rule of form.rules ?? []) {
    const prefix = rule.within === undefined ? '' : moved(`${rule.within}/*`)
    const target = (path: string): string => moved(absolute(rule, path)).slice(prefix.length)
    const within = rule.within && moved(rule.within)
    if (rule.show) rule.show = rule.show.map(target)
    if (rule.require) rule.require = rule.require.map(target)
    if (rule.limit) rule.limit.path = target(rule.limit.path)
    if (rule.refuse?.at) rule.refuse.at = target(rule.refuse.at)
    if (within) rule.within = within
  }
}

const renameAround = (procedure: Procedure, path: string, name: string, moved: (path: string) => string): void => {
  for (const step of procedure.workflow?.steps ?? []) if (step.sees) step.sees.hide = step.sees.hide.map(moved)
  for (const migration of procedure.migrations ?? []) migration.to = moved(migration.to)
  for (const scenario of procedure.scenarios ?? []) scenario.answers = asRecord(rewriteAnswer(scenario.answers, parsePointer(path), name))
}

/** Knows an option by another value, with the conditions, limits, defaults and scenarios that name it. */
export const renameOption = (procedure: Procedure, path: string, from: string | number, to: string | number, place: InForm): void => {
  const form = demandForm(procedure, place)
  for (const { holder, base } of conditionSites(procedure, place)) holder.when = renameOptionInCondition(holder.when!, base, path, from, to)
  for (const rule of form.rules ?? []) if (rule.limit?.options && absolute(rule, rule.limit.path) === path) rule.limit.options = rule.limit.options.map((each) => (each === from ? to : each))
  const question = questionAt(form.schema, path)
  if (question?.default === from) question.default = to
  if (place.step !== undefined) return
  for (const scenario of procedure.scenarios ?? []) scenario.answers = renameAnswer(scenario.answers, path, from, to)
}

const renameAnswer = (answers: Record<string, unknown>, path: string, from: unknown, to: unknown): Record<string, unknown> =>
  expandPath(path, answers).reduce((renamed, pointer) => {
    const value = readAt(renamed, pointer)
    if (Array.isArray(value) && value.includes(from)) return writeAt(renamed, pointer, value.map((each) => (each === from ? to : each)))
    return value === from ? writeAt(renamed, pointer, to) : renamed
  }, answers)

