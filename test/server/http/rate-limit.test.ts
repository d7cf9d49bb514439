import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeTurn } from '../../../server/http/rate-limit.ts'
import { openDatabaseOn, type Engine, type OpenedDatabase } from '../../support/databases.ts'

describe.each<Engine>(['sqlite', 'postgres'])('takeTurn on %s', (engine) => {
  let opened: OpenedDatabase
  beforeAll(async () => { opened = await openDatabaseOn(engine) })
  afterAll(() => opened.close())

  it('gives exactly as many turns as allowed, also when all come at once, and again after the window', async () => {
    const at = (seconds: number) => new Date(Date.parse('2026-11-20T02:00:00Z') + seconds * 1000).toISOString()
    const take = (seconds: number) => takeTurn(opened.database, 'k', { most: 5, seconds: 60 }, at(seconds))
    const settled = await Promise.allSettled(Array.from({ length: 20 }, () => take(0)))
    expect(settled.filter((each) => each.status === 'fulfilled')).toHaveLength(5)
    await expect(take(59)).rejects.toMatchObject({ kind: 'too-many' })
    await take(60)
  })
})
