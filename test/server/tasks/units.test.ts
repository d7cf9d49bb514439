import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { QueueEntry } from '#schemas/generated/types.ts'
import { demoAccounts } from '../../../server/accounts/demo-accounts.ts'
import type { FakeMail } from '../../../server/integrations/mail/fake.ts'
import { consultingProcedure } from '../../fixtures/consulting.ts'
import { openOfficeOn, type Engine } from '../../fixtures/engines.ts'
import type { Office, Person } from '../../fixtures/open-office.ts'
import { organise } from '../../fixtures/organise.ts'
import { carryOutEffects } from '../../fixtures/outbox.ts'
import { fileOne } from '../../fixtures/queue.ts'

const asked = { id: 'phong-thue', name: 'Phòng Thuế', code: 'H99.07', parent: 'co-quan' }

describe.each<Engine>(['sqlite', 'postgres'])('work that is given to a unit, on %s', (engine) => {
  let office: Office
  let organiser: ReturnType<typeof organise>
  let oneStop: Person
  /** Of the unit that is asked, away and stood in for by the specialist of another; the head has the same role in a third. */
  let substitute: Person
  let elsewhere: Person
  let id: string
  const tasks = async (who: Person): Promise<string[]> => ((await who.get('/api/tasks')).body.tasks as QueueEntry[]).map(({ kind }) => kind)
  const lettersTo = (from: number): string[] => (office.deps.mail as FakeMail).inbox.slice(from).map(({ to }) => to).sort()
  const letters = (): number => (office.deps.mail as FakeMail).inbox.length

  beforeAll(async () => {
    office = await openOfficeOn(engine)
    organiser = organise(office)
    await organiser.unit(asked)
    await organiser.belongs('colleague', { unit: asked.id, role: 'specialist' })
    await organiser.belongs('head', { unit: 'lanh-dao', role: 'head' }, { unit: 'lanh-dao', role: 'unit-head' }, { unit: 'chuyen-mon', role: 'specialist' })
    ;[oneStop, substitute, elsewhere] = [await office.as('oneStop'), await office.as('specialist'), await office.as('head')]
    id = (await fileOne(office, await office.publish(consultingProcedure({ role: 'specialist', unit: 'Phòng Thuế', code: asked.code })), 'units')).id
    await carryOutEffects(office)
    const before = letters()
    expect((await oneStop.post(`/api/tasks/${id}/actions`, { action: 'accept', version: 1 })).status).toBe(200)
    await carryOutEffects(office)
    expect(lettersTo(before)).toEqual([demoAccounts.specialist.email, demoAccounts.colleague.email, demoAccounts.oneStop.email].sort())
  })
  afterAll(() => office.close())

  it('stands in the queue of its officers and of who stands in for them, and in that of nobody else with the role', async () => {
    expect([await tasks(substitute), await tasks(elsewhere), await tasks(oneStop)]).toEqual([['opinion'], [], ['opinion']])
    const counts = async (who: Person): Promise<number> => (await who.get('/api/tasks/counts')).body.unit.count
    expect([await counts(substitute), await counts(elsewhere)]).toEqual([1, 0])
    expect((await elsewhere.get(`/api/tasks/${id}`)).body).toMatchObject({ opinions: [], actions: [], assignment: [] })
  })

  it('takes an opinion from them alone', async () => {
    const refused = await elsewhere.post(`/api/tasks/${id}/opinions`, { opinion: 'tax', version: 2, record: { soThue: 1 } })
    expect([refused.status, refused.body.errors[0].code]).toEqual([409, 'opinion.notAsked'])
    expect((await substitute.post(`/api/tasks/${id}/opinions`, { opinion: 'tax', version: 2, record: { soThue: 1 } })).status).toBe(200)
    expect((await oneStop.post(`/api/tasks/${id}/opinions`, { opinion: 'desk', version: 3, text: 'Đồng ý' })).body.dossier.step).toBe('appraisal')
  })

  it('is decided by them alone, and given to them alone; whoever is away is told with who stands in', async () => {
    expect((await elsewhere.post(`/api/tasks/${id}/actions`, { action: 'propose', version: 4, record: { ketLuan: 'x' } })).status).toBe(403)
    const taken = await elsewhere.post(`/api/tasks/${id}/assignment`, { version: 4, to: elsewhere.id })
    expect([taken.status, taken.body.errors[0].code]).toEqual([409, 'assign.elsewhere'])
    const colleague = await organiser.idOf('colleague')
    expect((await elsewhere.get(`/api/tasks/${id}/colleagues`)).body.officers).toEqual([expect.objectContaining({ id: colleague, away: true })])
    await carryOutEffects(office)
    const before = letters()
    expect((await elsewhere.post(`/api/tasks/${id}/assignment`, { version: 4, to: colleague })).body.dossier.assignee).toMatchObject({ id: colleague })
    await carryOutEffects(office)
    expect(lettersTo(before)).toEqual([demoAccounts.specialist.email, demoAccounts.colleague.email].sort())
    expect((await substitute.post(`/api/tasks/${id}/assignment`, { version: 5 })).status).toBe(200)
  })

  it('is for everybody with the role as soon as the office knows no such unit, and for the unit again when it does', async () => {
    expect([await tasks(substitute), await tasks(elsewhere)]).toEqual([['step'], []])
    const { code: _code, ...unknown } = asked
    await organiser.unit(unknown)
    expect(await tasks(elsewhere)).toEqual(['step'])
    expect((await elsewhere.get(`/api/tasks/${id}`)).body.actions).not.toEqual([])
    await organiser.unit(asked)
    expect(await tasks(elsewhere)).toEqual([])
    await organiser.belongs('colleague', { unit: 'chuyen-mon', role: 'specialist' })
    expect(await tasks(elsewhere)).toEqual(['step'])
    await organiser.belongs('colleague', { unit: asked.id, role: 'specialist' })
    expect(await tasks(elsewhere)).toEqual([])
  })

  it('is told of, when it is late, to that unit alone', async () => {
    const { database } = office.deps
    const late = `INSERT INTO task (dossier_id, kind, part, role, unit, code, place, procedure_id, step, channel, received_at)
      SELECT dossier_id, 'escalation', 'specialist', role, unit, code, place, procedure_id, step, channel, received_at FROM task WHERE dossier_id = ? AND kind = 'step'`
    await database.commit([{ sql: late, parameters: [id], expect: 1 }])
    const told = async (who: Person): Promise<number> => (await who.get('/api/tasks?tab=escalated')).body.tasks.length
    expect([await told(substitute), await told(elsewhere)]).toEqual([1, 0])
    await database.commit([{ sql: `DELETE FROM task WHERE dossier_id = ? AND kind = 'escalation'`, parameters: [id], expect: 1 }])
  })

  it('is no longer for a substitute whose time is over', async () => {
    await organiser.isBack('colleague')
    const specialist = await office.as()
    const { headers } = await specialist.post('/api/session', { email: demoAccounts.specialist.email, password: 'MotCua-2026' })
    const cookie = { Cookie: headers.getSetCookie().map((each) => each.split(';')[0]).join('; ') }
    expect((await specialist.send('GET', '/api/tasks', undefined, cookie)).body.tasks).toEqual([])
    expect((await specialist.send('POST', `/api/tasks/${id}/actions`, { action: 'propose', version: 6, record: { ketLuan: 'x' } }, cookie)).status).toBe(403)
  })

  it('is picked from what the office has, by whoever reads drafts', async () => {
    const { units } = (await (await office.as('reviewer')).get('/api/designer/units')).body
    expect(units).toContainEqual({ code: asked.code, name: asked.name, depth: 1, roles: ['specialist'] })
    expect(units[0]).toMatchObject({ code: 'H26', depth: 0, roles: ['clerk', 'head', 'one-stop', 'specialist', 'unit-head'] })
    expect((await oneStop.get('/api/designer/units')).status).toBe(403)
  })
})
