import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appendEvents, listProcedureEvents, listPublications, verifyProcedureEvents, type NewEvent } from '../../../server/audit/procedure-events.ts'
import { ConflictError } from '../../../server/db/unit-of-work.ts'
import { createProcedureRepository } from '../../../server/procedures/repository.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import { finishOnOld } from '../../fixtures/review-room.ts'
import { openDatabaseOn, type Engine, type OpenedDatabase } from '../../support/databases.ts'

const at = '2026-11-20T02:00:00.000Z'

describe.each<Engine>(['sqlite', 'postgres'])('what happened to a procedure, on %s', (engine) => {
  let opened: OpenedDatabase
  beforeAll(async () => {
    opened = await openDatabaseOn(engine)
    await opened.database.commit(['p', 'q'].map((id) => createProcedureRepository(opened.database).insertDraft(id, buildProcedure(), 'Nguyễn Quản Trị', at)))
  })
  afterAll(() => opened.close())

  const event = (type: NewEvent['type'], more: Partial<NewEvent> = {}): NewEvent => ({ procedureId: 'p', at, type, actor: 'Lê Thẩm Định', actorId: 'r', revision: 'a', ...more })
  const add = async (...events: NewEvent[]) => opened.database.commit(await appendEvents(opened.database, events))

  it('is a chain of its own for each, in the order in which it happened', async () => {
    await add(event('sent', { requestId: 'c' }), event('published', { content: { disposition: finishOnOld } }))
    await add(event('withdrawn', { content: { reason: 'Sai căn cứ' } }))
    await add(event('published', { procedureId: 'q' }))
    const events = await listProcedureEvents(opened.database, 'p')
    expect(events.map(({ number, type }) => [number, type])).toEqual([[1, 'sent'], [2, 'published'], [3, 'withdrawn']])
    expect(events[2]).toMatchObject({ actor: 'Lê Thẩm Định', actorId: 'r', revision: 'a', content: { reason: 'Sai căn cứ' } })
    expect(await listPublications(opened.database, 'p')).toMatchObject([{ type: 'published', revision: 'a', disposition: finishOnOld }, { type: 'withdrawn', revision: 'a' }])
    expect([await verifyProcedureEvents(opened.database, 'p'), await verifyProcedureEvents(opened.database, 'q')]).toEqual([[], []])
  })

  it('takes one of two that follow the same', async () => {
    const [first, second] = [await appendEvents(opened.database, [event('planned')]), await appendEvents(opened.database, [event('closed')])]
    await opened.database.commit(first)
    await expect(opened.database.commit(second)).rejects.toThrow(ConflictError)
    expect(await verifyProcedureEvents(opened.database, 'p')).toEqual([])
  })

  it('cannot be changed or removed, and shows what was slipped in', async () => {
    for (const sql of [`UPDATE procedure_event SET actor = 'x'`, 'DELETE FROM procedure_event']) await expect(opened.database.commit([{ sql, parameters: [] }])).rejects.toThrow()
    await opened.database.commit([{
      sql: `INSERT INTO procedure_event (procedure_id, number, at, type, actor, revision, content, prev, hash) VALUES ('q', 2, ?, 'withdrawn', 'x', 'a', '{}', '', 'y')`, parameters: [at],
    }])
    expect(await verifyProcedureEvents(opened.database, 'q')).toEqual([2])
  })
})
