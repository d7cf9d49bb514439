// Takes a package in: as a new procedure, or as the next draft of one that is here. Nothing that is here is written over: a draft that
// went another way is only replaced by what a person made of both, and code lists are added where there is none of that name.
import type { Procedure, ProcedurePackage, ImportPackage, Session } from '#schemas/generated/types.ts'
import { appendEvents, type NewEvent } from '../audit/procedure-events.ts'
import { createCodeListRepository } from '../code-lists/repository.ts'
import type { Write } from '../db/unit-of-work.ts'
import { ProblemError } from '../http/problem-response.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'
import { createProcedureRepository } from '../procedures/repository.ts'
import { saveDraft } from '../procedures/save-draft.ts'
import { examine, missingLists } from './examine-package.ts'
import { unchained } from './package-history.ts'

const eventOf = (procedureId: string, actor: Session, at: string, { revision, origin, madeAt, history }: ProcedurePackage): NewEvent =>
  ({ procedureId, at, type: 'imported', actor: actor.name, actorId: actor.id, revision, content: { origin, madeAt, history: unchained(history) } })

const listWrites = async ({ database, now }: DesignerDeps, actor: Session, given: ProcedurePackage): Promise<Write[]> => {
  const lists = createCodeListRepository(database)
  return (await missingLists(database, given)).map((list) => lists.insert(list, 1, actor.name, now()))
}

const begin = async (deps: DesignerDeps, actor: Session, given: ProcedurePackage): Promise<{ id: string; version: number }> => {
  const id = deps.newId()
  const procedures = createProcedureRepository(deps.database)
  const now = deps.now()
  await deps.database.commit([
    procedures.insertDraft(id, given.document, actor.name, now), procedures.noteAuthor(id, actor, now), ...await listWrites(deps, actor, given),
    ...await appendEvents(deps.database, [eventOf(id, actor, now, given)]),
  ])
  return { id, version: 1 }
}

/** What the draft will be, or why the person must look again. */
const nextDraft = (standing: string, given: ProcedurePackage, merged: Procedure | undefined): Procedure => {
  if (standing === 'known') throw new ProblemError('action-not-available', [{ pointer: '/package/revision', code: 'package.known' }])
  if (standing === 'newer') return given.document
  if (!merged) throw new ProblemError('invalid-body', [{ pointer: '/document', code: 'package.unmerged' }])
  return merged
}

export const importPackage = (deps: DesignerDeps) => async (actor: Session, { package: given, into, document }: ImportPackage): Promise<{ id: string; version: number }> => {
  const { verdict: { standing }, draft } = await examine(deps.database, given)
  if (!draft) return begin(deps, actor, given)
  const next = nextDraft(standing, given, document)
  if (into?.id !== draft.id) throw new ProblemError('version-conflict', [{ pointer: '/into', code: 'package.unseen' }])
  const also = { events: [eventOf(draft.id, actor, deps.now(), given)], writes: await listWrites(deps, actor, given) }
  const { version } = await saveDraft(deps)(actor, draft.id, into.version, next, 0, also)
  return { id: draft.id, version }
}
