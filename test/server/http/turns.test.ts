import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../../server/app.ts'
import { limits } from '../../../server/limits.ts'
import { buildProcedure, simpleAnswers } from '../../fixtures/build.ts'
import { openOfficeOn, type Engine } from '../../fixtures/engines.ts'
import type { Office, Revision } from '../../fixtures/open-office.ts'
import { fileAtOnce } from '../../fixtures/filing.ts'
import { fingerprint } from '../../fixtures/fingerprint.ts'

describe.each<Engine>(['sqlite', 'postgres'])('everyday limits on %s', (engine) => {
  let office: Office
  let procedure: Revision
  beforeAll(async () => {
    office = await openOfficeOn(engine, { rateFactor: 1 })
    procedure = await office.publish(buildProcedure())
  })
  afterAll(() => office.close())

  const minuteLater = (): void => { office.clock.now = new Date(Date.parse(office.clock.now) + 61_000).toISOString() }
  const file = async (key: string = crypto.randomUUID()) => fileAtOnce(await office.as('applicant'), procedure, simpleAnswers(), { 'Idempotency-Key': key })

  it('file exactly as many dossiers a minute as one person may, however many are sent at once; refused ones leave nothing', async () => {
    const { most } = limits.rates.submission.person
    const replies = await Promise.all(Array.from({ length: most + 15 }, () => file()))
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(most)
    const refused = replies.filter(({ status }) => status !== 201)
    for (const { status, headers, body } of refused) expect([status, headers.get('Retry-After'), body.detail]).toEqual([429, expect.stringMatching(/^[1-9]\d*$/), expect.stringContaining('đợi')])
    const before = await fingerprint(office.deps.database)
    expect((await file()).status).toBe(429)
    expect(await fingerprint(office.deps.database)).toBe(before)
  })

  it('count a repeated request once, and answer it again beyond the limit', async () => {
    minuteLater()
    const first = await file('the-same-key')
    for (let i = 1; i < limits.rates.submission.person.most; i++) await file()
    expect((await file()).status).toBe(429)
    const again = await file('the-same-key')
    expect([again.status, again.body]).toEqual([201, first.body])
  })

  it('let saving go on for as fast as somebody types, and stop a broken program', async () => {
    minuteLater()
    const citizen = await office.as('applicant')
    const { dossier } = (await citizen.post('/api/dossiers', { procedure: procedure.id })).body
    const statuses: number[] = []
    const { most } = limits.rates.save.person
    for (let i = 1; i <= most + 2; i++) statuses.push((await citizen.put(`/api/dossiers/${dossier.id}/answers`, { answers: { ten: `An ${i}` } }, Math.min(i, most + 1))).status)
    expect(statuses).toEqual([...Array<number>(most).fill(200), 429, 429])
    minuteLater()
    expect((await citizen.put(`/api/dossiers/${dossier.id}/answers`, { answers: {} }, most + 1)).status).toBe(200)
  })

  it('let an office behind one address begin as guests, and no flood of them', async () => {
    const app = createApp(office.deps)
    const begin = (address: string) => app.request('http://office.test/api/dossiers', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ procedure: procedure.id }) }, { incoming: { socket: { remoteAddress: address } } })
    const statuses: number[] = []
    for (let i = 0; i <= limits.rates.start.address.most; i++) statuses.push((await begin('203.0.113.9')).status)
    expect(statuses).toEqual([...Array<number>(limits.rates.start.address.most).fill(201), 429])
    const guests = Number((await office.deps.database.read<{ n: number }>('SELECT COUNT(*) AS n FROM guest'))[0]!.n)
    expect(guests).toBe(limits.rates.start.address.most)
    expect((await begin('203.0.113.10')).status).toBe(201)
    // Of IPv6 a household has a whole network.
    for (let i = 0; i < limits.rates.start.address.most; i++) await begin(`2001:db8:1:2::${i.toString(16)}`)
    expect([(await begin('2001:db8:1:2:ffff::1')).status, (await begin('2001:db8:1:3::1')).status]).toEqual([429, 201])
  }, 60_000)

  it('give 10 000 guesses of a code no hit, and few answers', async () => {
    const app = createApp(office.deps)
    const { dossier } = (await (await app.request('http://office.test/api/dossiers', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ procedure: procedure.id }) })).json()) as { dossier: { applicantId: string } }
    const real = office.deps.guests.code(dossier.applicantId.slice('guest:'.length))
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    const guess = (n: number): string => Array.from({ length: 12 }, (_, i) => letters[(n * 31 + i * 17 + (n >> i)) % 32]).join('')
    const counts = new Map<number, number>()
    // The arithmetic is the same on both engines; one of them does all of it.
    const rounds = engine === 'sqlite' ? 100 : 20
    for (let round = 0; round < rounds; round++) {
      const replies = await Promise.all(Array.from({ length: 100 }, (_, i) => app.request('http://office.test/api/guest/resumption', {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ code: real.slice(0, 4) + guess(round * 100 + i) }),
      }, { incoming: { socket: { remoteAddress: `198.51.${round}.${i}` } } })))
      for (const { status } of replies) counts.set(status, (counts.get(status) ?? 0) + 1)
    }
    expect(Object.fromEntries(counts)).toEqual({ 404: limits.resumesPerPrefix.most, 429: rounds * 100 - limits.resumesPerPrefix.most })
  }, 120_000)
})
