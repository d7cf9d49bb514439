import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAccounts } from '../../../server/accounts/demo-accounts.ts'
import type { FakeMail } from '../../../server/integrations/mail/fake.ts'
import { buildProcedure, simpleAnswers } from '../../fixtures/build.ts'
import { fileAtOnce } from '../../fixtures/filing.ts'
import { cookieOf, openOffice, type Office } from '../../fixtures/open-office.ts'
import { carryOutEffects } from '../../fixtures/outbox.ts'

describe('letters about a dossier', () => {
  let office: Office
  let mail: FakeMail

  beforeAll(async () => {
    office = await openOffice()
    mail = office.deps.mail as FakeMail
  })
  afterAll(() => office.close())

  it('tell the applicant that it arrived and the officers of the first step that it waits, each once, even when sent again', async () => {
    const reply = await fileAtOnce(await office.as('applicant'), await office.publish(buildProcedure()))
    const { code, id: dossier } = reply.body.dossier

    await carryOutEffects(office)
    await office.deps.database.commit([{ sql: `UPDATE outbox SET state = 'waiting', next_at = ?`, parameters: [office.clock.now] }])
    await carryOutEffects(office)

    expect(mail.inbox.map((letter) => letter.to).sort()).toEqual([demoAccounts.applicant.email, demoAccounts.oneStop.email].sort())
    for (const letter of mail.inbox) {
      expect(letter.text).toContain(code)
      expect(letter.text).toContain(dossier)
    }
  })

  it('carry no answers, neither in the subject nor in the text', () => {
    expect(JSON.stringify(mail.inbox)).not.toContain(String(simpleAnswers().ten))
  })

  it('name agency, procedure, code and times, in plain text and in HTML', async () => {
    const [letter] = mail.inbox
    for (const text of [letter!.text, letter!.html]) {
      expect(text).toContain('Sở Thử nghiệm')
      expect(text).toContain('Thủ tục thử nghiệm')
      expect(text).toContain('09:00, 20/11/2026')
    }
  })

  it('speak English to whoever filed in English', async () => {
    const { id } = await office.publish(buildProcedure())
    const citizen = await office.as('applicant')
    const draft = (await citizen.post('/api/dossiers', { procedure: id })).body.dossier
    const saved = await citizen.put(`/api/dossiers/${draft.id}/answers`, { answers: simpleAnswers() }, draft.version)
    const before = mail.inbox.length
    await citizen.post(`/api/dossiers/${draft.id}/submission`, {}, { 'If-Match': `"${saved.body.version}"`, 'Idempotency-Key': 'key-in-english', 'Accept-Language': 'en' })
    await carryOutEffects(office)
    expect(mail.inbox.slice(before).find(({ to }) => to === demoAccounts.applicant.email)?.subject).toMatch(/has reached the office/)
  })

  it('reach a guest at the address in the answers', async () => {
    const base = buildProcedure()
    const { properties } = base.form!.schema
    const { id } = await office.publish({ ...base, form: { ...base.form!, schema: { ...base.form!.schema, properties: { ...properties, thu: { type: 'string', title: 'Thư điện tử', maxLength: 100, 'x-field': 'email', 'x-autocomplete': 'email' } } }, pages: base.form!.pages.map((page) => ({ ...page, sections: [{ questions: [...page.sections[0]!.questions, '/thu'] }] })) } })
    const nobody = await office.as()
    const started = await nobody.post('/api/dossiers', { procedure: id })
    const cookie = { Cookie: cookieOf(started) }
    const { dossier } = started.body
    const saved = await nobody.send('PUT', `/api/dossiers/${dossier.id}/answers`, { answers: { ...simpleAnswers(), thu: 'khach@example.vn' } }, { ...cookie, 'If-Match': `"${dossier.version}"` })
    const sent = await nobody.post(`/api/dossiers/${dossier.id}/submission`, {}, { ...cookie, 'If-Match': `"${saved.body.version}"`, 'Idempotency-Key': 'key-of-a-guest' })
    expect([sent.status, sent.status === 201 ? '' : sent.text]).toEqual([201, ''])
    await carryOutEffects(office)
    expect(mail.inbox.map(({ to }) => to)).toContain('khach@example.vn')
  })

  it('wait until mail works again', async () => {
    mail.breakWith('connection refused')
    await office.deps.database.commit([{ sql: `UPDATE outbox SET state = 'waiting', next_at = ?, attempts = 0, id = id || ':again'`, parameters: [office.clock.now] }])
    const before = mail.inbox.length
    await carryOutEffects(office)
    const administrator = await office.as('administrator')
    const status = (await administrator.get('/api/status')).body
    expect(status.ports).toContainEqual({ port: 'mail', adapter: 'fake', fault: 'connection refused' })
    expect(status.outbox.waiting).toBeGreaterThan(0)

    mail.breakWith(undefined)
    office.clock.now = new Date(Date.parse(office.clock.now) + 60_000).toISOString()
    await carryOutEffects(office)
    expect(mail.inbox.length).toBeGreaterThan(before)
  })

  it('are nobody else’s business: the status is for administrators', async () => {
    expect((await (await office.as('specialist')).get('/api/status')).status).toBe(403)
    expect((await (await office.as()).get('/api/status')).status).toBe(401)
  })
})
