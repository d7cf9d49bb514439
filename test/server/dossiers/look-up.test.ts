import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../../server/app.ts'
import { limits } from '../../../server/limits.ts'
import { sharedCounter, type Engine } from '../../fixtures/engines.ts'
import { act, fileAtOnce } from '../../fixtures/filing.ts'

describe.each<Engine>(['sqlite', 'postgres'])('the public look-up on %s', (engine) => {
  const { office, citizen, desk, procedure } = sharedCounter(engine)
  let filed: { id: string; code: string; version: number }
  let waiting: { code: string }
  beforeAll(async () => {
    const file = async () => (await fileAtOnce(citizen, procedure)).body.dossier
    filed = await file()
    const asked = await file()
    waiting = (await act(desk, asked.id, asked.version, { action: 'ask-supplement', reason: 'Thiếu tên', fields: ['/ten'] })).body.dossier
  })

  const lookUp = async (code: string) => (await office.as()).get(`/api/look-up/${encodeURIComponent(code)}`)

  it('tells a stranger the code and how far the dossier is, and nothing of anybody', async () => {
    const reply = await lookUp(filed.code)
    expect([reply.status, reply.body]).toEqual([200, { code: filed.code, completion: { state: 'received', done: 0, of: 3 } }])
    expect((await lookUp(waiting.code)).body.completion).toEqual({ state: 'waiting', done: 0, of: 3 })
  })

  it('finds the code however it is typed', async () => {
    const { code } = filed
    for (const typed of [code.toLowerCase(), ` ${code.replaceAll('-', ' – ')} `, code.replaceAll('-', ''), code.replaceAll('-', ' '), code.replace(/0(?=\d*$)/g, 'O')]) {
      expect([typed, (await lookUp(typed)).body.code]).toEqual([typed, code])
    }
  })

  it('answers for what is not there in the same shape', async () => {
    for (const typed of [filed.code.replace(/\d$/, '9'), 'H01-261121-0001', 'x', "' OR 1=1", '%', 'a'.repeat(200)]) {
      const reply = await lookUp(typed)
      expect([typed, reply.status, Object.keys(reply.body)]).toEqual([typed, 200, ['code', 'completion']])
      expect(reply.body.completion).toBeNull()
    }
  })

  it('leads its owner to the dossier, and no other account', async () => {
    expect((await citizen.get(`/api/look-up/${filed.code}`)).body.dossier).toBe(filed.id)
    expect((await desk.get(`/api/look-up/${filed.code}`)).body.dossier).toBeUndefined()
  })

  it('stops whoever walks through the numbers of a day, from many addresses too, and lets them in again later', async () => {
    const app = createApp(office.deps)
    const from = (address: string, code: string) => app.request(`http://office.test/api/look-up/${code}`, {}, { incoming: { socket: { remoteAddress: address } } })
    const statuses: number[] = []
    for (let i = 0; i <= limits.lookUpsPerAddress.most; i++) statuses.push((await from('203.0.113.7', filed.code)).status)
    expect(statuses).toEqual([...Array<number>(limits.lookUpsPerAddress.most).fill(200), 429])
    expect((await from('203.0.113.8', filed.code)).status).toBe(200)

    const many = await Promise.all(Array.from({ length: limits.missesPerPrefix.most + 20 }, (_, i) => from(`198.51.${i >> 7}.${i & 127}`, `H77-261101-${String(i).padStart(4, '0')}`)))
    expect(many.filter(({ status }) => status === 200)).toHaveLength(limits.missesPerPrefix.most)
    const refused = await from('192.0.2.1', 'H77-261101-0001')
    expect([refused.status, Number(refused.headers.get('Retry-After')) > 0]).toEqual([429, true])
    expect((await from('192.0.2.1', filed.code)).status).toBe(200)

    office.clock.now = new Date(Date.parse(office.clock.now) + limits.missesPerPrefix.seconds * 1000 + 1000).toISOString()
    expect((await from('203.0.113.7', 'H77-261101-0001')).status).toBe(200)
  }, 60_000)
})
