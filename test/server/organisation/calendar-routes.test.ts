import { beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '#core/deadline/working-calendar.ts'
import type { OfficeCalendar } from '#schemas/generated/types.ts'
import { withShared } from '../../../server/features.ts'
import { buildProcedure, simpleAnswers } from '../../fixtures/build.ts'
import { sharedOffice, type Engine } from '../../fixtures/engines.ts'

const place = '/api/designer/calendars'

describe.each<Engine>(['sqlite', 'postgres'])('working calendars on %s', (engine) => {
  const { office, administrator } = sharedOffice(engine, 'administrator')
  let calendar: OfficeCalendar
  let version: number

  beforeEach(async () => {
    const reply = await administrator.get(`${place}/vn`)
    calendar = reply.body
    version = Number(reply.headers.get('ETag')!.replaceAll('"', ''))
  })

  const off = (date: string) => ({ date, kind: 'off' as const, reason: 'Bão' })
  const dueOf = async (id: string): Promise<string> => (await office.deps.database.read<{ due_at: string }>('SELECT due_at FROM dossier WHERE id = ?', [id]))[0]!.due_at

  it('tell before they are saved which promises would be others, change none, and count from then on', async () => {
    const { id, hash } = await office.publish(buildProcedure())
    const citizen = await office.as('applicant')
    const file = async (key: string): Promise<string> => (await citizen.post('/api/submissions', { procedure: id, revision: hash, answers: simpleAnswers() }, { 'Idempotency-Key': key })).body.dossier.id
    const before = await file('key-before-the-storm')
    const promised = await dueOf(before)
    const stormy = { ...calendar, days: [...calendar.days, off('2026-11-25')] }

    const tried = await administrator.send('PUT', `${place}/vn`, { calendar: stormy, dryRun: true })
    expect([tried.status, tried.body]).toEqual([200, { open: 1, later: 1, earlier: 0 }])
    expect((await administrator.get(`${place}/vn`)).body).toEqual(calendar)

    const saved = await administrator.put(`${place}/vn`, { calendar: stormy }, version)
    expect(saved.body).toEqual({ open: 1, later: 1, earlier: 0, version: version + 1 })
    expect(await dueOf(before)).toBe(promised)
    expect((await dueOf(await file('key-after-the-storm'))).slice(0, 10)).toBe(addDays(promised.slice(0, 10), 1))
  })

  it('are saved by one who has seen the latest, and keep every version', async () => {
    expect((await administrator.send('PUT', `${place}/vn`, { calendar })).status).toBe(428)
    expect((await administrator.put(`${place}/vn`, { calendar }, version + 7)).status).toBe(412)
    const both = await Promise.all([administrator.put(`${place}/vn`, { calendar }, version), administrator.put(`${place}/vn`, { calendar }, version)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    const { versions } = (await administrator.get(`${place}/vn/versions`)).body
    expect(versions[0]).toMatchObject({ version: version + 1, savedBy: 'Nguyễn Quản Trị' })
    expect(versions).toHaveLength(version + 1)
    await expect(office.deps.database.commit([{ sql: 'DELETE FROM calendar_version', parameters: [] }])).rejects.toThrow()
  })

  it('are refused with a place where something is wrong', async () => {
    const twice = await administrator.put(`${place}/vn`, { calendar: { ...calendar, days: [off('2026-12-24'), off('2026-12-24')] } }, version)
    expect([twice.status, twice.body.errors]).toEqual([422, [expect.objectContaining({ pointer: '#/calendar/days/1/date', code: 'calendar.dayTwice' })]])
    expect((await administrator.put(`${place}/vn`, { calendar: { ...calendar, weekend: [0, 1, 2, 3, 4, 5, 6] } }, version)).status).toBe(422)
    expect((await administrator.put(`${place}/vn`, { calendar: { ...calendar, hours: [{ from: '7h', to: '11h' }] } }, version)).status).toBe(422)
  })

  it('belong to administrators; reviewers look, others do not', async () => {
    const reviewer = await office.as('reviewer')
    expect((await reviewer.get(place)).status).toBe(200)
    expect((await reviewer.put(`${place}/vn`, { calendar }, version)).status).toBe(403)
    expect((await (await office.as('oneStop')).get(place)).status).toBe(403)
    expect((await (await office.as()).get(place)).status).toBe(401)
    expect((await administrator.get(`${place}/khong-co`)).status).toBe(404)
  })

  it('propose what is announced for a year, or what the law gives', async () => {
    const { days } = (await administrator.get(`${place}/proposals/2026`)).body
    expect(days).toContainEqual(expect.objectContaining({ date: '2026-08-22', kind: 'work' }))
    expect((await administrator.get(`${place}/proposals/2031`)).body.days).toContainEqual(expect.objectContaining({ date: '2031-01-23', reason: 'Tết Nguyên đán' }))
    expect((await administrator.get(`${place}/proposals/x`)).status).toBe(404)
  })

  it('count for the procedures of the unit that has one, or of a unit below it', async () => {
    const own = { ...calendar, title: 'Lịch của Sở', weekend: [0], weekdayHours: { 6: [{ from: '07:30', to: '11:30' }] } }
    expect((await administrator.put(`${place}/so-thu-nghiem`, { calendar: own }, 0)).status).toBe(200)
    const { version: seen } = (await administrator.get('/api/designer/organisation')).body
    await administrator.put('/api/designer/organisation/units/so', { id: 'so', name: 'Sở Thử nghiệm', calendar: 'so-thu-nghiem' }, seen)
    await administrator.put('/api/designer/organisation/units/quay', { id: 'quay', name: 'Quầy số 1', parent: 'so' }, seen + 1)

    const read = withShared(office.deps).calendar
    expect((await read({ agency: 'Sở thử nghiệm' })).weekend).toEqual([0])
    expect((await read({ agency: 'Ai đó', receivingUnit: 'Quầy số 1' })).weekend).toEqual([0])
    expect((await read({ agency: 'Ai đó' })).weekend).toEqual([0, 6])
    const { calendars } = (await administrator.get(place)).body
    expect(calendars.find(({ id }: { id: string }) => id === 'so-thu-nghiem')).toMatchObject({ version: 1, units: ['Sở Thử nghiệm'] })
  })
  it('are given up when no unit uses them, are told by whom they are used otherwise, and keep their versions', async () => {
    const own = `${place}/lich-quay`
    const giveUp = (path: string, seen: number) => administrator.send('DELETE', path, undefined, { 'If-Match': `"${seen}"` })
    expect((await administrator.put(own, { calendar: { ...calendar, title: 'Lịch quầy' } }, 0)).status).toBe(200)
    const units = '/api/designer/organisation/units/quay-hai'
    const setUnit = async (more: object) => (await administrator.put(units, { id: 'quay-hai', name: 'Quầy số 2', ...more }, (await administrator.get('/api/designer/organisation')).body.version)).status
    expect(await setUnit({ calendar: 'lich-quay' })).toBe(200)
    const used = await giveUp(own, 1)
    expect([used.status, used.body.errors[0].detail]).toEqual([422, expect.stringContaining('Quầy số 2')])
    expect((await giveUp(`${place}/vn`, version)).body.errors[0].code).toBe('calendar.isUsual')
    expect((await (await office.as('reviewer')).send('DELETE', own, undefined, { 'If-Match': '"1"' })).status).toBe(403)

    expect(await setUnit({})).toBe(200)
    expect((await giveUp(own, 7)).status).toBe(412)
    const both = await Promise.all([giveUp(own, 1), setUnit({ calendar: 'lich-quay' })])
    expect([both[0].status, both[1]].filter((status) => status < 300)).toHaveLength(1)
    if (both[1] === 200) {
      await setUnit({})
      await giveUp(own, 1)
    }
    expect((await administrator.get(own)).status).toBe(404)
    expect(await setUnit({ calendar: 'lich-quay' })).toBe(422)
    expect((await administrator.get(`${own}/versions`)).body.versions).toHaveLength(2)
    expect((await administrator.get(place)).body.calendars.map(({ id }: { id: string }) => id)).not.toContain('lich-quay')
    const again = await administrator.put(own, { calendar: { ...calendar, title: 'Lịch quầy' } }, 0)
    expect([again.status, again.body.version]).toEqual([200, 3])
  })
})
