// Reads a formula as people write it in a spreadsheet and stores it as JSON Logic. The text is only parsed, never run.
import jsep, { type Expression } from 'jsep'
import type { Issue } from '../issues/issue.ts'
import { toPointer } from '../issues/json-pointer.ts'
import { deepestFormula, functionNamed, mostOperands, takesAsMany } from './functions.ts'
import { toEnglishNotation, withoutTexts } from './notation.ts'

/** Issues carry `at`, the place in the text, counted from 1. */
export type ParsedFormula = { formula: unknown } | { issues: Issue[] }

class FormulaFault extends Error {
  readonly issue: Issue
  constructor(code: string, at: number, params: Record<string, unknown> = {}) {
    super(code)
    this.issue = { pointer: '', code, params: { ...params, at: at + 1 } }
  }
}

const refuse = (at: number): never => {
  throw new FormulaFault('formula.syntax', at)
}

/** Signs as people write them, with what is stored and how tightly they bind. */
const signs: Record<string, [stored: string, precedence: number]> = {
  '=': ['==', 1], '==': ['==', 1], '<>': ['!=', 1], '!=': ['!=', 1], '<': ['<', 1], '<=': ['<=', 1], '>': ['>', 1], '>=': ['>=', 1],
  '+': ['+', 2], '-': ['-', 2], '*': ['*', 3], '/': ['/', 3],
}

// The parser comes with the signs of JavaScript; a spreadsheet has its own, and nothing else in the product uses it.
jsep.removeAllUnaryOps()
jsep.removeAllBinaryOps()
jsep.removeAllLiterals()
jsep.addUnaryOp('-')
for (const [sign, [, precedence]] of Object.entries(signs)) jsep.addBinaryOp(sign, precedence)

const notWithoutParentheses = /not\s+(?!\()/iy
let placing = true

// Notes where each piece stands in the text, and reads `NOT a = b` as people mean it: not (a = b).
jsep.hooks.add('gobble-token', function (env) {
  if (!placing) {
    placing = true
    return
  }
  const at = this.index
  notWithoutParentheses.lastIndex = at
  const not = notWithoutParentheses.exec(this.expr)
  if (not) {
    this.index += not[0].length
    const argument = this.gobbleExpression()
    env.node = { type: 'UnaryExpression', operator: 'NOT', argument: argument || this.throwError('NOT what'), prefix: true, at }
    return
  }
  placing = false
  const node = this.gobbleToken()
  if (node) env.node = Object.assign(node, { at })
  else if (this.index !== at) this.throwError('nothing in parentheses')
})

const first = (node: Expression): unknown => node['test'] ?? node['left'] ?? (node['body'] as Expression[] | undefined)?.[0]

const placeOf = (node: Expression): number => {
  const inner = first(node) as Expression | undefined
  return typeof node['at'] === 'number' ? node['at'] : inner ? placeOf(inner) : 0
}

const dotted = (node: Expression): string => {
  if (node.type === 'Identifier') return String(node['name'])
  // The parser takes `this` for a word of its own; here it is a name like any other.
  if (node.type === 'ThisExpression') return 'this'
  if (node.type !== 'MemberExpression' || node['computed'] || node['optional']) return refuse(placeOf(node))
  return `${dotted(node['object'] as Expression)}.${dotted(node['property'] as Expression)}`
}

const words: Record<string, boolean> = { TRUE: true, FALSE: false }

interface Reading {
  text: string
  depth: number
}

const convertAll = (nodes: Expression[], reading: Reading): unknown[] =>
  nodes.map((node, i) => {
    // The parser lets spaces part operands; 1 000 would silently become two numbers.
    if (i > 0 && !/,\s*$/.test(reading.text.slice(0, placeOf(node)))) refuse(placeOf(node))
    return convert(node, reading)
  })

const call = (node: Expression, reading: Reading): unknown => {
  const callee = node['callee'] as Expression
  const name = dotted(callee)
  const known = functionNamed(name)
  if (!known) throw new FormulaFault('formula.unknownFunction', placeOf(node), { name })
  const operands = convertAll(node['arguments'] as Expression[], reading)
  if (operands.length > mostOperands) throw new FormulaFault('formula.tooLong', placeOf(node))
  if (!takesAsMany(known, operands.length)) throw new FormulaFault('formula.operands', placeOf(node), { name: known.name, count: known.least })
  return { [known.operator]: operands }
}

const unary = (node: Expression, reading: Reading): unknown => {
  const value = convert(node['argument'] as Expression, reading)
  if (node['operator'] === 'NOT') return { not: [value] }
  return typeof value === 'number' ? -value : { '-': [value] }
}

const convert = (node: Expression, { text, depth }: Reading): unknown => {
  if (depth > deepestFormula) throw new FormulaFault('formula.tooLong', placeOf(node))
  const inner = { text, depth: depth + 1 }
  const word = node.type === 'Identifier' ? String(node['name']).toUpperCase() : ''
  switch (node.type) {
    case 'Literal': return node['value']
    case 'Identifier': return Object.hasOwn(words, word) ? words[word] : { var: dotted(node) }
    case 'MemberExpression': case 'ThisExpression': return { var: dotted(node) }
    case 'CallExpression': return call(node, inner)
    case 'UnaryExpression': return unary(node, inner)
    case 'BinaryExpression': return { [signs[String(node['operator'])]![0]]: [convert(node['left'] as Expression, inner), convert(node['right'] as Expression, inner)] }
    case 'Compound': case 'SequenceExpression': return refuse(placeOf(((node['body'] ?? node['expressions']) as Expression[])[1] ?? node))
    default: return refuse(placeOf(node))
  }
}

/** What the parser would let pass with another meaning than the author's; a separator at the end belongs to nothing. */
const refuseMisleading = (text: string): string => {
  const separator = /^\s*[;,]|[;,]\s*$/.exec(withoutTexts(text))
  const notation = toEnglishNotation(text)
  if ('code' in notation && notation.code === 'formula.thousands') throw new FormulaFault(notation.code, notation.at, { text: notation.part })
  if (separator) refuse(separator.index)
  return 'code' in notation ? refuse(notation.at) : notation.text
}

type Place = (path: readonly (string | number)[], at: number) => void

const partsOf = (node: Expression): [operator: string, operands: Expression[]] | undefined => {
  if (node.type === 'CallExpression') return [functionNamed(dotted(node['callee'] as Expression))!.operator, node['arguments'] as Expression[]]
  if (node.type === 'BinaryExpression') return [signs[String(node['operator'])]![0], [node['left'] as Expression, node['right'] as Expression]]
  if (node.type !== 'UnaryExpression') return undefined
  const argument = node['argument'] as Expression
  const isNumber = node['operator'] === '-' && argument.type === 'Literal' && typeof argument['value'] === 'number'
  return isNumber ? undefined : [node['operator'] === 'NOT' ? 'not' : '-', [argument]]
}

const placeAll = (node: Expression, path: readonly (string | number)[], place: Place): void => {
  place(path, placeOf(node))
  const parts = partsOf(node)
  parts?.[1].forEach((operand, i) => placeAll(operand, [...path, parts[0], i], place))
}

/** Where each part of the stored formula stands in its text, counted from 0, by its pointer; of a text that can be read. */
export const formulaPlaces = (text: string): ReadonlyMap<string, number> => {
  const places = new Map<string, number>()
  placing = true
  try {
    placeAll(jsep(refuseMisleading(text)), [], (path, at) => void places.set(toPointer(path), at))
  } catch {
    return places
  }
  return places
}

/** The stored formula, or where and why the text cannot be read. */
export const parseFormula = (text: string): ParsedFormula => {
  if (text.trim() === '') return { issues: [{ pointer: '', code: 'formula.empty' }] }
  placing = true
  try {
    const english = refuseMisleading(text)
    return { formula: convert(jsep(english), { text: english, depth: 0 }) }
  } catch (fault) {
    if (fault instanceof FormulaFault) return { issues: [fault.issue] }
    const { index } = fault as { index?: unknown }
    return { issues: [{ pointer: '', code: 'formula.syntax', params: { at: typeof index === 'number' ? index + 1 : 1 } }] }
  }
}
