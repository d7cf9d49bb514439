// Typed answers that this browser kept under a form which was replaced meanwhile: carried over to the new form, and what has no
// place there kept beside, in words.
import { carryTyped } from '#core/change/carry-typed.ts'
import { request } from '#runtime/client/http.ts'
import type { DossierView, Procedure, Problem } from '#schemas/generated/types.ts'
import { keepLocalCopy, type LocalCopy } from '../apply/local-copy.ts'
import { keepAside } from './kept-aside.ts'

/** Undefined when it is done; otherwise what keeps it from being done now: the copy stays as it is. */
export const carryCopy = async ({ dossier, document, files }: DossierView, copy: LocalCopy): Promise<Problem | undefined> => {
  const reply = await request<{ document: Procedure }>('GET', `/api/procedures/${dossier.procedureId}/revisions/${copy.revision}`)
  if (!reply.ok) return reply.problem
  const { aside, ...carried } = carryTyped(reply.value.document, document, copy, files)
  keepAside(dossier.id, aside)
  keepLocalCopy(dossier.id, { ...copy, revision: dossier.revision, ...carried })
  return undefined
}
