import { describe, expect, it } from 'vitest'
import { publishChecks } from '#core/revision/publish-checks.ts'
import { lintUnits } from '#core/workflow/lint-units.ts'
import type { Assignment, KnownUnit } from '#schemas/generated/types.ts'
import { buildCouncil } from '../../../fixtures/council-workflow.ts'
import { buildProcedure } from '../../../fixtures/build.ts'

const units: KnownUnit[] = [{ code: 'H26', name: 'Sở', depth: 0, roles: ['one-stop', 'specialist'] }, { code: 'H26.01', name: 'Phòng A', depth: 1, roles: ['specialist'] }, { name: 'Phòng B', depth: 1, roles: [] }]
const asking = (...asked: Assignment[]) => {
  const workflow = buildCouncil()
  return { ...workflow, steps: workflow.steps.map((step) => ({ ...step, ...(step.by && { by: { role: step.by.role } }), ...(step.opinions && { opinions: step.id === 'vote' ? asked.map((by, i) => ({ ...step.opinions![0]!, id: `o${i}`, by })) : [] }) })) }
}
const found = (...asked: Assignment[]) => lintUnits(asking(...asked), units).map(({ pointer, code, params }) => [pointer.replace(/.*opinions/, ''), code, params!['unit']])

describe('units that a workflow names', () => {
  it('are known by their code, whatever they are called', () => {
    expect(found({ role: 'specialist' }, { role: 'specialist', unit: 'Tên khác', code: 'H26.01' }, { role: 'one-stop', agency: 'Sở', code: 'H26' })).toEqual([])
  })
  it('are told of once each where this office has no such code, or nobody there for the part', () => {
    expect(found({ role: 'specialist', unit: 'Phòng C', code: 'H26.09' }, { role: 'one-stop', unit: 'Phòng C', code: 'H26.09' }, { role: 'specialist', agency: 'Bộ Tài chính', code: 'G12' }, { role: 'clerk', unit: 'Phòng A', code: 'H26.01' })).toEqual([
      ['/0/by', 'lint.unitUnknown', 'Phòng C'], ['/2/by', 'lint.unitUnknown', 'Bộ Tài chính'], ['/3/by', 'lint.unitWithoutRole', 'Phòng A'],
    ])
  })
  it('may be named in words, to be read; those that the office has are better picked', () => {
    expect(found({ role: 'specialist', agency: 'Bộ Tài chính' }, { role: 'specialist', unit: 'phòng a' })).toEqual([['/1/by', 'lint.unitInWords', 'phòng a']])
  })
  it('warn before a publication and never stop it, where the units are known', () => {
    const procedure = buildProcedure()
    const workflow = { ...procedure.workflow!, steps: procedure.workflow!.steps.map((step) => (step.id === 'appraisal' ? { ...step, by: { role: 'specialist', unit: 'Phòng C', code: 'H26.09' } } : step)) }
    const of = (known?: KnownUnit[]) => publishChecks({ ...procedure, workflow }, undefined, undefined, known).find(({ id }) => id === 'workflow')!
    expect(of(units)).toMatchObject({ verdict: 'warn', issues: [{ pointer: '/workflow/steps/1/by', code: 'lint.unitUnknown' }] })
    expect(of().verdict).toBe('pass')
  })
})
