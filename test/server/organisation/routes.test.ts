import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addCalendarDay, readCalendarDocument } from '../../../server/organisation/calendar.ts'
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

  it('keeps a day as the office has it', async () => {
    await office.deps.database.commit([addCalendarDay({ date: '2026-11-24', kind: 'work', reason: 'khác' })])
    expect((await readCalendarDocument(office.deps.database)).days).toContainEqual(expect.objectContaining({ date: '2026-11-24', kind: 'off' }))
  })
})
