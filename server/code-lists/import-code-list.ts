// Stores a new version of a code list, or says what it would change. Old versions stay as they were.
import { compareCodes, lostZeros } from '#core/code-list/compare-codes.ts'
import { versionOn } from '#core/code-list/in-force.ts'
import { judgeCodes, readCodes } from '#core/code-list/read-codes.ts'
import { isError, type Issue } from '#core/issues/issue.ts'
import type { Code, CodeList, CodeListChanges, CodeListImport, Session } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import { ProblemError } from '../http/problem-response.ts'
import { createCodeListRepository, type CodeListRepository } from './repository.ts'

type ImportDeps = Pick<Deps, 'database' | 'now'>

const refuse = (issues: readonly Issue[]): never => {
  throw new ProblemError('invalid-codes', issues)
}

/** The codes that parents are looked for in: those of the list one level up, or of the list itself. */
const parentsOf = async (lists: CodeListRepository, { parentList, validFrom }: CodeListImport): Promise<ReadonlySet<Code['const']> | undefined> => {
  if (parentList === undefined) return undefined
  const versions = await lists.versionsOf(parentList)
  const version = versionOn(versions, validFrom) ?? versions.at(-1)
  const found = version && (await lists.find(parentList, version.number))
  if (!found) return refuse([{ pointer: '/parentList', code: 'codeList.parentListUnknown', params: { value: parentList } }])
  return new Set(found.items.map((item) => item.const))
}

const readItems = ({ table, items }: CodeListImport, parents: ReadonlySet<Code['const']> | undefined): Code[] => {
  if (table !== undefined && items === undefined) {
    const read = readCodes(table, parents)
    return read.issues.some(isError) ? refuse(read.issues.map((issue) => ({ ...issue, pointer: '/table' }))) : read.codes
  }
  if (items === undefined || table !== undefined || items.length === 0) return refuse([{ pointer: items === undefined ? '/table' : '/items', code: 'codeList.empty', params: { line: 1 } }])
  const issues = judgeCodes(items, (i) => i + 1, parents)
  return issues.length > 0 ? refuse(issues.slice(0, 50).map((issue) => ({ ...issue, pointer: `/items/${Number(issue.params!['line']) - 1}` }))) : items
}

/** `ifNumber` is the latest version that the person has seen; 0 for a list that is new. */
export const importCodeList = ({ database, now }: ImportDeps) => async (actor: Session, id: string, ifNumber: number | undefined, given: CodeListImport): Promise<CodeListChanges> => {
  const lists = createCodeListRepository(database)
  if (given.validTo !== undefined && given.validTo < given.validFrom) refuse([{ pointer: '/validTo', code: 'codeList.datesCrossed', params: { line: 1, value: id } }])
  const items = readItems(given, await parentsOf(lists, given))
  const versions = await lists.versionsOf(id)
  const latest = versions.at(-1)
  const base = versionOn(versions, given.validFrom) ?? latest
  const before = base === undefined ? [] : ((await lists.find(id, base.number))?.items ?? [])
  const zeros = lostZeros(before, items)
  const changes: CodeListChanges = { ...compareCodes(before, items, given.validFrom), ...(zeros.length > 0 && { lostZeros: zeros }) }
  if (given.dryRun) return changes
  const number = latest?.number ?? 0
  if (ifNumber === undefined) throw new ProblemError('precondition-required')
  if (ifNumber !== number) throw new ProblemError('stale')
  const list: CodeList = {
    id, title: given.title, ...(given.titleEn && { 'x-i18n': { en: { title: given.titleEn } } }), source: given.source, validFrom: given.validFrom,
    ...(given.validTo !== undefined && { validTo: given.validTo }), ...(given.parentList !== undefined && { parentList: given.parentList }), items,
  }
  await database.commit([lists.insert(list, number + 1, actor.name, now())])
  return { ...changes, number: number + 1 }
}
