// When two forms count as the same: order of names, ids that nobody reads, and what stands for itself make no difference.
import { isRecord } from '#core/issues/json-pointer.ts'

/** Said or not said, it is so. */
const isSilent = (key: string, value: unknown): boolean =>
  value === undefined || (key === 'editable' && value === true) || (key === 'level' && value === 'error') || (key === 'title' && value === '') || (key === 'required' && Array.isArray(value) && value.length === 0)

/** Made by the editor, never read by people. */
const isMade = (key: string, value: unknown): boolean => key === 'id' && typeof value === 'string'

export const comparable = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) return key === 'required' || key === 'x-uniqueBy' ? value.toSorted() : value.map((each) => comparable(each))
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([name, each]) => !isSilent(name, each) && !isMade(name, each)).map(([name, each]) => [name, comparable(each, name)]))
}
