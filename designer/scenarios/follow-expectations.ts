// Keeps what scenarios expect in step with the names of pages, steps and questions while a document is edited.
import type { Procedure } from '#schemas/generated/types.ts'

/** What officers record at a step follows it to another id, and away when it is gone. */
export const followInRecords = (procedure: Procedure, from: string, to: string | undefined): void => {
  for (const scenario of procedure.scenarios ?? []) {
    const record = scenario.records?.[from]
    if (!record) continue
    const { [from]: _before, ...rest } = scenario.records!
    const next = to === undefined ? rest : { ...rest, [to]: record }
    if (Object.keys(next).length > 0) scenario.records = next
    else delete scenario.records
  }
}

/** What scenarios expect of a page or step follows it to another id, and away when it is gone. */
export const followInExpectations = (procedure: Procedure, word: 'pages' | 'path', from: string, to: string | undefined): void => {
  for (const { expect } of procedure.scenarios ?? []) {
    const ids = expect[word]
    if (ids?.includes(from)) expect[word] = ids.flatMap((id) => (id !== from ? [id] : to === undefined ? [] : [to]))
  }
}

/** A scenario that is refused at a question is refused there under the question's other name too. */
export const followRefusals = (procedure: Procedure, from: string, to: string): void => {
  for (const { expect } of procedure.scenarios ?? []) {
    const at = expect.refusedBy?.replace(/\/\d+(?=\/|$)/g, '/*')
    if (at === from || at?.startsWith(`${from}/`)) expect.refusedBy = renamed(expect.refusedBy!, from, to)
  }
}

// Rows keep their numbers: /mau/0/kieu is /mau/0/loai where /mau/*/kieu is /mau/*/loai.
const renamed = (pointer: string, from: string, to: string): string => {
  const [old, next, segments] = [from.split('/'), to.split('/'), pointer.split('/')]
  return [...next.map((segment, i) => (segment === '*' && old[i] === '*' ? segments[i]! : segment)), ...segments.slice(old.length)].join('/')
}
