import { describe, expect, it } from 'vitest'
import type { DataReader } from '#schemas/generated/types.ts'
import { judgeShape } from '../../../server/http/schemas.ts'
import { mostReaders } from '../../../server/data-readers/repository.ts'
import { sharedDesignRoom, type Engine } from '../../fixtures/engines.ts'

describe.each<Engine>(['sqlite', 'postgres'])('readers of the data of a procedure on %s', (engine) => {
  const { office, administrator, reviewer, visitor } = sharedDesignRoom(engine)

  const place = async (): Promise<string> => `/api/designer/procedures/${(await administrator.post('/api/designer/procedures', { name: 'Có người đọc' })).body.id}/readers`
  const statistics = { name: 'Cục Thống kê', email: 'dulieu@thongke.test', language: 'vi' }
  const add = (at: string, more: object = {}, headers = {}) => administrator.post(at, { ...statistics, ...more }, headers)
  const errorsOf = ({ status, body }: { status: number, body: { errors?: { pointer: string, code: string }[] } }) => [status, ...(body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`)]

  it('are kept by whoever designs it, each with a language of letters', async () => {
    const at = await place()
    expect((await administrator.get(at)).body).toEqual({ readers: [] })
    const added = await add(at, { name: '  Cục Thống kê ', email: 'DuLieu@thongke.test ' })
    expect([added.status, judgeShape('api/data-readers', added.body)]).toEqual([201, []])
    expect(added.body.readers).toEqual([{ id: expect.any(String), ...statistics }])
    await add(at, { name: 'Registry', email: 'data@registry.test', language: 'en' })
    const { readers } = (await administrator.get(at)).body as { readers: DataReader[] }
    expect(readers.map(({ language }) => language).sort()).toEqual(['en', 'vi'])
    const left = await administrator.send('DELETE', `${at}/${readers.find(({ language }) => language === 'vi')!.id}`)
    expect(left.body.readers).toMatchObject([{ name: 'Registry' }])
  })

  it('are read by reviewers, changed by nobody but designers, and nobody else’s business', async () => {
    const at = await place()
    const [{ id }] = (await add(at)).body.readers
    expect((await reviewer.get(at)).body.readers).toHaveLength(1)
    for (const [person, status] of [[reviewer, 403], [await office.as('specialist'), 403], [visitor, 401]] as const) {
      expect((await person.post(at, { ...statistics, email: 'khac@thongke.test' })).status).toBe(status)
      expect((await person.send('DELETE', `${at}/${id}`)).status).toBe(status)
      if (person !== reviewer) expect((await person.get(at)).status).toBe(status)
    }
    expect((await administrator.get(at)).body.readers).toHaveLength(1)
  })

  it('stand once by their address, which a letter can go to, under a name', async () => {
    const at = await place()
    await add(at)
    expect(errorsOf(await add(at, { name: 'Ai khác', email: 'DULIEU@thongke.test' }))).toEqual([422, '#/email reader.twice'])
    expect(errorsOf(await add(at, { name: ' ', email: 'khong phai dia chi' }))).toEqual([422, '#/name reader.nameMissing', '#/email reader.addressWrong'])
    expect(errorsOf(await add(at, { email: 'a@x.test\r\nBcc: b@x.test' }))[0]).toBe(422)
    expect(errorsOf(await add(at, { email: 'a@x.test', language: 'fr' }))).toEqual([422, '#/language body.enum'])
    const said = (await add(at, { email: 'sai' }, { 'Accept-Language': 'en' })).body.errors[0].detail
    expect(said).toContain('not an e-mail address')
    expect((await administrator.get(at)).body.readers).toHaveLength(1)
  })

  it('are no more than a publication can write to, also when many are added at once', async () => {
    const at = await place()
    const replies = []
    for (let i = 0; i < mostReaders - 1; i++) replies.push((await add(at, { email: `doc${i}@x.test` })).status)
    expect(new Set(replies)).toEqual(new Set([201]))
    const last = await Promise.all([add(at, { email: 'cuoi@x.test' }), add(at, { email: 'cuoi@x.test' })])
    expect(last.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(errorsOf(await add(at, { email: 'thua@x.test' }))).toEqual([422, '# reader.tooMany'])
    expect((await administrator.get(at)).body.readers).toHaveLength(mostReaders)
  })

  it('belong to one procedure', async () => {
    const [one, other] = [await place(), await place()]
    const [{ id }] = (await add(one)).body.readers
    expect((await add(other)).status).toBe(201)
    expect((await administrator.send('DELETE', `${other}/${id}`)).status).toBe(404)
    const nowhere = `/api/designer/procedures/${crypto.randomUUID()}/readers`
    expect([(await administrator.get(nowhere)).status, (await add(nowhere)).status]).toEqual([404, 404])
  })
})
