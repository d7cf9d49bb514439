// After an edit: which English texts their Vietnamese has left behind. It is written into the document with the same edit, so
// that undo takes both back.
import { create, type Patches } from 'mutative'
import { isRecord, readAt, toPointer } from '#core/issues/json-pointer.ts'
import type { Procedure, Translations } from '#schemas/generated/types.ts'

type Node = Record<string, unknown>

interface Marked {
  document: Procedure
  patches: Patches
  inverse: Patches
}

/** Code lists have translations of their own, scenarios none. */
const passed = new Set(['$defs', 'scenarios', 'x-i18n'])

const visit = (value: unknown, path: readonly (string | number)[], meet: (node: Node, translations: Translations, path: readonly (string | number)[]) => void): void => {
  if (Array.isArray(value)) return value.forEach((item, i) => visit(item, [...path, i], meet))
  if (!isRecord(value)) return
  const translations = value['x-i18n']
  if (isRecord(translations)) meet(value, translations, path)
  for (const [name, inner] of Object.entries(value)) if (typeof inner === 'object' && !passed.has(name)) visit(inner, [...path, name], meet)
}

const textUnder = (node: Node, key: string): unknown => {
  if (!key.startsWith('x-messages.')) return node[key]
  return isRecord(node['x-messages']) ? node['x-messages'][key.slice('x-messages.'.length)] : undefined
}

const changedKeys = (before: Node, after: Node, { en = {}, stale }: Translations): string[] =>
  Object.keys(en).filter((key) => {
    const [old, now] = [textUnder(before, key), textUnder(after, key)]
    return typeof old === 'string' && typeof now === 'string' && now.trim() !== '' && old !== now && !stale?.en?.includes(key)
  })

/** Thing and translation belong together by the object of the translation: it stays the same through moves and renames, and
 *  is another as soon as somebody translates. */
export const markStale = (before: Procedure, after: Procedure): Marked => {
  const owners = new Map<Translations, Node>()
  visit(before, [], (node, translations) => owners.set(translations, node))
  const found: { pointer: string, keys: string[] }[] = []
  visit(after, [], (node, translations, path) => {
    const owner = owners.get(translations)
    const keys = owner && owner !== node ? changedKeys(owner, node, translations) : []
    if (keys.length > 0) found.push({ pointer: toPointer(path), keys })
  })
  if (found.length === 0) return { document: after, patches: [], inverse: [] }
  const [document, patches, inverse] = create(after, (draft) => {
    for (const { pointer, keys } of found) {
      const node = readAt(draft, pointer) as { 'x-i18n': Translations }
      node['x-i18n'] = { ...node['x-i18n'], stale: { en: [...(node['x-i18n'].stale?.en ?? []), ...keys] } }
    }
  }, { enablePatches: true })
  return { document, patches, inverse }
}
