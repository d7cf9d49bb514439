import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toWorkingCalendar } from '#core/deadline/working-calendar.ts'
import type { OfficeCalendar, Procedure, Scenario } from '#schemas/generated/types.ts'
import { runScenarios } from '../../../server/procedures/run-scenarios.ts'
import { compileProcedure } from '../../../server/validators/compile-procedure.ts'
import { createJudges } from '../../../server/validators/validator-cache.ts'
import { buildProcedure, readGallery } from '../../fixtures/build.ts'

const examples = new URL('../../../schemas/examples/', import.meta.url)
const calendar = toWorkingCalendar(JSON.parse(readFileSync(new URL('calendars/vn.json', examples), 'utf8')) as OfficeCalendar)
const gallery = readdirSync(new URL('procedures/', examples)).filter((file) => file.endsWith('.json'))

const surprises = async (procedure: Procedure) => {
  const compiled = await compileProcedure(procedure)
  if ('issues' in compiled) throw new Error(JSON.stringify(compiled.issues))
  return runScenarios(procedure, createJudges(procedure, compiled.validators), { now: '2026-11-20T03:00:00.000Z', calendar })
}

const withScenario = (change: Partial<Scenario>, which = 0): Procedure => {
  const procedure = buildProcedure()
  procedure.scenarios = [{ ...procedure.scenarios![which]!, ...change }]
  return procedure
}

describe('runScenarios', () => {
  it('finds nothing to say when all come out as they say', async () => {
    expect(await surprises(buildProcedure())).toEqual([])
  })

  it.each([
    ['answers that are refused after all', withScenario({ answers: { tuoi: 30, khan: false } }), '/scenarios/0/expect/valid'],
    ['answers that are accepted after all', withScenario({ answers: { ten: 'An', tuoi: 30, khan: true, lyDo: 'Gấp' } }, 1), '/scenarios/0/expect/valid'],
    ['a refusal for another reason', withScenario({ answers: { tuoi: 30, khan: true, lyDo: 'Gấp' } }, 1), '/scenarios/0/expect/refusedBy'],
    ['another fee', withScenario({ expect: { valid: true, fee: 1 } }), '/scenarios/0/expect/fee'],
    ['a path that leaves out a step', withScenario({ expect: { valid: true, path: ['intake', 'decision'] } }), '/scenarios/0/expect/path/1'],
    ['a path that begins elsewhere', withScenario({ expect: { valid: true, path: ['appraisal'] } }), '/scenarios/0/expect/path/0'],
  ])('notices %s', async (_, procedure, pointer) => {
    expect(await surprises(procedure)).toMatchObject([{ pointer, code: 'publish.scenarioFails' }])
  })

  it.each(gallery)('agrees with the gallery: %s', async (file) => {
    expect(await surprises(readGallery(file))).toEqual([])
  })
})
