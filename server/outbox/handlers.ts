// What carrying out each kind of effect means. The closed list of kinds is core's: a new kind does not compile until it
// has a handler here. Kinds without a connection yet are recorded, so that nothing is promised silently.
import type { Effect } from '#core/workflow/effects.ts'
import type { Deps } from '../deps.ts'
import { makePaper } from '../papers/make-paper.ts'
import { findPaperOf } from '../papers/repository.ts'
import { noticeTexts } from './notice-texts.ts'
import type { Promised } from './repository.ts'

export type Handler = (promised: Promised) => Promise<void>
export type Handlers = Record<string, Handler>

type HandlerDeps = Pick<Deps, 'database' | 'identity' | 'mail' | 'storage' | 'config' | 'now' | 'log'>
type Notify = Omit<Extract<Effect, { kind: 'notify' }>, 'kind'>

interface Addressee {
  code: string | null
  applicant_id: string
}

const findRecipients = async ({ identity }: HandlerDeps, { to, role }: Notify, applicantId: string): Promise<string[]> => {
  if (to === 'role') return role === undefined ? [] : identity.findEmailsByRole(role)
  const email = await identity.findEmail(applicantId)
  return email === undefined ? [] : [email]
}

const notify = (deps: HandlerDeps): Handler => async ({ id, dossierId, payload }) => {
  const notice = payload as Notify
  const [dossier] = await deps.database.read<Addressee>('SELECT code, applicant_id FROM dossier WHERE id = ?', [dossierId])
  if (!dossier) return
  const text = noticeTexts[notice.notice]
  const path = notice.to === 'role' ? `/desk/dossiers/${dossierId}` : `/dossiers/${dossierId}`
  const body = text.body({ code: dossier.code ?? '', link: deps.config.publicUrl + path })
  for (const to of await findRecipients(deps, notice, dossier.applicant_id)) await deps.mail.send({ id: `${id}:${to}`, to, subject: text.subject, text: body })
}

const record = ({ log }: HandlerDeps): Handler => async ({ id, kind }) => log.info({ effect: id, kind }, 'recorded, no connection')

/** The paper was written down with the decision; what is missing is its PDF. Papers that an office signs itself have none. */
const issuePaper = (deps: HandlerDeps): Handler => async (promised) => {
  const paper = await findPaperOf(deps.database, promised.id)
  if (paper) await makePaper(deps, paper)
  else await record(deps)(promised)
}

export const createHandlers = (deps: HandlerDeps): Handlers => ({
  notify: notify(deps),
  'issue-paper': issuePaper(deps),
  'request-payment': record(deps),
  'tell-portal': record(deps),
} satisfies Record<Effect['kind'], Handler>)
