import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import { interpretSchema } from '#core/json-schema/interpret-schema.ts'
import { aimAnswers, expectationFor } from '#core/scenario/aim-answers.ts'
import { coverageOf, targetKey, targetsOf, triedBy } from '#core/scenario/coverage.ts'
import { runScenario } from '#core/scenario/run-scenario.ts'
import type { Procedure, Scenario } from '#schemas/generated/types.ts'
import { buildProcedure, readGallery } from '../../../fixtures/build.ts'
import { calendar2026 as calendar } from '../../../fixtures/calendar.ts'

const gallery = readdirSync(new URL('../../../../schemas/examples/procedures/', import.meta.url)).filter((file) => file.endsWith('.json'))
const facts = { today: '2026-11-20', calendar }

const judgeOf = (procedure: Procedure) => {
  const form = compileForm(procedure.form!)
  return { form, validate: interpretSchema(form.schema) }
}

const triedIn = (procedure: Procedure, scenarios: readonly Scenario[]): Set<string>[] => {
  const judge = judgeOf(procedure)
  return scenarios.map((scenario, i) => triedBy(procedure, judge.form, scenario, runScenario(procedure, judge, scenario, i, { now: `${facts.today}T03:00:00Z`, calendar }).outcome, facts))
}

const coverageWith = (procedure: Procedure, scenarios: readonly Scenario[]) => coverageOf(targetsOf(procedure, judgeOf(procedure).form), triedIn(procedure, scenarios))

describe('coverage', () => {
  it('counts options, both sides of rules, pages, fees and the ways of the workflow', () => {
    const procedure = buildProcedure()
    const { covered, open, percent } = coverageWith(procedure, procedure.scenarios!)
    expect(covered.map(targetKey)).toEqual(expect.arrayContaining(['page page-1 yes', 'rule khan-thi-noi no', 'rule khan-thi-noi yes', 'option /khan false', 'fee le-phi no', 'transition intake appraisal', 'transition decision granted']))
    expect(open.map(targetKey)).toEqual(expect.arrayContaining(['fee le-phi yes', 'transition decision refused', 'transition intake supplement']))
    expect(percent).toBeGreaterThan(40)
    expect(percent).toBeLessThan(80)
  })

  it('is nothing without scenarios', () => {
    expect(coverageWith(buildProcedure(), []).percent).toBe(0)
  })

  it.each(gallery.slice(0, 3))('never falls when a scenario is added: %s', (file) => {
    const procedure = readGallery(file)
    const targets = targetsOf(procedure, judgeOf(procedure).form)
    const all = triedIn(procedure, procedure.scenarios!)
    fc.assert(fc.property(fc.shuffledSubarray(all), fc.constantFrom(...all), (some, more) => {
      const before = coverageOf(targets, some)
      const after = coverageOf(targets, [...some, more])
      expect(after.percent).toBeGreaterThanOrEqual(before.percent)
      const kept = new Set(after.covered.map(targetKey))
      expect(before.covered.every((target) => kept.has(targetKey(target)))).toBe(true)
    }), { numRuns: 50 })
  })
})

describe('aimAnswers', () => {
  it('tries whatever nothing tries yet, and what is made so comes out as it says', () => {
    const procedure = buildProcedure()
    const judge = judgeOf(procedure)
    for (const target of coverageWith(procedure, []).open) {
      const { outcome, isFound } = aimAnswers(procedure, judge, target, { on: facts.today, calendar, seed: 5 })
      expect({ target, isFound }).toEqual({ target, isFound: true })
      const scenario: Scenario = { title: 'Thử', on: facts.today, answers: outcome.answers, expect: expectationFor(target, outcome) }
      expect(runScenario(procedure, judge, scenario, 0, { now: `${facts.today}T03:00:00Z`, calendar }).issues).toEqual([])
      expect(coverageWith(procedure, [scenario]).covered.map(targetKey)).toContain(targetKey(target))
    }
  })

  it.each(gallery.slice(0, 3))('finds nearly all that %s can do', (file) => {
    const procedure = readGallery(file)
    const judge = judgeOf(procedure)
    const targets = targetsOf(procedure, judge.form).filter((_target, i) => i % 3 === 0)
    const missed = targets.filter((target) => !aimAnswers(procedure, judge, target, { on: procedure.scenarios![0]!.on ?? facts.today, calendar, seed: 1 }).isFound)
    expect(missed.length / targets.length).toBeLessThan(0.12)
  }, 60_000)

  it('has an answer refused where every filing with it is', () => {
    const procedure = readGallery(gallery[1]!)
    const { outcome, isFound } = aimAnswers(procedure, judgeOf(procedure), { kind: 'option', path: '/qd/daGiaHan', value: true }, { on: facts.today, calendar, seed: 1 })
    expect([isFound, outcome.valid]).toEqual([true, false])
  })
})
