import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Write } from '../../../server/db/unit-of-work.ts'
import { FinalError } from '../../../server/integrations/final-error.ts'
import { limits } from '../../../server/limits.ts'
import { dispatchOnce, pauseMs } from '../../../server/outbox/dispatcher.ts'
import type { Handlers } from '../../../server/outbox/handlers.ts'
import { countOutbox, lease, listFailed, promiseEffects } from '../../../server/outbox/repository.ts'
import { openDatabaseOn, type Engine, type OpenedDatabase } from '../../support/databases.ts'

describe.each<Engine>(['sqlite', 'postgres'])('the outbox on %s', (engine) => {
  let opened: OpenedDatabase
  let clock: number
  const log = pino({ level: 'silent' })
  const now = (): string => new Date(clock).toISOString()
  const deps = () => ({ database: opened.database, now, log })

  beforeAll(async () => { opened = await openDatabaseOn(engine) })
  afterAll(() => opened.close())
  beforeEach(async () => {
    clock = Date.parse('2026-11-20T02:00:00Z')
    await opened.database.commit([{ sql: 'DELETE FROM outbox', parameters: [] }])
  })

  const promise = async (dossierId: string, version: number, ...kinds: string[]): Promise<void> => {
    const writes: Write[] = []
    promiseEffects(writes, dossierId, version, kinds.map((kind) => ({ kind, payload: { kind } })), now())
    await opened.database.commit(writes)
  }

  /** Handlers that write down what they did, and fail while told to. */
  const recorder = () => {
    const done: string[] = []
    const broken = new Set<string>()
    const handle = async ({ id, kind }: { id: string; kind: string }): Promise<void> => {
      if (broken.has(kind)) throw new Error(`no ${kind} today`)
      done.push(id)
    }
    return { done, broken, handlers: { a: handle, b: handle, c: handle } as Handlers }
  }

  it('carries out every promise once, in the order in which they were made', async () => {
    const { done, handlers } = recorder()
    await promise('d1', 2, 'a', 'b', 'c')
    await promise('d2', 1, 'a')
    expect(await dispatchOnce(deps(), handlers)).toBe(4)
    expect(await dispatchOnce(deps(), handlers)).toBe(0)
    expect(done).toEqual(['d1:2:0', 'd1:2:1', 'd1:2:2', 'd2:1:0'])
  })

  it('takes promises as one unit with what they belong to: the same one twice is a conflict', async () => {
    await promise('d1', 2, 'a')
    await expect(promise('d1', 2, 'b')).rejects.toMatchObject({ name: 'ConflictError' })
  })

  it('tries again after growing pauses, and what follows in the same dossier waits', async () => {
    const { done, broken, handlers } = recorder()
    broken.add('a')
    await promise('d1', 1, 'a', 'b')
    await promise('d2', 1, 'b')

    await dispatchOnce(deps(), handlers)
    expect(done).toEqual(['d2:1:0'])
    clock += 9_000
    expect(await dispatchOnce(deps(), handlers)).toBe(0)
    clock += 1_000
    await dispatchOnce(deps(), handlers)
    broken.clear()
    clock += 19_000
    expect(await dispatchOnce(deps(), handlers)).toBe(0)
    clock += 1_000
    await dispatchOnce(deps(), handlers)

    expect(done).toEqual(['d2:1:0', 'd1:1:0', 'd1:1:1'])
  })

  it('gives up loudly after the last attempt, and lets what follows go on', async () => {
    const { done, broken, handlers } = recorder()
    broken.add('a')
    await promise('d1', 1, 'a', 'b')
    for (let attempt = 0; attempt < limits.outboxAttempts; attempt++) {
      await dispatchOnce(deps(), handlers)
      clock += 3_600_000
    }
    await dispatchOnce(deps(), handlers)

    expect(done).toEqual(['d1:1:1'])
    expect(await listFailed(opened.database)).toEqual([{ id: 'd1:1:0', kind: 'a', last_error: 'no a today' }])
    expect(await countOutbox(opened.database)).toMatchObject({ waiting: 0, failed: 1 })
  })

  it('gives up at once where the receiver said no for good, and lets what follows go on', async () => {
    const { done, handlers } = recorder()
    await promise('d1', 1, 'a', 'b')
    await dispatchOnce(deps(), { ...handlers, a: async () => { throw new FinalError('no such mailbox') } })
    await dispatchOnce(deps(), handlers)
    expect(done).toEqual(['d1:1:1'])
    expect(await listFailed(opened.database)).toEqual([{ id: 'd1:1:0', kind: 'a', last_error: 'no such mailbox' }])
  })

  it('treats a kind that nobody handles as a failure', async () => {
    await promise('d1', 1, 'unknown')
    await dispatchOnce(deps(), {})
    expect((await opened.database.read<{ last_error: string }>('SELECT last_error FROM outbox'))[0]?.last_error).toContain('unknown')
  })

  it('takes back what a dead process had leased', async () => {
    const { done, handlers } = recorder()
    await promise('d1', 1, 'a')
    await lease(opened.database, now(), new Date(clock + limits.outboxLeaseMs).toISOString(), 10)
    expect(await dispatchOnce(deps(), handlers)).toBe(0)
    clock += limits.outboxLeaseMs
    expect(await dispatchOnce(deps(), handlers)).toBe(1)
    expect(done).toEqual(['d1:1:0'])
  })

  it('gives each promise to one of many dispatchers', async () => {
    const { done, handlers } = recorder()
    for (let i = 0; i < 60; i++) await promise(`d${i}`, 1, 'a')
    while ((await Promise.all(Array.from({ length: 4 }, () => dispatchOnce(deps(), handlers)))).some((taken) => taken > 0));
    expect(done).toHaveLength(60)
    expect(new Set(done).size).toBe(60)
  })
})

describe('pauseMs', () => {
  it('doubles from ten seconds up to an hour', () => {
    expect([1, 2, 3, 9, 10, 12].map(pauseMs)).toEqual([10_000, 20_000, 40_000, 2_560_000, 3_600_000, 3_600_000])
  })
})
