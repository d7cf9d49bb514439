// What the source view offers while somebody types: the names that may stand in an object, and the values that fit a place.
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { ensureSyntaxTree } from '@codemirror/language'
import type { EditorView } from '@codemirror/view'
import type { Procedure } from '#schemas/generated/types.ts'
import { namesAt } from './document-schema.ts'
import { placeAt, propertiesOf, type Place } from './json-tree.ts'
import { explain } from './source-help.ts'
import { nameCandidates, valueCandidates } from './source-candidates.ts'

const stubs: Readonly<Record<string, string>> = { string: '""', array: '[]', object: '{}', boolean: 'true', number: '0', integer: '0' }

/** The beginning of a value, and how far the cursor stands from its end. */
const stubFor = (node: Record<string, unknown>): { text: string, back: number } => {
  const type = Array.isArray(node['type']) ? String(node['type'][0]) : String(node['type'] ?? (node['enum'] || node['const'] ? 'string' : node['$ref'] ? 'object' : 'string'))
  const text = stubs[type] ?? '""'
  return { text, back: text.length === 2 ? 1 : 0 }
}

const applyName = (name: string, value: { text: string, back: number }, hasValue: boolean) => (view: EditorView, _completion: Completion, from: number, to: number): void => {
  const text = hasValue ? JSON.stringify(name) : `${JSON.stringify(name)}: ${value.text}`
  view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length - (hasValue ? 0 : value.back) }, userEvent: 'input.complete' })
}

const names = (place: Place, text: string, procedure: Procedure): Completion[] => {
  const object = place.part === 'name' ? place.node.parent?.parent : place.node
  const at = place.part === 'name' ? place.segments.slice(0, -1) : place.segments
  if (object?.name !== 'Object') return []
  const present = new Set(propertiesOf(object, text).filter(({ property }) => property.from !== place.node.parent?.from).map(({ name }) => name))
  const hasValue = place.part === 'name' && /^\s*:/.test(text.slice(place.node.to, place.node.to + 20))
  const known = [...namesAt(at)].filter(([name]) => !present.has(name)).map(([name, { node }]): Completion => ({ label: name, type: 'property', info: () => explain([...at, name]), apply: applyName(name, stubFor(node), hasValue) }))
  const own = nameCandidates(procedure, at).filter(({ value }) => !present.has(String(value))).map(({ value, detail }): Completion => ({ label: String(value), detail, type: 'variable', apply: applyName(String(value), { text: '{}', back: 1 }, hasValue) }))
  return [...own, ...known]
}

const values = (place: Place, procedure: Procedure): Completion[] => {
  const at = place.part === 'inside' ? [...place.segments, '0'] : place.segments
  const seen = new Set<unknown>()
  return valueCandidates(procedure, at).filter(({ value }) => !seen.has(value) && seen.add(value)).map(({ value, detail }) => ({ label: JSON.stringify(value), detail, type: 'constant' }))
}

/** `latest` gives the last document that was whole. */
export const completeSource = (latest: () => Procedure) => (context: CompletionContext): CompletionResult | null => {
  const tree = ensureSyntaxTree(context.state, context.state.doc.length, 200)
  if (!tree) return null
  const text = context.state.doc.toString()
  const place = placeAt(tree, text, context.pos)
  const isName = place.part === 'name' || (place.part === 'inside' && place.node.name === 'Object')
  const isWord = place.part === 'name' || (place.part === 'value' && place.node.name !== 'Property')
  const bare = isWord ? null : context.matchBefore(/[\w$][\w$-]*/)
  if (!isWord && !bare && !context.explicit) return null
  const options = isName ? names(place, text, latest()) : values(place, latest())
  const range = isWord ? { from: place.node.from, to: place.node.to } : { from: bare?.from ?? context.pos, to: context.pos }
  const typed = text.slice(range.from, context.pos).replaceAll('"', '').toLowerCase()
  const fitting = options.filter(({ label, detail }) => `${label} ${detail ?? ''}`.toLowerCase().includes(typed))
  return fitting.length === 0 ? null : { ...range, options: fitting, filter: false }
}
