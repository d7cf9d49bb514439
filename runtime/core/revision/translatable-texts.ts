// Every Vietnamese text of a document that people read, with the English beside it: what the languages check counts, what a
// translator works through, and what find and replace looks at.
import type { Translations } from '#schemas/generated/types.ts'
import { isRecord, toPointer } from '../issues/json-pointer.ts'

export interface TranslatableText {
  /** The object that has the text, and beside it x-i18n. */
  owner: string
  /** Its name there: title, or x-messages.pattern. */
  key: string
  /** The text itself. */
  pointer: string
  vi: string
  en: string
  /** The Vietnamese changed after it was translated. */
  isStale: boolean
}

/** Codes, numbers of decisions and titles of laws stay as they are. */
const everywhere = ['title', 'description', 'message', 'name', 'x-unit', 'x-addLabel', 'x-itemTitle'] as const
const ofInformation = ['field', 'agency', 'executingAgency', 'receivingUnit', 'cooperatingAgencies', 'sequence', 'conditions', 'partialReason', 'closureNotice', 'delegatedAgency', 'feeExemptions', 'address', 'hours', 'feeNote', 'note', 'kind', 'validity'] as const
/** Parts of a document that only authors read, or that the law publishes in Vietnamese only. */
const untranslated = new Set(['scenarios', 'notes', 'accepted', 'legalBasis', '$defs', 'examples', 'default', 'x-i18n', 'x-prefill', 'x-privacy'])

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

/** The name of a column says which answer names a row; only words are translated. */
const isColumn = (node: Record<string, unknown>, text: string): boolean => isRecord(node['items']) && isRecord(node['items']['properties']) && Object.hasOwn(node['items']['properties'], text)

const keysOf = (node: Record<string, unknown>, path: readonly string[]): string[] => {
  // The kind of a channel is a code, that of a result a word; both stand under the same name.
  const inInformation = path[0] === 'info' ? ofInformation.filter((key) => key !== 'kind' || path[1] === 'results') : []
  const messages = isRecord(node['x-messages']) ? Object.keys(node['x-messages']).map((key) => `x-messages.${key}`) : []
  // The reasons of a risk table are read by officers.
  const reasons = path.at(-2) === 'score' ? ['reason'] : []
  return [...reasons, ...everywhere.filter((key) => key !== 'x-itemTitle' || !isColumn(node, String(node[key]))), ...inInformation, ...messages]
}

const textUnder = (node: Record<string, unknown>, key: string): unknown => {
  if (!key.startsWith('x-messages.')) return node[key]
  const messages = node['x-messages']
  return isRecord(messages) ? messages[key.slice('x-messages.'.length)] : undefined
}

const pointerOf = (owner: string, key: string): string => owner + toPointer(key.startsWith('x-messages.') ? ['x-messages', key.slice('x-messages.'.length)] : [key])

const ownTexts = (node: Record<string, unknown>, path: readonly string[]): TranslatableText[] => {
  const { en = {}, stale } = (isRecord(node['x-i18n']) ? node['x-i18n'] : {}) as Translations
  const owner = toPointer(path)
  return keysOf(node, path).flatMap((key) => {
    const vi = textUnder(node, key)
    return isText(vi) ? [{ owner, key, pointer: pointerOf(owner, key), vi, en: en[key] ?? '', isStale: isText(en[key]) && (stale?.en?.includes(key) ?? false) }] : []
  })
}

/** In the order of the document. Names under `properties` are names, whatever they are called. */
export const translatableTexts = (value: unknown, path: readonly string[] = []): TranslatableText[] => {
  if (Array.isArray(value)) return value.flatMap((item, i) => translatableTexts(item, [...path, String(i)]))
  if (!isRecord(value)) return []
  const areNames = path.at(-1) === 'properties' && path.at(-2) !== 'properties'
  const inside = Object.entries(value).flatMap(([name, inner]) => (!areNames && (untranslated.has(name) || name === 'when') ? [] : translatableTexts(inner, [...path, name])))
  return areNames ? inside : [...ownTexts(value, path), ...inside]
}
