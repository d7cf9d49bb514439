import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCalendar } from '../../../server/organisation/calendar.ts'
import { createCalendarRepository } from '../../../server/organisation/calendar-repository.ts'
import { createUnitRepository } from '../../../server/organisation/unit-repository.ts'
import { loadCalendar } from '../../../server/organisation/load-calendar.ts'
import { openOffice, type Office, type Person } from '../../fixtures/open-office.ts'

describe('what the office publishes about itself', () => {
  let office: Office
  let visitor: Person

  beforeAll(async () => {
    office = await openOffice()
    visitor = await office.as()
  })
  afterAll(() => office.close())

  it('are its working days', async () => {
    const { body } = await visitor.get('/api/calendar')
    expect(body).toMatchObject({ utcOffsetMinutes: 420, weekend: [0, 6] })
    expect(body.days).toContainEqual(expect.objectContaining({ date: '2026-11-24', kind: 'off' }))
    expect(body.days).toContainEqual(expect.objectContaining({ date: '2026-08-22', kind: 'work' }))
  })

  it('are those of the unit that receives, where it keeps other days', async () => {
    const { database } = office.deps
    const units = await createUnitRepository(database).list()
    const desk = units.find(({ calendar }) => calendar !== undefined)!
    const [usual, asked, unknown] = await Promise.all(['', `?agency=${encodeURIComponent('Ủy ban')}&receivingUnit=${encodeURIComponent(desk.name)}`, '?agency=Kh%C3%B4ng%20c%C3%B3'].map(async (query) => (await visitor.get(`/api/calendar${query}`)).body))
    expect(asked.title).toBe((await createCalendarRepository(database).find(desk.calendar!))!.calendar.title)
    expect(asked.title).not.toBe(usual.title)
    expect(unknown).toEqual(usual)
  })

  it('stay as the office saved them, whatever the product brings later', async () => {
    const { database } = office.deps
    const calendars = createCalendarRepository(database)
    const { version, calendar } = (await calendars.find('vn'))!
    await loadCalendar(office.deps, calendar, 'Một Cửa')
    expect((await calendars.find('vn'))!.version).toBe(version)
    await database.commit([calendars.insert('vn', version + 1, { ...calendar, days: [] }, 'Nguyễn Quản Trị', office.clock.now)])
    await loadCalendar(office.deps, calendar, 'Một Cửa')
    expect((await calendars.find('vn'))!.calendar.days).toEqual([])
  })

  it('are plain weeks before anything is entered', async () => {
    const none = { ...office.deps.database, read: () => Promise.resolve([]) } as unknown as typeof office.deps.database
    expect(await createCalendar(none)()).toMatchObject({ weekend: [0, 6], days: {}, hours: [{ from: '07:30', to: '11:30' }, { from: '13:00', to: '17:00' }] })
  })
})
