// Which parts of a procedure a change touches, so that each is approved by those who answer for it: the form by the professional
// unit, fees by finance, texts by communication, the workflow by those who run it.
import type { ChangePart, Procedure } from '#schemas/generated/types.ts'
import { isRecord } from '../issues/json-pointer.ts'
import { documentText } from '../procedure/canonical-json.ts'

export const changeParts: readonly ChangePart[] = ['form', 'fees', 'texts', 'workflow']

/** Members that people read as sentences; codes, numbers and names of law are none. */
const words = new Set([
  'title', 'description', 'message', 'name', 'x-unit', 'x-addLabel', 'x-messages', 'x-i18n', 'examples', 'label', 'reason', 'field', 'agency', 'executingAgency', 'receivingUnit',
  'cooperatingAgencies', 'sequence', 'conditions', 'partialReason', 'closureNotice', 'delegatedAgency', 'feeExemptions', 'address', 'hours', 'feeNote', 'note', 'validity',
])

/** Whatever else is in a document is for the professional unit to answer for. */
const partOf: Record<string, ChangePart> = { fees: 'fees', workflow: 'workflow', papers: 'workflow' }

type Path = readonly string[]

const areNames = (path: Path): boolean => path.at(-1) === 'properties' && path.at(-2) !== 'properties'
const areWords = (path: Path): boolean => path.some((name, i) => words.has(name) && !areNames(path.slice(0, i)))

/** A question under another title or in another unit may be another question, and a fee another fee: not for writers alone. */
const saysWhatItIs = (path: Path): boolean => (path.at(-1) === 'title' || path.at(-1) === 'x-unit') && !path.includes('x-i18n') && (path.includes('schema') || path[0] === 'fees')

const partsAt = (path: Path): ChangePart[] => {
  const owner = partOf[path[0] ?? ''] ?? 'form'
  if (!areWords(path)) return [owner]
  return saysWhatItIs(path) ? [owner, 'texts'] : ['texts']
}

/** Everything that was added is looked at, words too; what was removed needs nobody to read it. */
const partsWithin = (value: unknown, path: Path): ChangePart[] => {
  if (Array.isArray(value)) return [...partsAt(path), ...value.flatMap((item) => partsWithin(item, path))]
  if (!isRecord(value)) return partsAt(path)
  return [...(areWords(path) ? [] : partsAt(path)), ...Object.entries(value).flatMap(([name, inner]) => partsWithin(inner, [...path, name]))]
}

const nameOf = (item: unknown): string => {
  if (!isRecord(item)) return JSON.stringify(item) ?? ''
  const name = item['id'] ?? item['const'] ?? item['path']
  return name === undefined ? '' : JSON.stringify(name)
}

const hasNames = (items: readonly unknown[]): boolean => {
  const names = items.map(nameOf)
  return names.every(Boolean) && new Set(names).size === names.length
}

const partsInList = (before: readonly unknown[], after: readonly unknown[], path: Path): ChangePart[] => {
  const paired = hasNames(before) && hasNames(after)
  const names = paired ? after.map(nameOf) : after.map((_item, i) => String(i))
  const known = new Map(before.map((item, i) => [paired ? nameOf(item) : String(i), item]))
  const order = JSON.stringify([...known.keys()]) === JSON.stringify(names) ? [] : partsAt(path)
  return [...order, ...after.flatMap((item, i) => partsBetween(known.get(names[i]!), item, path))]
}

const partsBetween = (before: unknown, after: unknown, path: Path): ChangePart[] => {
  if (before === after) return []
  if (before === undefined) return partsWithin(after, path)
  if (after === undefined) return partsAt(path)
  if (Array.isArray(before) && Array.isArray(after)) return partsInList(before, after, path)
  if (!isRecord(before) || !isRecord(after)) return partsAt(path)
  // The order of questions is the order in which a citizen is asked.
  const order = path.at(-1) === 'properties' && Object.keys(before).join() !== Object.keys(after).join() ? partsAt(path) : []
  return [...order, ...[...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => partsBetween(before[name], after[name], [...path, name]))]
}

/** None where the documents are the same; of a procedure that was never published, all that it has. */
export const partsTouched = (before: Procedure | undefined, after: Procedure): ChangePart[] => {
  if (before && documentText(before) === documentText(after)) return []
  const found = new Set(partsBetween(before, after, []))
  // What no rule above speaks of is looked at by the professional unit all the same.
  return found.size === 0 ? ['form'] : changeParts.filter((part) => found.has(part))
}
