import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { calendar2026 } from '../../fixtures/calendar.ts'
import { liveYear, type Life, type Lived } from '../../fixtures/lived-year.ts'
import { timedProcedures } from '../../fixtures/timed-procedures.ts'
import { imagineYear, momentsOf, type Happening } from '../../fixtures/year-of-dossiers.ts'
import { openPostgresDatabase } from '../../support/postgres.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const run = promisify(execFile)

// Thirteen months: what began in December comes to its end.
const life: Life = { dossiers: 180, moments: momentsOf(6, 400), restarts: 40 }
const workflows = timedProcedures().map((procedure) => procedure.workflow!)
const imagine = ({ dossiers, moments }: Life): Happening[] => imagineYear({ workflows, dossiers, moments, calendar: calendar2026 })

const liveIn = async (zone: string): Promise<Lived & { offset: number }> => {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'test/fixtures/lived-year-process.ts', JSON.stringify(life)], { cwd: root, env: { ...process.env, TZ: zone }, maxBuffer: 64 * 1024 * 1024 })
  return JSON.parse(stdout) as Lived & { offset: number }
}

const zones = [['UTC', 0], ['Asia/Ho_Chi_Minh', -420], ['America/Los_Angeles', 420]] as const

const byItself = ({ type }: Happening): boolean => type === 'timer' || type === 'expire'

describe('a year with forty stops in the middle of a sweep', () => {
  const expected = imagine(life)
  let lived: (Lived & { offset: number })[]
  beforeAll(async () => { lived = await Promise.all(zones.map(([zone]) => liveIn(zone))) }, 180_000)

  it('holds every kind of thing that happens by itself, hundreds of times', () => {
    const kinds = new Set(expected.filter(byItself).map(({ type, what }) => what ?? type))
    expect([...kinds].sort()).toEqual(['early', 'expire', 'half', 'last', 'law', 'opinion:land', 'opinion:one', 'opinion:tax', 'opinion:three', 'opinion:two', 'opinion:water', 'over', 'quiet', 'soon'])
    expect(expected.filter(byItself).length).toBeGreaterThan(800)
  })

  it.each(zones.map(([zone, offset], i) => [zone, offset, i] as const))('comes out as the rules say where the machine believes to be in %s', (_zone, offset, i) => {
    expect([lived[i]!.offset, lived[i]!.stops, lived[i]!.left]).toEqual([offset, 40, 0])
    expect(lived[i]!.happenings).toEqual(expected)
  })

  it('lets a timer come once a visit of its step, and tells whom it tells once', () => {
    const visits = new Map<string, number>()
    for (const { dossier, type, what, notices } of lived[0]!.happenings) {
      if (type === 'act' || type === 'supplement' || type === 'submit') visits.set(dossier, (visits.get(dossier) ?? 0) + 1)
      if (type !== 'timer') continue
      const key = `${dossier} ${visits.get(dossier)} ${what}`
      expect(visits.has(key)).toBe(false)
      visits.set(key, 1)
      expect(new Set(notices).size).toBe(notices.length)
    }
  })
})

describe('two servers on one PostgreSQL', () => {
  it('sweep at the same time and stop in the middle, and everything happens once', async () => {
    const shorter: Life = { dossiers: 45, moments: momentsOf(12, 150), restarts: 10 }
    const postgres = await openPostgresDatabase()
    try {
      const { happenings, stops, left } = await liveYear({ ...shorter, databaseUrl: postgres.url, servers: 2 })
      expect([stops, left]).toEqual([10, 0])
      expect(happenings).toEqual(imagine(shorter))
    } finally {
      await postgres.stop()
    }
  }, 120_000)
})
