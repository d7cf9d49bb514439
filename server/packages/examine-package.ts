// Looks at a package before anything is done: whether it is whole, which procedure of this office it is about, and what of its code
// lists and calendars is here. Writes nothing.
import { packageStanding, type PackageStanding } from '#core/change/package-standing.ts'
import { canonicalJson } from '#core/procedure/canonical-json.ts'
import type { CodeList, PackageExamination, Procedure, ProcedurePackage } from '#schemas/generated/types.ts'
import { createCodeListRepository } from '../code-lists/repository.ts'
import type { Database } from '../db/database.ts'
import { ProblemError } from '../http/problem-response.ts'
import { createCalendarRepository } from '../organisation/calendar-repository.ts'
import { contentHash } from '../procedures/content-hash.ts'
import { judgeDocument } from '../procedures/document-shape.ts'
import { createProcedureRepository, type Draft } from '../procedures/repository.ts'
import { wholeHistory } from './make-package.ts'
import { judgePackage } from './package-history.ts'

export interface Examined {
  verdict: PackageStanding
  draft?: Draft
  base?: Procedure
}

/** Throws with every place that is not as it should be. */
export const assertWhole = (given: ProcedurePackage): void => {
  const faults = [...judgePackage(given), ...judgeDocument(given.document).map((issue) => ({ ...issue, pointer: `/document${issue.pointer}` }))]
  if (faults.length > 0) throw new ProblemError('invalid-document', faults.map((issue) => ({ ...issue, pointer: `/package${issue.pointer}` })))
}

/** The one that has a revision of the package, or bears its code. */
const findHere = async (database: Database, { document, revision, history }: ProcedurePackage): Promise<Draft | undefined> => {
  const procedures = createProcedureRepository(database)
  const hashes = [...new Set([revision, ...history.map((each) => each.revision)])]
  const shared = await database.read<{ id: string; code: string }>(
    `SELECT DISTINCT p.id, p.code FROM procedure p JOIN revision r ON r.procedure_id = p.id WHERE r.hash IN (${hashes.map(() => '?').join(', ')}) ORDER BY p.id`, hashes)
  const { code } = document.info
  const found = shared.find((each) => each.code === code) ?? (code === '' ? undefined : await procedures.findByCode(code)) ?? shared[0]
  return found && procedures.findDraft(found.id)
}

const documentOf = async (database: Database, procedureId: string, hash: string): Promise<Procedure | undefined> => {
  const [row] = await database.read<{ document: string }>('SELECT document FROM revision WHERE procedure_id = ? AND hash = ?', [procedureId, hash])
  return row && JSON.parse(row.document) as Procedure
}

export const examine = async (database: Database, given: ProcedurePackage): Promise<Examined> => {
  assertWhole(given)
  const packed = { revision: given.revision, history: given.history.map(({ revision }) => revision) }
  const draft = await findHere(database, given)
  if (!draft) return { verdict: packageStanding(packed, undefined) }
  const verdict = packageStanding(packed, { draft: contentHash(draft.document), known: new Set((await wholeHistory(database, draft.id)).map(({ revision }) => revision)) })
  const base = verdict.standing === 'diverged' && verdict.base !== undefined ? await documentOf(database, draft.id, verdict.base) : undefined
  return { verdict, draft, ...(base && { base }) }
}

/** Lists that are not here under this id, in any version. */
export const missingLists = async (database: Database, { codeLists }: ProcedurePackage): Promise<CodeList[]> => {
  const lists = createCodeListRepository(database)
  const known = await Promise.all(codeLists.map(async (list) => (await lists.versionsOf(list.id)).length > 0))
  return codeLists.filter((list, i) => !known[i] && codeLists.findIndex(({ id }) => id === list.id) === i)
}

const standingOf = async (database: Database, list: CodeList): Promise<PackageExamination['codeLists'][number]['standing']> => {
  const lists = createCodeListRepository(database)
  const versions = await lists.versionsOf(list.id)
  if (versions.length === 0) return 'missing'
  const same = versions.filter(({ validFrom, count }) => validFrom === list.validFrom && count === list.items.length)
  for (const { number } of same) if (canonicalJson((await lists.find(list.id, number))?.items) === canonicalJson(list.items)) return 'same'
  return 'other'
}

export const examinePackage = async (database: Database, given: ProcedurePackage): Promise<PackageExamination> => {
  const { verdict: { standing }, draft, base } = await examine(database, given)
  const calendars = await createCalendarRepository(database).list()
  return {
    standing,
    ...(draft && { here: { id: draft.id, version: draft.version, document: draft.document, ...(base && { base }) } }),
    codeLists: await Promise.all(given.codeLists.map(async (list) => ({ id: list.id, title: list.title, validFrom: list.validFrom, standing: await standingOf(database, list) }))),
    calendars: given.calendars.map(({ id, title }) => ({ id, title, isKnown: calendars.some((each) => each.id === id) })),
  }
}
