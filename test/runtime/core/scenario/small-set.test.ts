import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import { interpretSchema } from '#core/json-schema/interpret-schema.ts'
import { coverageOf, targetsOf, triedBy } from '#core/scenario/coverage.ts'
import { runScenario } from '#core/scenario/run-scenario.ts'
import { factorsOf, makeSmallSet } from '#core/scenario/small-set.ts'
import type { Procedure, Scenario } from '#schemas/generated/types.ts'
import { buildProcedure, readGallery } from '../../../fixtures/build.ts'
import { calendar2026 as calendar } from '../../../fixtures/calendar.ts'

const gallery = readdirSync(new URL('../../../../schemas/examples/procedures/', import.meta.url)).filter((file) => file.endsWith('.json'))

const makeFor = (source: Procedure, on = '2026-11-20') => {
  const procedure = { ...source, scenarios: [] }
  const form = compileForm(procedure.form!)
  const judge = { form, validate: interpretSchema(form.schema) }
  const making = makeSmallSet(procedure, judge, { on, calendar, seed: 3 }, [])
  let next = making.next()
  while (!next.done) next = making.next()
  const scenarios = next.value.map(({ answers, expect: expected }, i): Scenario => ({ title: `Tình huống ${i + 1}`, on, answers, expect: expected }))
  const now = `${on}T03:00:00Z`
  const runs = scenarios.map((scenario, i) => runScenario(procedure, judge, scenario, i, { now, calendar }))
  const coverage = coverageOf(targetsOf(procedure, form), runs.map(({ outcome }, i) => triedBy(procedure, form, scenarios[i]!, outcome, { today: on, calendar })))
  return { scenarios, runs, coverage }
}

describe('makeSmallSet', () => {
  it('tries everything of a small procedure with few scenarios that come out as they say', () => {
    const { scenarios, runs, coverage } = makeFor(buildProcedure())
    expect(coverage).toMatchObject({ percent: 100, open: [] })
    expect(scenarios.length).toBeLessThanOrEqual(6)
    expect(runs.flatMap(({ issues }) => issues)).toEqual([])
  })

  it('tries nearly everything of a procedure of the gallery', () => {
    const procedure = readGallery(gallery[1]!)
    const { scenarios, runs, coverage } = makeFor(procedure)
    expect(coverage.percent).toBeGreaterThan(90)
    expect(scenarios.length).toBeLessThanOrEqual(25)
    expect(runs.flatMap(({ issues }) => issues)).toEqual([])
  }, 30_000)

  it('takes the questions that conditions read as factors, with numbers on both sides of a bound', () => {
    const procedure = buildProcedure()
    procedure.form!.rules!.push({ id: 'gia', title: 'Cao tuổi', when: { properties: { tuoi: { minimum: 60 } }, required: ['tuoi'] }, require: ['/so'] })
    expect(factorsOf(procedure, compileForm(procedure.form!)).map((levels) => levels.map(({ path, key }) => `${path} ${key}`))).toEqual([['/khan true', '/khan false'], ['/tuoi in 0', '/tuoi out 0']])
  })
})
