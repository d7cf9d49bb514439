// Sends a letter about a change of a procedure to one person of the office, in the language of the office.
import { formatInstant } from '#core/text/format.ts'
import type { Deps } from '../deps.ts'
import { factLabels } from './notice-texts.ts'
import { writeLetter } from './render-notice.ts'
import { letterId } from './notify.ts'
import type { Promised } from './repository.ts'
import { reviewNoticeTexts, type ReviewNotice } from './review-notice-texts.ts'

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
  const { subject, news, link } = reviewNoticeTexts[notice][locale]
  const path = requestId === undefined ? `/designer/thu-tuc/${procedureId}` : `/designer/de-nghi/${requestId}`
  const rows: [string, string][] = [[factLabels.procedure[locale], procedure.name], [factLabels.at[locale], formatInstant(promisedAt, locale)]]
  await mail.send({ id: letterId(id, to), to, ...writeLetter({ subject: subject.replace('{name}', procedure.name), news, link }, rows, config.publicUrl + path, locale) })
}
