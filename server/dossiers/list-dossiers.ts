// The applicant's list: drafts and filed dossiers, newest first, each with the name of its procedure.
import { localise } from '#core/text/localise.ts'
import type { RevisionNotice, Session, Translations } from '#schemas/generated/types.ts'
import { countUnread } from '../messages/repository.ts'
import type { DossierDeps } from './dossier-deps.ts'
import type { DossierHeader } from './dossier-row.ts'
import { createDossierRepository } from './repository.ts'
import { noticeOf } from './revision-notice.ts'

export interface DossierSummary extends DossierHeader {
  procedureName: string
  procedureCode: string
  'x-i18n'?: Translations
  updatedAt: string
  /** Messages of the office that the applicant has not read; absent for none. */
  unread?: number
  /** Of a draft whose form was published anew, or withdrawn. */
  revisionNotice?: RevisionNotice
}

const withNames = (deps: DossierDeps, headers: readonly (DossierHeader & { updatedAt: string })[]): Promise<DossierSummary[]> => Promise.all(headers.map(async (header) => {
  const { info } = (await deps.revisions.get(header)).procedure
  return { ...header, procedureName: info.name, procedureCode: info.code, 'x-i18n': { en: { procedureName: localise(info, 'name', 'en') } } }
}))

const noticeFor = async (deps: DossierDeps, { id, state }: DossierHeader): Promise<Pick<DossierSummary, 'revisionNotice'>> => {
  const draft = state === 'draft' ? await createDossierRepository(deps.database).find(id) : undefined
  const revisionNotice = draft && await noticeOf(deps, draft.dossier)
  return revisionNotice ? { revisionNotice } : {}
}

export const listDossiers = (deps: DossierDeps) => async (actor: Session): Promise<DossierSummary[]> => {
  const unread = await countUnread(deps.database, actor.id)
  const listed = await withNames(deps, await createDossierRepository(deps.database).listOf(actor.id))
  return Promise.all(listed.map(async (dossier) => ({ ...dossier, ...await noticeFor(deps, dossier), ...(unread.has(dossier.id) && { unread: unread.get(dossier.id)! }) })))
}

/** The paper dossiers that an officer has begun to enter. */
export const listEntered = (deps: DossierDeps) => async (actor: Session): Promise<DossierSummary[]> =>
  withNames(deps, await createDossierRepository(deps.database).listEntered(actor.id))
