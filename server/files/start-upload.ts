// Begins an upload in pieces, or gives back the one that was begun for the same file: whoever chooses it again after a
// reload goes on where the line broke.
import type { Session, StartUpload, UploadState } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { limits } from '../limits.ts'
import { toReadableName } from './file-name.ts'
import { noRoom, tooManyUnfinished } from './file-problems.ts'
import { findFileRule, requireDossierRoom, requireRoom } from './find-file-rule.ts'
import { announcedBytes, insertUpload, listUploads } from './upload-repository.ts'

export const startUpload = (deps: DossierDeps) => async (actor: Session, { dossier, question, name, size, mark = '' }: StartUpload): Promise<UploadState> => {
  const rule = await findFileRule(deps, actor, { dossierId: dossier, question })
  await requireRoom(deps, dossier, rule, size)
  const begun = (await listUploads(deps.database, dossier)).filter(({ created_at }) => Date.parse(created_at) > Date.parse(deps.now()) - limits.uploadMs)
  const same = mark === '' ? undefined : begun.find((each) => each.owner_id === actor.id && each.question === question && each.size === size && each.mark === mark)
  if (same) return { id: same.id, size, offset: same.received, pieceBytes: limits.uploadPieceBytes }

  if (begun.length >= limits.unfinishedPerDossier) throw tooManyUnfinished()
  await requireDossierRoom(deps, dossier, begun.reduce((sum, each) => sum + each.size, size))
  if (await announcedBytes(deps.database) + size > limits.unfinishedBytes) throw noRoom()

  const id = deps.newId()
  // Kept as the person knows it, and percent-encoded like the header of an upload in one request.
  const kept = encodeURIComponent(toReadableName(encodeURIComponent(name.toWellFormed())))
  await deps.database.commit([insertUpload({ id, owner_id: actor.id, dossier_id: dossier, question, name: kept, mark, size, received: 0, created_at: deps.now() })])
  return { id, size, offset: 0, pieceBytes: limits.uploadPieceBytes }
}
