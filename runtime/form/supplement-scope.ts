// Which questions a supplement asks about: those that the office named, and what now must be answered because of them.
import type { SupplementRequest } from '#schemas/generated/types.ts'
import { toPath } from '#core/issues/json-pointer.ts'

const covers = (asked: string, path: string): boolean => {
  const named = toPath(asked)
  return named === path || path.startsWith(`${named}/`) || named.startsWith(`${path}/`)
}

/** An office that names nothing asks for whatever is needed. */
export const isAskedAgain = (request: SupplementRequest, path: string): boolean => request.fields.length === 0 || request.fields.some((field) => covers(field, path))
