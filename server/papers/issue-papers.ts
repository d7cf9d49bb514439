// Writes down what a decision issues, in the unit of work of the decision itself: a paper says what was true when it was
// issued, whenever its PDF is made.
import type { CompiledForm } from '#core/form/compiled-form.ts'
import { writePaper } from '#core/paper/write-paper.ts'
import { yearOf } from '#core/paper/slip-words.ts'
import { effectId, type Effect } from '#core/workflow/effects.ts'
import type { Dossier, DossierEvent, Session } from '#schemas/generated/types.ts'
import { listEvents } from '../audit/repository.ts'
import type { Write } from '../db/unit-of-work.ts'
import type { Deps } from '../deps.ts'
import type { Revision } from '../procedures/revision.ts'
import { lookUpUrl } from './look-up-url.ts'
import { insertPaper } from './repository.ts'

export interface Issue {
  before: Dossier
  next: Dossier
  effects: readonly Effect[]
  change: { action?: string; reason?: string; fields?: readonly string[] }
  actor: Pick<Session, 'name' | 'roles'>
  now: string
}

/** The control sheet tells the whole way, this decision included (TT 03/2025/TT-VPCP, slip 06). */
const wayOf = async ({ database }: Pick<Deps, 'database'>, { before, next, change, actor, now }: Issue): Promise<DossierEvent[]> => [
  ...await listEvents(database, next.id),
  {
    dossierId: next.id, version: next.version, at: now, type: 'act', actor: actor.name, ...(change.action !== undefined && { action: change.action }), ...(change.reason !== undefined && { reason: change.reason }),
    ...(before.step !== undefined && { from: before.step }), ...(next.step !== undefined && { to: next.step }), ...(before.stepDueAt !== undefined && { stepDueAt: before.stepDueAt }),
  },
]

/** Papers that the office draws up and signs itself are not written here: their effects are recorded only. */
export const issuePapers = async (deps: Pick<Deps, 'config' | 'newId' | 'database'>, { procedure, judges }: Revision, issue: Issue): Promise<Write[]> => {
  const { before, next, effects, change, actor, now } = issue
  const issued = effects.flatMap((effect) => (effect.kind === 'issue-paper' ? [effect.paper] : []))
  const tellsWay = (procedure.papers ?? []).some(({ id, slip }) => slip === '06' && issued.includes(id))
  const events = tellsWay ? await wayOf(deps, issue) : []
  const form: CompiledForm | undefined = judges.applicant?.form
  return effects.flatMap((effect, index): Write[] => {
    const paper = effect.kind === 'issue-paper' ? (procedure.papers ?? []).find(({ id }) => id === effect.paper) : undefined
    const model = paper && writePaper({ paper, procedure, form, before, after: next, change, actor, at: now, events, lookUp: lookUpUrl(deps.config, next.code ?? '') })
    if (!model) return []
    const series = `paper:${procedure.info.agencyCode ?? ''}:${paper.slip ?? paper.id}:${yearOf(now)}`
    return insertPaper({ id: deps.newId(), effectId: effectId(next, index), dossierId: next.id, paper: paper.id, series, model })
  })
}
