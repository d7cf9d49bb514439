import { describe, expect, it } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import { interpretSchema } from '#core/json-schema/interpret-schema.ts'
import { runScenarios } from '#core/scenario/run-scenario.ts'
import type { Procedure, Scenario } from '#schemas/generated/types.ts'
import { translateIssue } from '#core/text/translate.ts'
import { buildProcedure } from '../../../fixtures/build.ts'
import { calendar2026 as calendar } from '../../../fixtures/calendar.ts'

const facts = { now: '2026-11-20T03:00:00.000Z', calendar }

const run = (procedure: Procedure) => {
  const form = compileForm(procedure.form!)
  return runScenarios(procedure, { form, validate: interpretSchema(form.schema) }, facts)
}

const expecting = (expect: Scenario['expect'], which = 0): Procedure => {
  const procedure = buildProcedure()
  return { ...procedure, scenarios: [{ ...procedure.scenarios![which]!, expect }] }
}

describe('runScenarios', () => {
  it('tells what comes of each, and nothing more when that was expected', () => {
    const [usual, refused] = run(buildProcedure())
    expect(usual).toMatchObject({ issues: [], outcome: { valid: true, pages: ['page-1'], dueOn: '2026-12-07', fee: { total: 0 } } })
    expect(refused).toMatchObject({ issues: [], outcome: { valid: false } })
  })

  it.each([
    ['other pages', { valid: true, pages: ['page-1', 'khac'] }, '/scenarios/0/expect/pages', 'khac'],
    ['another day', { valid: true, dueOn: '2026-12-05' }, '/scenarios/0/expect/dueOn', '07/12/2026'],
    ['another fee', { valid: true, fee: 1 }, '/scenarios/0/expect/fee', '0 đồng'],
    ['a step out of reach', { valid: true, path: ['intake', 'granted'] }, '/scenarios/0/expect/path/1', 'granted'],
  ])('says in a sentence that it comes to %s', (_, expectation, pointer, words) => {
    const [{ issues }] = run(expecting(expectation)) as [ReturnType<typeof run>[0]]
    expect(issues).toMatchObject([{ pointer, code: 'publish.scenarioFails' }])
    expect(translateIssue(issues[0]!, 'vi')).toContain(words)
  })
})
