import { describe, expect, it } from 'vitest'
import { listEvents } from '../../../server/audit/repository.ts'
import { demoAccounts, demoPassword } from '../../../server/accounts/demo-accounts.ts'
import { buildProcedure, simpleAnswers } from '../../fixtures/build.ts'
import { sharedOffice, type Engine } from '../../fixtures/engines.ts'

const place = '/api/designer/organisation'

describe.each<Engine>(['sqlite', 'postgres'])('the organisation on %s', (engine) => {
  const { office, administrator } = sharedOffice(engine, 'administrator')

  const view = async () => (await administrator.get(place)).body
  const seen = async (): Promise<number> => (await view()).version
  const idOf = async (who: keyof typeof demoAccounts): Promise<string> => (await view()).people.find(({ email }: { email: string }) => email === demoAccounts[who].email).id
  const at = async () => ({ 'If-Match': `"${await seen()}"` })
  /** Signs in anew: a session that is a second old may still know the day before. */
  const whoIs = async (who: keyof typeof demoAccounts) => (await (await office.as()).post('/api/session', { email: demoAccounts[who].email, password: demoPassword })).body

  it('begins in the demonstration with units, officers and somebody on leave', async () => {
    const { units, people, substitutions } = await view()
    expect(units.map(({ name }: { name: string }) => name)).toEqual(['Cơ quan giải quyết thủ tục', 'Bộ phận Một cửa', 'Phòng chuyên môn', 'Lãnh đạo'])
    expect(people.map(({ email }: { email: string }) => email)).not.toContain(demoAccounts.applicant.email)
    expect(substitutions).toHaveLength(1)
    expect((await whoIs('specialist')).standsInFor).toEqual([expect.objectContaining({ name: demoAccounts.colleague.name, roles: ['specialist'] })])
  })

  it('is changed by one who has seen the latest', async () => {
    const version = await seen()
    const unit = (name: string) => ({ id: 'phong-moi', name, parent: 'co-quan' })
    const both = await Promise.all(['Phòng A', 'Phòng B'].map((name) => administrator.put(`${place}/units/phong-moi`, unit(name), version)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    expect(await seen()).toBe(version + 1)
    expect((await administrator.send('PUT', `${place}/units/phong-moi`, unit('Phòng C'))).status).toBe(428)
  })

  it('refuses units at impossible places, and to remove one that is needed', async () => {
    const circle = await administrator.send('PUT', `${place}/units/co-quan`, { id: 'co-quan', name: 'Cơ quan', parent: 'chuyen-mon' }, await at())
    expect([circle.status, circle.body.errors[0].code]).toEqual([422, 'unit.belowItself'])
    const calendar = await administrator.send('PUT', `${place}/units/x`, { id: 'x', name: 'X', calendar: 'nowhere' }, await at())
    expect(calendar.body.errors[0].code).toBe('unit.calendarUnknown')
    for (const [id, code] of [['co-quan', 'unit.hasUnits'], ['chuyen-mon', 'unit.hasPeople']]) expect((await administrator.send('DELETE', `${place}/units/${id}`, undefined, await at())).body.errors[0].code).toBe(code)
    expect((await administrator.send('DELETE', `${place}/units/phong-moi`, undefined, await at())).status).toBe(200)
    expect((await administrator.send('DELETE', `${place}/units/phong-moi`, undefined, await at())).status).toBe(404)
  })

  it('gives roles in workflows with units, and leaves administration alone', async () => {
    const reviewer = await idOf('reviewer')
    const set = async (memberships: object[]) => administrator.send('PUT', `${place}/people/${reviewer}/memberships`, { memberships }, await at())
    expect((await set([{ unit: 'chuyen-mon', role: 'specialist' }, { unit: 'lanh-dao', role: 'specialist' }])).status).toBe(200)
    expect(await whoIs('reviewer')).toMatchObject({ roles: ['reviewer', 'specialist'], unit: 'Phòng chuyên môn', units: [{ unit: 'chuyen-mon', role: 'specialist' }, { unit: 'lanh-dao', role: 'specialist' }] })
    expect((await set([{ unit: 'nowhere', role: 'specialist' }])).body.errors[0].code).toBe('membership.unitUnknown')
    expect((await set([{ unit: 'chuyen-mon', role: 'administrator' }])).body.errors[0].code).toBe('membership.roleUnknown')
    expect((await set([])).status).toBe(200)
    expect((await whoIs('reviewer')).roles).toEqual(['reviewer'])
  })

  it('lets a colleague act for whoever is absent in those days alone, and the log says for whom', async () => {
    const [absent, substitute] = [await idOf('oneStop'), await idOf('head')]
    const wanted = { absent, substitute, from: '2026-11-20', to: '2026-11-24', reason: 'Đi công tác' }
    const added = await administrator.send('POST', `${place}/substitutions`, wanted, await at())
    expect(added.status).toBe(201)
    expect((await administrator.send('POST', `${place}/substitutions`, wanted, await at())).body.errors[0].code).toBe('substitution.twice')
    expect(await whoIs('head')).toMatchObject({ lentRoles: ['one-stop', 'clerk'], roles: ['unit-head', 'head', 'one-stop', 'clerk'] })

    expect(await office.deps.identity.findEmailsByRole('clerk')).toEqual([demoAccounts.head.email, demoAccounts.oneStop.email])

    const { id, hash } = await office.publish(buildProcedure())
    const filed = (await (await office.as('applicant')).post('/api/submissions', { procedure: id, revision: hash, answers: simpleAnswers() }, { 'Idempotency-Key': 'key-for-the-substitute' })).body.dossier
    const head = await office.as('head')
    expect((await head.post(`/api/tasks/${filed.id}/actions`, { action: 'accept', version: filed.version })).status).toBe(200)
    const events = await listEvents(office.deps.database, filed.id)
    expect(events.at(-1)).toMatchObject({ type: 'act', actor: demoAccounts.head.name, onBehalfOf: demoAccounts.oneStop.name })

    office.clock.now = '2026-11-25T02:00:00.000Z'
    expect(await whoIs('head')).not.toHaveProperty('standsInFor')
    office.clock.now = '2026-11-20T02:00:00.000Z'
    const entry = (await view()).substitutions.find((each: { absent: string }) => each.absent === absent)
    expect((await administrator.send('DELETE', `${place}/substitutions/${entry.id}`, undefined, await at())).status).toBe(200)
    expect(await whoIs('head')).not.toHaveProperty('standsInFor')
  })

  it('is for administrators only, and remembers every change', async () => {
    for (const who of ['reviewer', 'oneStop', 'applicant'] as const) expect((await (await office.as(who)).get(place)).status).toBe(403)
    const changes = await office.deps.database.read<{ kind: string; actor: string }>('SELECT kind, actor FROM organisation_change ORDER BY number')
    expect(changes).toHaveLength(await seen())
    expect(changes.at(-1)).toEqual({ kind: 'substitution-ended', actor: demoAccounts.administrator.name })
    await expect(office.deps.database.commit([{ sql: `UPDATE organisation_change SET actor = 'x'`, parameters: [] }])).rejects.toThrow()
  })
})
