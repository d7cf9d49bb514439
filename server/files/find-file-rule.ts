// What a question takes, and whether there is still room in the dossier: asked before anything of a file is read.
import { can } from '#core/access/can.ts'
import { isAwaitedAtCounter } from '#core/dossier/on-behalf.ts'
import { toPath } from '#core/issues/json-pointer.ts'
import { findStep } from '#core/workflow/facts.ts'
import { availableOpinions } from '#core/workflow/opinions.ts'
import type { FileRule, Session } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { toActor } from '../dossiers/facts.ts'
import { authorisationPlace, authorisationRule } from '../dossiers/set-representation.ts'
import { createDossierRepository } from '../dossiers/repository.ts'
import { getOwnDossier } from '../dossiers/get-own-dossier.ts'
import { limits } from '../limits.ts'
import { getFiledDossier } from '../tasks/get-filed-dossier.ts'
import { opinionForm } from '#core/procedure/document-forms.ts'
import { notAsked, notEditable, tooBig, tooManyFiles } from './file-problems.ts'
import { countFiles } from './repository.ts'

export interface FilePlace {
  dossierId: string
  /** Pointer of the question, as the person filled it in. */
  question: string
}

/** What the question of the applicant's form accepts, while the applicant may still answer it. */
const findApplicantRule = async (deps: DossierDeps, actor: Session, { dossierId, question }: FilePlace): Promise<FileRule | undefined> => {
  const { dossier } = await getOwnDossier(deps, actor, dossierId, 'dossier.edit')
  if (dossier.state !== 'draft' && !(dossier.state === 'open' && dossier.supplement)) throw notEditable()
  if (question === authorisationPlace) return dossier.state === 'draft' ? authorisationRule : undefined
  const { judges } = await deps.revisions.get(dossier)
  return judges.applicant?.form.questions.get(toPath(question))?.question['x-file']
}

/** What the forms of the present step accept from the officer whose step or opinion it is: a signed decision, minutes of a visit. */
const findStepRule = async (deps: DossierDeps, actor: Session, { dossierId, question }: FilePlace): Promise<FileRule | undefined> => {
  const { dossier } = await getFiledDossier(deps, actor, dossierId)
  const { judges, procedure } = await deps.revisions.get(dossier)
  const { workflow } = procedure
  const step = workflow && findStep(workflow, dossier.step)
  const officer = await toActor(deps, actor)
  const forms = step ? [...(can(officer, 'task.act', step.by ? { by: step.by } : {}) ? [step.id] : []), ...availableOpinions(workflow, dossier, officer).map(({ id }) => opinionForm(step.id, id))] : []
  if (dossier.state !== 'open' || forms.length === 0) throw notEditable()
  return forms.map((form) => judges.steps.get(form)?.form.questions.get(toPath(question))?.question['x-file']).find((rule) => rule !== undefined)
}

/** An officer works on what was filed, or enters what came on paper. */
const isEntered = async ({ database }: DossierDeps, { id }: Session, dossierId: string): Promise<boolean> => {
  const found = await createDossierRepository(database).find(dossierId)
  return found !== undefined && (isAwaitedAtCounter(found.dossier) || (found.dossier.state === 'draft' && found.dossier.intake?.officerId === id))
}

export const findFileRule = async (deps: DossierDeps, actor: Session, place: FilePlace): Promise<FileRule> => {
  const handles = can(actor, 'task.list') && !(await isEntered(deps, actor, place.dossierId))
  const rule = await (handles ? findStepRule : findApplicantRule)(deps, actor, place)
  if (!rule) throw notAsked()
  return rule
}

/** How many bytes the dossier has room for; throws when what was announced is too much. */
export const requireDossierRoom = async ({ database }: Pick<DossierDeps, 'database'>, dossierId: string, announced: number): Promise<number> => {
  const { files, bytes } = await countFiles(database, dossierId)
  const room = limits.dossierFileBytes - bytes
  if (files >= limits.filesPerDossier || room <= 0 || announced > room) throw tooManyFiles()
  return room
}

/** How many bytes one file may have. */
export const requireRoom = async (deps: Pick<DossierDeps, 'database'>, dossierId: string, rule: FileRule, announced = 0): Promise<number> => {
  const most = Math.min(rule.maxBytes, limits.fileBytes)
  if (announced > most) throw tooBig(most)
  return Math.min(most, await requireDossierRoom(deps, dossierId, announced))
}
