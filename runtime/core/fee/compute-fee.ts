// Computes what an applicant owes from the fee rules and the answers, phí (fee) and lệ phí (charge) kept apart as the
// Law on Fees and Charges 97/2015/QH13 does. The server computes it again at filing; whole đồng.
import type { Dossier, Fee, FeeRow, FeeStatement } from '#schemas/generated/types.ts'
import type { FormulaFacts } from '../answers/compute-answers.ts'
import { evaluateCondition } from '../condition/evaluate-condition.ts'
import { evaluateFormula } from '../formula/evaluate-formula.ts'
import { readAt, type Answers } from '../issues/json-pointer.ts'
import { holds } from '../workflow/guard.ts'

/** What the amounts are worked out from. */
export interface FeeBasis {
  answers: Answers
  facts: FormulaFacts
  /** What officers recorded, where a fee table reads it. */
  records: Dossier['records']
}

const amountOf = (amount: Fee['amount'], { answers, facts }: FeeBasis): number => {
  const found = typeof amount === 'number' ? amount : evaluateFormula(amount, { answers, ...facts })
  return typeof found === 'number' && Number.isFinite(found) && found > 0 ? Math.round(found) : 0
}

/** The rows of the fee table that apply: the first that holds, or all of them. */
const rowsOf = ({ rows = [], hit }: Fee, basis: FeeBasis): FeeRow[] => {
  const found = rows.filter((row) => holds(row, basis))
  return hit === 'sum' ? found : found.slice(0, 1)
}

const tableReads = (fee: Fee): string[] => (fee.rows ?? []).flatMap(({ of }) => of ?? [])

/** A line says which row it comes from, in both languages where both are there. */
const wordsOf = (fee: Fee, rows: readonly FeeRow[]): Pick<FeeStatement['lines'][number], 'title' | 'x-i18n'> => {
  const named = rows.filter((row) => row.title !== undefined)
  const join = (titles: readonly unknown[]): string => titles.join(': ').slice(0, 500)
  if (named.length !== 1) return { title: fee.title, ...(fee['x-i18n'] && { 'x-i18n': fee['x-i18n'] }) }
  const [ofFee, ofRow] = [fee['x-i18n']?.en?.title, named[0]!['x-i18n']?.en?.title]
  return { title: join([fee.title, named[0]!.title]), ...(ofFee !== undefined && ofRow !== undefined && { 'x-i18n': { en: { title: join([ofFee, ofRow]) } } }) }
}

const lineOf = (fee: Fee, basis: FeeBasis): FeeStatement['lines'][number] => {
  const rows = rowsOf(fee, basis)
  const amount = rows.length === 0 ? amountOf(fee.amount, basis) : rows.reduce((sum, row) => sum + amountOf(row.amount, basis), 0)
  const isOpen = fee.confirmedBy !== undefined || tableReads(fee).some((step) => basis.records[step] === undefined)
  return { id: fee.id, kind: fee.kind, ...wordsOf(fee, rows), amount, ...(isOpen && { provisional: true }) }
}

const toStatement = (all: FeeStatement['lines']): FeeStatement => {
  const lines = all.filter((line) => line.amount > 0 || line.provisional)
  const sum = (kind: Fee['kind']): number => lines.filter((line) => line.kind === kind).reduce((total, line) => total + line.amount, 0)
  return { lines, fees: sum('fee'), charges: sum('charge'), total: sum('fee') + sum('charge') }
}

export const computeFee = (fees: readonly Fee[], answers: Answers, facts: FormulaFacts): FeeStatement => toStatement(fees
  .filter((fee) => !fee.when || evaluateCondition(fee.when, answers))
  .map((fee) => lineOf(fee, { answers, facts, records: {} })))

/** What an officer has recorded in place of the amount of a fee; absent while nobody has. */
const confirmedAmount = (fee: Fee | undefined, records: Dossier['records']): number | undefined => {
  const [step, pointer] = fee?.confirmedBy?.split(':') ?? []
  const value = step === undefined || records[step] === undefined ? undefined : readAt(records[step], pointer!)
  return Number.isInteger(value) && (value as number) >= 0 ? (value as number) : undefined
}

/** The statement once officers have recorded what it waits for; what is paid stays as it was paid. */
export const confirmFee = (fees: readonly Fee[], statement: FeeStatement, basis: FeeBasis): FeeStatement => (statement.paidAt ? statement : toStatement(statement.lines.map((line) => {
  const fee = fees.find((each) => each.id === line.id)
  const current = fee && tableReads(fee).length > 0 ? lineOf(fee, basis) : line
  const amount = confirmedAmount(fee, basis.records)
  const { provisional: _until, ...rest } = current
  return amount === undefined ? current : { ...rest, amount }
})))
