// An office of its own begins without any account: whoever starts it names an administrator, who chooses a password by a link like
// every officer after them. Nothing happens once an administrator has a password.
import type { PasswordLink } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import { createOrganisationRepository } from '../organisation/organisation-repository.ts'
import { noteAccount } from './note-account.ts'
import { makePasswordLink } from './password-links.ts'

const starter = { id: 'start', name: 'Một Cửa' }

/** `none`: there is nobody yet, and nobody was named. */
export const inviteFirstAdministrator = async (deps: Deps): Promise<PasswordLink | 'none' | undefined> => {
  const { database, identity, config: { adminEmail } } = deps
  const administrators = (await createOrganisationRepository(database).listPeople()).filter(({ roles }) => roles.includes('administrator'))
  if (administrators.some(({ invited }) => !invited)) return undefined
  if (adminEmail === undefined) return administrators.length === 0 ? 'none' : undefined
  const known = administrators.find(({ email }) => email === adminEmail)?.id
  const account = { email: adminEmail, name: adminEmail, roles: ['administrator'] }
  const id = known ?? await identity.createAccount(account)
  if (id === undefined) throw new Error(`ADMIN_EMAIL: ${adminEmail} has an account that is no administrator’s; name another address`)
  if (known === undefined) await noteAccount(deps, { kind: 'account', account: id, roles: account.roles }, starter, (note) => database.commit([note]))
  return makePasswordLink(deps)(starter, id, 'hand', 'vi')
}
