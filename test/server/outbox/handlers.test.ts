import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAccounts } from '../../../server/accounts/demo-accounts.ts'
import type { FakeMail } from '../../../server/integrations/mail/fake.ts'
import { dispatchOnce } from '../../../server/outbox/dispatcher.ts'
import { createHandlers } from '../../../server/outbox/handlers.ts'
import { buildProcedure, simpleAnswers } from '../../fixtures/build.ts'
import { openOffice, type Office } from '../../fixtures/open-office.ts'

describe('letters about a dossier', () => {
  let office: Office
  let mail: FakeMail

  beforeAll(async () => {
    office = await openOffice()
    mail = office.deps.mail as FakeMail
  })
  afterAll(() => office.close())

  const dispatch = async (): Promise<void> => {
    while (await dispatchOnce(office.deps, createHandlers(office.deps)) > 0);
  }

  it('tell the applicant that it arrived and the officers of the first step that it waits, each once, even when sent again', async () => {
    const { id, hash } = await office.publish(buildProcedure())
    const citizen = await office.as('applicant')
    const reply = await citizen.post('/api/submissions', { procedure: id, revision: hash, answers: simpleAnswers() }, { 'Idempotency-Key': 'key-of-letters' })
    const { code, id: dossier } = reply.body.dossier

    await dispatch()
    await office.deps.database.commit([{ sql: `UPDATE outbox SET state = 'waiting', next_at = ?`, parameters: [office.clock.now] }])
    await dispatch()

    expect(mail.inbox.map((letter) => letter.to).sort()).toEqual([demoAccounts.applicant.email, demoAccounts.oneStop.email].sort())
    for (const letter of mail.inbox) {
      expect(letter.text).toContain(code)
      expect(letter.text).toContain(dossier)
    }
  })

  it('carry no answers, neither in the subject nor in the text', () => {
    expect(JSON.stringify(mail.inbox)).not.toContain(String(simpleAnswers().ten))
  })

  it('wait until mail works again', async () => {
    mail.breakWith('connection refused')
    await office.deps.database.commit([{ sql: `UPDATE outbox SET state = 'waiting', next_at = ?, attempts = 0, id = id || ':again'`, parameters: [office.clock.now] }])
    const before = mail.inbox.length
    await dispatch()
    const administrator = await office.as('administrator')
    const status = (await administrator.get('/api/status')).body
    expect(status.ports).toContainEqual({ port: 'mail', adapter: 'fake', fault: 'connection refused' })
    expect(status.outbox.waiting).toBeGreaterThan(0)

    mail.breakWith(undefined)
    office.clock.now = new Date(Date.parse(office.clock.now) + 60_000).toISOString()
    await dispatch()
    expect(mail.inbox.length).toBeGreaterThan(before)
  })

  it('are nobody else’s business: the status is for administrators', async () => {
    expect((await (await office.as('specialist')).get('/api/status')).status).toBe(403)
    expect((await (await office.as()).get('/api/status')).status).toBe(401)
  })
})
