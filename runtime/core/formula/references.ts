// Which names a formula reads, as dotted names; inside a function over rows, a column is `table.*.column`.
import { readCall } from './functions.ts'

const overRows = new Set(['sum', 'any', 'all'])

const tableOf = (formula: unknown): string | undefined => {
  const call = readCall(formula)
  return call?.operator === 'var' && typeof call.operands[0] === 'string' ? call.operands[0] : undefined
}

const visit = (formula: unknown, table?: string): { name: string; table?: string }[] => {
  if (Array.isArray(formula)) return formula.flatMap((item) => visit(item, table))
  const call = readCall(formula)
  if (!call) return []
  if (call.operator === 'var') return typeof call.operands[0] === 'string' ? [{ name: call.operands[0], ...(table !== undefined && { table }) }] : []
  const rows = overRows.has(call.operator) ? tableOf(call.operands[0]) : undefined
  return call.operands.flatMap((operand, i) => visit(operand, i === 1 && rows !== undefined ? rows : table))
}

/** Every name read, with the table in whose rows it is looked up first. */
export const formulaNames = (formula: unknown): { name: string; table?: string }[] => visit(formula)

/** Names as written, without repetition; those read in rows stand under their table. */
export const formulaReferences = (formula: unknown): string[] =>
  [...new Set(visit(formula).map(({ name, table }) => (table === undefined ? name : `${table}.*.${name}`)))]
