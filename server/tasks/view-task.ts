// A dossier as an officer works on it: what was filed, what happened, and what this officer may do now.
import { availableActions } from '#core/workflow/available-actions.ts'
import { waysToAssign } from '#core/workflow/assignment.ts'
import { findStep } from '#core/workflow/facts.ts'
import { availableOpinions } from '#core/workflow/opinions.ts'
import type { Session, TaskView } from '#schemas/generated/types.ts'
import { listEvents } from '../audit/repository.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { listDossierFiles } from '../dossiers/dossier-files.ts'
import { toActor } from '../dossiers/facts.ts'
import { listPapers } from '../papers/repository.ts'
import { getFiledDossier } from './get-filed-dossier.ts'
import { hiddenPaths, hideAnswers, isHidden } from './hidden-answers.ts'
import { judgedUnder } from './judged-under.ts'

export const viewTask = (deps: DossierDeps) => async (actor: Session, id: string): Promise<TaskView> => {
  const { dossier } = await getFiledDossier(deps, actor, id)
  const revision = await deps.revisions.get(dossier)
  const { procedure } = revision
  const { workflow } = procedure
  const hidden = workflow ? hiddenPaths(workflow, dossier, actor.roles) : []
  const officer = await toActor(deps, actor)
  const step = workflow && findStep(workflow, dossier.step)
  const files = await listDossierFiles(deps.database, id)
  return {
    dossier: hideAnswers(dossier, hidden), document: procedure, files: files.filter((file) => !isHidden(hidden, file.question)), papers: await listPapers(deps.database, id),
    events: await listEvents(deps.database, id), actions: workflow ? availableActions(workflow, dossier, officer) : [],
    opinions: workflow ? availableOpinions(workflow, dossier, officer) : [], assignment: step ? waysToAssign(step, dossier, officer) : [],
    judged: await judgedUnder(deps, dossier, revision, { roles: actor.roles, files }),
  }
}
