// Tells the applicant that a draft, or an open dossier, came over to a new revision of its procedure: in the language of the applicant,
// with what the office says of the change, and nothing of what was answered.
import type { ChangeRequest } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import { createRevisions } from '../procedures/revision.ts'
import { applicantEmail, findAddressed, letterId } from './notify.ts'
import { renderMoveNotice, type MovedWhat } from './render-notice.ts'
import type { Promised } from './repository.ts'

/** `requestId`: the change whose disposition it was. */
export interface MoveNews {
  what: MovedWhat
  requestId: string
}

type NotifyDeps = Pick<Deps, 'database' | 'identity' | 'mail' | 'config' | 'log'>

export const notifyMoved = (deps: NotifyDeps) => {
  const revisions = createRevisions(deps.database)
  return async ({ id, dossierId, payload, promisedAt }: Promised): Promise<void> => {
    const { what, requestId } = payload as MoveNews
    const dossier = await findAddressed(deps.database, dossierId)
    // Who has filed or withdrawn meanwhile has seen it.
    if (dossier?.state !== what) return
    const revision = await revisions.get({ procedureId: dossier.procedure_id, revision: dossier.revision })
    const to = await applicantEmail(deps, dossier, revision)
    if (to === undefined) return void deps.log.info({ effect: id }, 'nobody to write to')
    const [request] = await deps.database.read<{ content: string }>('SELECT content FROM change_request WHERE id = ?', [requestId])
    const { disposition } = JSON.parse(request?.content ?? '{}') as Pick<ChangeRequest, 'disposition'>
    const locale = dossier.locale ?? 'vi'
    const letter = renderMoveNotice(what, {
      info: revision.procedure.info, code: dossier.code ?? '', at: promisedAt, link: `${deps.config.publicUrl}/ho-so/${dossierId}`, ...(disposition && { message: disposition.message[locale] }),
      ...(dossier.submitted_at !== null && { receivedAt: dossier.submitted_at }),
    }, locale)
    await deps.mail.send({ id: letterId(id, to), to, ...letter })
  }
}
