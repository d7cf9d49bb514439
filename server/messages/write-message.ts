// Somebody writes about a dossier: kept, and the other side told by letter that there is something to read, once until it
// is read.
import { findStep } from '#core/workflow/facts.ts'
import { nfc } from '#core/text/format.ts'
import type { Dossier, Procedure, Session, WriteMessage } from '#schemas/generated/types.ts'
import type { Write } from '../db/unit-of-work.ts'
import { ConflictError } from '../db/unit-of-work.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { ProblemError } from '../http/problem-response.ts'
import { limits } from '../limits.ts'
import { promiseOne } from '../outbox/repository.ts'
import { insertMessage, lastMessage, listMessages, markRead, readMarks, type Side } from './repository.ts'

const empty = (): ProblemError => new ProblemError('invalid-body', [{ pointer: '/text', code: 'body.minLength', params: { limit: 1 } }])

const full = (): ProblemError => new ProblemError('action-not-available', [], {
  vi: 'Hồ sơ này đã có quá nhiều tin nhắn. Hãy gọi điện hoặc đến bộ phận Một cửa.', en: 'There are too many messages about this dossier. Call or visit the one-stop desk.',
})

/** The unit that an officer acts for, as the document calls it. */
const unitOf = ({ workflow, info }: Procedure, dossier: Dossier, actor: Session): string => {
  const present = workflow && findStep(workflow, dossier.step)
  const role = present?.by && actor.roles.includes(present.by.role) ? present.by.role : undefined
  if (role !== undefined && present?.by?.unit) return present.by.unit
  return workflow?.roles.find(({ id }) => actor.roles.includes(id))?.title ?? info.agency ?? ''
}

/** Who is to answer: those who act now, or the one-stop desk once nobody does. */
const roleOf = ({ workflow }: Procedure, dossier: Dossier): string => (workflow && findStep(workflow, dossier.step)?.by?.role) ?? 'one-stop'

const noticeFor = (side: Side, procedure: Procedure, dossier: Dossier): object =>
  (side === 'office' ? { to: 'applicant', notice: 'message' } : { to: 'role', role: roleOf(procedure, dossier), notice: 'message' })

const attempts = 5

export const writeMessage = (deps: DossierDeps) => async (actor: Session, dossier: Dossier, side: Side, { text }: WriteMessage, turns: readonly Write[]): Promise<void> => {
  const said = nfc(text).trim()
  if (said === '') throw empty()
  const { procedure } = await deps.revisions.get(dossier)
  const other = side === 'office' ? 'applicant' : 'office'
  for (let attempt = 1; ; attempt++) {
    const { number: last, hash } = await lastMessage(deps.database, dossier.id)
    if (last >= limits.messagesPerDossier) throw full()
    const [read, written] = [await readMarks(deps.database, dossier.id), await listMessages(deps.database, dossier.id)]
    const told = written.some((message) => message.side === side && message.number > read[other])
    const [number, now] = [last + 1, deps.now()]
    const writes = [
      insertMessage({ dossier_id: dossier.id, number, at: now, side, author_id: actor.id, author: actor.name, unit: side === 'office' ? unitOf(procedure, dossier, actor) : '', text: said, prev: hash }),
      // Who answers has read what came before.
      markRead(dossier.id, side, number, now),
      ...(told ? [] : [promiseOne(`message:${dossier.id}:${number}`, dossier.id, { kind: 'notify', payload: noticeFor(side, procedure, dossier) }, now)]),
      ...turns,
    ]
    try {
      return void await deps.database.commit(writes)
    } catch (error) {
      if (!(error instanceof ConflictError) || error.index > 0 || attempt === attempts) throw error
    }
  }
}
