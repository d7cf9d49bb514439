// Writes down what a decision issues, in the unit of work of the decision itself: a paper says what was true when it was
// issued, whenever its PDF is made.
import type { CompiledForm } from '#core/form/compiled-form.ts'
import { writePaper } from '#core/paper/write-paper.ts'
import { yearOf } from '#core/paper/slip-words.ts'
import { effectId, type Effect } from '#core/workflow/effects.ts'
import type { Dossier, Session } from '#schemas/generated/types.ts'
import type { Write } from '../db/unit-of-work.ts'
import type { Deps } from '../deps.ts'
import type { Revision } from '../procedures/revision.ts'
import { lookUpUrl } from './look-up-url.ts'
import { insertPaper } from './repository.ts'

export interface Issue {
  before: Dossier
  next: Dossier
  effects: readonly Effect[]
  change: { reason?: string; fields?: readonly string[] }
  actor: Pick<Session, 'name' | 'roles'>
  now: string
}

/** Papers that the office draws up and signs itself are not written here: their effects are recorded only. */
export const issuePapers = ({ config, newId }: Pick<Deps, 'config' | 'newId'>, { procedure, judges }: Revision, { before, next, effects, change, actor, now }: Issue): Write[] => {
  const form: CompiledForm | undefined = judges.applicant?.form
  return effects.flatMap((effect, index): Write[] => {
    const paper = effect.kind === 'issue-paper' ? (procedure.papers ?? []).find(({ id }) => id === effect.paper) : undefined
    const model = paper && writePaper({ paper, procedure, form, before, after: next, change, actor, at: now, lookUp: lookUpUrl(config, next.code ?? '') })
    if (!model) return []
    const series = `paper:${procedure.info.agencyCode ?? ''}:${paper.slip ?? paper.id}:${yearOf(now)}`
    return insertPaper({ id: newId(), effectId: effectId(next, index), dossierId: next.id, paper: paper.id, series, model })
  })
}
