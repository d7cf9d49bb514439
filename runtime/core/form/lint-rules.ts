// Design errors of rules and checks: what they name must exist, each rule says one thing.
import type { Check, Condition, Form, Option, Rule } from '#schemas/generated/types.ts'
import { conditionReferences } from '../condition/references.ts'
import type { Issue } from '../issues/issue.ts'
import { joinTitles, titleWords, type TitleWords } from '../issues/title-words.ts'
import { isDrawn, isSeen, limitPaths, optionsAtPath, questionOrPart } from './cascades.ts'
import { walkForm, type Visit } from './walk-form.ts'

type Known = ReadonlyMap<string, Visit>

const targetsOf = (rule: Rule): string[] => {
  const paths = [...(rule.show ?? []), ...(rule.require ?? []), ...(rule.limit ? [rule.limit.path] : []), ...(rule.limit?.by === undefined ? [] : [rule.limit.by]), ...(rule.refuse?.at ? [rule.refuse.at] : [])]
  return rule.within === undefined ? paths : paths.map((path) => `${rule.within}/*${path}`)
}

const effectsOf = (rule: Rule): number => [rule.show, rule.require, rule.limit, rule.refuse].filter((effect) => effect !== undefined).length

/** A path of parts of a compound answer (an address) is known by its owner. */
const isKnown = (known: Known, path: string): boolean => known.has(path) || known.get(path.replace(/\/[^/]+$/, ''))?.question['x-field'] === 'address'

const unknownPaths = (known: Known, paths: readonly string[], pointer: string): Issue[] =>
  paths.filter((path) => !isKnown(known, path)).map((path) => ({ pointer, code: 'lint.unknownPath', params: { path } }))

/** Options that a condition compares with must exist, or the condition could never hold. */
const unknownOptions = (known: Known, condition: Condition, base: string, pointer: string): Issue[] => {
  const here = Object.entries(condition.properties ?? {}).flatMap(([name, inner]) => {
    const path = `${base}/${name}`
    const question = known.get(path)?.question
    const test = question?.type === 'array' ? inner.contains : inner
    const options = (question?.oneOf ?? question?.items?.oneOf)?.map((option) => option.const)
    const named = [...(test?.const === undefined ? [] : [test.const]), ...(test?.enum ?? [])]
    const missing = options ? named.filter((value) => !options.some((option) => option === value)) : []
    return [...missing.map((option) => ({ pointer, code: 'lint.conditionOption', params: { option, path } })), ...unknownOptions(known, inner, path, pointer)]
  })
  const parts = [...(condition.allOf ?? []), ...(condition.anyOf ?? []), ...(condition.not ? [condition.not] : [])]
  return [...here, ...parts.flatMap((part) => unknownOptions(known, part, base, pointer))]
}

/** A limit by another answer: that question must have options, be seen from the limited one, and its answers be parents. */
const lintCascade = (form: Form, known: Known, rule: Rule, pointer: string): Issue[] => {
  const paths = limitPaths(rule)
  if (!paths || !isKnown(known, paths.path) || !isKnown(known, paths.by)) return []
  const titleOf = (path: string): TitleWords => titleWords(questionOrPart(known, path, form.schema.$defs), path)
  const params = { title: titleOf(paths.path), by: titleOf(paths.by) }
  const parents = optionsAtPath(known, paths.by, form.schema.$defs)
  if (paths.by === paths.path || parents.length === 0 || questionOrPart(known, paths.by, form.schema.$defs)?.type === 'array') return [{ pointer, code: 'lint.limitByNoChoice', params }]
  if (!isSeen(rule, paths)) return [{ pointer, code: 'lint.limitByUnseen', params }]
  const options = optionsAtPath(known, paths.path, form.schema.$defs)
  const values = new Set(parents.map((option) => option.const))
  // Drawn from another table's rows, but none of their answers is an option here.
  if (isDrawn(paths)) return options.some((option) => values.has(option.const)) ? [] : [{ pointer, code: 'lint.limitByUnseen', params }]
  const orphans = options.filter((option) => option.parent === undefined)
  if (options.length > 0 && orphans.length === options.length) return [{ pointer, code: 'lint.limitNoParents', params }]
  const strangers = options.filter((option) => option.parent !== undefined && !values.has(option.parent))
  const named = new Set(options.map((option) => option.parent))
  const childless = orphans.length > 0 ? [] : parents.filter((option) => !named.has(option.const))
  const some = (code: string, list: readonly Option[]): Issue[] => (list.length === 0 ? [] : [{ pointer, code, level: 'warning', params: { ...params, n: list.length, options: joinTitles(list.slice(0, 3).map((option) => titleWords(option, String(option.const))), ', ') } }])
  return [...some('lint.limitOrphans', orphans), ...some('lint.limitStrangers', strangers), ...some('lint.limitChildless', childless)]
}

const lintRule = (form: Form, known: Known) => (rule: Rule, i: number): Issue[] => {
  const pointer = `/rules/${i}`
  const params = { title: titleWords(rule, rule.id) }
  const effects = effectsOf(rule)
  const references = conditionReferences(rule.when, rule.within)
  return [
    ...(effects === 0 ? [{ pointer, code: 'lint.ruleWithoutEffect', params }] : []),
    ...(effects > 1 ? [{ pointer, code: 'lint.ruleWithTwoEffects', params }] : []),
    ...(references.length === 0 && (rule.limit?.by === undefined || Object.keys(rule.when).length > 0) ? [{ pointer, code: 'lint.conditionEmpty', params }] : []),
    ...unknownPaths(known, [...references, ...targetsOf(rule)], pointer),
    ...unknownOptions(known, rule.when, rule.within === undefined ? '' : `${rule.within}/*`, pointer),
    ...lintCascade(form, known, rule, pointer),
  ]
}

/** Conditions of pages and sections read what exists, and compare with options that exist. */
const lintPlaces = (form: Form, known: Known): Issue[] =>
  form.pages.flatMap((page, p) => [{ holder: page, pointer: `/pages/${p}` }, ...page.sections.map((section, s) => ({ holder: section, pointer: `/pages/${p}/sections/${s}` }))].flatMap(({ holder, pointer }) => {
    const { when } = holder
    if (!when) return []
    const references = conditionReferences(when)
    const empty = references.length === 0 ? [{ pointer: `${pointer}/when`, code: 'lint.placeConditionEmpty', params: { title: titleWords(holder.title ? holder : page, page.id) } }] : []
    return [...empty, ...unknownPaths(known, references, `${pointer}/when`), ...unknownOptions(known, when, '', `${pointer}/when`)]
  }))

const lintCheck = (known: Known) => (check: Check, i: number): Issue[] => unknownPaths(known, [check.at], `/checks/${i}`)

const repeatedIds = (ids: readonly string[], pointer: string): Issue[] =>
  ids.flatMap((id, i) => (ids.indexOf(id) === i ? [] : [{ pointer: `${pointer}/${i}`, code: 'lint.idRepeated', params: { id } }]))

export const lintRules = (form: Form): Issue[] => {
  const known: Known = new Map(walkForm(form.schema).map((visit) => [visit.path, visit]))
  const rules = form.rules ?? []
  const checks = form.checks ?? []
  const advanced = form.advanced ?? []
  return [
    ...rules.flatMap(lintRule(form, known)), ...checks.flatMap(lintCheck(known)), ...lintPlaces(form, known),
    ...repeatedIds(rules.map((rule) => rule.id), '/rules'), ...repeatedIds(checks.map((check) => check.id), '/checks'), ...repeatedIds(advanced.map((each) => each.id), '/advanced'),
  ]
}
