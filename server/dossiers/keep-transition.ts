// Stores what a transition made of a dossier: header and body, whom it waits for and what it is found by, the audit entry,
// the promises to the world, and what a repeated request must be told, in one unit of work.
import type { Effect } from '#core/workflow/effects.ts'
import { actsFor } from '#core/dossier/on-behalf.ts'
import { searchWords } from '#core/dossier/search-words.ts'
import { actsInPlaceOf } from '#core/organisation/stand-in.ts'
import { nextTimer } from '#core/workflow/timers.ts'
import { openTasks } from '#core/workflow/open-tasks.ts'
import type { DossierChange } from '#core/workflow/transition.ts'
import { findStep } from '#core/workflow/facts.ts'
import type { Dossier, DossierEvent, Session, Workflow } from '#schemas/generated/types.ts'
import { appendAudit, lastAuditHash } from '../audit/repository.ts'
import { countTransition } from '../statistics/count-transition.ts'
import type { Write } from '../db/unit-of-work.ts'
import { promiseEffects } from '../outbox/repository.ts'
import { keepTasks, keepWords } from '../tasks/task-rows.ts'
import type { DossierDeps } from './dossier-deps.ts'
import { createDossierRepository } from './repository.ts'
import type { StoredDossier } from './dossier-row.ts'

export interface Kept {
  /** Undefined for a dossier that is filed in one request, without a draft before it. */
  before: StoredDossier | undefined
  next: Dossier
  effects: readonly Effect[]
  workflow: Workflow
  change: { type: DossierChange['type']; action?: string; reason?: string }
  actor: { id?: string; name: string } & Pick<Session, 'standsInFor' | 'lentRoles'>
  now: string
  /** Writes that must stand or fall with it. */
  also?: readonly Write[]
}

/** When the step that ends with this was due. */
const endedStep = (before: Dossier | undefined, next: Dossier): Pick<DossierEvent, 'stepDueAt'> =>
  (before?.stepDueAt !== undefined && before.step !== next.step ? { stepDueAt: before.stepDueAt } : {})

export const keepTransition = async (deps: Pick<DossierDeps, 'database' | 'revisions' | 'calendar'>, { before, next, effects, workflow, change, actor, now, also = [] }: Kept): Promise<Dossier> => {
  const dossiers = createDossierRepository(deps.database)
  const { procedure, judges } = await deps.revisions.get(next)
  const calendar = await deps.calendar(procedure.info)
  const standing = { role: findStep(workflow, next.step)?.by?.role, nextTimerAt: nextTimer(workflow, next, calendar)?.at }
  const writes: Write[] = before ? dossiers.save(before, next, standing, now) : dossiers.insert(next, standing, now)
  writes.push(...keepTasks(next, openTasks(workflow, next, calendar), before?.dossier.step === undefined), keepWords(next.id, searchWords(next, procedure, judges.applicant?.form)))
  const previous = before ? await lastAuditHash(deps.database, next.id) : ''
  const from = before?.dossier.step
  const { answers, records, fee, supplement, representation, intake, opinions, fired, risk, assignee, aside, moved } = next
  const onBehalfOf = actsFor(next, actor.id, change.type === 'submit' || change.type === 'supplement')
    ?? actsInPlaceOf(actor, findStep(workflow, from)?.by?.role, before?.dossier.assignee?.id)
  const event: DossierEvent = {
    dossierId: next.id, version: next.version, at: now, type: change.type, actor: actor.name, ...(actor.id !== undefined && { actorId: actor.id }),
    ...(change.action !== undefined && { action: change.action }), ...(from !== undefined && { from }), ...(next.step !== undefined && { to: next.step }),
    ...(change.reason !== undefined && { reason: change.reason }), ...(onBehalfOf !== undefined && { onBehalfOf }), ...endedStep(before?.dossier, next),
  }
  appendAudit(writes, { ...event, data: { answers, records, fee, supplement, representation, intake, opinions, fired, risk, assignee, aside, moved } }, previous)
  writes.push(...await countTransition(deps.database, { workflow, calendar }, event, next))
  promiseEffects(writes, next.id, next.version, effects.map(({ kind, ...payload }) => ({ kind, payload })), now)
  await deps.database.commit([...writes, ...also])
  return next
}
