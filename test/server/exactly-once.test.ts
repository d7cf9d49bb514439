import { describe, expect, it } from 'vitest'
import { verifyAudit } from '../../server/audit/repository.ts'
import { simpleAnswers } from '../fixtures/build.ts'
import { sharedCounter, type Engine } from '../fixtures/engines.ts'
import { fileAtOnce } from '../fixtures/filing.ts'
import type { Reply } from '../fixtures/open-office.ts'

const duplicates = 50

describe.each<Engine>(['sqlite', 'postgres'])('exactly once on %s', (engine) => {
  const { office, citizen, desk, procedure } = sharedCounter(engine)

  const count = async (table: string): Promise<number> => Number((await office.deps.database.read<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]!.n)
  const file = (key: string, answers = simpleAnswers()): Promise<Reply> => fileAtOnce(citizen, procedure, answers, { 'Idempotency-Key': key })

  it('files one dossier for many requests at once under one key, and answers all of them the same', async () => {
    const before = { dossiers: await count('dossier'), effects: await count('outbox') }

    const replies = await Promise.all(Array.from({ length: duplicates }, () => file('key-all-at-once')))

    expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([201]))
    expect(new Set(replies.map((reply) => reply.text)).size).toBe(1)
    expect(await count('dossier')).toBe(before.dossiers + 1)
    const once = await count('outbox') - before.effects
    await file('key-another-one')
    expect(await count('outbox') - before.effects).toBe(once * 2)
  })

  it('submits one draft once, however often the button is pressed', async () => {
    const { id } = (await citizen.post('/api/dossiers', { procedure: procedure.id })).body.dossier
    await citizen.put(`/api/dossiers/${id}/answers`, { answers: simpleAnswers() }, 1)
    const press = (key: string) => citizen.post(`/api/dossiers/${id}/submission`, {}, { 'If-Match': '"2"', 'Idempotency-Key': key })

    const same = await Promise.all(Array.from({ length: 10 }, () => press('key-same-button')))
    const others = await Promise.all(Array.from({ length: 10 }, (_, i) => press(`key-other-tab-${i}`)))

    expect(new Set(same.map((reply) => reply.status))).toEqual(new Set([201]))
    expect(new Set(same.map((reply) => reply.body.dossier.code)).size).toBe(1)
    expect(others.every((reply) => reply.status === 412 || reply.status === 409)).toBe(true)
  })

  it('files many under many keys, each under a code of its own', async () => {
    const replies = (await Promise.all(Array.from({ length: 40 }, (_, i) => [file(`key-many-${i}`), file(`key-many-${i}`)]))).flat()
    const settled = await Promise.all(replies)
    expect(settled.every((reply) => reply.status === 201)).toBe(true)
    expect(new Set(settled.map((reply) => reply.body.dossier.code)).size).toBe(40)
    expect(new Set(settled.map((reply) => reply.body.dossier.id)).size).toBe(40)
  })

  it('refuses another request under a used key', async () => {
    await file('key-used-before')
    const other = await file('key-used-before', { ...simpleAnswers(), tuoi: 31 })
    expect([other.status, other.body.type]).toEqual([422, '/problems/key-reused'])
  })

  it('keeps the keys of two people apart', async () => {
    const mine = await file('key-of-two-people')
    const theirs = await desk.post('/api/submissions', { procedure: procedure.id, revision: procedure.hash, answers: simpleAnswers(), channel: 'counter', applicantName: 'Lê Thị Bình' }, { 'Idempotency-Key': 'key-of-two-people' })
    expect(theirs.status).toBe(201)
    expect(theirs.body.dossier.id).not.toBe(mine.body.dossier.id)
    expect(theirs.body.dossier).toMatchObject({ channel: 'counter', applicantName: 'Lê Thị Bình' })
  })

  it('remembers nothing of a refused filing: mended, it is filed under the same key', async () => {
    expect((await file('key-mended-later', { khan: false })).status).toBe(422)
    expect((await file('key-mended-later')).status).toBe(201)
  })

  it.each([[undefined], [''], ['short'], ['with space in it'], ['x'.repeat(129)]])('asks for a usable key, not %j', async (key) => {
    const reply = await fileAtOnce(citizen, procedure, simpleAnswers(), key === undefined ? {} : { 'Idempotency-Key': key })
    expect(reply.status).toBe(400)
  })

  it('leaves an audit trail with one entry for each', async () => {
    expect((await verifyAudit(office.deps.database)).faults).toEqual([])
    expect(await count('audit')).toBe(await count(`dossier WHERE state <> 'draft'`))
  })
})
