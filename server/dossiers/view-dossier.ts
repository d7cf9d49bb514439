// What an applicant sees of a dossier: answers, files, what was decided, and what happened to it, without what officers
// note among themselves.
import { fillIn } from '#core/answers/prefill.ts'
import type { Dossier, DossierEvent, DossierView, Procedure, Session, Suggestion, Workflow } from '#schemas/generated/types.ts'
import { findStep } from '#core/workflow/facts.ts'
import { listEvents } from '../audit/repository.ts'
import { isInternal, listPapers } from '../papers/repository.ts'
import { listVisibleFiles } from './dossier-files.ts'
import type { DossierDeps } from './dossier-deps.ts'
import type { StoredDossier } from './dossier-row.ts'
import type { Revision } from '../procedures/revision.ts'
import { getOwnDossier } from './get-own-dossier.ts'
import { gatherOffers } from './offer-known.ts'
import { noticeOf } from './revision-notice.ts'
import { noteLooked } from './told-of-move.ts'

/** The result, once there is one; what is recorded on the way to it is the office's own. */
const visibleRecords = (workflow: Workflow | undefined, { state, publicStatus, records }: Dossier): Dossier['records'] => {
  if (state !== 'ended' && publicStatus !== 'returned') return {}
  return Object.fromEntries(Object.entries(records).filter(([step]) => findStep(workflow ?? { roles: [], start: '', steps: [] }, step)?.recordsResult))
}

const reachesApplicant = (workflow: Workflow | undefined, to: string | undefined): boolean => {
  const kind = workflow?.steps.find((step) => step.id === to)?.kind
  return kind === 'applicant' || kind === 'end'
}

/** Officers appear as the office they act for, and give reasons only where the applicant is meant. */
export const toPublicEvent = (event: DossierEvent, ownerId: string, workflow: Workflow | undefined): DossierEvent => {
  const { actorId, actor, reason, ...rest } = event
  const own = actorId === ownerId
  const role = workflow?.roles.find(({ id }) => id === findStep(workflow, event.from)?.by?.role)
  const shown = own || reachesApplicant(workflow, event.to)
  return { ...rest, actor: own ? actor : role?.title ?? 'Cơ quan giải quyết', ...(shown && reason !== undefined && { reason }) }
}

/** Who has it, what other units say of it and how it was rated for risk is the office's own. */
const withoutOfficeNotes = ({ opinions: _said, assignee: _who, fired: _timers, risk: _score, ...rest }: Dossier): Dossier => rest

const ofTheOffice = new Set<DossierEvent['type']>(['assign', 'opine', 'timer', 'migrate'])

const applicantsDossier = ({ dossier, unsent }: StoredDossier, workflow: Workflow | undefined): Dossier =>
  ({ ...withoutOfficeNotes(dossier), answers: unsent?.answers ?? dossier.answers, records: visibleRecords(workflow, dossier) })

/** What the owner is told of a dossier after something happened to it. */
export const ownView = (dossier: Dossier, { workflow }: Procedure): Dossier => ({ ...withoutOfficeNotes(dossier), records: visibleRecords(workflow, dossier) })

/** What may be written in one way only follows the profile, also in a draft that was begun before it was mended. */
const withFixed = (dossier: Dossier, { judges }: Revision, suggestions: readonly Suggestion[] = []): Dossier =>
  (judges.applicant ? { ...dossier, answers: fillIn(judges.applicant.form, dossier.answers, suggestions.filter(({ fixed }) => fixed)) } : dossier)

/** Scans that an officer attached for the applicant are the applicant's papers. */
const ofApplicant = ({ intake, answers, representation }: Dossier) => (intake ? { answers, representation } : {})

export const viewDossier = (deps: DossierDeps) => async (actor: Session, id: string): Promise<DossierView> => {
  const found = await getOwnDossier(deps, actor, id, 'dossier.edit')
  const revision = await deps.revisions.get(found.dossier)
  const { procedure } = revision
  const events = await listEvents(deps.database, id)
  const suggestions = found.dossier.state === 'draft' ? await gatherOffers(deps, actor, found.dossier, revision) : undefined
  const revisionNotice = await noticeOf(deps, found.dossier)
  if (revisionNotice) await noteLooked(deps.database, id)
  const dossier = withFixed(applicantsDossier(found, procedure.workflow), revision, suggestions)
  return {
    dossier, document: procedure, files: await listVisibleFiles(deps.database, id, actor.id, { records: dossier.records, ...ofApplicant(found.dossier) }), papers: (await listPapers(deps.database, id)).filter((paper) => !isInternal(paper)),
    events: events.filter(({ type }) => !ofTheOffice.has(type)).map((event) => toPublicEvent(event, found.dossier.applicantId, procedure.workflow)), ...(found.page !== undefined && { page: found.page }), ...(suggestions && { suggestions }), ...(revisionNotice && { revisionNotice }),
  }
}
