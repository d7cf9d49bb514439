// The report and the files that are made of it, over the wire: who reads what, what a period, a procedure and an office change, and
// that everybody else learns nothing of single dossiers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
import { keepStatistics } from '../../../server/features.ts'
import { buildProcedure, simpleAnswers } from '../../fixtures/build.ts'
import { openOfficeOn, type Engine } from '../../fixtures/engines.ts'
import type { Office, Person } from '../../fixtures/open-office.ts'

const named = (code: string, receivingUnit: string) => {
  const base = buildProcedure(code)
  return { ...base, info: { ...base.info, receivingUnit, name: `Thủ tục ${code}` } }
}

describe.each<Engine>(['sqlite', 'postgres'])('the report on %s', (engine) => {
  let opened: Office
  let office: Office
  let citizen: Person, desk: Person, head: Person
  let common: { id: string; hash: string }, rare: { id: string; hash: string }
  let keys = 0

  const file = async ({ id, hash }: { id: string; hash: string }) =>
    (await citizen.post('/api/submissions', { procedure: id, revision: hash, answers: simpleAnswers() }, { 'Idempotency-Key': `report-key-${engine}-${keys++}` })).body.dossier
  const act = (person: Person, dossier: { id: string; version: number }, body: Record<string, unknown>) => person.post(`/api/tasks/${dossier.id}/actions`, { version: dossier.version, ...body })
  const count = async (): Promise<void> => {
    while (await keepStatistics(office.deps));
  }

  beforeAll(async () => {
    opened = await openOfficeOn(engine)
    office = opened
    ;[citizen, desk, head] = await Promise.all([office.as('applicant'), office.as('oneStop'), office.as('head')])
    common = await office.publish(named('1.000881', 'Quầy số một'))
    rare = await office.publish(named('1.000882', 'Quầy số hai'))
    for (let i = 0; i < 25; i++) {
      const dossier = await file(common)
      await act(desk, dossier, { action: 'refuse-intake', reason: 'Không thuộc thẩm quyền' })
    }
    await file(common)
    await act(desk, await file(rare), { action: 'refuse-intake', reason: 'Không thuộc thẩm quyền' })
    await count()
  })
  afterAll(() => opened.close())

  it('says what came in, what was done and what is in hand', async () => {
    const { status, body } = await head.get('/api/statistics')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      from: '2025-12', to: '2026-11', total: { received: { online: 27, counter: 0, post: 0 }, refused: 26, granted: 0 },
      open: { within: 1, over: 0 }, raters: 0, offices: expect.arrayContaining(['Quầy số hai', 'Quầy số một']),
    })
    expect(body.months).toHaveLength(12)
    expect(body.months.at(-1)).toMatchObject({ month: '2026-11', figures: { received: { online: 27 } } })
    expect(body.procedures.map(({ name, figures }: { name: string; figures: { received: { online: number } } }) => [name, figures.received.online])).toEqual([['Thủ tục 1.000881', 26], ['Thủ tục 1.000882', 1]])
    expect(body.units).toMatchObject([{ steps: { late: 0 } }])
    expect(body.officers).toMatchObject([{ id: desk.id, name: expect.stringMatching(/Một Cửa/), score: expect.any(Number) }])
    expect(body.scores).toHaveLength(9)
    expect(body.scores[2]).toEqual({ number: 3, score: 2, dossiers: 26 })
  })

  it('is of a period, a procedure or an office when asked so', async () => {
    expect((await head.get('/api/statistics?from=2026-01&to=2026-10')).body.total.received.online).toBe(0)
    expect((await head.get(`/api/statistics?procedure=${rare.id}`)).body).toMatchObject({ total: { received: { online: 1 } }, open: { within: 0 } })
    expect((await head.get(`/api/statistics?office=${encodeURIComponent('Quầy số một')}`)).body.total.received.online).toBe(26)
    for (const wrong of ['from=2026-13', 'from=2026-11&to=2026-01', 'from=0001-01', 'from=x']) expect((await head.get(`/api/statistics?${wrong}`)).status).toBe(422)
  })

  it('is for heads and administrators only', async () => {
    expect((await (await office.as('administrator')).get('/api/statistics')).status).toBe(200)
    for (const path of ['/api/statistics', '/api/statistics/report.xlsx', '/api/statistics/months.csv', '/api/statistics/registers', '/api/statistics/registers/2026/H99/1.pdf']) {
      expect((await desk.get(path)).status, path).toBe(403)
      expect((await citizen.get(path)).status, path).toBe(403)
      expect((await (await office.as()).get(path)).status, path).toBe(401)
    }
  })

  it('goes into files with the same figures', async () => {
    const csv = await head.get('/api/statistics/procedures.csv?lang=en')
    expect(csv.headers.get('Content-Disposition')).toContain('thong-ke-procedures-2025-12--2026-11.csv')
    expect(csv.text.split('\r\n')[0]).toContain('Procedure,Received,Online')
    expect(csv.text).toContain('Thủ tục 1.000881,26,26,0,0,25')
    const sheets = unzipSync((await head.get('/api/statistics/report.xlsx')).bytes)
    expect(Object.keys(sheets).filter((name) => /worksheets\/sheet\d+\.xml$/.test(name))).toHaveLength(6)
    expect(strFromU8(sheets['xl/workbook.xml']!)).toContain('Theo thủ tục')
    expect((await head.get('/api/statistics/nothing.csv')).status).toBe(404)
  })

  it('tells everybody nothing that points at a person', async () => {
    const { status, headers, body } = await (await office.as()).get('/api/public-statistics')
    expect([status, headers.get('Cache-Control')]).toEqual([200, 'public, max-age=60'])
    expect(body).toMatchObject({ year: '2026', years: ['2026'], total: { received: 27, settled: 26 } })
    // Of two procedures the one with a single dossier is kept back, and the other with it: the sum is told.
    expect(body.procedures.map(({ figures }: { figures: unknown }) => figures)).toEqual([{ received: null, settled: null, late: 0 }, { received: null, settled: null, late: 0 }])
    expect(JSON.stringify(body)).not.toContain('officers')
    expect((await citizen.get('/api/public-statistics?year=1999')).status).toBe(404)
  })

  it('tells how long it took where enough dossiers say so', async () => {
    const ask = async (id: string) => (await citizen.get(`/api/public-statistics/procedures/${id}`)).body
    expect(await ask(common.id)).toEqual({ time: { dossiers: 25, half: 0.125, nine: 0.125 } })
    expect(await ask(rare.id)).toEqual({})
  })
})
