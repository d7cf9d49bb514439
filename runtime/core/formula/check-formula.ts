// Checks a formula against the types of the answers that it reads, while it is typed and before it is published: names
// that do not exist, names that could mean two questions, functions that do not exist, kinds of values that do not fit.
import type { Issue } from '../issues/issue.ts'
import { toPointer } from '../issues/json-pointer.ts'
import { isDate } from './apply-function.ts'
import { deepestFormula, functionOf, readCall, tableNamed, takesAsMany, type FormulaFunction, type FormulaType, type OperandType } from './functions.ts'

/** The type of a question by its dotted name, columns as `table.*.column`; undefined when there is none. */
export type ResolveType = (name: string) => FormulaType | undefined

export interface FormulaPlace {
  /** Dotted name of the table in whose rows the formula itself is read. */
  row?: string | undefined
  /** What its value must be. */
  gives?: FormulaType
}

/** Undefined is a kind that a fault hides: it fits everywhere, so that one fault gives one issue. */
type Kind = FormulaType | undefined

interface Walk {
  resolve: ResolveType
  issues: Issue[]
  /** Dotted names of the tables whose rows it goes through, innermost first. */
  rows: readonly string[]
  path: readonly (string | number)[]
}

const report = (walk: Walk, code: string, params: Record<string, unknown> = {}): undefined => {
  walk.issues.push({ pointer: toPointer(walk.path), code, params })
  return undefined
}

const isNumeric = (kind: Kind): boolean => kind === 'number' || kind === 'integer'
const isTextual = (kind: Kind): boolean => kind === 'string' || kind === 'date'
const isOpen = (kind: Kind): boolean => kind === undefined || kind === 'any'

const fits = (kind: Kind, wanted: OperandType): boolean => {
  if (isOpen(kind) || wanted === 'any' || kind === wanted) return true
  if (wanted === 'many') return kind === 'list' || kind === 'rows'
  if (wanted === 'printable') return isNumeric(kind) || isTextual(kind) || kind === 'list'
  return (isNumeric(kind) && isNumeric(wanted)) || (kind === 'date' && wanted === 'string')
}

/** The kind that two values share; `clash` when they have nothing in common. */
const shared = (a: Kind, b: Kind): Kind | 'clash' => {
  if (isOpen(a) || isOpen(b)) return isOpen(a) ? b : a
  if (a === b) return a
  return isNumeric(a) && isNumeric(b) ? 'number' : isTextual(a) && isTextual(b) ? 'string' : 'clash'
}

const unify = (kinds: readonly Kind[], walk: Walk): Kind =>
  kinds.reduce<Kind>((kind, next) => {
    const both = shared(kind, next)
    return both === 'clash' ? report(walk, 'formula.type') : both
  }, undefined)

const constantKind = (value: unknown, walk: Walk): Kind => {
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  if (typeof value === 'boolean') return 'boolean'
  return typeof value === 'string' ? (isDate(value) ? 'date' : 'string') : report(walk, 'formula.type')
}

/** The full name that a name means where it stands: a column of a row first, from the inside out, as evaluation does. */
const meantBy = (name: string, { resolve, rows }: Walk): { full: string; kind: FormulaType } | 'both' | undefined => {
  const meant = [...new Set([...rows.map((row) => `${row}.*.${name}`), name])].flatMap((full) => {
    const kind = resolve(full)
    return kind ? [{ full, kind }] : []
  })
  return meant.length > 1 ? 'both' : meant[0]
}

const nameKind = (name: unknown, walk: Walk): Kind => {
  if (typeof name !== 'string') return report(walk, 'formula.unknownName', { name: JSON.stringify(name) ?? '' })
  const meant = meantBy(name, walk)
  // Where a cell of the row is empty, the answer outside would silently stand in for it.
  if (meant === 'both') return report(walk, 'formula.ambiguousName', { name })
  return meant ? meant.kind : report(walk, 'formula.unknownName', { name })
}

const comparisonKind = (operator: string, [a, b]: Kind[], walk: Walk): Kind => {
  const kind = shared(a, b)
  const ordered = isOpen(kind as Kind) || isNumeric(kind as Kind) || isTextual(kind as Kind)
  const equatable = ordered || kind === 'boolean'
  return kind !== 'clash' && (operator === '==' || operator === '!=' ? equatable : ordered) ? 'boolean' : report(walk, 'formula.type')
}

const chosenKind = (kinds: Kind[], walk: Walk): Kind => {
  const isTest = (i: number): boolean => i % 2 === 0 && i < kinds.length - 1
  if (kinds.some((kind, i) => isTest(i) && !fits(kind, 'boolean'))) return report(walk, 'formula.type')
  return unify(kinds.filter((_kind, i) => !isTest(i)), walk)
}

/** MIN and MAX take numbers or dates, never both. */
const extremeKind = (kinds: Kind[], walk: Walk): Kind => {
  const kind = unify(kinds, walk)
  return isOpen(kind) || isNumeric(kind) || kind === 'date' ? kind : report(walk, 'formula.type')
}

const wholeIfWhole = new Set(['+', '-', '*', 'sum'])

const resultKind = (known: FormulaFunction, kinds: Kind[], walk: Walk): Kind => {
  const { operator, takes, gives } = known
  if (operator === 'if') return chosenKind(kinds, walk)
  if (operator === 'min' || operator === 'max') return extremeKind(kinds[0] === 'rows' ? kinds.slice(1) : kinds, walk)
  if (known.infix && gives === 'boolean') return comparisonKind(operator, kinds, walk)
  if (!kinds.every((kind, i) => fits(kind, takes[Math.min(i, takes.length - 1)]!))) return report(walk, 'formula.type')
  if (operator === 'round') return kinds.length === 1 ? 'integer' : 'number'
  return wholeIfWhole.has(operator) && kinds.every((kind) => kind === 'integer' || kind === 'rows') ? 'integer' : gives
}

const kindOf = (formula: unknown, walk: Walk): Kind => {
  const call = readCall(formula)
  if (!call) return constantKind(formula, walk)
  const { operator, operands } = call
  if (walk.path.length > 2 * deepestFormula) return report(walk, 'formula.tooLong')
  if (operator === 'var') return nameKind(operands[0], walk)
  const known = functionOf(operator)
  if (!known) return report(walk, 'formula.unknownFunction', { name: operator })
  if (!takesAsMany(known, operands.length)) return report(walk, 'formula.operands', { name: known.name, count: known.least })
  const name = tableNamed(operator, operands)
  const table = name === undefined ? undefined : meantBy(name, walk)
  const isTable = typeof table === 'object' && table.kind === 'rows'
  const at = (i: number): Walk => ({ ...walk, path: [...walk.path, operator, i], rows: i === 1 && isTable ? [table.full, ...walk.rows] : walk.rows })
  return resultKind(known, operands.map((operand, i) => kindOf(operand, at(i))), walk)
}

/** The kind of value a formula gives; undefined when a fault hides it. */
export const inferFormulaType = (formula: unknown, resolve: ResolveType, { row }: FormulaPlace = {}): FormulaType | undefined =>
  kindOf(formula, { resolve, rows: row === undefined ? [] : [row], issues: [], path: [] })

/** Issues with pointers into the stored formula; empty when it can be published. */
export const checkFormula = (formula: unknown, resolve: ResolveType, { row, gives = 'any' }: FormulaPlace = {}): Issue[] => {
  const issues: Issue[] = []
  const kind = kindOf(formula, { resolve, rows: row === undefined ? [] : [row], issues, path: [] })
  return fits(kind, gives) ? issues : [...issues, { pointer: '', code: 'formula.type', params: {} }]
}
