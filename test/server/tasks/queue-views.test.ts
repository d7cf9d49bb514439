import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOffice, type Office, type Person } from '../../fixtures/open-office.ts'

let office: Office
let oneStop: Person
let specialist: Person
const overdue = { tab: 'unit', status: 'overdue' }

beforeAll(async () => {
  office = await openOffice()
  ;[oneStop, specialist] = [await office.as('oneStop'), await office.as('specialist')]
})
afterAll(() => office.close())

const viewsOf = async (who: Person) => (await who.get('/api/tasks/views')).body.views as { id: string; name: string; own: boolean; unit?: string }[]

describe('saved views of the queue', () => {
  it('are kept by name, changed and removed by whoever made them, and by nobody else', async () => {
    const { status, body } = await oneStop.post('/api/tasks/views', { name: 'Quá hạn', filters: overdue })
    expect(status).toBe(201)
    expect(await viewsOf(oneStop)).toEqual([{ id: body.id, name: 'Quá hạn', filters: overdue, own: true, owner: 'Trần Một Cửa' }])
    expect(await viewsOf(specialist)).toEqual([])
    expect((await specialist.send('PUT', `/api/tasks/views/${body.id}`, { name: 'Của tôi', filters: {} })).status).toBe(404)
    expect((await specialist.send('DELETE', `/api/tasks/views/${body.id}`)).status).toBe(404)
    expect((await oneStop.send('PUT', `/api/tasks/views/${body.id}`, { name: 'Sắp hạn', filters: { status: 'soon' } })).body.name).toBe('Sắp hạn')
    expect((await oneStop.send('DELETE', `/api/tasks/views/${body.id}`)).status).toBe(204)
    expect(await viewsOf(oneStop)).toEqual([])
  })

  it('are shared with a unit of one’s own only, and read by its members', async () => {
    const unit = 'Bộ phận Một cửa'
    expect((await specialist.post('/api/tasks/views', { name: 'Chung', filters: {}, unit })).body.errors[0].pointer).toBe('#/unit')
    expect((await oneStop.post('/api/tasks/views', { name: 'Chung', filters: overdue, unit })).status).toBe(201)
    await office.deps.database.commit([{ sql: 'UPDATE queue_view SET owner_id = ? WHERE name = ?', parameters: [specialist.id, 'Chung'] }])
    expect(await viewsOf(oneStop)).toMatchObject([{ name: 'Chung', own: false, unit }])
  })

  it('hold filters that the queue knows', async () => {
    for (const filters of [{ tab: 'everything' }, { status: 'late' }, { receivedFrom: 'yesterday' }, { tab: 'filed', status: 'soon' }, { unknown: 1 }]) {
      expect((await oneStop.post('/api/tasks/views', { name: 'Sai', filters })).status).toBe(422)
    }
    for (const query of ['tab=everything', 'status=late', 'procedure=1', 'tab=filed&status=soon']) expect((await oneStop.get(`/api/tasks?${query}`)).status).toBe(422)
  })
})
