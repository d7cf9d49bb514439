// What officers see of a dossier while they examine it: remarks beside answers, what changed when the applicant completed it, until
// when opinions are to be given. Of answers that are kept from an officer nothing is told here either.
import { findStep } from '#core/workflow/facts.ts'
import { opinionDueAt } from '#core/workflow/opinions.ts'
import type { Dossier, Examination, SaveRemark, Session, Workflow } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { ProblemError } from '../http/problem-response.ts'
import type { Revision } from '../procedures/revision.ts'
import { getFiledDossier } from '../tasks/get-filed-dossier.ts'
import { hiddenPaths, isHidden } from '../tasks/hidden-answers.ts'
import { judgeFields } from '../tasks/judge-record.ts'
import { findCompletion, listRemarks, writeRemark } from './repository.ts'

interface Examined {
  dossier: Dossier
  revision: Revision
  workflow: Workflow | undefined
  hidden: string[]
}

const examine = async (deps: DossierDeps, actor: Session, id: string): Promise<Examined> => {
  const { dossier } = await getFiledDossier(deps, actor, id)
  const revision = await deps.revisions.get(dossier)
  const { workflow } = revision.procedure
  return { dossier, revision, workflow, hidden: workflow ? hiddenPaths(workflow, dossier, actor.roles) : [] }
}

const opinionsDueOf = async (deps: DossierDeps, { dossier, revision, workflow }: Examined): Promise<Examination['opinionsDue']> => {
  const step = workflow && findStep(workflow, dossier.step)
  if (!step?.opinions || dossier.enteredAt === undefined) return {}
  const calendar = await deps.calendar(revision.procedure.info)
  return Object.fromEntries(step.opinions.map((request) => [request.id, opinionDueAt(request, dossier.enteredAt!, calendar)]))
}

const tell = async (deps: DossierDeps, examined: Examined): Promise<Examination> => {
  const { dossier: { id }, hidden } = examined
  const [remarks, completion, opinionsDue] = await Promise.all([listRemarks(deps.database, id), findCompletion(deps.database, id), opinionsDueOf(deps, examined)])
  const shown = ({ question }: { question: string }): boolean => !isHidden(hidden, question)
  return { remarks: remarks.filter(shown), ...(completion && { completion: { ...completion, before: completion.before.filter(shown) } }), opinionsDue }
}

export const readExamination = (deps: DossierDeps) => async (actor: Session, id: string): Promise<Examination> => tell(deps, await examine(deps, actor, id))

export const noteRemark = (deps: DossierDeps) => async (actor: Session, id: string, asked: SaveRemark): Promise<Examination> => {
  const examined = await examine(deps, actor, id)
  const { dossier, revision, hidden } = examined
  if (judgeFields(revision, [asked.question]).length > 0 || isHidden(hidden, asked.question)) throw new ProblemError('invalid-body', [{ pointer: '/question', code: 'body.unknown' }])
  if (dossier.state !== 'open') throw new ProblemError('action-not-available')
  await deps.database.commit([writeRemark(id, { ...asked, text: asked.text.trim().normalize('NFC') }, actor, deps.now())])
  return tell(deps, examined)
}
