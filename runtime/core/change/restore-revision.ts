// The document that puts an older revision into force again. Answers that were given since follow their questions back to the names
// that they had: what was renamed meanwhile is renamed back, as a migration like any other (contract.md, law 3).
import type { Procedure } from '#schemas/generated/types.ts'
import { compileForm } from '../form/compile-form.ts'
import { newMigrations } from './classify-places.ts'
import { inverseMigrations } from './migrate-answers.ts'

/** `present` is what is in force or was last. Where no name changed since, it is the older revision to the last byte, and bears its hash. */
export const restoredRevision = (older: Procedure, present: Procedure): Procedure => {
  if (!older.form) return older
  const back = inverseMigrations(newMigrations(older, present), compileForm(older.form))
  return back.length === 0 ? older : { ...older, migrations: [...(present.migrations ?? []), ...back] }
}
