// Reads a formula as people write it in a spreadsheet and stores it as JSON Logic. The text is only parsed, never run.
import jsep, { type Expression } from 'jsep'
import type { Issue } from '../issues/issue.ts'
import { arithmetic, comparisons, formulaFunctions } from './functions.ts'

export type ParsedFormula = { formula: unknown } | { issues: Issue[] }

class FormulaFault extends Error {
  readonly issue: Issue
  constructor(code: string, params: Record<string, unknown>) {
    super(code)
    this.issue = { pointer: '', code, params }
  }
}

const functions = new Map(formulaFunctions.map((each) => [each.name, each]))
const operators: Record<string, string> = { ...Object.fromEntries([...arithmetic, ...comparisons].map((each) => [each, each])), '&&': 'and', '||': 'or' }

const dotted = (node: Expression): string => {
  if (node.type === 'Identifier') return String(node['name'])
  if (node.type === 'MemberExpression' && node['computed'] === false) return `${dotted(node['object'] as Expression)}.${dotted(node['property'] as Expression)}`
  throw new FormulaFault('formula.syntax', { at: 0 })
}

const call = (name: string, operands: unknown[]): unknown => {
  const known = functions.get(name.toUpperCase())
  if (!known) throw new FormulaFault('formula.unknownFunction', { name })
  const fits = known.repeats ? operands.length >= 1 : known.overRows ? operands.length >= 1 && operands.length <= 2 : operands.length === known.takes.length || (known.operator === 'round' && operands.length === 1)
  if (!fits) throw new FormulaFault('formula.operands', { name: known.name, count: known.takes.length })
  return { [known.operator]: operands }
}

const literal = (value: unknown): unknown => value
const words: Record<string, unknown> = { TRUE: true, FALSE: false }

const convert = (node: Expression): unknown => {
  switch (node.type) {
    case 'Literal': return literal(node['value'])
    case 'Identifier': return Object.hasOwn(words, String(node['name']).toUpperCase()) ? words[String(node['name']).toUpperCase()] : { var: dotted(node) }
    case 'MemberExpression': return { var: dotted(node) }
    case 'CallExpression': return call(dotted(node['callee'] as Expression), (node['arguments'] as Expression[]).map(convert))
    case 'UnaryExpression': return unary(String(node['operator']), node['argument'] as Expression)
    case 'BinaryExpression': return binary(String(node['operator']), node['left'] as Expression, node['right'] as Expression)
    default: throw new FormulaFault('formula.syntax', { at: 1 })
  }
}

const unary = (operator: string, argument: Expression): unknown => {
  if (operator === '!') return { not: [convert(argument)] }
  if (operator !== '-') throw new FormulaFault('formula.syntax', { at: 1 })
  const value = convert(argument)
  return typeof value === 'number' ? -value : { '-': [value] }
}

const binary = (operator: string, left: Expression, right: Expression): unknown => {
  const stored = operators[operator]
  if (!stored) throw new FormulaFault('formula.syntax', { at: 1 })
  return { [stored]: [convert(left), convert(right)] }
}

/** Spreadsheet signs as the parser knows them; texts in quotes are left alone. */
const toParserSigns = (text: string): string =>
  text.split(/("(?:[^"\\]|\\.)*")/).map((part, i) => (i % 2 === 1 ? part : part.replace(/<>/g, '!=').replace(/(?<![<>!=])=(?!=)/g, '=='))).join('')

/** The stored formula, or where and why the text cannot be read. */
export const parseFormula = (text: string): ParsedFormula => {
  if (text.trim() === '') return { issues: [{ pointer: '', code: 'formula.empty' }] }
  try {
    return { formula: convert(jsep(toParserSigns(text))) }
  } catch (fault) {
    if (fault instanceof FormulaFault) return { issues: [fault.issue] }
    const at = typeof (fault as { index?: unknown }).index === 'number' ? (fault as { index: number }).index + 1 : 1
    return { issues: [{ pointer: '', code: 'formula.syntax', params: { at } }] }
  }
}
