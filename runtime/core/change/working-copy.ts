// A copy of the older document that becomes the newer one, edit by edit; each edit is said as JSON Patch (RFC 6902) against
// the copy as it stands just then. Edits hold the things themselves and not their places, which earlier edits may have moved.
import { isRecord, toPointer } from '../issues/json-pointer.ts'
import type { PatchOperation } from './difference.ts'
import { isEqual } from './equal.ts'

export type Thing = Record<string, unknown>

export type Edit =
  | { act: 'set', owner: Thing, name: string, value: unknown }
  | { act: 'insert', owner: Thing, name: string, item: unknown, order: readonly unknown[] }
  | { act: 'drop', owner: Thing, name: string, item: unknown, isLast: boolean }
  | { act: 'arrange', owner: Thing, name: string, order: readonly unknown[] }
  | { act: 'arrangeNames', owner: Thing, name: string, order: readonly string[] }
  | { act: 'move', from: Thing, name: string, to: Thing, as: string }
  | { act: 'require', owner: Thing, name: string, isRequired: boolean, order: readonly string[] | undefined }

type EditOf<Act extends Edit['act']> = Extract<Edit, { act: Act }>

/** The document, and what holds each thing in it. */
export interface WorkingCopy {
  document: Thing
  parents: WeakMap<object, object>
}

const adopt = (copy: WorkingCopy, value: unknown, parent: object): void => {
  if (typeof value !== 'object' || value === null) return
  copy.parents.set(value, parent)
  for (const inner of Object.values(value)) adopt(copy, inner, value)
}

export const openCopy = (document: object): WorkingCopy => {
  const copy: WorkingCopy = { document: structuredClone(document) as Thing, parents: new WeakMap() }
  for (const inner of Object.values(copy.document)) adopt(copy, inner, copy.document)
  return copy
}

const segmentsOf = (copy: WorkingCopy, thing: object): (string | number)[] => {
  const parent = copy.parents.get(thing)
  if (!parent) return []
  const segment = Array.isArray(parent) ? parent.indexOf(thing) : Object.keys(parent).find((name) => (parent as Thing)[name] === thing)!
  return [...segmentsOf(copy, parent), segment]
}

const pointer = (copy: WorkingCopy, owner: object, name: string | number): string => toPointer([...segmentsOf(copy, owner), name])

const listIn = (owner: Thing, name: string): unknown[] | undefined => (Array.isArray(owner[name]) ? owner[name] as unknown[] : undefined)

const put = (copy: WorkingCopy, owner: Thing, name: string, value: unknown): PatchOperation[] => {
  const isThere = Object.hasOwn(owner, name)
  if (value === undefined) {
    if (!isThere) return []
    const path = pointer(copy, owner, name)
    delete owner[name]
    return [{ op: 'remove', path }]
  }
  owner[name] = value
  adopt(copy, value, owner)
  return [{ op: isThere ? 'replace' : 'add', path: pointer(copy, owner, name), value: structuredClone(value) }]
}

/** After the last of those that come before it in the wanted order, as far as they are there. */
const placeFor = (list: readonly unknown[], item: unknown, order: readonly unknown[]): number => {
  const last = order.slice(0, order.indexOf(item)).findLast((each) => list.includes(each))
  return last === undefined ? 0 : list.indexOf(last) + 1
}

const insert = (copy: WorkingCopy, { owner, name, item, order }: Omit<EditOf<'insert'>, 'act'>): PatchOperation[] => {
  const list = listIn(owner, name)
  if (!list) return put(copy, owner, name, [item])
  const place = placeFor(list, item, order)
  list.splice(place, 0, item)
  adopt(copy, item, list)
  return [{ op: 'add', path: pointer(copy, list, place), value: structuredClone(item) }]
}

const drop = (copy: WorkingCopy, { owner, name, item, isLast }: Omit<EditOf<'drop'>, 'act'>): PatchOperation[] => {
  const list = listIn(owner, name)
  const place = list?.indexOf(item) ?? -1
  if (!list || place < 0) return []
  if (isLast && list.length === 1) return put(copy, owner, name, undefined)
  list.splice(place, 1)
  return [{ op: 'remove', path: pointer(copy, list, place) }]
}

const arrange = (copy: WorkingCopy, { owner, name, order }: EditOf<'arrange'>): PatchOperation[] => {
  const list = listIn(owner, name)
  const wanted = list && order.filter((each) => list.includes(each))
  return !wanted || wanted.length !== list.length || wanted.every((each, i) => each === list[i]) ? [] : put(copy, owner, name, wanted)
}

const arrangeNames = (copy: WorkingCopy, { owner, name, order }: EditOf<'arrangeNames'>): PatchOperation[] => {
  const names = owner[name]
  if (!isRecord(names)) return []
  const wanted = [...order.filter((each) => Object.hasOwn(names, each)), ...Object.keys(names).filter((each) => !order.includes(each))]
  return wanted.join('\n') === Object.keys(names).join('\n') ? [] : put(copy, owner, name, Object.fromEntries(wanted.map((each) => [each, names[each]])))
}

const move = (copy: WorkingCopy, { from, name, to, as }: EditOf<'move'>): PatchOperation[] => {
  const names = from['properties'] as Thing
  const moved = names[name]
  const gone = put(copy, names, name, undefined)
  return [...gone, ...(isRecord(to['properties']) ? put(copy, to['properties'], as, moved) : put(copy, to, 'properties', { [as]: moved }))]
}

const require = (copy: WorkingCopy, { owner, name, isRequired, order }: EditOf<'require'>): PatchOperation[] => {
  if (!isRequired) return drop(copy, { owner, name: 'required', item: name, isLast: order === undefined })
  return listIn(owner, 'required')?.includes(name) ? [] : insert(copy, { owner, name: 'required', item: name, order: order ?? [name] })
}

export const carryOut = (copy: WorkingCopy, edit: Edit): PatchOperation[] => {
  switch (edit.act) {
    case 'set': return isEqual(edit.owner[edit.name], edit.value) ? [] : put(copy, edit.owner, edit.name, edit.value)
    case 'insert': return insert(copy, edit)
    case 'drop': return drop(copy, edit)
    case 'arrange': return arrange(copy, edit)
    case 'arrangeNames': return arrangeNames(copy, edit)
    case 'move': return move(copy, edit)
    case 'require': return require(copy, edit)
  }
}
