// Design errors of rules and checks: what they name must exist, each rule says one thing, no question waits for itself.
import type { Check, Condition, Form, Rule } from '#schemas/generated/types.ts'
import { conditionReferences } from '../condition/references.ts'
import type { Issue } from '../issues/issue.ts'
import { walkForm, type Visit } from './walk-form.ts'

type Known = ReadonlyMap<string, Visit>

const targetsOf = (rule: Rule): string[] => {
  const paths = [...(rule.show ?? []), ...(rule.require ?? []), ...(rule.limit ? [rule.limit.path] : []), ...(rule.refuse?.at ? [rule.refuse.at] : [])]
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

const lintRule = (known: Known) => (rule: Rule, i: number): Issue[] => {
  const pointer = `/rules/${i}`
  const params = { title: rule.title || rule.id }
  const effects = effectsOf(rule)
  const references = conditionReferences(rule.when, rule.within)
  return [
    ...(effects === 0 ? [{ pointer, code: 'lint.ruleWithoutEffect', params }] : []),
    ...(effects > 1 ? [{ pointer, code: 'lint.ruleWithTwoEffects', params }] : []),
    ...(references.length === 0 ? [{ pointer, code: 'lint.conditionEmpty', params }] : []),
    ...unknownPaths(known, [...references, ...targetsOf(rule)], pointer),
    ...unknownOptions(known, rule.when, rule.within === undefined ? '' : `${rule.within}/*`, pointer),
  ]
}

const lintCheck = (known: Known) => (check: Check, i: number): Issue[] => unknownPaths(known, [check.at], `/checks/${i}`)

/** Questions that are asked only when they were answered themselves, however long the way round. */
const circles = (form: Form, known: Known): Issue[] => {
  const waits = new Map<string, Set<string>>()
  for (const rule of form.rules ?? []) {
    if (!rule.show) continue
    for (const target of targetsOf(rule)) waits.set(target, new Set([...(waits.get(target) ?? []), ...conditionReferences(rule.when, rule.within)]))
  }
  const reaches = (from: string, goal: string, seen: Set<string>): boolean =>
    [...(waits.get(from) ?? [])].some((next) => next === goal || (!seen.has(next) && reaches(next, goal, seen.add(next))))
  return [...waits.keys()].filter((path) => known.has(path) && reaches(path, path, new Set())).map((path) => ({ pointer: '/rules', code: 'lint.conditionCircle', params: { path } }))
}

const repeatedIds = (ids: readonly string[], pointer: string): Issue[] =>
  ids.flatMap((id, i) => (ids.indexOf(id) === i ? [] : [{ pointer: `${pointer}/${i}`, code: 'lint.idRepeated', params: { id } }]))

export const lintRules = (form: Form): Issue[] => {
  const known: Known = new Map(walkForm(form.schema).map((visit) => [visit.path, visit]))
  const rules = form.rules ?? []
  const checks = form.checks ?? []
  return [
    ...rules.flatMap(lintRule(known)), ...checks.flatMap(lintCheck(known)), ...circles(form, known),
    ...repeatedIds(rules.map((rule) => rule.id), '/rules'), ...repeatedIds(checks.map((check) => check.id), '/checks'),
  ]
}
