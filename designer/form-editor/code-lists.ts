// The code lists (danh mục) that field types need: a document pins the version in force today under $defs, so that a published
// revision keeps the codes it was published with.
import { pinCodes } from '#core/code-list/pin-codes.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { Question } from '#schemas/generated/types.ts'
import { fetchCodeList } from '../client/code-lists.ts'

/** The definitions by name; a list that is not to be had is left out, and the form then says so. */
export const fetchDefinitions = async (names: readonly string[]): Promise<Record<string, Question>> => {
  const today = vietnamDate(Date.now())
  const replies = await Promise.all(names.map(async (name) => [name, await fetchCodeList(name)] as const))
  return Object.fromEntries(replies.flatMap(([name, reply]) => (reply.ok ? [[name, pinCodes(reply.value, today)]] : [])))
}
