// Takes the next piece of an upload. What came in before a line broke is kept; a piece that is here already is not
// written twice; the last one ends the upload, and asking again for an ended one gives the same file again.
import type { FileInfo, Session, UploadState } from '#schemas/generated/types.ts'
import type { UploadTable } from '../db/tables.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { ProblemError } from '../http/problem-response.ts'
import { limits } from '../limits.ts'
import { otherPlace } from './file-problems.ts'
import { findFileRule, requireRoom } from './find-file-rule.ts'
import { isPassing, keepFile } from './keep-file.ts'
import { within } from './measure.ts'
import { findFile } from './repository.ts'
import { createStaging } from './staging.ts'
import { takeOver, untilStopped } from './take-over.ts'
import { deleteUpload, findUpload, moveUpload } from './upload-repository.ts'

export type UploadReply = { state: UploadState } | { file: FileInfo }

const toState = ({ id, size, received }: UploadTable): UploadReply => ({ state: { id, size, offset: received, pieceBytes: limits.uploadPieceBytes } })

const findEnded = async ({ database }: DossierDeps, actor: Session, id: string): Promise<FileInfo> => {
  const file = await findFile(database, id)
  if (!file || file.owner_id !== actor.id) throw new ProblemError('not-found')
  const { name, size, type, sha256, question } = file
  return { id, name, type, question, size, sha256 }
}

/** The upload as far as it is really here: where the folder was lost, it begins again. */
const findOwn = async (deps: DossierDeps, actor: Session, id: string): Promise<UploadTable | undefined> => {
  const upload = await findUpload(deps.database, id)
  if (!upload) return undefined
  if (upload.owner_id !== actor.id || Date.parse(upload.created_at) < Date.parse(deps.now()) - limits.uploadMs) throw new ProblemError('not-found')
  const here = await createStaging(deps.config).sizeOf(id)
  if (here >= upload.received) return upload
  await deps.database.commit([moveUpload(id, upload.received, here)])
  return { ...upload, received: here }
}

export const giveUpUpload = (deps: DossierDeps) => async (actor: Session, id: string): Promise<void> => {
  const upload = await findOwn(deps, actor, id)
  if (!upload) throw new ProblemError('not-found')
  await takeOver(id, async () => {
    await deps.database.commit([deleteUpload(id)])
    await createStaging(deps.config).remove(id)
  })
}

const finish = async (deps: DossierDeps, actor: Session, upload: UploadTable): Promise<FileInfo> => {
  const place = { dossierId: upload.dossier_id, question: upload.question }
  try {
    const rule = await findFileRule(deps, actor, place)
    await requireRoom(deps, place.dossierId, rule, upload.size)
    return await keepFile(deps, actor, { ...place, id: upload.id, name: upload.name, rule, writes: [deleteUpload(upload.id)] })
  } catch (error) {
    if (isPassing(error)) throw error
    await deps.database.commit([deleteUpload(upload.id)])
    await createStaging(deps.config).remove(upload.id)
    throw error
  }
}

/** Takes from the bytes what is not here yet. */
const skip = async function * (bytes: AsyncIterable<Uint8Array>, known: number): AsyncGenerator<Uint8Array> {
  let left = known
  for await (const chunk of bytes) {
    if (chunk.length > left) yield chunk.subarray(left)
    left = Math.max(0, left - chunk.length)
  }
}

const append = async (deps: DossierDeps, upload: UploadTable, offset: number, bytes: AsyncIterable<Uint8Array>): Promise<UploadTable> => {
  const { id, received, size } = upload
  if (offset > received) throw otherPlace(received)
  const { end, fault } = await createStaging(deps.config).write(id, received, skip(within(bytes, size - offset), received - offset))
  if (end > received) await deps.database.commit([moveUpload(id, received, end)])
  if (fault instanceof ProblemError) throw fault
  return { ...upload, received: end }
}

export const appendUpload = (deps: DossierDeps) => (actor: Session, id: string, offset: number, bytes: AsyncIterable<Uint8Array>): Promise<UploadReply> => takeOver(id, async (signal) => {
  const upload = await findOwn(deps, actor, id)
  if (!upload) return { file: await findEnded(deps, actor, id) }
  const now = await append(deps, upload, offset, untilStopped(bytes, signal))
  return now.received === now.size ? { file: await finish(deps, actor, now) } : toState(now)
})

export const viewUpload = (deps: DossierDeps) => async (actor: Session, id: string): Promise<UploadReply> => {
  const upload = await findOwn(deps, actor, id)
  return upload ? toState(upload) : { file: await findEnded(deps, actor, id) }
}
