// A simulation is a dossier that only the transition moves: whatever is done in whatever order, it stands where a dossier may stand.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeFee } from '#core/fee/compute-fee.ts'
import { followPath } from '#core/scenario/follow-workflow.ts'
import { actInSimulation, beginSimulation, openDeeds, pathOf, waitUntil, type Simulation } from '#core/scenario/simulate.ts'
import { dueAt } from '#core/deadline/due-date.ts'
import { waysOf } from '#core/workflow-map/workflow-ways.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { calendar2026 } from '../../../fixtures/calendar.ts'
import { buildCouncil } from '../../../fixtures/council-workflow.ts'

const folder = 'schemas/examples/procedures'
const gallery = readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Procedure)
const nothing = { lines: [], fees: 0, charges: 0, total: 0 }

const begin = ({ workflow, fees = [], scenarios }: Procedure): Simulation => {
  const answers = scenarios?.find(({ expect: { valid } }) => valid)?.answers ?? {}
  return beginSimulation({ workflow: workflow!, answers, fee: computeFee(fees, answers, { today: '2026-11-19' }), fees, on: '2026-11-19', calendar: calendar2026 })!
}
const council = (): Simulation => beginSimulation({ workflow: buildCouncil(), answers: {}, fee: nothing, on: '2026-11-19', calendar: calendar2026 })!

/** Someone does the n-th thing that is open, or a day passes. */
const play = (simulation: Simulation, n: number): Simulation => {
  const deeds = openDeeds(simulation)
  const deed = deeds[n % (deeds.length + 1)]
  if (!deed) return waitUntil(simulation, dueAt(simulation.now, { amount: 1, unit: 'workingDay' }, calendar2026))
  const next = actInSimulation(simulation, deed.change, deed.by)
  expect('refused' in next ? next.refused : undefined, JSON.stringify(deed)).toBeUndefined()
  return next as Simulation
}

describe('a simulation', () => {
  it('offers nothing that is refused, writes down everything, and goes along ways that are there', () => {
    fc.assert(fc.property(fc.nat(gallery.length - 1), fc.array(fc.nat(60), { maxLength: 25 }), (which, numbers) => {
      const procedure = gallery[which]!
      const end = numbers.reduce(play, begin(procedure))
      const steps = new Set(procedure.workflow!.steps.map(({ id }) => id))
      const ways = new Set(waysOf(procedure.workflow!).map(({ from, to }) => `${from} ${to}`))
      expect(end.dossier.version).toBe(end.past.length)
      for (const [i, { at, ways: taken, change }] of end.past.entries()) {
        expect(i === 0 || Date.parse(at) >= Date.parse(end.past[i - 1]!.at)).toBe(true)
        if (change.type !== 'withdraw') for (const { step, to } of taken) expect(ways.has(`${step} ${to}`), `${step} → ${to}`).toBe(true)
      }
      expect(pathOf(end).every((id) => steps.has(id))).toBe(true)
    }), { numRuns: 150 })
  })
  it('gives a path that the scenario follows again, where people alone moved the dossier', () => {
    fc.assert(fc.property(fc.nat(gallery.length - 1), fc.array(fc.nat(60), { maxLength: 12 }), (which, numbers) => {
      const procedure = gallery[which]!
      const end = numbers.reduce(play, begin(procedure))
      if (end.past.some(({ change, ways }) => ways.length > 0 && ['withdraw', 'expire', 'timer'].includes(change.type))) return
      expect(followPath(end.filing, pathOf(end)).broken).toBeUndefined()
    }), { numRuns: 100 })
  })
  it('lets time bring its reminders, each once', () => {
    const waited = waitUntil(council(), '2027-03-01T00:00:00.000Z')
    const timers = waited.past.flatMap(({ change, from }) => (change.type === 'timer' ? [`${from} ${change.timer}`] : []))
    expect(new Set(timers).size).toBe(timers.length)
    expect(waited.now >= '2027-03-01T00:00:00.000Z').toBe(true)
    expect(waitUntil(waited, waited.now).past).toHaveLength(waited.past.length)
  })
  it('refuses what is not open to the player', () => {
    expect(actInSimulation(council(), { type: 'act', action: 'khong-co' }, { role: 'one-stop' })).toHaveProperty('refused')
  })
})
