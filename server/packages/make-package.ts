// Packs a procedure for another installation: what is in force, or the draft where nothing was published yet, with the releases that
// led to it, the versions of code lists that it pins and the names of the calendars that it counts by.
import { isRecord } from '#core/issues/json-pointer.ts'
import type { CodeList, Procedure, ProcedurePackage } from '#schemas/generated/types.ts'
import { listProcedureEvents } from '../audit/procedure-events.ts'
import { lastInForce } from '../change-requests/change-impact.ts'
import { createCodeListRepository } from '../code-lists/repository.ts'
import type { Database } from '../db/database.ts'
import { ProblemError } from '../http/problem-response.ts'
import { calendarIdFor } from '../organisation/calendar.ts'
import { createCalendarRepository } from '../organisation/calendar-repository.ts'
import { createUnitRepository } from '../organisation/unit-repository.ts'
import { contentHash } from '../procedures/content-hash.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'
import { listReleases } from '../procedures/releases.ts'
import { createProcedureRepository } from '../procedures/repository.ts'
import { chainHistory, type PastRelease } from './package-history.ts'

interface Pin {
  id: string
  /** The day of the version; absent where the document does not say. */
  validFrom?: string
}

const pinsIn = (value: unknown): Pin[] => {
  if (Array.isArray(value)) return value.flatMap(pinsIn)
  if (!isRecord(value)) return []
  const [id, validFrom] = [value['x-codeList'], value['x-codeListFrom']]
  return [...(typeof id === 'string' ? [{ id, ...(typeof validFrom === 'string' && { validFrom }) }] : []), ...Object.values(value).flatMap(pinsIn)]
}

/** The versions that the document took its codes from, as far as this office has them. */
const pinnedLists = async (database: Database, document: Procedure): Promise<CodeList[]> => {
  const lists = createCodeListRepository(database)
  const pins = [...new Map(pinsIn(document).map((pin) => [`${pin.id} ${pin.validFrom ?? ''}`, pin])).values()]
  const found = await Promise.all(pins.map(async ({ id, validFrom }) => {
    const version = (await lists.versionsOf(id)).findLast((each) => validFrom === undefined || each.validFrom === validFrom)
    return version && lists.find(id, version.number)
  }))
  return found.filter((list) => list !== undefined)
}

const calendarsOf = async (database: Database, { info }: Procedure): Promise<ProcedurePackage['calendars']> => {
  const id = calendarIdFor(info, await createUnitRepository(database).list())
  const stored = await createCalendarRepository(database).find(id)
  if (!stored) return []
  const { title, 'x-i18n': translated } = stored.calendar
  return [{ id, title, ...(translated && { 'x-i18n': translated }) }]
}

/** Releases of before it came here, and those of here, by time. */
export const wholeHistory = async (database: Database, procedureId: string): Promise<PastRelease[]> => {
  const brought = (await listProcedureEvents(database, procedureId)).flatMap(({ type, content }) => (type === 'imported' ? content?.['history'] as PastRelease[] : []))
  const own = (await listReleases(database, procedureId)).map(({ revision, at, comment, legalBasis }): PastRelease =>
    ({ revision, at, ...(comment !== undefined && { comment }), ...(legalBasis !== undefined && { legalBasis }) }))
  const all = new Map([...brought, ...own].map((each) => [`${each.at} ${each.revision}`, each]))
  return [...all.values()].sort((a, b) => a.at.localeCompare(b.at))
}

/** Up to the last time that this revision came into force: nothing of what came after it. */
const upTo = (history: readonly PastRelease[], revision: string): PastRelease[] => history.slice(0, history.findLastIndex((each) => each.revision === revision) + 1)

export const makePackage = async ({ database, revisions, config, now }: DesignerDeps, procedureId: string): Promise<ProcedurePackage> => {
  const draft = await createProcedureRepository(database).findDraft(procedureId)
  if (!draft) throw new ProblemError('not-found')
  const document = (await lastInForce(database, revisions, procedureId))?.procedure ?? draft.document
  const revision = contentHash(document)
  return {
    kind: 'mot-cua-procedure', packageVersion: 1, madeAt: now(), origin: config.publicUrl, revision, document,
    history: chainHistory(upTo(await wholeHistory(database, procedureId), revision)),
    codeLists: await pinnedLists(database, document), calendars: await calendarsOf(database, document),
  }
}
