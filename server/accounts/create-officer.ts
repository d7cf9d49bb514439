// Somebody begins to work for the office: an account with roles, without a password. They choose one by a link.
import type { NewOfficer } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import { forgetOrganisation, issueWhen, noteOf, placeOfficer, refuse, type Changing } from '../organisation/change-organisation.ts'

export const createOfficer = (deps: Pick<Deps, 'database' | 'identity' | 'now'>) => async (changing: Changing, { name, email, ...places }: NewOfficer): Promise<void> => {
  const { memberships, administration = [] } = places
  refuse(issueWhen(memberships.length + administration.length === 0, '/memberships', 'officer.noRole'))
  const place = await placeOfficer(deps, places)
  const account = { name: name.trim(), email: email.toLowerCase(), roles: [] }
  const id = await deps.identity.createAccount(account, (made) => [noteOf(deps, changing, 'account', { account: made, ...account, ...places }), ...place(made)])
  refuse(issueWhen(id === undefined, '/email', 'officer.emailTaken'))
  forgetOrganisation(deps)
}
