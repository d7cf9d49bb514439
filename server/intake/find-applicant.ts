// Finds the account of a person at the counter by one exact value, and tells the officer only enough for the person to say
// that it is theirs. A number that two accounts name belongs to neither until somebody proves it.
import type { FindApplicant, FoundApplicant } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { createProfileRepository } from '../profiles/repository.ts'

export interface Account {
  id: string
  name: string
  email: string
}

interface Row extends Account {
  roles: string
}

const select = 'SELECT "id", "name", "email", "roles" FROM "user" WHERE'

export const findApplicant = async ({ database }: Pick<DossierDeps, 'database'>, { personId, email }: FindApplicant): Promise<Account | undefined> => {
  const ids = personId === undefined ? [] : await createProfileRepository(database).findByPersonId(personId)
  if (personId !== undefined && ids.length !== 1) return undefined
  const [row] = personId !== undefined
    ? await database.read<Row>(`${select} "id" = ?`, [ids[0]])
    : email === undefined ? [] : await database.read<Row>(`${select} "email" = ?`, [email.toLowerCase()])
  return row && (JSON.parse(row.roles) as string[]).includes('applicant') ? { id: row.id, name: row.name, email: row.email } : undefined
}

/** congdan@demo.motcua.vn → c•••n@demo.motcua.vn */
const masked = (email: string): string => email.replace(/^(.)(.*?)(.?)@/, (_all, first: string, _middle, last: string) => `${first}•••${last}@`)

export const tellApplicant = ({ name, email }: Account): FoundApplicant => ({ name, email: masked(email) })
