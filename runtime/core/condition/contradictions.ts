// Rules that speak against each other: one asks for an answer that another hides, limits it to nothing, or refuses.
import type { Rule } from '#schemas/generated/types.ts'
import type { CompiledForm, ScopedCondition } from '../form/compiled-form.ts'
import { conditionsOf } from '../form/branch-origins.ts'
import type { Issue } from '../issues/issue.ts'
import { parsePointer } from '../issues/json-pointer.ts'
import type { CanHold } from './can-hold.ts'
import { ruleWords, titleAt } from './condition-holders.ts'
import { conditionReferences } from './references.ts'

interface Numbered {
  rule: Rule
  index: number
}

const warning = (index: number, code: string, params: Record<string, unknown>): Issue => ({ pointer: `/rules/${index}`, code, params, level: 'warning' })
const scoped = ({ when, within }: Rule): ScopedCondition => (within === undefined ? { when } : { when, within })
const absolute = ({ within }: Rule, path: string): string => (within === undefined ? path : `${within}/*${path}`)

/** A rule about a question that is hidden whenever the rule holds does nothing. */
const lintHidden = (form: CompiledForm, { rule, index }: Numbered, canHold: CanHold): Issue[] => {
  const targets = [...(rule.require ?? []), ...(rule.limit?.options ? [rule.limit.path] : [])].map((path) => absolute(rule, path))
  if (targets.length === 0 || canHold([{ conditions: [scoped(rule)] }]) === 'no') return []
  return targets.flatMap((path) => {
    const asked = conditionsOf(form.questions, path)
    if (asked.length === 0 || canHold([{ conditions: asked }]) === 'no' || canHold([{ conditions: [...asked, scoped(rule)] }]) !== 'no') return []
    return [warning(index, 'lint.ruleAboutHidden', { title: ruleWords(form, index), target: titleAt(form, path) })]
  })
}

/** Two limits that leave nothing to choose where both hold. */
const lintLimits = (form: CompiledForm, limits: readonly Numbered[], canHold: CanHold): Issue[] =>
  limits.flatMap(({ rule, index }, i) => limits.slice(i + 1).flatMap(({ rule: other, index: second }) => {
    const path = absolute(rule, rule.limit!.path)
    if (path !== absolute(other, other.limit!.path) || rule.limit!.options!.some((value) => other.limit!.options!.includes(value))) return []
    if (canHold([{ conditions: [...conditionsOf(form.questions, path), scoped(rule), scoped(other)] }]) !== 'yes') return []
    return [warning(second, 'lint.limitsAtOdds', { title: titleAt(form, path), one: ruleWords(form, index), other: ruleWords(form, second) })]
  }))

const filled = (path: string): ScopedCondition['when'] => parsePointer(path).reduceRight<ScopedCondition['when'] | undefined>((inner, name) => ({ ...(inner && { properties: { [name]: inner } }), required: [name] }), undefined)!

/** An answer that one rule requires and another refuses: whoever is asked can file nothing. */
const lintRefused = (form: CompiledForm, required: readonly Numbered[], refusals: readonly Numbered[], canHold: CanHold): Issue[] =>
  required.flatMap(({ rule, index }) => refusals.flatMap(({ rule: refusal, index: second }) => {
    const target = rule.within === refusal.within ? rule.require!.find((path) => conditionReferences(refusal.when).includes(path)) : undefined
    if (target === undefined) return []
    const given: ScopedCondition[] = [...conditionsOf(form.questions, absolute(rule, target)), scoped(rule), { ...scoped(rule), when: filled(target) }]
    if (canHold([{ conditions: given }]) === 'no' || canHold([{ conditions: given }, { conditions: [scoped(refusal)], isDenied: true }]) !== 'no') return []
    return [warning(second, 'lint.requiredAndRefused', { title: titleAt(form, absolute(rule, target)), one: ruleWords(form, index), other: ruleWords(form, second) })]
  }))

export const lintContradictions = (form: CompiledForm, canHold: CanHold): Issue[] => {
  const rules = (form.form.rules ?? []).map((rule, index) => ({ rule, index }))
  const limits = rules.filter(({ rule }) => rule.limit?.options)
  return [
    ...rules.flatMap((each) => lintHidden(form, each, canHold)),
    ...lintLimits(form, limits, canHold),
    ...lintRefused(form, rules.filter(({ rule }) => rule.require), rules.filter(({ rule }) => rule.refuse), canHold),
  ]
}
