import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listEvents, verifyAudit } from '../../../server/audit/repository.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import { openOfficeOn, type Engine } from '../../fixtures/engines.ts'
import { act, fileAtOnce } from '../../fixtures/filing.ts'
import type { Office, Person } from '../../fixtures/open-office.ts'

const officers = 50
const dossiers = 200
const turns = 40

interface Act {
  dossier: string
  parent: number
  next: number
}

describe.each<Engine>(['sqlite', 'postgres'])('fifty officers at once on %s', (engine) => {
  let office: Office
  const ids: string[] = []
  const done: Act[] = []
  const refused: number[] = []
  let people: Person[]

  beforeAll(async () => {
    office = await openOfficeOn(engine)
    const citizen = await office.as('applicant')
    const procedure = await office.publish(buildProcedure())
    people = await Promise.all((['oneStop', 'specialist', 'head'] as const).map((who) => office.as(who)))
    ids.push(...(await Promise.all(Array.from({ length: dossiers }, () => fileAtOnce(citizen, procedure)))).map(({ body }) => body.dossier.id as string))
  })
  afterAll(() => office.close())

  const records: Record<string, object> = { 'propose-grant': { ketLuan: 'Đạt' }, grant: { soQuyetDinh: '1/QĐ' } }

  const work = async (officer: number): Promise<void> => {
    for (let turn = 0; turn < turns; turn++) {
      const person = people[(officer + turn) % people.length]!
      // Groups of ten sit before the same dossiers, so that they meet.
      const dossier = ids[((officer % 5) * 40 + (turn * 7 + Math.floor(officer / 25)) % 40) % dossiers]!
      const { body } = await person.get(`/api/tasks/${dossier}`)
      const action = (body.actions as { id: string }[]).filter(({ id }) => id !== 'ask-supplement')[turn % 2] ?? { id: 'accept' }
      // Every fifth tab was opened a while ago.
      const version = (body.dossier.version as number) - (turn % 5 === 4 ? 1 : 0)
      const reply = await act(person, dossier, version, { action: action.id, reason: 'Vì vậy', ...(records[action.id] && { record: records[action.id] }) })
      if (reply.status === 200) done.push({ dossier, parent: version, next: reply.body.dossier.version as number })
      else refused.push(reply.status)
    }
  }

  it('never overwrites what somebody else did: each version has one successor', async () => {
    await Promise.all(Array.from({ length: officers }, (_, officer) => work(officer)))

    expect(done.length).toBeGreaterThan(dossiers)
    expect(refused).toContain(409)
    expect(refused.filter((status) => status !== 403 && status !== 409)).toEqual([])
    expect(new Set(done.map(({ dossier, parent }) => `${dossier} ${parent}`)).size).toBe(done.length)
    expect(done.every(({ parent, next }) => next === parent + 1)).toBe(true)
  }, 120_000)

  it('decides no dossier twice: one end, told once', async () => {
    const rows = await office.deps.database.read<{ dossier_id: string; payload: string }>(`SELECT dossier_id, payload FROM outbox WHERE kind = 'notify'`)
    const told = rows.filter(({ payload }) => (JSON.parse(payload) as { notice: string }).notice === 'ended').map((row) => row.dossier_id)
    const ended = await office.deps.database.read<{ id: string }>(`SELECT id FROM dossier WHERE state = 'ended'`)
    expect(ended.length).toBeGreaterThan(0)
    expect([...told].sort()).toEqual(ended.map(({ id }) => id).sort())
  })

  it('wrote down every act and no other', async () => {
    for (const dossier of ids) {
      const acts = (await listEvents(office.deps.database, dossier)).filter((event) => event.type === 'act')
      expect(acts.map((event) => event.version)).toEqual(done.filter((act) => act.dossier === dossier).map((act) => act.next).sort((a, b) => a - b))
    }
    expect((await verifyAudit(office.deps.database)).faults).toEqual([])
  })
})
