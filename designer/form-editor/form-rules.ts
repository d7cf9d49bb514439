// What must follow a removal: the question leaves the rules, checks, pages and required lists that named it. Called inside
// the same command, so that one undo brings everything back. Renames are followed in form-renames.ts.
import { pathsInSchema } from '#core/form/advanced-rules.ts'
import { conditionReferences } from '#core/condition/references.ts'
import { isRecord, parsePointer } from '#core/issues/json-pointer.ts'
import type { Form, Procedure, Question, Rule } from '#schemas/generated/types.ts'
import { comparedValues, rewriteAnswer } from './condition-references.ts'
import { demandForm, nameOf, ownerOf, questionAt, type InForm } from './form-place.ts'
import { readsQuestion } from './formula-references.ts'
import { removeName } from './ordered-names.ts'
import { conditionSites, formulaOf, formulaSites, formPointer, rowsOf, type Site } from './reference-sites.ts'
import { followInRowTitle } from './row-title-names.ts'

export interface Uses {
  /** Goes or shrinks with the question. */
  follows: Site[]
  /** Money and decisions: must be changed by hand before. */
  blocks: Site[]
}

export const isWithin = (path: string, ancestor: string): boolean => path === ancestor || path.startsWith(`${ancestor}/`)

/** Dropping a condition of these would charge, decide or print for everybody. */
const mustBeChangedFirst = new Set<Site['where']>(['fee', 'action', 'branch', 'paper', 'case', 'computed'])

/** An advanced rule is locked: it can be removed, not bent. */
const isFirm = (site: Site): boolean => mustBeChangedFirst.has(site.where) || /\/advanced\/\d+$/.test(site.pointer)

const split = (sites: readonly Site[]): Uses => ({ follows: sites.filter((site) => !isFirm(site)), blocks: sites.filter(isFirm) })

/** A target of a rule as a path of the form. */
export const absolute = (rule: Rule, path: string): string => (rule.within === undefined ? path : `${rule.within}/*${path}`)

const targetsOf = (rule: Rule): string[] =>
  [...(rule.show ?? []), ...(rule.require ?? []), ...(rule.limit ? [rule.limit.path] : []), ...(rule.refuse?.at ? [rule.refuse.at] : [])].map((path) => absolute(rule, path))

/** Where questions, or those inside them, are read or named by what would stay without them. */
export const usesOf = (procedure: Procedure, paths: readonly string[], place: InForm = {}): Uses => {
  const form = demandForm(procedure, place)
  const prefix = formPointer(procedure, place)
  const goes = (path: string): boolean => paths.some((each) => isWithin(path, each))
  const stays = (site: Site): boolean => site.where !== 'computed' || !goes(pathOfSchemaPointer(site.pointer.slice(prefix.length)))
  const sites: Site[] = [
    ...conditionSites(procedure, place).filter(({ holder, base }) => conditionReferences(holder.when!, base.replace(/\/\*$/, '')).some(goes)),
    ...formulaSites(procedure, place).filter((site) => stays(site) && paths.some((path) => readsQuestion(form, formulaOf(site), site.rows, path))),
    ...(form.rules ?? []).map((rule, i) => ({ where: 'rule' as const, title: rule.title || rule.id, pointer: `${prefix}/rules/${i}`, rule })).filter(({ rule }) => [...targetsOf(rule), ...limitingOf(rule)].some(goes)),
    ...(form.advanced ?? []).flatMap((rule, i) => (pathsInSchema(rule.schema).some(goes) ? [{ where: 'rule' as const, title: rule.title || rule.id, pointer: `${prefix}/advanced/${i}` }] : [])),
    ...(form.checks ?? []).map((check, i) => ({ where: 'check' as const, title: check.message, pointer: `${prefix}/checks/${i}`, check })).filter(({ check }) => goes(check.at)),
  ]
  return split(sites.filter((site, i) => sites.findIndex((other) => other.pointer === site.pointer) === i).map(({ where, title, pointer }) => ({ where, title, pointer })))
}

const pathOfSchemaPointer = (pointer: string): string => pointer.replace(/^\/schema/, '').replaceAll('/properties/', '/').replaceAll('/items/', '/*/')

/** Where an option of a question is compared with. */
export const optionUsesOf = (procedure: Procedure, path: string, value: string | number, place: InForm = {}): Uses =>
  split(conditionSites(procedure, place).filter(({ holder, base }) => comparedValues(holder.when!, base, path).includes(value)).map(({ where, title, pointer }) => ({ where, title, pointer })))

/** The answer that the options of a cascading choice depend on. */
const limitingOf = (rule: Rule): string[] => (rule.limit?.by === undefined ? [] : [absolute(rule, rule.limit.by)])

const withoutTarget = (rule: Rule, path: string): Rule | undefined => {
  const gone = (target: string): boolean => isWithin(absolute(rule, target), path)
  const { show, require: required, limit, refuse, ...rest } = rule
  const keep = (targets: string[] | undefined): string[] | undefined => targets?.filter((target) => !gone(target))
  const left: Rule = {
    ...rest,
    ...(keep(show)?.length && { show: keep(show) }),
    ...(keep(required)?.length && { require: keep(required) }),
    ...(limit && !gone(limit.path) && { limit }),
    ...(refuse && { refuse: refuse.at && gone(refuse.at) ? { ...refuse, at: undefined } : refuse }),
  }
  if (left.refuse && left.refuse.at === undefined) delete left.refuse.at
  return left.show || left.require || left.limit || left.refuse ? left : undefined
}

const forgetInRules = (form: Form, path: string): void => {
  form.rules = form.rules
    ?.filter((rule) => ![...conditionReferences(rule.when, rule.within), ...limitingOf(rule)].some((read) => isWithin(read, path)))
    .flatMap((rule) => (targetsOf(rule).some((target) => isWithin(target, path)) ? (withoutTarget(rule, path) ?? []) : [rule]))
  if (form.rules === undefined) delete form.rules
}

const forgetInPages = (form: Form, path: string): void => {
  for (const page of form.pages) {
    for (const holder of [page, ...page.sections]) if (holder.when && conditionReferences(holder.when).some((read) => isWithin(read, path))) delete holder.when
    for (const section of page.sections) if (section.questions.some((each) => isWithin(each, path))) section.questions = section.questions.filter((each) => !isWithin(each, path))
  }
}

const forgetInFormulas = (procedure: Procedure, form: Form, path: string, place: InForm): void => {
  for (const visit of formulaSites(procedure, place)) {
    if (visit.where !== 'prefill' || !readsQuestion(form, formulaOf(visit), visit.rows, path)) continue
    const owner = questionAt(form.schema, pathOfSchemaPointer(visit.pointer.slice(formPointer(procedure, place).length)))
    if (owner) delete owner['x-prefill']
  }
  const checks = form.checks?.filter((check) => !isWithin(check.at, path) && !readsQuestion(form, check.formula, rowsOf(check.at), path))
  if (checks && checks.length < form.checks!.length) form.checks = checks
}

const forgetAround = (procedure: Procedure, path: string): void => {
  for (const step of procedure.workflow?.steps ?? []) if (step.sees?.hide.some((each) => isWithin(each, path))) step.sees.hide = step.sees.hide.filter((each) => !isWithin(each, path))
  for (const scenario of procedure.scenarios ?? []) scenario.answers = asRecord(rewriteAnswer(scenario.answers, parsePointer(path), undefined))
}

export const asRecord = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {})

/** The table that a path is a column of. */
export const tableOf = (form: Form, path: string): Question | undefined => (path.includes('/*') ? questionAt(form.schema, path.slice(0, path.lastIndexOf('/*'))) : undefined)

/** Removes questions and everything that only made sense with them; false, and nothing done, while something blocks it. */
export const forgetQuestions = (procedure: Procedure, paths: readonly string[], place: InForm): boolean => {
  if (usesOf(procedure, paths, place).blocks.length > 0) return false
  for (const path of paths) forgetQuestion(procedure, path, place)
  sweepDefinitions(demandForm(procedure, place))
  return true
}

const forgetQuestion = (procedure: Procedure, path: string, place: InForm): void => {
  const form = demandForm(procedure, place)
  const owner = ownerOf(form.schema, path)
  const name = nameOf(path)
  if (!owner?.properties?.[name]) return
  forgetInRules(form, path)
  forgetInPages(form, path)
  forgetInFormulas(procedure, form, path, place)
  if (place.step === undefined) forgetAround(procedure, path)
  const table = tableOf(form, path)
  if (table?.['x-uniqueBy']?.includes(name)) table['x-uniqueBy'] = table['x-uniqueBy'].filter((each) => each !== name)
  followInRowTitle(table, name, undefined)
  if (owner.required?.includes(name)) owner.required = owner.required.filter((each) => each !== name)
  owner.properties = removeName(owner.properties, name)
}

/** Code lists that no question uses any more leave with the last one. */
export const sweepDefinitions = (form: Form): void => {
  const { $defs, ...rest } = form.schema
  if (!$defs) return
  const used = JSON.stringify(rest)
  const kept = Object.keys($defs).filter((name) => used.includes(`"#/$defs/${name}"`))
  if (kept.length < Object.keys($defs).length) form.schema.$defs = Object.fromEntries(kept.map((name) => [name, $defs[name]!]))
}

/** Drops what compared with an option that is gone; false, and nothing done, while something blocks it. */
export const forgetOption = (procedure: Procedure, path: string, value: string | number, place: InForm): boolean => {
  const uses = optionUsesOf(procedure, path, value, place)
  if (uses.blocks.length > 0) return false
  const form = demandForm(procedure, place)
  const compares = (when: Rule['when'], base: string): boolean => comparedValues(when, base, path).includes(value)
  for (const holder of form.pages.flatMap((page) => [page, ...page.sections])) if (holder.when && compares(holder.when, '')) delete holder.when
  form.rules = form.rules?.filter((rule) => !compares(rule.when, rule.within === undefined ? '' : `${rule.within}/*`))
  if (form.rules === undefined) delete form.rules
  for (const rule of form.rules ?? []) if (rule.limit?.options && absolute(rule, rule.limit.path) === path) rule.limit.options = rule.limit.options.filter((each) => each !== value)
  const question = questionAt(form.schema, path)
  if (question?.default === value) delete question.default
  return true
}
