// Takes an upload: streams it to storage while counting, looks at what it really is, and only then writes it down. What
// is refused or broken off leaves nothing behind; what a crash leaves is swept later.
import { can } from '#core/access/can.ts'
import { toPath } from '#core/issues/json-pointer.ts'
import { findStep } from '#core/workflow/enter-step.ts'
import type { FileInfo, FileRule, Session } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { getOwnDossier } from '../dossiers/get-own-dossier.ts'
import { limits } from '../limits.ts'
import { getFiledDossier } from '../tasks/get-filed-dossier.ts'
import { detectKind, type FileKind } from './file-kind.ts'
import { toFileName, toReadableName } from './file-name.ts'
import { notAsked, notEditable, tooBig, tooManyFiles, wrongKind } from './file-problems.ts'
import { createMeasure, type Measured } from './measure.ts'
import { countFiles, insertFile } from './repository.ts'

export interface Upload {
  dossierId: string
  /** Pointer of the question, as the person filled it in. */
  question: string
  /** Percent-encoded. */
  name: string | undefined
  declaredSize: number | undefined
  bytes: AsyncIterable<Uint8Array>
}

/** What the question of the applicant's form accepts, while the applicant may still answer it. */
const findApplicantRule = async (deps: DossierDeps, actor: Session, { dossierId, question }: Upload): Promise<FileRule | undefined> => {
  const { dossier } = await getOwnDossier(deps, actor, dossierId, 'dossier.edit')
  if (dossier.state !== 'draft' && !(dossier.state === 'open' && dossier.supplement)) throw notEditable()
  const { judges } = await deps.revisions.get(dossier)
  return judges.applicant?.form.questions.get(toPath(question))?.question['x-file']
}

/** What the form of the present step accepts from the officer whose step it is: a signed decision, minutes of a visit. */
const findStepRule = async (deps: DossierDeps, actor: Session, { dossierId, question }: Upload): Promise<FileRule | undefined> => {
  const { dossier } = await getFiledDossier(deps, actor, dossierId)
  const { judges, procedure } = await deps.revisions.get(dossier)
  const step = procedure.workflow && findStep(procedure.workflow, dossier.step)
  if (dossier.state !== 'open' || !step?.by || !can(actor, 'task.act', { role: step.by.role })) throw notEditable()
  return judges.steps.get(step.id)?.form.questions.get(toPath(question))?.question['x-file']
}

const findRule = async (deps: DossierDeps, actor: Session, upload: Upload): Promise<FileRule> => {
  const rule = await (can(actor, 'task.list') ? findStepRule : findApplicantRule)(deps, actor, upload)
  if (!rule) throw notAsked()
  return rule
}

const store = async ({ storage }: DossierDeps, id: string, upload: Upload, most: number): Promise<Measured> => {
  const { through, result } = createMeasure(upload.bytes, most)
  await storage.put(id, through)
  return result()
}

const readKind = async ({ storage }: DossierDeps, id: string): Promise<FileKind | undefined> => {
  const stream = await storage.get(id)
  return stream && detectKind(stream)
}

export const receiveFile = (deps: DossierDeps) => async (actor: Session, upload: Upload): Promise<FileInfo> => {
  const rule = await findRule(deps, actor, upload)
  const most = Math.min(rule.maxBytes, limits.fileBytes)
  if ((upload.declaredSize ?? 0) > most) throw tooBig(most)
  const { files, bytes } = await countFiles(deps.database, upload.dossierId)
  const room = limits.dossierFileBytes - bytes
  if (files >= limits.filesPerDossier || room <= 0 || (upload.declaredSize ?? 0) > room) throw tooManyFiles(limits.filesPerDossier)

  const id = deps.newId()
  try {
    const measured = await store(deps, id, upload, Math.min(most, room))
    const kind = await readKind(deps, id)
    if (!kind || !rule.accept.includes(kind)) throw wrongKind(toReadableName(upload.name), rule.accept)
    const info: FileInfo = { id, name: toFileName(upload.name, kind), type: kind, question: upload.question, ...measured }
    await deps.database.commit([insertFile({ ...info, owner_id: actor.id, dossier_id: upload.dossierId, created_at: deps.now() })])
    return info
  } catch (error) {
    await deps.storage.remove(id)
    throw error
  }
}
