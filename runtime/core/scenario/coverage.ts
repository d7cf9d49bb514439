// How much of a procedure its scenarios try: every option, both sides of each rule and check, pages, fees, and the ways of
// its workflow. What no scenario tries may be wrong without anybody knowing.
import type { Condition, Procedure, Question, Scenario, Workflow } from '#schemas/generated/types.ts'
import type { WorkingCalendar } from '../deadline/working-calendar.ts'
import type { CompiledForm, CompiledPage } from '../form/compiled-form.ts'
import { resolveQuestion } from '../form/walk-form.ts'
import { expandPath, isRecord, readAt } from '../issues/json-pointer.ts'
import { followPath } from './follow-workflow.ts'
import type { Outcome } from './play-scenario.ts'
import { checkSides, conditionSides, feeSides, type Sides } from './rule-states.ts'

export type Side = keyof Sides

export type Target =
  | { kind: 'option'; path: string; value: string | number | boolean }
  | { kind: 'rule' | 'check' | 'page' | 'fee'; id: string; side: Side }
  | { kind: 'transition'; step: string; by: string; to: string }

export type TargetKind = Target['kind']

export const targetKey = (target: Target): string =>
  (target.kind === 'option' ? `option ${target.path} ${JSON.stringify(target.value)}` : target.kind === 'transition' ? `transition ${target.step} ${target.to}` : `${target.kind} ${target.id} ${target.side}`)

/** Longer lists are code lists: a scenario for each province proves nothing about the form. */
const mostOptions = 30

/** Values that a condition names, by the path of the question. */
export const valuesNamed = (condition: Condition, base = ''): { path: string; value: string | number | boolean }[] => [
  ...(condition.const === undefined ? [] : [{ path: base, value: condition.const }]),
  ...(condition.enum ?? []).map((value) => ({ path: base, value })),
  ...Object.entries(condition.properties ?? {}).flatMap(([name, inner]) => valuesNamed(inner, `${base}/${name}`)),
  ...(condition.contains ? valuesNamed(condition.contains, isRecord(condition.contains.properties) ? `${base}/*` : base) : []),
  ...[...(condition.allOf ?? []), ...(condition.anyOf ?? []), ...(condition.not ? [condition.not] : [])].flatMap((part) => valuesNamed(part, base)),
]

/** Every condition of a procedure on the applicant's answers, with the table whose rows it speaks of. */
export const conditionsOf = (procedure: Procedure): { when: Condition; within?: string }[] => [
  ...(procedure.form?.rules ?? []).map(({ when, within }) => (within === undefined ? { when } : { when, within })),
  ...(procedure.form?.pages ?? []).flatMap((page) => [...(page.when ? [{ when: page.when }] : []), ...page.sections.flatMap((section) => (section.when ? [{ when: section.when }] : []))]),
  ...(procedure.fees ?? []).flatMap((fee) => (fee.when ? [{ when: fee.when }] : [])),
  ...(procedure.workflow?.steps ?? []).flatMap((step) => [...(step.branches ?? []), ...(step.actions ?? [])].flatMap(({ when, of }) => (when && of === undefined ? [{ when }] : []))),
]

const listOf = (question: Question, definitions: CompiledForm['form']['schema']['$defs']): Question => (question.type === 'array' ? resolveQuestion(question.items ?? {}, definitions) : question)

const optionTargets = (procedure: Procedure, form: CompiledForm): Target[] => {
  const named = new Set(conditionsOf(procedure).flatMap(({ when, within }) => valuesNamed(when, within === undefined ? '' : `${within}/*`)).map(({ path, value }) => `${path} ${JSON.stringify(value)}`))
  return [...form.questions.values()].flatMap(({ path, question }): Target[] => {
    if (question['x-compute'] !== undefined || question.const !== undefined || question['x-file']) return []
    if (question.type === 'boolean') return [true, false].map((value) => ({ kind: 'option', path, value }))
    const list = listOf(question, form.form.schema.$defs)
    const options = list.enum ?? list.oneOf?.map((option) => option.const) ?? []
    const isListed = options.length <= mostOptions && list['x-codeList'] === undefined
    return options.filter((value) => isListed || named.has(`${path} ${JSON.stringify(value)}`)).map((value) => ({ kind: 'option', path, value }))
  })
}

const both = (kind: 'rule' | 'check' | 'page' | 'fee', id: string, sides: readonly Side[] = ['yes', 'no']): Target[] => sides.map((side) => ({ kind, id, side }))

/** Whether a page has something to ask whatever is answered. */
const isAlwaysAsked = ({ sections }: CompiledPage, form: CompiledForm): boolean => {
  const isFree = (path: string): boolean => { const question = form.questions.get(path); return !question || (question.conditions.length === 0 && isFree(question.parent)) }
  return sections.some(({ paths }) => paths.some(isFree))
}

/**
 * Ways that somebody or something takes; what time alone brings about no scenario can try. A path names steps, so two
 * ways between the same steps count as one.
 */
const waysOf = (workflow: Workflow): Target[] => {
  const askers = (id: string): string[] => workflow.steps.filter((step) => step.actions?.some((action) => action.to === id)).map((step) => step.id)
  const all = workflow.steps.flatMap((step): Target[] => [
    ...(step.actions ?? []).map((action): Target => ({ kind: 'transition', step: step.id, by: action.id, to: action.to })),
    ...(step.branches ?? []).map((branch, i): Target => ({ kind: 'transition', step: step.id, by: `branches/${i}`, to: branch.to })),
    ...(step.against === undefined ? [] : [{ kind: 'transition', step: step.id, by: 'against', to: step.against } as const]),
    ...(step.otherwise !== undefined && step.kind !== 'applicant' ? [{ kind: 'transition', step: step.id, by: 'otherwise', to: step.otherwise } as const] : []),
    ...(step.kind === 'applicant' ? askers(step.id).map((asker): Target => ({ kind: 'transition', step: step.id, by: 'supplement', to: step.otherwise ?? asker })) : []),
  ])
  return [...new Map(all.map((way): [string, Target] => [targetKey(way), way]).reverse()).values()].reverse()
}

export const targetsOf = (procedure: Procedure, form: CompiledForm): Target[] => [
  ...form.pages.filter(({ sections }) => sections.some(({ paths }) => paths.length > 0)).flatMap((page) => both('page', page.page.id, isAlwaysAsked(page, form) ? ['yes'] : ['yes', 'no'])),
  ...(form.form.rules ?? []).flatMap((rule) => both('rule', rule.id, Object.keys(rule.when).length === 0 ? ['yes'] : ['yes', 'no'])),
  ...(form.form.checks ?? []).flatMap((check) => both('check', check.id)),
  ...optionTargets(procedure, form),
  ...(procedure.fees ?? []).flatMap((fee) => both('fee', fee.id, fee.when ? ['yes', 'no'] : ['yes'])),
  ...(procedure.workflow ? waysOf(procedure.workflow) : []),
]

/** What one scenario tries, as keys of targets. */
export const triedBy = (procedure: Procedure, form: CompiledForm, scenario: Pick<Scenario, 'on' | 'expect'>, outcome: Outcome, facts: { today: string; calendar: WorkingCalendar }): Set<string> => {
  const { answers, filing } = outcome
  const today = scenario.on ?? facts.today
  const sided = (kind: 'rule' | 'check' | 'page' | 'fee', id: string, sides: Sides): Target[] => both(kind, id, (['yes', 'no'] as const).filter((side) => sides[side]))
  const chosen = [...form.questions.values()].flatMap(({ path }) => expandPath(path, answers).flatMap((pointer) => [readAt(answers, pointer)].flat().filter((value) => value !== undefined && typeof value !== 'object').map((value) => targetKey({ kind: 'option', path, value: value as string }))))
  const ways = outcome.valid && filing && scenario.expect.path ? followPath(filing, scenario.expect.path).ways : []
  return new Set([
    ...chosen,
    ...[
      ...form.pages.flatMap(({ page }) => sided('page', page.id, { yes: outcome.pages.includes(page.id), no: !outcome.pages.includes(page.id) })),
      ...(form.form.rules ?? []).flatMap((rule) => sided('rule', rule.id, conditionSides(rule, answers))),
      ...(form.form.checks ?? []).flatMap((check) => sided('check', check.id, checkSides(check, answers, { today, calendar: facts.calendar }))),
      ...(outcome.valid ? (procedure.fees ?? []).flatMap((fee) => sided('fee', fee.id, feeSides(fee, outcome.fee.lines))) : []),
      ...ways.map((way): Target => ({ kind: 'transition', ...way })),
    ].map(targetKey),
  ])
}

export interface Coverage {
  covered: Target[]
  open: Target[]
  /** Whole percent, rounded down: 100 means all. */
  percent: number
}

export const coverageOf = (targets: readonly Target[], tried: readonly ReadonlySet<string>[]): Coverage => {
  const isTried = (target: Target): boolean => tried.some((keys) => keys.has(targetKey(target)))
  const covered = targets.filter(isTried)
  return { covered, open: targets.filter((target) => !isTried(target)), percent: targets.length === 0 ? 100 : Math.floor((covered.length / targets.length) * 100) }
}
