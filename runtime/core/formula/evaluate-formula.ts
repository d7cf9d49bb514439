// Evaluates a formula over answers. Our own small interpreter rather than a JSON Logic library: an absent operand must
// make the result absent (contract.md), the list of functions is closed, and the citizen's page may not make code from
// text (measured: json-logic-engine calls eval while it loads and weighs 10 KB compressed, this weighs 3). It never
// throws: whatever cannot be evaluated is absent.
import type { WorkingCalendar } from '../deadline/working-calendar.ts'
import { isRecord, type Answers } from '../issues/json-pointer.ts'
import { applications, isNumber, toNumber } from './apply-function.ts'
import { deepestFormula, functionOf, readCall, takesAsMany } from './functions.ts'

export interface FormulaScope {
  answers: Answers
  /** The row in which names are looked up first. */
  row?: Answers | undefined
  /** YYYY-MM-DD in Vietnam. */
  today: string
  calendar?: WorkingCalendar | undefined
}

/** What one evaluation may cost: tables in tables over long rows end here instead of holding up a server. */
const mostSteps = 200_000

interface Run extends FormulaScope {
  /** The rows that the formula goes through, innermost first: a name is looked up from the inside out. */
  rows: readonly Answers[]
  work: { left: number; tooDeep: boolean }
}

const own = (value: unknown, path: readonly string[]): unknown => path.reduce<unknown>((inner, name) => (isRecord(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined), value)

const lookUp = (name: unknown, { rows, answers }: Run): unknown => {
  if (typeof name !== 'string') return undefined
  const path = name.split('.')
  for (const row of rows) {
    const value = own(row, path) ?? undefined
    if (value !== undefined) return value
  }
  return own(answers, path)
}

const evaluate = (formula: unknown, run: Run, depth: number): unknown => {
  const call = readCall(formula)
  if (!call) return typeof formula === 'object' ? undefined : formula
  const { operator, operands } = call
  run.work.left--
  run.work.tooDeep ||= depth > deepestFormula
  if (run.work.left < 0 || run.work.tooDeep) return undefined
  if (operator === 'var') return lookUp(operands[0], run)
  const known = functionOf(operator)
  if (!known || !takesAsMany(known, operands.length)) return undefined
  const lazily = lazy.get(operator)
  if (lazily) return lazily(operands, run, depth + 1)
  return applyAll(operator, operands.map((operand) => evaluate(operand, run, depth + 1)), run)
}

const applyAll = (operator: string, values: unknown[], run: Run): unknown =>
  (values.some((value) => value === undefined || value === null) ? undefined : applications.get(operator)?.(values, run))

type Lazy = (operands: unknown[], run: Run, depth: number) => unknown

/** Seen from a row, the rows around it are those of other tables: another row of its own never stands in for an empty cell. */
const each = (rows: unknown[], formula: unknown, run: Run, depth: number): unknown[] => {
  const around = run.rows.filter((row) => !rows.includes(row))
  return rows.map((row) => evaluate(formula, { ...run, rows: isRecord(row) ? [row, ...around] : around }, depth))
}

/** What `combine` makes of the second operand for each row of the first; of no rows when the table is not answered. */
const overRows = (combine: (values: unknown[]) => unknown): Lazy => ([table, formula], run, depth) => {
  const rows = evaluate(table, run, depth) ?? []
  return Array.isArray(rows) ? combine(each(rows, formula, run, depth)) : undefined
}

/** MIN and MAX of values, or of a column when the first operand is a table. */
const extreme = (operator: string): Lazy => (operands, run, depth) => {
  const [first, ...others] = operands
  const value = evaluate(first, run, depth)
  const ofTable = operands.length === 2 && Array.isArray(value) && value.some(isRecord)
  return applyAll(operator, ofTable ? each(value, others[0], run, depth) : [value, ...others.map((operand) => evaluate(operand, run, depth))], run)
}

/** Three-valued: decided as soon as one operand decides, absent when the deciding one may be absent. */
const logical = (values: unknown[], deciding: boolean): boolean | undefined => {
  if (values.includes(deciding)) return deciding
  return values.every((value) => value === !deciding) ? !deciding : undefined
}

const choose: Lazy = (operands, run, depth) => {
  for (let i = 0; i + 1 < operands.length; i += 2) {
    const test = evaluate(operands[i], run, depth)
    if (typeof test !== 'boolean') return undefined
    if (test) return evaluate(operands[i + 1], run, depth)
  }
  return operands.length % 2 === 1 ? evaluate(operands.at(-1), run, depth) : undefined
}

const count: Lazy = ([list], run, depth) => {
  const value = evaluate(list, run, depth) ?? []
  return Array.isArray(value) ? value.length : undefined
}

/** Functions that do not need every operand. */
const lazy: ReadonlyMap<string, Lazy> = new Map<string, Lazy>([
  ['if', choose], ['count', count], ['min', extreme('min')], ['max', extreme('max')],
  ['and', (operands, run, depth) => logical(operands.map((operand) => evaluate(operand, run, depth)), false)],
  ['or', (operands, run, depth) => logical(operands.map((operand) => evaluate(operand, run, depth)), true)],
  ['sum', overRows((values) => (values.every(isNumber) ? toNumber(values.reduce((sum, value) => sum + value, 0)) : undefined))],
  ['any', overRows((values) => logical(values, true))],
  ['all', overRows((values) => logical(values, false))],
])

/** The value, or undefined when an operand that it needs is absent. */
export const evaluateFormula = (formula: unknown, scope: FormulaScope): unknown => {
  const work = { left: mostSteps, tooDeep: false }
  const value = evaluate(formula, { ...scope, rows: scope.row ? [scope.row] : [], work }, 0) ?? undefined
  return work.left < 0 || work.tooDeep ? undefined : value
}
