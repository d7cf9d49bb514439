// Choices between conditions that stand side by side: decisions of a step that leave a gap, branches and rows of a fee table of
// which two may hold at once, rows that never apply. Only what the search proves is said.
import type { Condition, Fee, Step } from '#schemas/generated/types.ts'
import type { Issue } from '../issues/issue.ts'
import { titleWords } from '../issues/title-words.ts'
import type { CanHold, Need } from './can-hold.ts'

/** Numbered as people count. */
interface Choice {
  n: number
  when: Condition
  /** What it leads to: two that lead to the same may hold together. */
  result: string
}

const held = ({ when }: Choice): Need => ({ conditions: [{ when }] })
const denied = ({ when }: Choice): Need => ({ conditions: [{ when }], isDenied: true })

/** Pairs that may hold together and each without the other: neither is the special case of the other. */
const overlaps = (choices: readonly Choice[], base: readonly Need[], canHold: CanHold): [Choice, Choice][] => choices.flatMap((one, i) => choices.slice(i + 1).flatMap((other): [Choice, Choice][] => {
  const isSure = one.result !== other.result && [[held(one), held(other)], [held(one), denied(other)], [denied(one), held(other)]].every((needs) => canHold([...base, ...needs]) === 'yes')
  return isSure ? [[one, other]] : []
}))

const hint = (pointer: string, code: string, params: Record<string, unknown>): Issue => ({ pointer, code, params, level: 'hint' })

/** Choices that read the same form; those that read something else are not looked at together with them. */
const choicesOf = <T extends { when?: Condition; of?: string }>(list: readonly T[], of: string | undefined, result: (each: T) => string): Choice[] =>
  list.flatMap((each, i) => (each.when && each.of === of ? [{ n: i + 1, when: each.when, result: result(each) }] : []))

/** A person who looks at the step would find no decision to take. */
const lintGap = (step: Step, pointer: string, of: string | undefined, canHold: CanHold): Issue[] => {
  const actions = step.actions ?? []
  const guarded = choicesOf(actions, of, ({ to }) => to)
  const isOpen = step.kind === 'task' && actions.length > 0 && guarded.length === actions.length && canHold(guarded.map(denied)) === 'yes'
  return isOpen ? [{ pointer, code: 'lint.actionsGap', params: { title: titleWords(step, step.id) }, level: 'warning' }] : []
}

/** `of` names the step whose record the guards read; absent: the applicant's answers. */
export const lintChoices = (step: Step, pointer: string, of: string | undefined, canHold: CanHold): Issue[] => [
  ...lintGap(step, pointer, of, canHold),
  ...overlaps(choicesOf(step.branches ?? [], of, ({ to }) => to), [], canHold).map(([one, other]) => hint(`${pointer}/branches/${other.n - 1}`, 'lint.branchesOverlap', { title: titleWords(step, step.id), one: one.n, other: other.n })),
]

/** Over the rows that read the answers; where others stand between them, only what holds without those is said. */
export const lintFeeRows = (fee: Fee, pointer: string, canHold: CanHold): Issue[] => {
  const rows = choicesOf(fee.rows ?? [], undefined, ({ amount }) => JSON.stringify(amount))
  const base: Need[] = fee.when ? [{ conditions: [{ when: fee.when }] }] : []
  const params = { title: titleWords(fee, fee.id) }
  if (rows.length === 0 || rows.length < (fee.rows ?? []).length) return []
  const isFirst = fee.hit !== 'sum'
  const never = rows.filter((row, i) => canHold([...base, held(row), ...(isFirst ? rows.slice(0, i).map(denied) : [])]) === 'no')
  const others = rows.filter((row) => !never.includes(row))
  const isOpen = fee.amount === 0 && canHold([...base, ...rows.map(denied)]) === 'yes'
  return [
    ...never.map(({ n }): Issue => ({ pointer: `${pointer}/rows/${n - 1}`, code: 'lint.feeRowNever', params: { ...params, n }, level: 'warning' })),
    ...(isFirst ? overlaps(others, base, canHold) : []).map(([one, other]) => hint(`${pointer}/rows/${other.n - 1}`, 'lint.feeRowsOverlap', { ...params, one: one.n, other: other.n })),
    ...(isOpen ? [hint(`${pointer}/rows`, 'lint.feeRowsGap', params)] : []),
  ]
}
