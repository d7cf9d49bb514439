// Looks at all conditions of a form together over their finite option space: what never holds, what always holds, what nobody
// is ever asked, what can never be reached, and rules that speak against each other. Nothing is claimed that was not searched
// through; where the search was given up, it says so.
import type { Issue } from '../issues/issue.ts'
import { titleWords, type TitleWords } from '../issues/title-words.ts'
import type { CompiledForm, CompiledQuestion, ScopedCondition } from '../form/compiled-form.ts'
import { schemaPointer } from '../form/lint-questions.ts'
import { conditionsOf } from '../form/branch-origins.ts'
import { lintCircles, lintForward } from './asked-order.ts'
import { createCanHold, type CanHold, type Need } from './can-hold.ts'
import { conditionHolders, ruleWords, titleAt, type Holder } from './condition-holders.ts'
import { lintContradictions } from './contradictions.ts'
import { conditionReferences } from './references.ts'

const warning = (pointer: string, code: string, params: Record<string, unknown>): Issue => ({ pointer, code, params, level: 'warning' })

const holding = (...conditions: ScopedCondition[]): Need => ({ conditions })
const denying = (...conditions: ScopedCondition[]): Need => ({ conditions, isDenied: true })

const scoped = ({ when, within }: ScopedCondition): ScopedCondition => (within === undefined ? { when } : { when, within })

/** A condition by itself: whether it says anything at all. */
const lintOne = (condition: ScopedCondition, pointer: string, title: TitleWords, canHold: CanHold): Issue[] => {
  if (canHold([holding(condition)]) === 'no') return [warning(pointer, 'lint.conditionNever', { title })]
  return canHold([denying(condition)]) === 'no' ? [warning(pointer, 'lint.conditionAlways', { title })] : []
}

const lintEach = (form: CompiledForm, holders: readonly Holder[], canHold: CanHold): Issue[] => [
  ...(form.form.rules ?? []).flatMap((rule, i) => (conditionReferences(rule.when).length > 0 ? lintOne(scoped(rule), `/rules/${i}`, ruleWords(form, i), canHold) : [])),
  ...holders.filter((holder) => holder.kind !== 'rule').flatMap((holder) => lintOne(scoped(holder), `${holder.pointer}/when`, holder.title, canHold)),
]

/** Two that cannot hold together, where each could. */
const atOdds = (holders: readonly Holder[], canHold: CanHold): [Holder, Holder] | undefined => {
  for (const [i, a] of holders.entries()) {
    const b = holders.slice(i + 1).find((other) => canHold([holding(scoped(a))]) !== 'no' && canHold([holding(scoped(other))]) !== 'no' && canHold([holding(scoped(a), scoped(other))]) === 'no')
    if (b) return [a, b]
  }
  return undefined
}

const ancestry = (form: CompiledForm, path: string): string[] => {
  const question = form.questions.get(path)
  return question ? [path, ...ancestry(form, question.parent)] : []
}

const neverAsked = (form: CompiledForm, question: CompiledQuestion, holders: readonly Holder[], canHold: CanHold): Issue[] => {
  const pointer = schemaPointer(question.path)
  const title = titleAt(form, question.path)
  const own = ancestry(form, question.path)
  const odds = atOdds(holders.filter((holder) => holder.targets.some((path) => own.includes(path))), canHold)
  return [
    warning(pointer, question.required ? 'lint.requiredNeverAsked' : 'lint.neverAsked', { title }),
    ...(odds ? [warning(odds[0].pointer, 'lint.conditionsAtOdds', { title, one: odds[0].title, other: odds[1].title })] : []),
  ]
}

/** Questions and pages that nobody reaches; what stands on such a page or in such a group is not named again. */
const lintReach = (form: CompiledForm, holders: readonly Holder[], canHold: CanHold): Issue[] => {
  const isLost = (path: string): boolean => {
    const conditions = conditionsOf(form.questions, path)
    return conditions.length > 0 && canHold([holding(...conditions)]) === 'no'
  }
  const pages = form.pages.map(({ page, sections }, p) => ({ page, p, paths: sections.flatMap(({ paths }) => paths) })).filter(({ paths }) => paths.length > 0 && paths.every(isLost))
  const named = new Set(pages.flatMap(({ paths }) => paths))
  const lost = [...form.questions.values()].filter((question) => isLost(question.path) && !ancestry(form, question.path).some((path) => named.has(path)) && !isLost(question.parent))
  return [
    ...pages.map(({ page, p }) => warning(`/pages/${p}`, 'lint.pageNever', { title: titleWords(page, page.id) })),
    ...lost.flatMap((question) => neverAsked(form, question, holders, canHold)),
  ]
}

const unique = (issues: readonly Issue[]): Issue[] => [...new Map(issues.map((issue) => [`${issue.pointer} ${issue.code} ${JSON.stringify(issue.params)}`, issue])).values()]

/** With pointers into the form. */
export const analyseForm = (form: CompiledForm): Issue[] => {
  const holders = conditionHolders(form)
  const search = createCanHold(form)
  let given = 0
  const canHold: CanHold = (needs) => {
    const possibility = search(needs)
    if (possibility === 'maybe') given += 1
    return possibility
  }
  const found = [...lintEach(form, holders, canHold), ...lintReach(form, holders, canHold), ...lintContradictions(form, canHold)]
  return unique([...lintCircles(form, holders), ...lintForward(form, holders), ...found, ...(given > 0 ? [{ pointer: '/rules', code: 'lint.analysisGivenUp', params: { n: given }, level: 'hint' as const }] : [])])
}
