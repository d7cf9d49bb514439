// Typed answers that this browser kept under a form which was replaced meanwhile: carried over to the new form as the server
// carries a draft over, by the migrations of the new document. What has no place there is kept beside, in words.
import { migrationsBetween } from '#core/change/carry-over.ts'
import { migrateAnswers } from '#core/change/migrate-answers.ts'
import { wordAside } from '#core/change/notice-words.ts'
import { compileForm } from '#core/form/compile-form.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import { validatorRuntime } from '#core/json-schema/validator-runtime.ts'
import { request } from '#runtime/client/http.ts'
import type { DossierView, Procedure, Problem } from '#schemas/generated/types.ts'
import { keepLocalCopy, type LocalCopy } from '../apply/local-copy.ts'
import { keepAside } from './kept-aside.ts'

/** Undefined when it is done; otherwise what keeps it from being done now: the copy stays as it is. */
export const carryCopy = async ({ dossier, document, files }: DossierView, copy: LocalCopy): Promise<Problem | undefined> => {
  const reply = await request<{ document: Procedure }>('GET', `/api/procedures/${dossier.procedureId}/revisions/${copy.revision}`)
  if (!reply.ok) return reply.problem
  const [from, to] = [compileForm(reply.value.document.form!), compileForm(document.form!)]
  const migrations = migrationsBetween(reply.value.document, document, to)
  const carry = (answers: Answers) => migrateAnswers(answers, migrations, from, to)
  const [base, typed] = [carry(copy.base), carry(copy.answers)]
  const before = new Map(base.aside.map(({ pointer, value }) => [pointer, value]))
  // The server set aside itself what it knew.
  const own = typed.aside.filter(({ pointer, value }) => !validatorRuntime.equal(before.get(pointer), value))
  keepAside(dossier.id, wordAside(from, own, new Map(files.map((file) => [file.id, file]))))
  keepLocalCopy(dossier.id, { ...copy, revision: dossier.revision, base: base.answers, answers: typed.answers })
  return undefined
}
