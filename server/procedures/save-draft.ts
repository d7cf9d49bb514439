// Begins and saves drafts. A save is whole or nothing: a document of the wrong shape is refused with every place, and what
// was saved before stays.
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import type { NewProcedure, Procedure, Session } from '#schemas/generated/types.ts'
import type { NewEvent } from '../audit/procedure-events.ts'
import { followDraft } from '../change-requests/follow-draft.ts'
import { ConflictError, type Write } from '../db/unit-of-work.ts'
import type { Deps } from '../deps.ts'
import { ProblemError } from '../http/problem-response.ts'
import type { DesignerDeps } from './designer-deps.ts'
import { judgeDocument } from './document-shape.ts'
import { createProcedureRepository } from './repository.ts'

const copyOf = async (deps: Deps, id: string, name: string, code: string | undefined): Promise<Procedure> => {
  const original = await createProcedureRepository(deps.database).findDraft(id)
  if (!original) throw new ProblemError('invalid-body', [{ pointer: '/copyOf', code: 'body.unknown' }])
  const { 'x-i18n': _translated, ...info } = original.document.info
  return { ...original.document, info: { ...info, name, ...(code !== undefined && { code }) } }
}

export const createProcedure = (deps: Deps) => async (actor: Session, { name, code, copyOf: from }: NewProcedure): Promise<{ id: string; document: Procedure; version: number }> => {
  const document = from === undefined ? emptyProcedure(name, code ?? '') : await copyOf(deps, from, name, code)
  const issues = judgeDocument(document)
  if (issues.length > 0) throw new ProblemError('invalid-document', issues)
  const id = deps.newId()
  const procedures = createProcedureRepository(deps.database)
  await deps.database.commit([procedures.insertDraft(id, document, actor.name, deps.now()), procedures.noteAuthor(id, actor, deps.now())])
  return { id, document, version: 1 }
}

const attempts = 5

/** Whoever reviews it may decide in this very moment: then it is looked at again, and what was typed is saved all the same. */
const commitWith = async (deps: DesignerDeps, save: Write, more: () => Promise<Write[]>): Promise<void> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return void await deps.database.commit([save, ...await more()])
    } catch (error) {
      if (!(error instanceof ConflictError) || error.index === 0 || attempt === attempts) throw error
    }
  }
}

/** What is stored with a draft beside its content. */
export interface AlsoSaved {
  events: readonly NewEvent[]
  writes: readonly Write[]
}

export const saveDraft = (deps: DesignerDeps) => async (
  actor: Session, id: string, ifVersion: number, value: unknown, size: number, also: AlsoSaved = { events: [], writes: [] },
): Promise<{ version: number; savedAt: string }> => {
  const issues = judgeDocument(value, size)
  if (issues.length > 0) throw new ProblemError('invalid-document', issues)
  const procedures = createProcedureRepository(deps.database)
  if (!await procedures.findDraft(id)) throw new ProblemError('not-found')
  const savedAt = deps.now()
  const document = value as Procedure
  await commitWith(deps, procedures.saveDraft(id, ifVersion, document, actor.name, savedAt), async () =>
    [procedures.noteAuthor(id, actor, savedAt), ...await followDraft(deps)(actor, id, document, also.events), ...also.writes])
  return { version: ifVersion + 1, savedAt }
}
