// What is done to an account is kept with who did it, beside the changes of the organisation. It makes nobody's own change stale on
// purpose: when another change came between, it is noted after that one.
import { ConflictError, type Write } from '../db/unit-of-work.ts'
import type { Deps } from '../deps.ts'
import { createOrganisationRepository } from '../organisation/organisation-repository.ts'

const mostTries = 5

export interface Deed {
  kind: 'account' | 'suspension' | 'password-link' | 'password'
  account: string
  [what: string]: unknown
}

/** `store` puts the note into the unit of work of the deed. */
export const noteAccount = async ({ database, now }: Pick<Deps, 'database' | 'now'>, { kind, ...content }: Deed, actor: { id: string; name: string }, store: (note: Write) => Promise<unknown>): Promise<void> => {
  const organisation = createOrganisationRepository(database)
  for (let tries = 1; ; tries++) {
    try {
      await store(organisation.noteChange(await organisation.version(), kind, content, actor, now()))
      return
    } catch (error) {
      if (!(error instanceof ConflictError && error.conflict === 'stale') || tries === mostTries) throw error
    }
  }
}
