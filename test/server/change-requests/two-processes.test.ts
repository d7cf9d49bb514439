// Two processes of one office on one PostgreSQL: what happens to a change happens once, wherever it was asked for, and is seen in both.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChangeReplay, Dossier } from '#schemas/generated/types.ts'
import { verifyProcedureEvents } from '../../../server/audit/procedure-events.ts'
import { publishDue } from '../../../server/features.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import { changeTo, draftOf, moveAll, moving, renamed } from '../../fixtures/changed-form.ts'
import { openOffice, type Office, type Person } from '../../fixtures/open-office.ts'
import { openReviewRoomOn, tightened, widened, type ReviewRoom, type SentRequest } from '../../fixtures/review-room.ts'

const at = ({ id }: { id: string }): string => `/api/designer/change-requests/${id}/replay`

describe('a change in an office of two processes', () => {
  let room = {} as ReviewRoom
  let other = {} as Office
  let [citizen, elsewhere] = [{} as Person, {} as Person]
  beforeAll(async () => {
    room = await openReviewRoomOn('postgres')
    other = await openOffice({ databaseUrl: room.office.deps.config.databaseUrl! })
    ;[citizen, elsewhere] = await Promise.all([room.office.as('applicant'), other.as('reviewer')])
  })
  afterAll(async () => {
    await other.close()
    await room.office.close()
  })

  const sent = async (code: string): Promise<SentRequest> => {
    const before = await room.putInForce(buildProcedure(code))
    await Promise.all(Array.from({ length: 3 }, () => draftOf(citizen, before.id, { ten: 'Nguyễn Văn An', tuoi: 30, khan: false })))
    await room.save(before.id, tightened(code), before.version)
    return room.open(before.id)
  }
  const show = async (person: Person, request: { id: string }): Promise<ChangeReplay> => (await person.get(at(request))).body
  const until = async (person: Person, request: { id: string }, state: ChangeReplay['state']): Promise<ChangeReplay> => {
    for (let n = 0; n < 400; n++) {
      const now = await show(person, request)
      if (now.state === state) return now
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    throw new Error(`never ${state}`)
  }
  const events = async (procedureId: string, type: string): Promise<object[]> =>
    ((await room.administrator.get(`/api/designer/procedures/${procedureId}/events`)).body.events as { type: string; content: object }[]).filter((each) => each.type === type).map(({ content }) => content)

  /** The first process plays, and cannot read on until it is let. */
  const held = async (request: SentRequest): Promise<() => void> => {
    const { database } = room.office.deps
    const { read } = database
    let letGo = (): void => undefined
    const gate = new Promise<void>((resolve) => { letGo = resolve })
    database.read = async <Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> => {
      if (sql.includes('LEFT JOIN dossier_body')) await gate
      return read<Row>(sql, parameters)
    }
    const started = await room.reviewer.post(at(request), {})
    expect([started.status, started.body.state], started.text).toEqual([202, 'running'])
    return () => {
      database.read = read
      letGo()
    }
  }

  it('is played through once: the other process shows it, and whoever asks there joins', async () => {
    const request = await sent('1.951')
    const letGo = await held(request)
    expect(await show(elsewhere, request)).toMatchObject({ state: 'running', hash: request.hash })
    expect((await elsewhere.post(at(request), {})).body).toMatchObject({ state: 'running', done: 0 })
    letGo()
    const numbers = { done: 3, drafts: { verdicts: { asksAgain: 3 } } }
    expect(await until(elsewhere, request, 'done')).toMatchObject(numbers)
    expect(await until(room.reviewer, request, 'done')).toMatchObject(numbers)
    expect(await events(request.procedureId, 'replayed')).toHaveLength(1)
  })

  it('is no longer played where it runs when somebody stops it at the other', async () => {
    const request = await sent('1.952')
    const letGo = await held(request)
    expect((await elsewhere.send('DELETE', at(request))).status).toBe(204)
    expect((await show(elsewhere, request)).state).toBe('cancelled')
    letGo()
    await until(room.reviewer, request, 'cancelled')
    expect([await events(request.procedureId, 'replayed'), (await show(elsewhere, request)).state]).toEqual([[], 'cancelled'])
    await elsewhere.post(at(request), {})
    expect((await until(room.reviewer, request, 'done')).done).toBe(3)
  })

  it('is played by another process when the one that had begun is silent, and kept once', async () => {
    const request = await sent('1.953')
    const letGo = await held(request)
    const { now } = other.clock
    other.clock.now = '2026-11-20T02:01:00.000Z'
    expect((await show(elsewhere, request)).state).toBe('failed')
    await elsewhere.post(at(request), {})
    expect((await until(elsewhere, request, 'done')).done).toBe(3)
    letGo()
    expect((await until(room.reviewer, request, 'done')).done).toBe(3)
    await until(room.reviewer, request, 'done')
    other.clock.now = now
    expect(await events(request.procedureId, 'replayed')).toHaveLength(1)
  })

  it('is published once on its day', async () => {
    const before = await room.putInForce(buildProcedure('1.954'))
    const request = await room.approveNext(before.id, before.version, widened('1.954'), { publishAt: '2026-12-01', legalBasis: 'NĐ 1/2026/NĐ-CP' })
    expect((await room.publish(room.reviewer, request)).body.changeRequest.state).toBe('scheduled')
    const offices = [room.office, other]
    for (const { clock } of offices) clock.now = '2026-11-30T17:00:00.000Z'
    const rounds = await Promise.all([...offices, ...offices, ...offices].map(({ deps }) => publishDue(deps)))
    for (const { clock } of offices) clock.now = '2026-11-20T02:00:00.000Z'
    expect(rounds.reduce((sum, each) => sum + each)).toBe(1)
    expect(await events(before.id, 'published')).toHaveLength(2)
    expect(await verifyProcedureEvents(other.deps.database, before.id)).toEqual([])
  })

  it('brings each draft over once, with one letter, though both do the work', async () => {
    const before = await room.putInForce(buildProcedure('1.955'))
    const drafts = await Promise.all(Array.from({ length: 120 }, (_, n) => draftOf(citizen, before.id, { ten: `Số ${n}`, tuoi: 30, khan: false })))
    const next = await changeTo(room, before, renamed('1.955'), moving)
    await Promise.all([moveAll(room.office), moveAll(other), moveAll(other), moveAll(room.office)])
    await moveAll(other)
    for (const [n, id] of drafts.entries()) {
      const { dossier } = (await citizen.get(`/api/dossiers/${id}`)).body as { dossier: Dossier }
      expect([dossier.revision, dossier.version, dossier.answers], `${n}`).toEqual([next.hash, 3, { hoTen: `Số ${n}`, tuoi: 30, khan: false }])
    }
    expect(await events(before.id, 'migrated')).toEqual([{ what: 'drafts', moved: 120, left: 0 }])
    const letters = await room.office.deps.database.read<{ dossier_id: string }>(`SELECT dossier_id FROM outbox WHERE kind = 'notify-moved'`)
    expect(letters.map(({ dossier_id }) => dossier_id).sort()).toEqual([...drafts].sort())
  })
})
