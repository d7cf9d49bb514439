// Computes what an applicant owes from the fee rules and the answers, phí (fee) and lệ phí (charge) kept apart as the
// Law on Fees and Charges 97/2015/QH13 does. The server computes it again at filing; whole đồng.
import type { Dossier, Fee, FeeStatement } from '#schemas/generated/types.ts'
import type { FormulaFacts } from '../answers/compute-answers.ts'
import { evaluateCondition } from '../condition/evaluate-condition.ts'
import { evaluateFormula } from '../formula/evaluate-formula.ts'
import { readAt, type Answers } from '../issues/json-pointer.ts'

const amountOf = (fee: Fee, answers: Answers, facts: FormulaFacts): number => {
  const amount = typeof fee.amount === 'number' ? fee.amount : evaluateFormula(fee.amount, { answers, ...facts })
  return typeof amount === 'number' && Number.isFinite(amount) && amount > 0 ? Math.round(amount) : 0
}

const toStatement = (all: FeeStatement['lines']): FeeStatement => {
  const lines = all.filter((line) => line.amount > 0 || line.provisional)
  const sum = (kind: Fee['kind']): number => lines.filter((line) => line.kind === kind).reduce((total, line) => total + line.amount, 0)
  return { lines, fees: sum('fee'), charges: sum('charge'), total: sum('fee') + sum('charge') }
}

export const computeFee = (fees: readonly Fee[], answers: Answers, facts: FormulaFacts): FeeStatement => toStatement(fees
  .filter((fee) => !fee.when || evaluateCondition(fee.when, answers))
  .map((fee) => ({
    id: fee.id, kind: fee.kind, title: fee.title, ...(fee['x-i18n'] && { 'x-i18n': fee['x-i18n'] }), amount: amountOf(fee, answers, facts), ...(fee.confirmedBy !== undefined && { provisional: true }),
  })))

/** What an officer has recorded in place of the amount of a fee; absent while nobody has. */
const confirmedAmount = (fee: Fee | undefined, records: Dossier['records']): number | undefined => {
  const [step, pointer] = fee?.confirmedBy?.split(':') ?? []
  const value = step === undefined || records[step] === undefined ? undefined : readAt(records[step], pointer!)
  return Number.isInteger(value) && (value as number) >= 0 ? (value as number) : undefined
}

/** The statement once officers have recorded the amounts that are theirs to confirm; what is paid stays as it was paid. */
export const confirmFee = (fees: readonly Fee[], statement: FeeStatement, records: Dossier['records']): FeeStatement => (statement.paidAt ? statement : toStatement(statement.lines.map((line) => {
  const amount = confirmedAmount(fees.find((fee) => fee.id === line.id), records)
  const { provisional: _until, ...rest } = line
  return amount === undefined ? line : { ...rest, amount }
})))
