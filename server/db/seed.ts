// Fills an empty demonstration: one account for each part that somebody plays, their organisation, and the gallery of procedures. Safe to
// run at every start; what is there stays as it is.
import { demoAccounts } from '../accounts/demo-accounts.ts'
import type { Deps } from '../deps.ts'
import { loadGallery } from '../features.ts'
import { loadDemoOrganisation } from '../organisation/demo-organisation.ts'
import { galleryAuthor } from '../procedures/load-gallery.ts'

const createDemoAccounts = async ({ identity, database }: Pick<Deps, 'identity' | 'database'>): Promise<void> => {
  const known = new Set((await database.read<{ email: string }>('SELECT "email" FROM "user"')).map(({ email }) => email))
  await Promise.all(Object.values(demoAccounts).filter(({ email }) => !known.has(email)).map((account) => identity.createAccount(account)))
}

export const seed = async (deps: Deps): Promise<void> => {
  await createDemoAccounts(deps)
  await loadGallery(deps)
  await loadDemoOrganisation(deps, galleryAuthor)
}
