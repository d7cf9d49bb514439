// Follows a question through formulas: which questions the names of a formula mean, and the same formula with one of them
// called differently. A name is looked up in the row first, as evaluation does.
import { readCall, tableNamed } from '#core/formula/functions.ts'
import type { Form, Formula } from '#schemas/generated/types.ts'
import type { Bases, PathMap } from './condition-references.ts'
import { questionAt } from './form-place.ts'

const toPath = (name: string): string => `/${name.replaceAll('.', '/')}`

/** Rows that names are looked up in, innermost first. */
type Rows = readonly string[]

/** The prefix under which a name is found: a row that the formula speaks of, from the inside out, or the whole answers. */
const baseOf = (form: Form, name: string, rows: Rows): string => rows.find((each) => each !== '' && questionAt(form.schema, each + toPath(name))) ?? ''

/** With the rows that a function goes through; MIN(a, b) goes through none unless a is a table. */
const rowsNamed = (form: Form, table: string | undefined, rows: Rows): Rows => {
  if (table === undefined) return rows
  const path = baseOf(form, table, rows) + toPath(table)
  return questionAt(form.schema, path)?.type === 'array' ? [`${path}/*`, ...rows] : rows
}

/** Rebuilds a formula; `rename` is told each name and the rows it is looked up in. */
const rebuild = (form: Form, formula: Formula, rows: Rows, rename: (name: string, base: string) => string): Formula => {
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
  rebuild(form, formula, [rows], (name, base) => {
    reads ||= isWithin(base + toPath(name), path)
    return name
  })
  return reads
}

/** Where the rows of a table are from now on. */
const moveRows = (rows: string, map: PathMap): string | undefined => (rows === '' ? '' : rows.endsWith('/*') ? ((path) => path && `${path}/*`)(map(rows.slice(0, -2))) : map(rows))

/**
 * The formula where everything it reads is called as `map` says; undefined when it cannot be said where it stands from
 * now on: `rows` are the rows that its bare names are looked up in, `''` the whole answers.
 */
export const mapFormula = (form: Form, formula: Formula, rows: Bases, map: PathMap): Formula | undefined => {
  let isSayable = true
  const mapped = rebuild(form, formula, [rows.from], (name, base) => {
    const path = base + toPath(name)
    const target = map(path)
    const inner = base === rows.from ? rows.to : moveRows(base, map)
    const isHere = inner !== undefined && inner !== '' && target?.startsWith(`${inner}/`)
    if (target === undefined || inner === undefined || (!isHere && target.includes('/*'))) {
      isSayable = false
      return name
    }
    return target.slice(isHere ? inner.length + 1 : 1).replaceAll('/', '.')
  })
  return isSayable ? mapped : undefined
}
