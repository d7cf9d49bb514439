import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { QueueEntry, QueueCounts } from '#schemas/generated/types.ts'
import { listEvents, verifyAudit } from '../../../server/audit/repository.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import { openOfficeOn, type Engine } from '../../fixtures/engines.ts'
import type { Office } from '../../fixtures/open-office.ts'
import type { Person } from '../../fixtures/open-office.ts'
import { fileOne } from '../../fixtures/queue.ts'

describe.each<Engine>(['sqlite', 'postgres'])('who has a dossier, on %s', (engine) => {
  let opened: Office
  let oneStop: Person
  let head: Person
  let other: { id: string; name: string }
  let procedure: { id: string; hash: string }
  let made = 0
  const file = async (): Promise<string> => (await fileOne(opened, procedure, `assignment-${made++}`)).id
  const assign = (who: Person, id: string, version: number, to?: string) => who.post(`/api/tasks/${id}/assignment`, { version, ...(to !== undefined && { to }) })
  const ids = async (who: Person, query: string): Promise<string[]> => ((await who.get(`/api/tasks?${query}`)).body.tasks as QueueEntry[]).map((task) => task.dossierId)

  beforeAll(async () => {
    opened = await openOfficeOn(engine)
    const office = opened
    procedure = await office.publish(buildProcedure())
    const id = await office.deps.identity.createAccount({ email: 'motcua2@demo.motcua.vn', password: 'MotCua-2026', name: 'Đinh Thị Hai', roles: ['one-stop'], unit: 'Bộ phận Một cửa' })
    other = { id: id!, name: 'Đinh Thị Hai' }
    ;[oneStop, head] = [await office.as('oneStop'), await office.as('head')]
  })
  afterAll(() => opened.close())

  it('is taken by an officer, leaves what nobody has, and comes back when it is given back', async () => {
    const id = await file()
    expect(await ids(oneStop, 'tab=unassigned')).toContain(id)

    const taken = await assign(oneStop, id, 1, oneStop.id)
    expect(taken.body.dossier).toMatchObject({ version: 2, assignee: { id: oneStop.id, name: 'Trần Một Cửa' } })
    expect(taken.headers.get('etag')).toBe('"2"')
    expect(await ids(oneStop, 'tab=mine')).toContain(id)
    expect(await ids(oneStop, 'tab=unassigned')).not.toContain(id)
    expect(await ids(oneStop, `tab=unit&assignee=${oneStop.id}`)).toContain(id)

    expect((await assign(oneStop, id, 2)).status).toBe(200)
    expect(await ids(oneStop, 'tab=mine')).not.toContain(id)
    expect((await listEvents(opened.deps.database, id)).map(({ type, action }) => [type, action])).toEqual([['submit', undefined], ['assign', 'take'], ['assign', 'give-back']])
  })

  it('is given to a colleague who has the role, and by nobody else once it is theirs, save a head', async () => {
    const id = await file()
    expect((await assign(oneStop, id, 1, oneStop.id)).status).toBe(200)
    const { body: { officers } } = await oneStop.get(`/api/tasks/${id}/colleagues`)
    expect(officers).toEqual([expect.objectContaining({ id: other.id, name: other.name, open: 0 }), expect.objectContaining({ id: oneStop.id, open: 1 })])
    expect((await assign(oneStop, id, 2, other.id)).body.dossier.assignee).toMatchObject(other)
    expect((await listEvents(opened.deps.database, id)).at(-1)).toMatchObject({ type: 'assign', action: 'give', reason: other.name })

    const refused = await assign(oneStop, id, 3, oneStop.id)
    expect([refused.status, refused.body.errors[0].code]).toEqual([409, 'assign.notYours'])
    expect((await oneStop.post(`/api/tasks/${id}/actions`, { action: 'accept', version: 3 })).status).toBe(409)
    expect((await assign(head, id, 3, oneStop.id)).status).toBe(200)
    expect((await assign(head, id, 4, head.id)).body.errors[0].code).toBe('assign.roleMissing')
    expect((await assign(head, id, 4, 'nobody-of-ours')).body.errors[0].pointer).toBe('#/to')
  })

  it('lets one of many who take it at once have it', async () => {
    const id = await file()
    const replies = await Promise.all(Array.from({ length: 10 }, () => assign(oneStop, id, 1, oneStop.id)))
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 409)])
  })

  it('counts what each tab holds', async () => {
    const { body } = await oneStop.get('/api/tasks/counts') as { body: QueueCounts }
    const shown = { mine: (await ids(oneStop, 'tab=mine')).length, unit: (await ids(oneStop, 'tab=unit')).length, unassigned: (await ids(oneStop, 'tab=unassigned')).length, escalated: 0, all: (await ids(oneStop, 'tab=all')).length }
    expect(Object.fromEntries(Object.keys(shown).map((tab) => [tab, body[tab as keyof typeof shown].count]))).toEqual(shown)
    expect(body.unit.soon + body.unit.overdue).toBeLessThanOrEqual(body.unit.count)
  })

  it('does the same to many, each on its own: one that moved meanwhile stops no other', async () => {
    const [first, stale, third] = [await file(), await file(), await file()]
    await assign(oneStop, stale!, 1, oneStop.id)
    const items = [first, stale, third].map((dossierId) => ({ dossierId, version: 1 }))

    const taken = await oneStop.post('/api/tasks/bulk', { items, assignment: { to: oneStop.id } })
    expect(taken.body.outcomes).toEqual([
      { dossierId: first, version: 2, step: 'intake' }, { dossierId: stale, problem: expect.objectContaining({ type: '/problems/version-conflict', status: 409 }) }, { dossierId: third, version: 2, step: 'intake' },
    ])
    const accepted = await oneStop.post('/api/tasks/bulk', { items: items.map((item) => ({ ...item, version: 2 })), action: 'accept' })
    expect(accepted.body.outcomes.map((each: { step?: string }) => each.step)).toEqual(['appraisal', 'appraisal', 'appraisal'])
    // A step that asks for a record cannot be done without one.
    const graded = await (await opened.as('specialist')).post('/api/tasks/bulk', { items: items.map((item) => ({ ...item, version: 3 })), action: 'propose-grant' })
    expect(graded.body.outcomes.map((each: { problem: { type: string } }) => each.problem.type)).toEqual(Array.from({ length: 3 }, () => '/problems/invalid-answers'))
    expect((await verifyAudit(opened.deps.database)).faults).toEqual([])
  })

  it('takes no more than a hundred at once, and either an action or an assignment', async () => {
    const item = { dossierId: await file(), version: 1 }
    expect((await oneStop.post('/api/tasks/bulk', { items: Array.from({ length: 101 }, () => item), action: 'accept' })).status).toBe(422)
    expect((await oneStop.post('/api/tasks/bulk', { items: [item], action: 'accept', assignment: {} })).status).toBe(422)
    expect((await oneStop.post('/api/tasks/bulk', { items: [item] })).status).toBe(422)
    expect((await (await opened.as('applicant')).post('/api/tasks/bulk', { items: [item], action: 'accept' })).status).toBe(403)
  })
})
