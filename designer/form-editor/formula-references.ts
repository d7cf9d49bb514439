// Follows a question through formulas: which questions the names of a formula mean, and the same formula with one of them
// called differently. A name is looked up in the row first, as evaluation does.
import { readCall, tableNamed } from '#core/formula/functions.ts'
import type { Form, Formula } from '#schemas/generated/types.ts'
import { questionAt } from './form-place.ts'

const toPath = (name: string): string => `/${name.replaceAll('.', '/')}`

/** The prefix under which a name is found: the row that the formula speaks of, or the whole answers. */
const baseOf = (form: Form, name: string, rows: string): string => (rows !== '' && questionAt(form.schema, rows + toPath(name)) ? rows : '')

/** The rows that a function goes through; MIN(a, b) goes through none unless a is a table. */
const rowsNamed = (form: Form, table: string | undefined, rows: string): string => {
  if (table === undefined) return rows
  const path = baseOf(form, table, rows) + toPath(table)
  return questionAt(form.schema, path)?.type === 'array' ? `${path}/*` : rows
}

/** Rebuilds a formula; `rename` is told each name and the rows it is looked up in. */
const rebuild = (form: Form, formula: Formula, rows: string, rename: (name: string, base: string) => string): Formula => {
  if (Array.isArray(formula)) return formula.map((item) => rebuild(form, item, rows, rename))
  const call = readCall(formula)
  if (!call) return formula
  const [first] = call.operands
  if (call.operator === 'var') return typeof first === 'string' ? { var: rename(first, baseOf(form, first, rows)) } : formula
  const inner = rowsNamed(form, tableNamed(call.operator, call.operands), rows)
  return { [call.operator]: call.operands.map((operand, i) => rebuild(form, operand, i === 1 ? inner : rows, rename)) }
}

const isWithin = (path: string, ancestor: string): boolean => path === ancestor || path.startsWith(`${ancestor}/`)

/** Whether a formula reads the question at a path, or one inside it. */
export const readsQuestion = (form: Form, formula: Formula, rows: string, path: string): boolean => {
  let reads = false
  rebuild(form, formula, rows, (name, base) => {
    reads ||= isWithin(base + toPath(name), path)
    return name
  })
  return reads
}

export const renameInFormula = (form: Form, formula: Formula, rows: string, from: string, to: string): Formula =>
  rebuild(form, formula, rows, (name, base) => {
    const path = base + toPath(name)
    // A name inside the rows of a renamed table stays what it is.
    if (!isWithin(path, from) || isWithin(base, from)) return name
    const renamed = from.slice(0, from.lastIndexOf('/') + 1) + to + path.slice(from.length)
    return renamed.slice(base.length + 1).replaceAll('/', '.')
  })
