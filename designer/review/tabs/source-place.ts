// Where a difference stands in the source: the line of the question, rule or step that it is about.
import type { Difference } from '#core/change/difference.ts'
import { isRecord, parsePointer, readAt, toPointer } from '#core/issues/json-pointer.ts'
import type { Procedure } from '#schemas/generated/types.ts'

const indexOf = (list: unknown, id: string | undefined): number => (Array.isArray(list) ? list.findIndex((item) => isRecord(item) && (item['id'] === id || item['title'] === id)) : -1)

const inList = (procedure: Procedure, pointer: string, id: string | undefined): string | undefined => {
  const index = indexOf(readAt(procedure, pointer), id)
  return index < 0 ? undefined : `${pointer}/${index}`
}

const firstOf = (places: readonly (string | undefined)[]): string | undefined => places.find((place) => place !== undefined)

/** Pointer to what the difference is about, where this document has it. */
export const sourcePointer = (procedure: Procedure, { part, at }: Difference): string | undefined => {
  const step = at.step === undefined ? undefined : inList(procedure, '/workflow/steps', at.step)
  const form = at.step === undefined ? '/form' : `${step}/form`
  if (at.path !== undefined) {
    const pointer = `${form}/schema${parsePointer(at.path).map((segment) => (segment === '*' ? '/items' : toPointer(['properties', segment]))).join('')}`
    return readAt(procedure, pointer) === undefined ? undefined : pointer
  }
  switch (part) {
    case 'page': return inList(procedure, `${form}/pages`, at.page)
    case 'rule': return firstOf([inList(procedure, `${form}/rules`, at.id), inList(procedure, `${form}/advanced`, at.id)])
    case 'check': return inList(procedure, `${form}/checks`, at.id)
    case 'codeList': case 'option': return `${form}/schema${toPointer(['$defs', at.listId ?? at.id ?? ''])}`
    case 'fee': return inList(procedure, '/fees', at.id)
    case 'paper': return inList(procedure, '/papers', at.id)
    case 'scenario': return inList(procedure, '/scenarios', at.id)
    case 'role': return inList(procedure, '/workflow/roles', at.id)
    case 'step': return step
    case 'action': return step === undefined ? undefined : firstOf([inList(procedure, `${step}/actions`, at.id), step])
    case 'workflow': return '/workflow'
    case 'information': return '/info'
    default: return undefined
  }
}

const entriesOf = (value: unknown): [string, unknown][] => (typeof value === 'object' && value !== null ? Object.entries(value).filter(([, inner]) => inner !== undefined) : [])

/** How many lines a value takes when it is printed: one for what is empty or plain. */
const linesOf = (value: unknown): number => {
  const entries = entriesOf(value)
  return entries.length === 0 ? 1 : entries.reduce((sum, [, inner]) => sum + linesOf(inner), 2)
}

/** The line, counted from 1, on which what a pointer leads to begins in the printed document. */
export const lineOf = (document: unknown, pointer: string): number | undefined => {
  let [line, value] = [1, document]
  for (const segment of parsePointer(pointer)) {
    const entries = entriesOf(value)
    const at = entries.findIndex(([name]) => name === segment)
    if (at < 0) return undefined
    line += entries.slice(0, at).reduce((sum, [, inner]) => sum + linesOf(inner), 1)
    value = entries[at]![1]
  }
  return line
}
