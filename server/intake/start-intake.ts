// Begins to enter a dossier that came on paper: an officer of the one-stop desk acts for its applicant (NĐ 61/2018 Đ.17).
// From here on it is written, judged and filed as any dossier.
import { fillIn } from '#core/answers/prefill.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import { under } from '#core/issues/issue.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { Dossier, Form, FormSchema, Intake, Session, StartIntake } from '#schemas/generated/types.ts'
import document from '#schemas/dossier/intake-form.json' with { type: 'json' }
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { assertOpen, notFiledOnline } from '../dossiers/dossier-problems.ts'
import { gatherOffers } from '../dossiers/offer-known.ts'
import { createDossierRepository } from '../dossiers/repository.ts'
import { ProblemError } from '../http/problem-response.ts'
import { assertInForce, findInForce } from '../procedures/in-force.ts'
import { isUuid } from '../http/route-id.ts'
import { limits } from '../limits.ts'
import { createOwnForm } from '../validators/own-form.ts'
import { findApplicant } from './find-applicant.ts'

type Told = { procedure: string; channel: 'counter' | 'post'; receivedOn: string; receivedAt: string; originals: number; person: Intake['person'] }

const template = document as unknown as Form
// The procedures to choose from are those of the office: whether one is there is asked of the office itself.
const { oneOf: _options, ...procedure } = template.schema.properties!['procedure']!
const ownForm = createOwnForm({ ...template, schema: { ...template.schema, properties: { ...template.schema.properties, procedure: { ...procedure, 'x-field': 'text' } } } as FormSchema })

const wrong = (pointer: string, vi: string, en: string): ProblemError =>
  new ProblemError('invalid-answers', under('/answers', [{ pointer, code: 'intake', authored: { message: vi, 'x-i18n': { en: { message: en } } } }]))

/** Paper lies on a desk for days at most; a day that is not over yet has not brought anything. */
const receivedAt = ({ receivedOn, receivedAt: time }: Told, now: string): string => {
  const at = new Date(`${receivedOn}T${time}:00+07:00`).toISOString()
  if (at > now) throw wrong('/receivedAt', 'Ngày giờ nhận chưa tới. Ghi lúc hồ sơ thật sự đến.', 'This time has not come yet. Give the time at which the dossier came.')
  if (Date.parse(now) - Date.parse(at) > limits.intakeBackMs) throw wrong('/receivedOn', 'Ngày nhận đã quá 30 ngày. Hồ sơ cũ hơn cần lãnh đạo xem xét.', 'This is more than 30 days ago. Ask the head about older dossiers.')
  return at
}

export const startIntake = (deps: DossierDeps) => async (actor: Session, { answers: sent, account }: StartIntake): Promise<Dossier> => {
  const now = deps.now()
  const today = vietnamDate(now)
  const { answers, issues } = ownForm.judge(sent as Answers, today)
  if (issues.length > 0) throw new ProblemError('invalid-answers', under('/answers', issues))
  const told = answers as unknown as Told
  const revision = isUuid(told.procedure) ? await findInForce(deps, told.procedure) : undefined
  if (!revision) throw wrong('/procedure', 'Chọn một thủ tục trong danh sách.', 'Choose a procedure of the list.')
  if (!revision.judges.applicant || !revision.procedure.workflow) throw notFiledOnline()
  assertOpen(revision.procedure.info, today)

  const found = account && await findApplicant(deps, { [account]: told.person[account] })
  if (account && !found) throw wrong(`/person/${account}`, 'Không còn tìm thấy tài khoản theo số này.', 'No account is found by this any more.')
  const dossier: Dossier = {
    id: deps.newId(), procedureId: told.procedure, revision: revision.hash, applicantId: found?.id ?? `counter:${deps.newId()}`, applicantName: told.person.name, channel: told.channel,
    state: 'draft', answers: {}, records: {}, version: 1,
    intake: { officerId: actor.id, officer: actor.name, receivedAt: receivedAt(told, now), originals: told.originals, person: told.person, ...(found && { hasAccount: true }) },
  }
  const filled = { ...dossier, answers: fillIn(revision.judges.applicant.form, {}, await gatherOffers(deps, actor, dossier, revision)) }
  await deps.database.commit([...createDossierRepository(deps.database).insert(filled, {}, now), assertInForce(revision)])
  return filled
}
