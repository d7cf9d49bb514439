// All procedures as administrators and reviewers see them: what state the draft is in, compared with what was sent to
// review and with what is published. A read model; writes nothing.
import { createChangeRequestRepository, type LatestState } from '../change-requests/repository.ts'
import type { Database } from '../db/database.ts'
import { createRecent } from '../validators/validator-cache.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { contentHash } from './content-hash.ts'
import { createProcedureRepository, type DraftHeader } from './repository.ts'

export interface DesignedProcedure {
  id: string
  code: string
  name: string
  draftVersion: number
  state: 'draft' | 'in-review' | 'changes-asked' | 'approved' | 'scheduled' | 'published'
  publishedHash?: string
  savedAt: string
}

const hashes = createRecent<string>(2000)

/** Hashing is the slow part, so the hash of a version is remembered. */
const hashOf = ({ id, version, text }: DraftHeader): string => {
  const key = `${id}:${version}:${text.length}`
  const hash = hashes.get(key) ?? contentHash(JSON.parse(text) as Procedure)
  hashes.set(key, hash)
  return hash
}

const stateOf = (draft: DraftHeader, latest: LatestState | undefined): DesignedProcedure['state'] => {
  const hash = hashOf(draft)
  if (draft.publishedHash === hash) return 'published'
  if (latest?.state === 'changes-asked') return 'changes-asked'
  return latest?.hash === hash && (latest.state === 'in-review' || latest.state === 'approved' || latest.state === 'scheduled') ? latest.state : 'draft'
}

export const listDesigned = async (database: Database): Promise<DesignedProcedure[]> => {
  const latest = await createChangeRequestRepository(database).listLatestStates()
  return (await createProcedureRepository(database).listDrafts()).map((draft) => ({
    id: draft.id, code: draft.code, name: draft.name, draftVersion: draft.version, state: stateOf(draft, latest.get(draft.id)),
    ...(draft.publishedHash !== undefined && { publishedHash: draft.publishedHash }), savedAt: draft.savedAt,
  }))
}
