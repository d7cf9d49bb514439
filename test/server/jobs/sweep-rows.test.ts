import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweepRows } from '../../../server/jobs/sweep-rows.ts'
import { limits } from '../../../server/limits.ts'
import { openOfficeOn, type Engine } from '../../fixtures/engines.ts'
import type { Office } from '../../fixtures/open-office.ts'

describe.each<Engine>(['sqlite', 'postgres'])('sweepRows on %s', (engine) => {
  let office: Office
  beforeAll(async () => { office = await openOfficeOn(engine) })
  afterAll(() => office.close())

  it('forgets what is old, and keeps what may still be asked for', async () => {
    const { deps } = office
    const now = new Date().toISOString()
    const ago = (ms: number): string => new Date(Date.parse(now) - ms).toISOString()
    const answer = (key: string, at: string) => ({ sql: `INSERT INTO idempotency (key, actor_id, request_digest, status, body, created_at) VALUES (?, 'u', '', 201, '{}', ?)`, parameters: [key, at] })
    const effect = (id: string, state: string, at: string) => ({ sql: `INSERT INTO outbox (id, kind, payload, state, attempts, next_at, created_at) VALUES (?, 'x', '{}', ?, 0, ?, ?)`, parameters: [id, state, at, at] })
    await deps.database.commit([
      answer('old', ago(limits.keepAnswersMs + 1000)), answer('fresh', ago(1000)),
      effect('done-old', 'done', ago(limits.keepDoneEffectsMs + 1000)), effect('failed-old', 'failed', ago(limits.keepDoneEffectsMs + 1000)), effect('done-fresh', 'done', ago(1000)),
    ])
    const citizen = await office.as('applicant')

    await sweepRows({ ...deps, now: () => now })

    const keys = async (sql: string) => (await deps.database.read<{ k: string }>(sql)).map(({ k }) => k).sort()
    expect(await keys('SELECT key AS k FROM idempotency')).toEqual(['fresh'])
    expect(await keys('SELECT id AS k FROM outbox')).toEqual(['done-fresh', 'failed-old'])
    expect((await citizen.get('/api/session')).body.account).not.toBeNull()

    await sweepRows({ ...deps, now: () => new Date(Date.now() + limits.sessionSeconds * 1000 + 1000).toISOString() })
    expect(await deps.database.read('SELECT 1 FROM "session"')).toEqual([])
  })
})
