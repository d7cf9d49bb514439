// Which names a formula reads, as dotted names; inside a function over rows, a column is `table.*.column`.
import { functionOf, readCall, tableNamed } from './functions.ts'

interface NameRead {
  name: string
  /** The table in whose rows the name is looked up first. */
  table?: string
  /** Whether the table is one for certain; MIN(a, b) speaks of rows only when a is a table. */
  certain?: boolean
}

const visit = (formula: unknown, place: Omit<NameRead, 'name'>): NameRead[] => {
  if (Array.isArray(formula)) return formula.flatMap((item) => visit(item, place))
  const call = readCall(formula)
  if (!call) return []
  const { operator, operands } = call
  if (operator === 'var') return typeof operands[0] === 'string' ? [{ name: operands[0], ...place }] : []
  const table = tableNamed(operator, operands)
  const inRows = table === undefined ? place : { table, certain: functionOf(operator)?.overRows === 'always' }
  return operands.flatMap((operand, i) => visit(operand, i === 1 ? inRows : place))
}

/** Every name read, with the table in whose rows it is looked up first. */
export const formulaNames = (formula: unknown): NameRead[] => visit(formula, {})

/** Names as written, without repetition; those read in rows stand under their table. */
export const formulaReferences = (formula: unknown): string[] =>
  [...new Set(visit(formula, {}).flatMap(({ name, table, certain }) => (table === undefined ? [name] : certain ? [`${table}.*.${name}`] : [`${table}.*.${name}`, name])))]
