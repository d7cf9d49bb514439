// Takes a whole file from one request or from one part of a form: streams it to the staging folder, then keeps it. What
// is refused or broken off leaves nothing behind; what a crash leaves is swept later.
import type { FileInfo, Session } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { ProblemError } from '../http/problem-response.ts'
import { tooBig } from './file-problems.ts'
import { findFileRule, requireRoom, type FilePlace } from './find-file-rule.ts'
import { keepFile } from './keep-file.ts'
import { within } from './measure.ts'
import { createStaging } from './staging.ts'

export interface Upload extends FilePlace {
  /** Percent-encoded. */
  name: string | undefined
  /** Bytes, when the sender said so beforehand. */
  declaredSize?: number | undefined
  bytes: AsyncIterable<Uint8Array>
}

export const receiveFile = (deps: DossierDeps) => async (actor: Session, upload: Upload): Promise<FileInfo> => {
  const rule = await findFileRule(deps, actor, upload)
  const most = await requireRoom(deps, upload.dossierId, rule, upload.declaredSize)
  const staging = createStaging(deps.config)
  const id = deps.newId()
  try {
    const { fault } = await staging.write(id, 0, within(upload.bytes, most))
    if (fault) throw fault instanceof ProblemError && fault.kind === 'too-large' ? tooBig(most) : fault
    return await keepFile(deps, actor, { ...upload, id, rule })
  } finally {
    await staging.remove(id)
  }
}
