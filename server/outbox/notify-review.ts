// Sends a letter about a change of a procedure to one person of the office, in the language of the office.
import type { Deps } from '../deps.ts'
import { letterId } from './notify.ts'
import { renderReviewNotice, type ReviewNotice } from './render-notice.ts'
import type { Promised } from './repository.ts'

export interface ReviewNews {
  notice: ReviewNotice
  procedureId: string
  /** Absent where it is about the procedure itself. */
  requestId?: string
  person: string
}

const locale = 'vi'

export const notifyReview = ({ database, identity, mail, config, log }: Pick<Deps, 'database' | 'identity' | 'mail' | 'config' | 'log'>) => async ({ id, payload, promisedAt }: Promised): Promise<void> => {
  const { notice, procedureId, requestId, person } = payload as ReviewNews
  const [procedure] = await database.read<{ name: string }>('SELECT name FROM procedure WHERE id = ?', [procedureId])
  const to = await identity.findEmail(person)
  if (!procedure || to === undefined) return void log.info({ effect: id }, 'nobody to write to')
  const path = requestId === undefined ? `/designer/thu-tuc/${procedureId}` : `/designer/de-nghi/${requestId}`
  await mail.send({ id: letterId(id, to), to, ...renderReviewNotice(notice, { name: procedure.name, at: promisedAt, link: config.publicUrl + path }, locale) })
}
