// Letters to applicants whose draft, or open dossier, came over to a new revision: over a real SMTP server, as they would arrive.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answers } from '#core/issues/json-pointer.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { demoAccounts } from '../../../server/accounts/demo-accounts.ts'
import { createSmtpMail } from '../../../server/integrations/mail/smtp.ts'
import { lease } from '../../../server/outbox/repository.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import { asking, changeTo, draftOf, migrating, moveAll, moving, renamed } from '../../fixtures/changed-form.ts'
import type { Engine } from '../../fixtures/engines.ts'
import { fileAtOnce, submitDraft } from '../../fixtures/filing.ts'
import { cookieOf, type Person } from '../../fixtures/open-office.ts'
import { carryOutEffects } from '../../fixtures/outbox.ts'
import { finishOnOld, openReviewRoomOn, widened, type ReviewRoom } from '../../fixtures/review-room.ts'
import { openSmtpPeer, type Delivery, type SmtpPeer } from '../../fixtures/smtp-peer.ts'

const answers = (): Answers => ({ ten: 'Nguyễn Thị Bí Mật', tuoi: 30, khan: false })

const withAddress = (code: string): Procedure => {
  const document = buildProcedure(code)
  document.form!.schema.properties['thu'] = { type: 'string', title: 'Thư điện tử', maxLength: 100, 'x-field': 'email', 'x-autocomplete': 'email' }
  document.form!.pages[0]!.sections[0]!.questions.push('/thu')
  return document
}

describe.each<Engine>(['sqlite', 'postgres'])('applicants whose form changed on %s', (engine) => {
  let room = {} as ReviewRoom
  let peer = {} as SmtpPeer
  let citizen = {} as Person
  beforeAll(async () => {
    [room, peer] = await Promise.all([openReviewRoomOn(engine), openSmtpPeer()])
    citizen = await room.office.as('applicant')
  })
  afterAll(() => Promise.all([room.office.close(), peer.close()]))

  /** Those of now, to applicants about their forms. */
  const letters = async (): Promise<Delivery[]> => {
    const before = peer.letters().length
    const mail = createSmtpMail({ host: '127.0.0.1', port: peer.port, tls: false, from: 'Một Cửa <khong-tra-loi@motcua.example>' })
    await carryOutEffects({ ...room.office, deps: { ...room.office.deps, mail } })
    return peer.letters().slice(before).filter(({ subject }) => /Mẫu đơn đã đổi|The form has changed|quy định mới|goes on under/.test(subject))
  }
  const about = (all: readonly Delivery[]): [to: string, subject: string][] => all.map(({ to, subject }) => [to, subject])

  it('get one letter when their draft has come over, with what the office says and nothing of what they answered', async () => {
    const before = await room.putInForce(buildProcedure('1.701'))
    const id = await draftOf(citizen, before.id, answers())
    const next = await changeTo(room, before, renamed('1.701'), moving)
    expect(await letters()).toEqual([])
    await moveAll(room.office)
    const sent = await letters()
    expect(about(sent)).toEqual([[demoAccounts.applicant.email, 'Mẫu đơn đã đổi: Thủ tục thử nghiệm']])
    for (const word of [`http://office.test/ho-so/${id}`, finishOnOld.message.vi, 'Sở Thử nghiệm']) expect(sent[0]!.body).toContain(word)
    expect(sent[0]!.body + sent[0]!.raw).not.toContain('Bí Mật')

    // Nobody looks: the next publication is no news. Somebody has looked: it is.
    const later = await changeTo(room, { id: before.id, version: next.version }, { ...renamed('1.701'), fees: [] }, moving)
    await moveAll(room.office)
    expect(await letters()).toEqual([])
    expect((await citizen.get(`/api/dossiers/${id}`)).body.revisionNotice).toMatchObject({ kind: 'moved', revision: later.hash })
    await changeTo(room, { id: before.id, version: later.version }, renamed('1.701'), moving)
    await moveAll(room.office)
    expect(about(await letters())).toHaveLength(1)
  })

  it('are written to in the language in which they last wrote', async () => {
    const before = await room.putInForce(buildProcedure('1.702'))
    const [english, both] = [await draftOf(citizen, before.id, answers()), await draftOf(citizen, before.id, answers())]
    const save = (id: string, version: number, language: string) => citizen.send('PUT', `/api/dossiers/${id}/answers`, { answers: answers() }, { 'If-Match': `"${version}"`, 'Accept-Language': language })
    for (const reply of [await save(english, 2, 'en'), await save(both, 2, 'en'), await save(both, 3, 'vi')]) expect(reply.status, reply.text).toBe(200)
    await changeTo(room, before, renamed('1.702'), moving)
    await moveAll(room.office)
    const sent = await letters()
    const subjectOf = (id: string) => sent.find(({ body }) => body.includes(id))?.subject
    expect([subjectOf(english), subjectOf(both)]).toEqual(['The form has changed: Thủ tục thử nghiệm', 'Mẫu đơn đã đổi: Thủ tục thử nghiệm'])
    expect(sent.find(({ body }) => body.includes(english))!.body).toContain(finishOnOld.message.en)
  })

  it('without an account are written to where their answers say; what an officer is still entering is not theirs yet', async () => {
    const before = await room.putInForce(withAddress('1.703'))
    const guest = async (more: Answers): Promise<string> => {
      const started = await room.visitor.post('/api/dossiers', { procedure: before.id })
      const { id } = started.body.dossier as { id: string }
      const saved = await room.visitor.send('PUT', `/api/dossiers/${id}/answers`, { answers: { ...answers(), ...more } }, { Cookie: cookieOf(started), 'If-Match': '"1"' })
      expect(saved.status, saved.text).toBe(200)
      return id
    }
    const known = await guest({ thu: 'khach@example.vn' })
    await guest({})
    await guest({ thu: 'dang gõ dở' })
    const desk = await room.office.as('oneStop')
    const begun = await desk.post('/api/intake', { answers: { procedure: before.id, channel: 'counter', receivedOn: '2026-11-20', receivedAt: '08:15', originals: 1, person: { name: 'Vũ Công Dân', phone: '0912345678' } } })
    expect(begun.status, begun.text).toBe(201)
    const entered = begun.body.dossier as { id: string }
    expect((await desk.put(`/api/dossiers/${entered.id}/answers`, { answers: { ...answers(), thu: 'quay@example.vn' } }, 1)).status).toBe(200)
    const document = withAddress('1.703')
    document.form!.schema.properties['ten']!.maxLength = 20
    await changeTo(room, before, document, moving)
    await moveAll(room.office)
    const sent = await letters()
    expect(sent.map(({ to }) => to)).toEqual(['khach@example.vn'])
    expect(sent[0]!.body).toContain(known)
  })

  it('get one when their open dossier goes on under the new revision, and none where nothing was moved or they have filed since', async () => {
    const before = await room.putInForce(buildProcedure('1.704'))
    const filed = (await fileAtOnce(citizen, before, answers())).body.dossier as { id: string; code: string }
    const draft = await draftOf(citizen, before.id, answers())
    const next = await changeTo(room, before, widened('1.704'), { disposition: { ...migrating.disposition!, drafts: 'move' } })
    await moveAll(room.office)
    expect((await submitDraft(citizen, draft, 3)).status).toBe(201)
    const sent = await letters()
    expect(about(sent)).toEqual([[demoAccounts.applicant.email, `Hồ sơ ${filed.code} theo quy định mới của thủ tục`]])
    expect(sent[0]!.body).toContain(finishOnOld.message.vi)

    await draftOf(citizen, before.id, answers())
    await changeTo(room, { id: before.id, version: next.version }, widened('1.704', 60), asking)
    await moveAll(room.office)
    expect(await letters()).toEqual([])
  })

  it('wait behind nobody and let nobody wait: a receipt goes out before the letters about a form', async () => {
    const before = await room.putInForce(buildProcedure('1.706'))
    await Promise.all(Array.from({ length: 3 }, () => draftOf(citizen, before.id, answers())))
    const next = await changeTo(room, before, widened('1.706'), moving)
    await letters()
    await moveAll(room.office)
    const { clock, deps } = room.office
    const { now } = clock
    clock.now = '2026-11-20T02:01:00.000Z'
    expect((await fileAtOnce(citizen, { id: before.id, hash: next.hash }, answers())).status).toBe(201)
    const taken = await lease(deps.database, clock.now, clock.now, 50)
    const kinds = taken.map(({ kind }) => kind)
    expect([kinds[0], kinds.slice(-4).map((kind) => kind === 'notify-moved')]).toEqual(['notify', [false, true, true, true]])
    expect(await letters()).toHaveLength(3)
    clock.now = now
  })

  it('delete a draft that they were written to about, and hear no more of it', async () => {
    const before = await room.putInForce(buildProcedure('1.705'))
    const id = await draftOf(citizen, before.id, answers())
    await changeTo(room, before, renamed('1.705'), moving)
    await moveAll(room.office)
    expect((await citizen.send('DELETE', `/api/dossiers/${id}`)).status).toBe(204)
    expect(await letters()).toEqual([])
    expect(await room.office.deps.database.read('SELECT dossier_id FROM unread_move WHERE dossier_id = ?', [id])).toEqual([])
  })
})
