// Conditions as other builders write them, `{loai} = 'moi' and {ngay} notempty` or `=loai = "moi" and so > 3`, read as a JSON Schema
// that the answers must match. What says more than that is not understood, and the report says so.
import type { JsonSchema } from '../../form/compiled-form.ts'
import { isAnswered } from './foreign-form.ts'

const token = /\s*(?:\{([\w.]+)\}|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(-?\d+(?:\.\d+)?)|(<=|>=|<>|!=|==|=|<|>|\(|\)|&&|\|\||!)|([\p{L}_][\p{L}\p{N}_]*))/uy

interface Token { kind: 'name' | 'value' | 'sign', text: string, value?: string | number | boolean }

const read = (text: string): Token[] | undefined => {
  const tokens: Token[] = []
  token.lastIndex = 0
  while (token.lastIndex < text.trimEnd().length) {
    const found = token.exec(text)
    if (!found || tokens.length > 200) return undefined
    const [, braced, single, double, number, sign, word] = found
    if (braced !== undefined) tokens.push({ kind: 'name', text: braced })
    else if (single !== undefined || double !== undefined) tokens.push({ kind: 'value', text: '', value: single ?? double! })
    else if (number !== undefined) tokens.push({ kind: 'value', text: '', value: Number(number) })
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign })
    else if (word === 'true' || word === 'false') tokens.push({ kind: 'value', text: '', value: word === 'true' })
    else if (/^(and|or|not|empty|notempty|contains|equal|notequal|greater|less|greaterorequal|lessorequal|null)$/i.test(word!)) tokens.push({ kind: 'sign', text: word!.toLowerCase() })
    else tokens.push({ kind: 'name', text: word! })
  }
  return tokens
}

const bounds: Record<string, string> = { '<': 'exclusiveMaximum', 'less': 'exclusiveMaximum', '<=': 'maximum', 'lessorequal': 'maximum', '>': 'exclusiveMinimum', 'greater': 'exclusiveMinimum', '>=': 'minimum', 'greaterorequal': 'minimum' }

/** One comparison, taken off the front. */
const comparison = (tokens: Token[]): JsonSchema | undefined => {
  const [name, sign] = [tokens.shift(), tokens.shift()]
  if (name?.kind !== 'name' || name.text.includes('.') || sign?.kind !== 'sign') return undefined
  if (sign.text === 'notempty') return { required: [name.text] }
  if (sign.text === 'empty') return { not: { required: [name.text] } }
  const value = tokens.shift()
  const isNothing = value?.kind === 'sign' && value.text === 'null'
  if (isNothing) return sign.text === '=' ? { not: { required: [name.text] } } : sign.text === '!=' ? { required: [name.text] } : undefined
  if (value?.value === undefined) return undefined
  if (['=', '==', 'equal'].includes(sign.text)) return isAnswered(name.text, { const: value.value })
  if (['!=', '<>', 'notequal'].includes(sign.text)) return { not: isAnswered(name.text, { const: value.value }) }
  if (sign.text === 'contains') return isAnswered(name.text, { contains: { const: value.value } })
  const bound = bounds[sign.text]
  return bound !== undefined && typeof value.value === 'number' ? isAnswered(name.text, { [bound]: value.value }) : undefined
}

const unit = (tokens: Token[]): JsonSchema | undefined => {
  const first = tokens[0]
  if (first?.text === '!' || first?.text === 'not') {
    tokens.shift()
    const inner = unit(tokens)
    return inner && { not: inner }
  }
  if (first?.kind !== 'sign' || first.text !== '(') return comparison(tokens)
  tokens.shift()
  const inner = anyOf(tokens)
  return tokens.shift()?.text === ')' ? inner : undefined
}

const joined = (tokens: Token[], words: readonly string[], part: (tokens: Token[]) => JsonSchema | undefined, keyword: 'allOf' | 'anyOf'): JsonSchema | undefined => {
  const parts = [part(tokens)]
  while (tokens[0] && words.includes(tokens[0].text)) {
    tokens.shift()
    parts.push(part(tokens))
  }
  if (parts.includes(undefined)) return undefined
  return parts.length === 1 ? parts[0] : { [keyword]: parts }
}

const allOf = (tokens: Token[]): JsonSchema | undefined => joined(tokens, ['and', '&&'], unit, 'allOf')
const anyOf = (tokens: Token[]): JsonSchema | undefined => joined(tokens, ['or', '||'], allOf, 'anyOf')

/** Undefined when it is not understood whole. */
export const readForeignCondition = (text: string): JsonSchema | undefined => {
  const tokens = read(text.replace(/^\s*=\s*/, ''))
  if (!tokens || tokens.length === 0) return undefined
  const condition = anyOf(tokens)
  return tokens.length === 0 ? condition : undefined
}
