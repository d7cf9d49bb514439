// What each branch of the published schema's root `allOf` comes from, in the order of the schema: enough to explain a failure
// in the author's words. rule-branches.ts says the branches themselves.
import type { Branch, CompiledQuestion, RuleParts, ScopedCondition } from './compiled-form.ts'

type Questions = RuleParts['questions']

/** Conditions of a question and of everything it stands in: all must hold for it to be asked. */
export const conditionsOf = (questions: Questions, path: string): ScopedCondition[] => {
  const found = questions.get(path)
  return found ? [...conditionsOf(questions, found.parent), ...found.conditions] : []
}

/** Questions that are not asked of everybody. */
export const conditional = (questions: Questions): CompiledQuestion[] => [...questions.values()].filter((each) => each.conditions.length > 0)

const originsOf = ({ questions, requirements, limits, refusals, advanced }: RuleParts): Branch[] => [
  ...conditional(questions).map(({ path }): Branch => ({ kind: 'show', path })),
  ...requirements.map(({ path, rule }): Branch => ({ kind: 'require', rule, path })),
  ...limits.map(({ path, rule }): Branch => ({ kind: 'limit', rule, path })),
  ...refusals.map(({ rule }): Branch => ({ kind: 'refuse', rule })),
  ...advanced.map(({ id }): Branch => ({ kind: 'advanced', rule: id })),
]

const known = new WeakMap<RuleParts, Branch[]>()

/** Worked out when somebody asks, once for a form: a screen that only draws it never does. */
export const branchOrigins = (parts: RuleParts): Branch[] => {
  const origins = known.get(parts) ?? originsOf(parts)
  known.set(parts, origins)
  return origins
}
