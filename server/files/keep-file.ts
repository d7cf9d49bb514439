// The end of every upload, whichever way it came: what is staged is judged, made safe, stored, and only then written
// down. What is refused leaves nothing behind; where the store is down, what was sent stays for another try.
import type { FileInfo, FileRule, Session } from '#schemas/generated/types.ts'
import type { Write } from '../db/unit-of-work.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { ProblemError } from '../http/problem-response.ts'
import { judgeContent } from './content/judge-content.ts'
import { toFileName } from './file-name.ts'
import { noRoom } from './file-problems.ts'
import type { FilePlace } from './find-file-rule.ts'
import { hashOf } from './measure.ts'
import { insertFile } from './repository.ts'
import { createStaging } from './staging.ts'

export interface Staged extends FilePlace {
  id: string
  /** Percent-encoded. */
  name: string | undefined
  rule: FileRule
  /** Written together with the file. */
  writes?: readonly Write[]
}

const store = async ({ storage, log }: DossierDeps, id: string, size: number, sha256: string, read: () => AsyncIterable<Uint8Array>): Promise<void> => {
  try {
    // A try that ended between storing and writing down may have left it there.
    await storage.remove(id)
    await storage.put(id, { size, sha256, read })
  } catch (error) {
    log.error({ err: { message: (error as Error).message } }, 'a file could not be stored')
    throw noRoom()
  }
}

export const keepFile = async (deps: DossierDeps, actor: Session, { id, dossierId, question, name, rule, writes = [] }: Staged): Promise<FileInfo> => {
  const staging = createStaging(deps.config)
  const { kind, safe } = await judgeContent(staging.pathOf(id), rule.accept)
  await staging.makeSafe(id, safe)
  const [size, sha256] = [await staging.sizeOf(id), await hashOf(staging.pathOf(id))]
  await store(deps, id, size, sha256, () => staging.read(id))
  const info: FileInfo = { id, name: toFileName(name, kind), type: kind, question, size, sha256 }
  try {
    await deps.database.commit([insertFile({ ...info, owner_id: actor.id, dossier_id: dossierId, created_at: deps.now() }), ...writes])
  } catch (error) {
    await deps.storage.remove(id)
    throw error
  }
  await staging.remove(id)
  return info
}

/** Whether it makes sense to try again with the same bytes. */
export const isPassing = (error: unknown): boolean => !(error instanceof ProblemError) || error.kind === 'integration-down'
