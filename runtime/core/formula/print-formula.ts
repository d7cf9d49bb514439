// Writes a stored formula as spreadsheet text, so that reading the text back gives the same formula.
import { functionOf, readCall } from './functions.ts'

/** A comparison inside a comparison always stands in parentheses: nobody should have to know which comes first. */
const comparing = 1
const tightest = 4
const precedence: Record<string, number> = { '*': 3, '/': 3, '+': 2, '-': 2 }
const written: Record<string, string> = { '==': '=', '!=': '<>' }

const number = (value: number): string => {
  const text = String(value)
  // 2.125 could be read as two thousand (parse-formula.ts); 2.1250 cannot.
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text
}

const constant = (value: unknown): string => {
  if (typeof value === 'string') return `"${value.replace(/["\\]/g, '\\$&')}"`
  // What no formula holds (null, a list) is shown as it stands, for the author to see what an import brought.
  return typeof value === 'number' ? number(value) : (JSON.stringify(value) ?? '').toUpperCase()
}

const print = (formula: unknown, outer: number): string => {
  const call = readCall(formula)
  if (!call) return constant(formula)
  const { operator, operands } = call
  if (operator === 'var') return typeof operands[0] === 'string' ? operands[0] : constant(operands[0])
  const known = functionOf(operator)
  if (operator === '-' && operands.length === 1) return `-${print(operands[0], tightest)}`
  if (known?.infix && operands.length >= 2) {
    const own = precedence[operator] ?? comparing
    const text = operands.map((operand, i) => print(operand, i === 0 && own > comparing ? own : own + 1)).join(` ${written[operator] ?? operator} `)
    return own < outer ? `(${text})` : text
  }
  return `${known?.name ?? operator.toUpperCase()}(${operands.map((operand) => print(operand, 0)).join(', ')})`
}

export const printFormula = (formula: unknown): string => print(formula, 0)
