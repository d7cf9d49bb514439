import { describe, expect, it } from 'vitest'
import type { Procedure, Scenario } from '#schemas/generated/types.ts'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import type { Command } from '../../../designer/editing/command.ts'
import { followInExpectations, followRefusals } from '../../../designer/scenarios/follow-expectations.ts'
import { addScenarios, removeScenario, setScenario } from '../../../designer/scenarios/scenario-commands.ts'
import { buildProcedure } from '../../fixtures/build.ts'

const after = <Args>(command: Command<Args>, args: Args, document: Procedure = buildProcedure()): Scenario[] | undefined => carryOut(document, command, args, {}, 0)?.document.scenarios
const titles = (scenarios: readonly Scenario[] | undefined) => scenarios?.map(({ title }) => title)
const made: Scenario = { title: 'Mới', answers: { ten: 'An' }, expect: { valid: false } }

describe('scenarios', () => {
  it('are added at the end or at a place, several as one entry', () => {
    expect(titles(after(addScenarios, { scenarios: [made, made] }))).toEqual(['Bình thường', 'Gấp mà không nói', 'Mới', 'Mới'])
    expect(titles(after(addScenarios, { scenarios: [made], index: 1 }))).toEqual(['Bình thường', 'Mới', 'Gấp mà không nói'])
  })
  it('are never more than a document may hold', () => {
    expect(after(addScenarios, { scenarios: Array.from({ length: 300 }, () => made) })).toHaveLength(200)
  })
  it('are set and removed; what is not there changes nothing', () => {
    expect(after(setScenario, { index: 1, changes: { title: 'Khác', on: undefined } })?.[1]).toEqual({ ...buildProcedure().scenarios![1], title: 'Khác', on: undefined })
    expect(titles(after(removeScenario, { index: 0 }))).toEqual(['Gấp mà không nói'])
    expect(after(removeScenario, { index: 9 })).toBeUndefined()
    expect(after(setScenario, { index: 9, changes: { title: 'x' } })).toBeUndefined()
  })
  it('know a page or step by its new id, and no more when it is gone', () => {
    const procedure = buildProcedure()
    followInExpectations(procedure, 'path', 'appraisal', 'tham-dinh')
    expect(procedure.scenarios![0]!.expect.path).toEqual(['intake', 'tham-dinh', 'decision', 'granted'])
    followInExpectations(procedure, 'path', 'tham-dinh', undefined)
    expect(procedure.scenarios![0]!.expect.path).toEqual(['intake', 'decision', 'granted'])
  })
  it('are refused at a question under its other name, in the same row', () => {
    const procedure = { ...buildProcedure(), scenarios: [{ ...made, expect: { valid: false, refusedBy: '/so/1/ten' } }] }
    followRefusals(procedure, '/so/*/ten', '/so/*/tenBan')
    expect(procedure.scenarios[0]!.expect.refusedBy).toBe('/so/1/tenBan')
    followRefusals(procedure, '/so', '/banSao')
    expect(procedure.scenarios[0]!.expect.refusedBy).toBe('/banSao/1/tenBan')
  })
})
