// What is in force while somebody files: a draft is filed under its own revision, as far as what was published and withdrawn since
// lets it. What was seen is part of the unit of work that stores the filing; where it was another one by then, it is looked at again.
import { finishOn, type Finishing } from '#core/change/finish-on.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { Dossier } from '#schemas/generated/types.ts'
import { listPublications } from '../audit/procedure-events.ts'
import type { Database } from '../db/database.ts'
import { ConflictError, type Write } from '../db/unit-of-work.ts'
import { ProblemError } from '../http/problem-response.ts'
import type { Revision, Revisions } from './revision.ts'

type Refused = Extract<Finishing, { may: false }>

export const withdrawn = (): ProblemError => new ProblemError('procedure-withdrawn')

/** Where another revision is in force it is the one to file under, also instead of one that was taken back. */
const refusal = ({ message }: Refused, published: string | undefined): ProblemError => (published === undefined ? withdrawn() : new ProblemError('revision-replaced', [], message))

/** Reads only: who files does not wait for others who file. */
const assertSeen = (procedureId: string, published: string | undefined): Write => ({
  sql: 'SELECT 1 AS n FROM procedure WHERE id = ? AND published_hash IS NOT DISTINCT FROM ?', parameters: [procedureId, published ?? null], expect: 1, conflict: 'revision-replaced',
})

/** For what begins or is filed now under the revision in force. */
export const assertInForce = ({ procedureId, hash }: { procedureId: string; hash: string }): Write => assertSeen(procedureId, hash)

/** For a draft: whether it may still be filed as it is; the write holds what was seen to be so. */
export const assertMayFinish = async (database: Database, { procedureId, revision }: Pick<Dossier, 'procedureId' | 'revision'>, now: string): Promise<Write> => {
  const [row] = await database.read<{ published_hash: string | null }>('SELECT published_hash FROM procedure WHERE id = ?', [procedureId])
  const published = row?.published_hash ?? undefined
  if (published !== revision) {
    const finishing = finishOn(revision, published, await listPublications(database, procedureId), vietnamDate(now))
    if (!finishing.may) throw refusal(finishing, published)
  }
  return assertSeen(procedureId, published)
}

/** Undefined of what was never published. What was taken back may come into force again between two looks. */
export const findInForce = async ({ database, revisions }: { database: Database; revisions: Revisions }, procedureId: string): Promise<Revision | undefined> => {
  const revision = await revisions.findPublished(procedureId)
  if (revision) return revision
  const last = (await listPublications(database, procedureId)).at(-1)
  if (last?.type === 'withdrawn') throw withdrawn()
  return last && revisions.findPublished(procedureId)
}

const attempts = 5

/** Publication in the very moment of a filing: nobody is sent away for it, the filing looks again at what is in force. */
export const lookingAgain = async <Done>(perform: () => Promise<Done>): Promise<Done> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await perform()
    } catch (error) {
      if (!(error instanceof ConflictError) || error.conflict !== 'revision-replaced' || attempt === attempts) throw error
    }
  }
}
