// Applicant and office write to each other about a dossier, on both engines.
import { describe, expect, it } from 'vitest'
import { demoAccounts } from '../../../server/accounts/demo-accounts.ts'
import type { FakeMail } from '../../../server/integrations/mail/fake.ts'
import { limits } from '../../../server/limits.ts'
import { verifyMessages } from '../../../server/messages/repository.ts'
import { sharedCounter, type Engine } from '../../fixtures/engines.ts'
import { fileAtOnce } from '../../fixtures/filing.ts'
import { carryOutEffects } from '../../fixtures/outbox.ts'

describe.each<Engine>(['sqlite', 'postgres'])('messages on %s', (engine) => {
  const { office, citizen, desk, procedure } = sharedCounter(engine)

  const file = async (): Promise<string> => (await fileAtOnce(citizen, procedure)).body.dossier.id
  const ask = (id: string, text: unknown) => citizen.post(`/api/dossiers/${id}/messages`, { text })
  const answer = (id: string, text: string) => desk.post(`/api/tasks/${id}/messages`, { text })
  const letters = async (): Promise<string[]> => {
    await carryOutEffects(office)
    return (office.deps.mail as FakeMail).inbox.filter(({ subject }) => subject.includes('tin nhắn')).map(({ to }) => to)
  }

  it('reach the other side in their order, officers as their unit and the applicant by name', async () => {
    const id = await file()
    expect((await ask(id, '  Bao giờ có kết quả ạ?  ')).status).toBe(201)
    expect((await answer(id, 'Ngày 27 anh nhé.')).status).toBe(201)
    const mine = (await citizen.get(`/api/dossiers/${id}/messages`)).body
    expect(mine.messages).toMatchObject([{ number: 1, side: 'applicant', text: 'Bao giờ có kết quả ạ?' }, { number: 2, side: 'office', text: 'Ngày 27 anh nhé.' }])
    expect(JSON.stringify(mine)).not.toContain(demoAccounts.oneStop.name)
    const theirs = (await desk.get(`/api/tasks/${id}/messages`)).body
    expect(theirs.messages.map(({ author }: { author: string }) => author)).toEqual([demoAccounts.applicant.name, demoAccounts.oneStop.name])
  })

  it('are unread until somebody says that they were shown; marks never go back or beyond', async () => {
    const id = await file()
    await answer(id, 'Một')
    await answer(id, 'Hai')
    expect((await citizen.get(`/api/dossiers/${id}/messages`)).body).toMatchObject({ read: 0 })
    const listed = (await citizen.get('/api/dossiers')).body.dossiers as { id: string; unread?: number }[]
    expect(listed.find((each) => each.id === id)?.unread).toBe(2)
    expect((await citizen.send('PUT', `/api/dossiers/${id}/messages/read`, { number: 99 })).body).toMatchObject({ read: 2 })
    expect((await citizen.send('PUT', `/api/dossiers/${id}/messages/read`, { number: 1 })).body).toMatchObject({ read: 2 })
    expect((await desk.get(`/api/tasks/${id}/messages`)).body).toMatchObject({ read: 2, seen: 2 })
    expect((await citizen.get('/api/dossiers')).body.dossiers.find((each: { id: string }) => each.id === id).unread).toBeUndefined()
  })

  it('are told by one letter without their words, until they are read', async () => {
    const id = await file()
    const before = (await letters()).length
    await answer(id, 'Chuyện riêng một')
    await answer(id, 'Chuyện riêng hai')
    expect((await letters()).slice(before)).toEqual([demoAccounts.applicant.email])
    await ask(id, 'Dạ vâng')
    await answer(id, 'Cảm ơn anh')
    expect((await letters()).slice(before)).toEqual([demoAccounts.applicant.email, demoAccounts.oneStop.email, demoAccounts.applicant.email])
    expect(JSON.stringify((office.deps.mail as FakeMail).inbox)).not.toContain('Chuyện riêng')
  })

  it('refuses what says nothing, too much or something else', async () => {
    const id = await file()
    for (const text of ['', '   ', 'x'.repeat(2001), 7, undefined]) expect([text, (await ask(id, text)).status]).toEqual([text, 422])
    expect((await citizen.get(`/api/dossiers/${id}/messages`)).body.messages).toEqual([])
  })

  it('is between the two sides only', async () => {
    const id = await file()
    const draft = (await citizen.post('/api/dossiers', { procedure: procedure.id })).body.dossier.id
    expect((await ask(draft, 'Chưa nộp')).status).toBe(404)
    expect((await desk.get(`/api/dossiers/${id}/messages`)).status).toBe(404)
    expect((await citizen.get(`/api/tasks/${id}/messages`)).status).toBe(404)
    expect((await (await office.as('administrator')).post(`/api/tasks/${id}/messages`, { text: 'Tôi' })).status).toBe(404)
    expect((await (await office.as()).post(`/api/dossiers/${id}/messages`, { text: 'Ai đó' })).status).toBe(401)
  })

  it('keeps every message of many at once, in a chain that holds', async () => {
    const id = await file()
    const replies = await Promise.all([1, 2, 3, 4].flatMap((n) => [ask(id, `Hỏi ${n}`), answer(id, `Đáp ${n}`)]))
    const kept = replies.filter(({ status }) => status === 201).length
    expect((await citizen.get(`/api/dossiers/${id}/messages`)).body.messages).toHaveLength(kept)
    expect(kept).toBeGreaterThan(3)
    expect(await verifyMessages(office.deps.database, id)).toBe(true)
    await office.deps.database.commit([{ sql: `UPDATE message SET text = 'khác' WHERE dossier_id = ? AND number = 1`, parameters: [id] }])
    expect(await verifyMessages(office.deps.database, id)).toBe(false)
  })

  it('stops whoever writes without end', async () => {
    const id = await file()
    office.deps.config.rateFactor = 1
    const statuses = []
    for (let i = 0; i <= limits.rates.message.person.most; i++) statuses.push((await ask(id, `Lần ${i}`)).status)
    expect(statuses.at(-1)).toBe(429)
  })
})
