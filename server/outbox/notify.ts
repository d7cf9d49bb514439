// Sends a notice to those it is for: the applicant, by the account's address or the one in the answers, in the language in
// which the dossier was filed; or the officers of a role, of one unit where one is asked, and those who stand in for them.
import { createHash } from 'node:crypto'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import { readAt, type Answers } from '#core/issues/json-pointer.ts'
import type { Locale } from '#core/text/localise.ts'
import type { Effect } from '#core/workflow/effects.ts'
import type { Database } from '../db/database.ts'
import type { DossierTable } from '../db/tables.ts'
import type { Deps } from '../deps.ts'
import { isAddress } from '../integrations/mail/port.ts'
import { emailsOfPerson, emailsOfRole } from '../organisation/recipients.ts'
import { createRevisions, type Revision } from '../procedures/revision.ts'
import type { Promised } from './repository.ts'
import { renderNotice } from './render-notice.ts'

type Notify = Omit<Extract<Effect, { kind: 'notify' }>, 'kind'>
type NotifyDeps = Pick<Deps, 'database' | 'identity' | 'mail' | 'config' | 'now' | 'log'>

export interface Addressed {
  state: DossierTable['state']
  procedure_id: string
  revision: string
  code: string | null
  applicant_id: string
  submitted_at: string | null
  due_at: string | null
  paused_at: string | null
  locale: Locale | null
  body: string
}

const select = `SELECT d.state, d.procedure_id, d.revision, d.code, d.applicant_id, d.submitted_at, d.due_at, d.paused_at, l.locale, b.body
FROM dossier d JOIN dossier_body b ON b.dossier_id = d.id LEFT JOIN notice_language l ON l.dossier_id = d.id WHERE d.id = ?`

/** The dossier as its letters need it; undefined when it was deleted. */
export const findAddressed = async (database: Database, dossierId: string | undefined): Promise<Addressed | undefined> => (await database.read<Addressed>(select, [dossierId]))[0]

/** Where an applicant wants to be written to: the question that says so, or the first that asks for an address. */
export const emailInAnswers = (form: CompiledForm | undefined, answers: Answers): string | undefined => {
  const asked = [...(form?.questions.values() ?? [])].filter(({ path, question }) => !path.includes('*') && (question['x-autocomplete'] === 'email' || question['x-field'] === 'email'))
  const given = [...asked.filter(({ question }) => question['x-autocomplete'] === 'email'), ...asked].map(({ path }) => readAt(answers, path))
  return given.find((each): each is string => typeof each === 'string' && isAddress(each))
}

/** Of the account, or as the answers say; undefined where nobody has said. */
export const applicantEmail = async ({ identity }: Pick<Deps, 'identity'>, { applicant_id, body }: Addressed, { judges }: Revision): Promise<string | undefined> =>
  await identity.findEmail(applicant_id) ?? emailInAnswers(judges.applicant?.form, (JSON.parse(body) as { answers: Answers }).answers)

const recipientsOf = async (deps: NotifyDeps, { to, role, code, person }: Notify, dossier: Addressed, revision: Revision): Promise<string[]> => {
  if (to === 'role') return role === undefined ? [] : emailsOfRole(deps, role, code)
  if (to === 'person') return emailsOfPerson(deps, person ?? '')
  const email = await applicantEmail(deps, dossier, revision)
  return email === undefined ? [] : [email]
}

/** Tells letters of one effect to several people apart, without their addresses. */
export const letterId = (effect: string, to: string): string => `${effect.replaceAll(':', '.')}.${createHash('sha256').update(to).digest('hex').slice(0, 10)}`

export const notify = (deps: NotifyDeps) => {
  const revisions = createRevisions(deps.database)
  return async ({ id, dossierId, payload, promisedAt }: Promised): Promise<void> => {
    const notice = payload as Notify
    const dossier = await findAddressed(deps.database, dossierId)
    if (!dossier) return
    const revision = await revisions.get({ procedureId: dossier.procedure_id, revision: dossier.revision })
    const path = notice.to !== 'applicant' ? `/desk/ho-so/${dossierId}` : `/ho-so/${dossierId}`
    const letter = renderNotice(notice.notice, {
      info: revision.procedure.info, code: dossier.code ?? '', at: promisedAt, link: deps.config.publicUrl + path,
      ...(dossier.submitted_at !== null && { receivedAt: dossier.submitted_at }), ...(dossier.due_at !== null && dossier.paused_at === null && notice.notice !== 'ended' && { dueAt: dossier.due_at }),
    }, notice.to !== 'applicant' ? 'vi' : dossier.locale ?? 'vi')
    const recipients = await recipientsOf(deps, notice, dossier, revision)
    if (recipients.length === 0) deps.log.info({ effect: id }, 'nobody to write to')
    for (const to of recipients) await deps.mail.send({ id: letterId(id, to), to, ...letter })
  }
}
