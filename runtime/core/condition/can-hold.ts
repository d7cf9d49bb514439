// Whether conditions can hold together for any answers that a person may file: a search through the option space that takes
// into account that a question which is not asked is not answered, and that a required one which is asked is. It works for a
// bounded time and then says "maybe".
import type { Condition } from '#schemas/generated/types.ts'
import type { CompiledForm, CompiledQuestion, ScopedCondition } from '../form/compiled-form.ts'
import { conditionsOf } from '../form/branch-origins.ts'
import { parentPath } from '../issues/json-pointer.ts'
import { absent, optionSpace, type OptionSpace, type Situation } from './option-space.ts'
import { allHold, verdictAt, type PartialVerdict, type Unknown } from './partial-verdict.ts'

export type Possibility = 'yes' | 'no' | 'maybe'

/** Conditions that must hold together, or, turned round, not all of them. */
export interface Need {
  conditions: readonly ScopedCondition[]
  isDenied?: boolean
}

/** Enough for any condition that people write by hand; measured in looks at partly known answers. */
const mostSteps = 3000

interface Search {
  form: CompiledForm
  space: OptionSpace
  known: Map<string, Situation | boolean>
  left: number
  canHold: (needs: readonly Need[]) => Possibility
}

const isRequiredThroughout = (form: CompiledForm, question: CompiledQuestion): boolean => {
  const parent = form.questions.get(question.parent)
  return question.required && (!parent || parent.kind === 'table' || isRequiredThroughout(form, parent))
}

/** Answered wherever it is asked. A group is answered by what stands in it, a computed answer by what it reads. */
const isFirm = (form: CompiledForm, question: CompiledQuestion | undefined): boolean =>
  question !== undefined && question.kind !== 'group' && question.question['x-compute'] === undefined && isRequiredThroughout(form, question)

const ownerOf = (form: CompiledForm, path: string): string => (form.questions.has(path) ? path : parentPath(path))

const verdictOf = ({ conditions, isDenied }: Need, { form, known }: Search): PartialVerdict => {
  const verdict = allHold(conditions.map(({ when, within }) => verdictAt(when, within === undefined ? '' : `${within}/*`, { form, known })))
  return isDenied && typeof verdict === 'boolean' ? !verdict : verdict
}

/** What an answer may be, each with what must then be so besides. */
const choicesFor = ({ path, item }: Unknown, search: Search): [Situation | boolean, Need[]][] => {
  if (item) {
    const isRow = search.form.questions.get(path)?.kind === 'table'
    const possible = !isRow || search.canHold([{ conditions: [{ when: item, within: path }] }]) !== 'no'
    return [...(possible ? [[true, []] as [boolean, Need[]]] : []), [false, []]]
  }
  const answers = search.space.answersAt(path) ?? []
  const conditions = conditionsOf(search.form.questions, ownerOf(search.form, path))
  const asked: Need[] = conditions.length > 0 ? [{ conditions }] : []
  const given = answers.map((answer): [Situation, Need[]] => [answer, asked])
  if (!isFirm(search.form, search.form.questions.get(path))) return [...given, [absent, []]]
  return conditions.length > 0 ? [...given, [absent, [{ conditions, isDenied: true }]]] : given
}

const solve = (needs: readonly Need[], search: Search): Possibility => {
  search.left -= 1
  if (search.left < 0) return 'maybe'
  const verdict = allHold(needs.map((need) => verdictOf(need, search)))
  if (verdict === true) return 'yes'
  if (verdict === false) return 'no'
  if (verdict === 'unclear' || search.space.answersAt(verdict.path) === undefined) return 'maybe'
  let best: Possibility = 'no'
  for (const [situation, more] of choicesFor(verdict, search)) {
    search.known.set(verdict.key, situation)
    const found = solve([...needs, ...more], search)
    search.known.delete(verdict.key)
    if (found === 'yes') return 'yes'
    if (found === 'maybe') best = 'maybe'
    if (search.left < 0) return 'maybe'
  }
  return best
}

export type CanHold = (needs: readonly Need[]) => Possibility

/** One search space for all questions about a form; equal questions are answered once. */
export const createCanHold = (form: CompiledForm, more: readonly Condition[] = []): CanHold => {
  const conditions = [...[...form.questions.values()].flatMap((question) => question.conditions), ...(form.form.rules ?? []), ...more.map((when) => ({ when }))]
  const space = optionSpace(form, conditions)
  const answered = new Map<string, Possibility>()
  const canHold: CanHold = (needs) => {
    const key = JSON.stringify(needs)
    const before = answered.get(key)
    if (before) return before
    // A condition about rows that leads back to itself cannot be told.
    answered.set(key, 'maybe')
    const found = solve(needs, { form, space, known: new Map(), left: mostSteps, canHold })
    answered.set(key, found)
    return found
  }
  return canHold
}
