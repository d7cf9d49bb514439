// What people think of how their dossier was handled, on both engines.
import { describe, expect, it } from 'vitest'
import document from '#schemas/dossier/rating-form.json' with { type: 'json' }
import { sharedCounter, type Engine } from '../../fixtures/engines.ts'
import { fileAtOnce } from '../../fixtures/filing.ts'

const names = document.schema.required
const good = Object.fromEntries(names.map((name) => [name, 2]))

describe('the form of nine things', () => {
  it('asks each of them with 0, 1 and 2 to choose from', () => {
    expect(names).toHaveLength(9)
    for (const name of names) expect((document.schema.properties as unknown as Record<string, { oneOf: { const: number }[] }>)[name]!.oneOf.map((option) => option.const)).toEqual([2, 1, 0])
  })
})

describe.each<Engine>(['sqlite', 'postgres'])('a rating on %s', (engine) => {
  const { office, citizen, desk, procedure } = sharedCounter(engine)

  const file = async () => (await fileAtOnce(citizen, procedure)).body.dossier
  const ended = async (): Promise<string> => {
    const filed = await file()
    await citizen.post(`/api/dossiers/${filed.id}/withdrawal`, { version: filed.version, reason: 'Nhầm' })
    return filed.id
  }
  const rate = (id: string, answers: unknown) => citizen.send('PUT', `/api/dossiers/${id}/rating`, { answers })

  it('is taken after the end only, once, and can be changed for fifteen days', async () => {
    const open = await file()
    expect((await rate(open.id, good)).status).toBe(409)
    const id = await ended()
    expect((await citizen.get(`/api/dossiers/${id}/rating`)).body).toEqual({ answers: {}, mayChange: true })
    expect((await rate(id, good)).body).toMatchObject({ answers: good, ratedAt: office.clock.now, mayChange: true })
    const then = office.clock.now
    office.clock.now = '2026-12-04T02:00:00.000Z'
    expect((await rate(id, { ...good, thaiDo: 0, yKien: ' Cần nhanh hơn ' })).body.answers).toMatchObject({ thaiDo: 0, yKien: 'Cần nhanh hơn' })
    office.clock.now = '2026-12-06T02:00:00.000Z'
    expect((await rate(id, good)).status).toBe(409)
    expect((await citizen.get(`/api/dossiers/${id}/rating`)).body).toMatchObject({ mayChange: false, ratedAt: then, answers: { thaiDo: 0 } })
    expect(await office.deps.database.read('SELECT 1 FROM rating WHERE dossier_id = ?', [id])).toHaveLength(1)
    office.clock.now = then
  })

  it('names the places of what is missing or out of range', async () => {
    const id = await ended()
    const refused = await rate(id, { ...good, thaiDo: 3, soCoQuan: undefined, la: 1 })
    expect(refused.status).toBe(422)
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(expect.arrayContaining(['#/answers/thaiDo', '#/answers/soCoQuan', '#/answers/la']))
  })

  it('is seen by the person who gave it and by no officer', async () => {
    const id = await ended()
    await rate(id, { ...good, yKien: 'Riêng tư' })
    expect((await desk.get(`/api/dossiers/${id}/rating`)).status).toBe(404)
    expect((await desk.get(`/api/tasks/${id}`)).text).not.toContain('Riêng tư')
    expect((await (await office.as()).get(`/api/dossiers/${id}/rating`)).status).toBe(401)
  })
})
