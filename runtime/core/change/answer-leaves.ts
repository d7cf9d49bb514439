// The single answers inside answers, each at its pointer: what scenarios of two documents are compared by.
import { isRecord, toPath, toPointer, type Answers } from '../issues/json-pointer.ts'

export type Leaves = ReadonlyMap<string, unknown>

const under = (value: unknown, pointer: string): [string, unknown][] => {
  if (Array.isArray(value) && value.some(isRecord)) return value.flatMap((row, i) => under(row, `${pointer}/${i}`))
  return isRecord(value) ? Object.entries(value).flatMap(([name, inner]) => under(inner, pointer + toPointer([name]))) : [[pointer, value]]
}

export const answerLeaves = (answers: unknown): Leaves => new Map(under(answers, ''))

/** The same answers under the names that questions have now; rows keep their places. */
export const renamedLeaves = (leaves: Leaves, renames: (path: string) => string): Leaves => new Map([...leaves].map(([pointer, value]) => {
  const rows = pointer.split('/').filter((segment) => /^\d+$/.test(segment))
  return [renames(toPath(pointer)).replace(/\*/g, () => rows.shift() ?? '*'), value]
}))

/** Pointers at which two sets of answers differ. */
export const differingLeaves = (before: Leaves, after: Leaves): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((pointer) => JSON.stringify(before.get(pointer)) !== JSON.stringify(after.get(pointer)))

export const isSameAnswers = (before: Answers, after: Answers, renames: (path: string) => string): boolean =>
  differingLeaves(renamedLeaves(answerLeaves(before), renames), answerLeaves(after)).length === 0
