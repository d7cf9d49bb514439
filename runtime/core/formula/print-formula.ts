// Writes a stored formula as spreadsheet text, so that reading the text back gives the same formula.
import { arithmetic, comparisons, formulaFunctions, readCall } from './functions.ts'

const precedence: Record<string, number> = { '*': 3, '/': 3, '+': 2, '-': 2, '==': 1, '!=': 1, '<': 1, '<=': 1, '>': 1, '>=': 1 }
/** A comparison inside a comparison always stands in parentheses: nobody should have to know which comes first. */
const comparing = 1
const written: Record<string, string> = { '==': '=', '!=': '<>' }
const infix = new Set<string>([...arithmetic, ...comparisons])
const names = new Map(formulaFunctions.map(({ name, operator }) => [operator, name]))

const constant = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value)
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value)
}

const print = (formula: unknown, outer: number): string => {
  const call = readCall(formula)
  if (!call) return constant(formula)
  const { operator, operands } = call
  if (operator === 'var') return String(operands[0])
  if (operator === '-' && operands.length === 1) return `-${print(operands[0], 4)}`
  if (infix.has(operator) && operands.length >= 2) {
    const own = precedence[operator]!
    const text = operands.map((operand, i) => print(operand, i === 0 && own > comparing ? own : own + 1)).join(` ${written[operator] ?? operator} `)
    return own < outer ? `(${text})` : text
  }
  return `${names.get(operator) ?? operator.toUpperCase()}(${operands.map((operand) => print(operand, 0)).join(', ')})`
}

export const printFormula = (formula: unknown): string => print(formula, 0)
