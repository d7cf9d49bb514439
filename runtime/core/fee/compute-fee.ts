// Computes what an applicant owes from the fee rules and the answers, phí (fee) and lệ phí (charge) kept apart as the
// Law on Fees and Charges 97/2015/QH13 does. The server computes it again at filing; whole đồng.
import type { Fee, FeeStatement } from '#schemas/generated/types.ts'
import type { FormulaFacts } from '../answers/compute-answers.ts'
import { evaluateCondition } from '../condition/evaluate-condition.ts'
import { evaluateFormula } from '../formula/evaluate-formula.ts'
import type { Answers } from '../issues/json-pointer.ts'

const amountOf = (fee: Fee, answers: Answers, facts: FormulaFacts): number => {
  const amount = typeof fee.amount === 'number' ? fee.amount : evaluateFormula(fee.amount, { answers, ...facts })
  return typeof amount === 'number' && Number.isFinite(amount) && amount > 0 ? Math.round(amount) : 0
}

export const computeFee = (fees: readonly Fee[], answers: Answers, facts: FormulaFacts): FeeStatement => {
  const lines = fees
    .filter((fee) => !fee.when || evaluateCondition(fee.when, answers))
    .map((fee) => ({ id: fee.id, kind: fee.kind, title: fee.title, ...(fee['x-i18n'] && { 'x-i18n': fee['x-i18n'] }), amount: amountOf(fee, answers, facts) }))
    .filter((line) => line.amount > 0)
  const sum = (kind: Fee['kind']): number => lines.filter((line) => line.kind === kind).reduce((total, line) => total + line.amount, 0)
  return { lines, fees: sum('fee'), charges: sum('charge'), total: sum('fee') + sum('charge') }
}
