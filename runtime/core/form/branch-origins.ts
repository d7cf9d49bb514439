// What each branch of the published schema's root `allOf` comes from, in the order of the schema: enough to explain a failure
// in the author's words. rule-branches.ts says the branches themselves.
import type { AdvancedRule } from '#schemas/generated/types.ts'
import type { Branch, CompiledQuestion, OptionValue, ScopedCondition } from './compiled-form.ts'

export interface RuleParts {
  questions: ReadonlyMap<string, CompiledQuestion>
  requirements: { path: string; rule: string; condition: ScopedCondition }[]
  limits: { path: string; rule: string; conditions: ScopedCondition[]; options: readonly OptionValue[] }[]
  refusals: { rule: string; condition: ScopedCondition }[]
  advanced: readonly AdvancedRule[]
}

type Questions = RuleParts['questions']

/** Conditions of a question and of everything it stands in: all must hold for it to be asked. */
export const conditionsOf = (questions: Questions, path: string): ScopedCondition[] => {
  const found = questions.get(path)
  return found ? [...conditionsOf(questions, found.parent), ...found.conditions] : []
}

/** Questions that are not asked of everybody. */
export const conditional = (questions: Questions): CompiledQuestion[] => [...questions.values()].filter((each) => each.conditions.length > 0)

export const branchOrigins = ({ questions, requirements, limits, refusals, advanced }: RuleParts): Branch[] => [
  ...conditional(questions).map(({ path }): Branch => ({ kind: 'show', path })),
  ...requirements.map(({ path, rule }): Branch => ({ kind: 'require', rule, path })),
  ...limits.map(({ path, rule }): Branch => ({ kind: 'limit', rule, path })),
  ...refusals.map(({ rule }): Branch => ({ kind: 'refuse', rule })),
  ...advanced.map(({ id }): Branch => ({ kind: 'advanced', rule: id })),
]
