// What rules and checks say of given answers: in force or not, fulfilled or not. The trial shows it, coverage counts it.
import type { Check, Condition, Fee } from '#schemas/generated/types.ts'
import { rowOf, type FormulaFacts } from '../answers/compute-answers.ts'
import { evaluateCondition } from '../condition/evaluate-condition.ts'
import { evaluateFormula } from '../formula/evaluate-formula.ts'
import { expandPath, readAt, type Answers } from '../issues/json-pointer.ts'

/** Both at once where a rule speaks of rows; neither where there is nothing to speak of. */
export interface Sides {
  yes: boolean
  no: boolean
}

const sidesOf = (verdicts: readonly boolean[]): Sides => ({ yes: verdicts.includes(true), no: verdicts.includes(false) })

export const conditionSides = ({ when, within }: { when: Condition; within?: string }, answers: Answers): Sides =>
  sidesOf(within === undefined ? [evaluateCondition(when, answers)] : expandPath(`${within}/*`, answers).map((row) => evaluateCondition(when, readAt(answers, row))))

/** A check with an absent operand is not applied: it is on neither side. */
export const checkSides = (check: Check, answers: Answers, facts: FormulaFacts): Sides =>
  sidesOf(expandPath(check.at, answers).map((pointer) => evaluateFormula(check.formula, { answers, row: rowOf(answers, pointer), ...facts })).filter((verdict) => typeof verdict === 'boolean'))

export const feeSides = (fee: Fee, owed: readonly { id: string }[]): Sides => sidesOf([owed.some((line) => line.id === fee.id)])
