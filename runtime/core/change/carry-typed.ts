// What somebody typed under a form that was replaced before it was saved: carried over to the new form as the server carries over
// what it has. What has no place there, and the server never had, is told in words.
import type { Procedure, SetAsideAnswer } from '#schemas/generated/types.ts'
import { compileForm } from '../form/compile-form.ts'
import type { Answers } from '../issues/json-pointer.ts'
import { validatorRuntime } from '../json-schema/validator-runtime.ts'
import { migrationsBetween } from './carry-over.ts'
import { migrateAnswers } from './migrate-answers.ts'
import { wordAside } from './notice-words.ts'

export interface Typed {
  /** What the server had when this was typed. */
  base: Answers
  answers: Answers
}

export const carryTyped = (before: Procedure, after: Procedure, { base, answers }: Typed, files: readonly { id: string; name: string }[]): Typed & { aside: SetAsideAnswer[] } => {
  const [from, to] = [compileForm(before.form!), compileForm(after.form!)]
  const migrations = migrationsBetween(before, after, to)
  const [known, typed] = [migrateAnswers(base, migrations, from, to), migrateAnswers(answers, migrations, from, to)]
  const asideBefore = new Map(known.aside.map(({ pointer, value }) => [pointer, value]))
  // The server set aside itself what it knew.
  const own = typed.aside.filter(({ pointer, value }) => !validatorRuntime.equal(asideBefore.get(pointer), value))
  return { base: known.answers, answers: typed.answers, aside: wordAside(from, own, new Map(files.map((file) => [file.id, file]))) }
}
