// Reads the text of a document: what it says when it is one, and every place to mend when it is not.
import type { Tree } from '@lezer/common'
import { forbiddenNames } from '#core/issues/forbidden-names.ts'
import { reservedNames } from '#core/form/lint-questions.ts'
import { isRecord, parsePointer, toPointer } from '#core/issues/json-pointer.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { judgeShape } from './judge-shape.ts'
import { markOf, parseTree, repeatedNames, syntaxFaults, type Range } from './json-tree.ts'

export interface SourceFault extends Range {
  /** Key of the sentence under `source.faults`. */
  code: string
  params: Record<string, string | number>
  pointer?: string
}

export interface SourceReading {
  document?: Procedure
  faults: SourceFault[]
}

interface Named {
  pointer: string
  code: 'forbiddenName' | 'reservedName' | 'number'
  name: string
}

const isQuestionName = (at: readonly string[]): boolean => at.at(-1) === 'properties' && at.includes('schema')

/** Names that nothing may have, and numbers that no computer keeps exactly. */
const unfit = (value: unknown, at: readonly string[] = []): Named[] => {
  if (typeof value === 'number') return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? [] : [{ pointer: toPointer(at), code: 'number', name: '' }]
  if (Array.isArray(value)) return value.flatMap((item, i) => unfit(item, [...at, String(i)]))
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, inner]): Named[] => {
    const place = [...at, name]
    if (forbiddenNames.has(name)) return [{ pointer: toPointer(place), code: 'forbiddenName', name }]
    return [...(isQuestionName(at) && reservedNames.has(name) ? [{ pointer: toPointer(place), code: 'reservedName' as const, name }] : []), ...unfit(inner, place)]
  })
}

/** Texts are kept in one composition of their letters, as the server keeps them. */
const composed = (value: unknown): unknown => {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(composed)
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, composed(inner)])) : value
}

const parse = (text: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}

const fault = (range: Range, code: string, params: SourceFault['params'] = {}, pointer?: string): SourceFault => ({ ...range, code, params, ...(pointer !== undefined && { pointer }) })

const nothing = (text: string): SourceFault => fault({ from: Math.max(0, text.length - 1), to: text.length }, 'syntax')

/** `tree` where the text has been parsed already: an editor keeps it up to date. */
export const readSource = (text: string, tree: Tree = parseTree(text)): SourceReading => {
  const parsed = parse(text)
  if (!parsed) {
    const places = syntaxFaults(tree).slice(0, 20)
    return { faults: places.length > 0 ? places.map((range) => fault(range, 'syntax')) : [nothing(text)] }
  }
  const repeated = repeatedNames(tree, text).map(({ name, ...range }) => fault(range, 'repeatedName', { name }))
  const names = unfit(parsed.value).map(({ pointer, code, name }) => fault(markOf(tree, text, pointer, code !== 'number'), code, { name }, pointer))
  const shape = names.length > 0 ? [] : judgeShape(parsed.value).map(({ pointer, keyword, params, ofName }) => fault(markOf(tree, text, pointer, ofName), keyword, { ...params, at: parsePointer(pointer).at(-1) ?? '' }, pointer))
  const faults = [...repeated, ...names, ...shape]
  return faults.length > 0 ? { faults } : { document: composed(parsed.value) as Procedure, faults }
}
