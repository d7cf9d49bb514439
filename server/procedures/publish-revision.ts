// Publication: a document is compiled, proves itself by its own scenarios, and is frozen under its content hash. From then
// on dossiers are filed under it, and nothing in it changes any more.
import { isAccepted, publishChecks } from '#core/revision/publish-checks.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { appendEvents, type NewEvent } from '../audit/procedure-events.ts'
import type { Deps } from '../deps.ts'
import type { Write } from '../db/unit-of-work.ts'
import { ProblemError } from '../http/problem-response.ts'
import type { ReadCalendar } from '../organisation/calendar.ts'
import { compileProcedure } from '../validators/compile-procedure.ts'
import type { Compiled } from '../validators/compile-worker.ts'
import { createJudges } from '../validators/validator-cache.ts'
import { contentHash } from './content-hash.ts'
import { createProcedureRepository } from './repository.ts'
import { runScenarios } from './run-scenarios.ts'

export interface PublishDeps extends Pick<Deps, 'database' | 'now'> {
  calendar: ReadCalendar
}

/** Compiles first: what does not compile in its thread is not looked at here. Throws with every issue. `at` is when it is to be in force. */
export const proveDocument = (deps: PublishDeps) => async (document: Procedure, at = deps.now()): Promise<{ hash: string; compiled: Compiled }> => {
  const compiled = await compileProcedure(document)
  if ('issues' in compiled) throw new ProblemError('invalid-document', compiled.issues)
  const failed = publishChecks(document).filter((check) => check.verdict === 'fail').flatMap((check) => check.issues)
  if (failed.length > 0) throw new ProblemError('invalid-document', failed)
  const surprises = runScenarios(document, createJudges(document, compiled.validators), { now: at, calendar: await deps.calendar(document.info) }).filter((issue) => !isAccepted(document, issue))
  if (surprises.length > 0) throw new ProblemError('invalid-document', surprises)
  return { hash: contentHash(document), compiled }
}

/** Who publishes: a person, a time that has come, or the product itself; and what belongs to it in the history. */
export interface Publishing {
  by: string
  byId?: string
  changeRequestId?: string
  content?: NewEvent['content']
}

/** The writes that publish; the caller puts them into its unit of work. */
export const publishRevision = (deps: PublishDeps) =>
  async (procedureId: string, document: Procedure, { by, byId, changeRequestId, content }: Publishing): Promise<{ hash: string; writes: Write[] }> => {
    const { hash, compiled } = await proveDocument(deps)(document)
    const now = deps.now()
    const event: NewEvent = {
      procedureId, at: now, type: 'published', actor: by, revision: hash, ...(byId !== undefined && { actorId: byId }),
      ...(changeRequestId !== undefined && { requestId: changeRequestId }), ...(content && { content }),
    }
    const publication = { procedureId, hash, document, compiled, by, now, ...(changeRequestId !== undefined && { changeRequestId }) }
    return { hash, writes: [...createProcedureRepository(deps.database).publish(publication), ...await appendEvents(deps.database, [event])] }
  }
