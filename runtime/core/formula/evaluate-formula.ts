// Evaluates a formula over answers. Our own small interpreter rather than a JSON Logic library: an absent operand must
// make the result absent (contract.md), the list of functions is closed, and no page may make code from text. It never
// throws: whatever cannot be evaluated is absent.
import { addMonths } from '../deadline/due-date.ts'
import { addDays, addWorkingDays, parseDay, workingDaysBetween, type WorkingCalendar } from '../deadline/working-calendar.ts'
import { isRecord, type Answers } from '../issues/json-pointer.ts'
import { readCall } from './functions.ts'

export interface FormulaScope {
  answers: Answers
  /** The row in which names are looked up first. */
  row?: Answers | undefined
  /** YYYY-MM-DD in Vietnam. */
  today: string
  calendar?: WorkingCalendar | undefined
}

const deepest = 40

const own = (value: unknown, path: readonly string[]): unknown => path.reduce<unknown>((inner, name) => (isRecord(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined), value)

const lookUp = (name: unknown, { row, answers }: FormulaScope): unknown => {
  if (typeof name !== 'string') return undefined
  const path = name.split('.')
  return own(row, path) ?? own(answers, path)
}

const isDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(parseDay(value))
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined)

type Simple = (operands: unknown[], scope: FormulaScope) => unknown

const numbers = (apply: (...values: number[]) => number): Simple => (operands) => (operands.every(isNumber) ? finite(apply(...operands)) : undefined)
const onDate = (apply: (date: string, amount: number, scope: FormulaScope) => string | undefined): Simple => ([date, amount], scope) => {
  if (!isDate(date) || !isNumber(amount) || Math.abs(amount) > 100_000) return undefined
  try {
    return apply(date, Math.trunc(amount), scope)
  } catch {
    return undefined
  }
}

const compare = (apply: (order: number) => boolean): Simple => ([a, b]) => {
  if (isNumber(a) && isNumber(b)) return apply(a - b)
  return typeof a === 'string' && typeof b === 'string' ? apply(a < b ? -1 : a > b ? 1 : 0) : undefined
}

const round = (value: number, digits = 0): number => Math.round((value + Number.EPSILON * Math.sign(value)) * 10 ** digits) / 10 ** digits
const flat = (operands: unknown[]): unknown[] => operands.flatMap((operand) => (Array.isArray(operand) ? operand : [operand]))
const extreme = (apply: (...values: number[]) => number): Simple => (operands) => {
  const values = flat(operands)
  return values.length > 0 && values.every(isNumber) ? apply(...values) : undefined
}

/** Functions whose operands are all evaluated, and all present. */
const strict: Record<string, Simple> = {
  '+': numbers((...values) => values.reduce((sum, value) => sum + value, 0)), '-': numbers((a, b) => (b === undefined ? -a! : a! - b)),
  '*': numbers((...values) => values.reduce((product, value) => product * value, 1)), '/': numbers((a, b) => a! / b!),
  '==': ([a, b]) => a === b, '!=': ([a, b]) => a !== b,
  '<': compare((order) => order < 0), '<=': compare((order) => order <= 0), '>': compare((order) => order > 0), '>=': compare((order) => order >= 0),
  not: ([a]) => (typeof a === 'boolean' ? !a : undefined),
  min: extreme(Math.min), max: extreme(Math.max), round: numbers(round),
  len: ([text]) => (typeof text === 'string' ? [...text].length : undefined), join: (operands) => flat(operands).map(String).join(''),
  today: (_operands, { today }) => today,
  addDays: onDate(addDays), addMonths: onDate(addMonths), addYears: onDate((date, years) => addMonths(date, years * 12)),
  year: ([date]) => (isDate(date) ? Number(date.slice(0, 4)) : undefined),
  days: ([from, to]) => (isDate(from) && isDate(to) ? Math.round((parseDay(to) - parseDay(from)) / 86_400_000) : undefined),
  workdays: ([from, to], { calendar }) => (isDate(from) && isDate(to) && calendar && Math.abs(parseDay(to) - parseDay(from)) < 1e12 ? workingDaysBetween(from, to, calendar) : undefined),
  addWorkdays: onDate((date, days, { calendar }) => (calendar && days >= 0 && days <= 5000 ? addWorkingDays(date, days, calendar) : undefined)),
  intersects: ([a, b]) => (Array.isArray(a) && Array.isArray(b) ? a.some((item) => b.includes(item)) : undefined),
  includes: ([list, item]) => (Array.isArray(list) ? list.includes(item) : undefined),
}

const evaluate = (formula: unknown, scope: FormulaScope, depth: number): unknown => {
  const call = readCall(formula)
  if (!call) return typeof formula === 'object' ? undefined : formula
  if (depth > deepest) return undefined
  const { operator, operands } = call
  if (operator === 'var') return lookUp(operands[0], scope)
  const lazily = Object.hasOwn(lazy, operator) ? lazy[operator] : undefined
  if (lazily) return lazily(operands, scope, depth + 1)
  const apply = Object.hasOwn(strict, operator) ? strict[operator] : undefined
  const values = operands.map((operand) => evaluate(operand, scope, depth + 1))
  return !apply || values.some((value) => value === undefined || value === null) ? undefined : apply(values, scope)
}

type Lazy = (operands: unknown[], scope: FormulaScope, depth: number) => unknown

/** The second operand for each row of the table that the first names; no rows when the table is not answered. */
const perRow = (operands: unknown[], scope: FormulaScope, depth: number): unknown[] => {
  const rows = evaluate(operands[0], scope, depth)
  return Array.isArray(rows) ? rows.map((row) => evaluate(operands[1], { ...scope, row: isRecord(row) ? row : undefined }, depth)) : []
}

/** Three-valued: decided as soon as one operand decides, absent when the deciding one may be absent. */
const logical = (values: unknown[], deciding: boolean): boolean | undefined => {
  if (values.includes(deciding)) return deciding
  return values.every((value) => value === !deciding) ? !deciding : undefined
}

/** Functions that do not need every operand. */
const lazy: Record<string, Lazy> = {
  if: (operands, scope, depth) => {
    for (let i = 0; i + 1 < operands.length; i += 2) {
      const test = evaluate(operands[i], scope, depth)
      if (typeof test !== 'boolean') return undefined
      if (test) return evaluate(operands[i + 1], scope, depth)
    }
    return operands.length % 2 === 1 ? evaluate(operands.at(-1), scope, depth) : undefined
  },
  and: (operands, scope, depth) => logical(operands.map((operand) => evaluate(operand, scope, depth)), false),
  or: (operands, scope, depth) => logical(operands.map((operand) => evaluate(operand, scope, depth)), true),
  count: ([list], scope, depth) => { const value = evaluate(list, scope, depth); return Array.isArray(value) ? value.length : 0 },
  sum: (operands, scope, depth) => {
    const values = operands.length === 1 ? (evaluate(operands[0], scope, depth) as unknown[] | undefined ?? []) : perRow(operands, scope, depth)
    return Array.isArray(values) && values.every(isNumber) ? finite(values.reduce((sum, value) => sum + value, 0)) : undefined
  },
  any: (operands, scope, depth) => logical([...perRow(operands, scope, depth), false], true),
  all: (operands, scope, depth) => logical([...perRow(operands, scope, depth), true], false),
}

/** The value, or undefined when an operand that it needs is absent. */
export const evaluateFormula = (formula: unknown, scope: FormulaScope): unknown => evaluate(formula, scope, 0) ?? undefined
