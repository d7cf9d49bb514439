// Patterns put on any way of any workflow leave it as sound as it was, undo in one step, and take scenarios along.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import { lintWorkflow } from '#core/workflow/lint-workflow.ts'
import { compileForm } from '#core/form/compile-form.ts'
import type { Procedure, Workflow } from '#schemas/generated/types.ts'
import { carryOut } from '../../../../designer/editing/carry-out.ts'
import { emptyHistory, record, undo } from '../../../../designer/editing/history.ts'
import { insertPattern, type InsertPattern } from '../../../../designer/workflow-editor/patterns/insert-pattern.ts'
import { patternIds } from '../../../../designer/workflow-editor/patterns/patterns.ts'
import { openWays } from '../../../../designer/workflow-editor/way-edit.ts'
import { anyWorkflow } from '../../../fixtures/arbitrary-workflow.ts'

const folder = 'schemas/examples/procedures'
const gallery = readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Procedure)

const insert = (procedure: Procedure, args: InsertPattern): Procedure => {
  const done = carryOut(procedure, insertPattern, args, {}, 0)!
  expect(undo(record(emptyHistory, done.entry), done.document)!.document).toEqual(procedure)
  return done.document
}
const within = (workflow: Workflow): Procedure => ({ ...emptyProcedure('Thủ tục', 'TT'), workflow })

/** Kinds of errors. Time is the author's to divide anew: it is warned of, and no fault of the pattern. */
const faults = (workflow: Workflow): string[] => lintWorkflow(workflow).filter(({ code, level }) => level === undefined && code !== 'lint.paperUnknown').map(({ code }) => code)

describe('a pattern', () => {
  it('adds no kind of error that was not there before, on any way of any workflow', () => {
    fc.assert(fc.property(anyWorkflow(), fc.nat(), fc.constantFrom(...patternIds), fc.integer({ min: 1, max: 9 }), (workflow, n, pattern, members) => {
      const ways = openWays(workflow)
      if (ways.length === 0) return
      const before = new Set(faults(workflow))
      const after = insert(within(workflow), { way: ways[n % ways.length]!.id, pattern, members, need: Math.ceil(members / 2) }).workflow!
      expect(faults(after).filter((fault) => !before.has(fault))).toEqual([])
    }), { numRuns: 400 })
  })
  it('leaves the processes of the gallery without an error, on each of their ways', () => {
    for (const { workflow } of gallery) {
      for (const way of openWays(workflow!)) {
        for (const pattern of patternIds) expect(faults(insert(within(workflow!), { way: way.id, pattern }).workflow!), `${pattern} on ${way.id}`).toEqual([])
      }
    }
  }, 30_000)
  it('stands where it was put, and leads on to where the way led', () => {
    const { workflow } = insert(emptyProcedure('Thủ tục', 'TT'), { way: 'appraisal/action/propose-grant', pattern: 'approval' })
    expect(workflow!.steps.map(({ id }) => id).slice(0, 4)).toEqual(['intake', 'appraisal', 'phe-duyet', 'decision'])
    expect(workflow!.steps[1]!.actions![0]!.to).toBe('phe-duyet')
    expect(workflow!.steps[2]!.actions!.map(({ id, to }) => [id, to])).toEqual([['approve', 'decision'], ['send-back', 'appraisal'], ['refuse', 'refused']])
  })
  it('is offered on no way by which an applicant is asked for a supplement: the answer would return to it', () => {
    const { workflow } = insert(emptyProcedure('Thủ tục', 'TT'), { way: 'intake/action/accept', pattern: 'supplement' })
    const returning = workflow!.steps.filter(({ kind, otherwise }) => kind === 'applicant' && otherwise === undefined).map(({ id }) => id)
    expect(returning.length).toBeGreaterThan(0)
    expect(openWays(workflow!).filter(({ to }) => returning.includes(to))).toEqual([])
  })
  it('brings the roles and the end that it needs', () => {
    const { workflow } = insert(emptyProcedure('Thủ tục', 'TT'), { way: 'intake/action/accept', pattern: 'twoEyes' })
    expect(workflow!.roles.map(({ id }) => id)).toContain('unit-head')
    const paid = insert(emptyProcedure('Thủ tục', 'TT'), { way: 'intake/action/accept', pattern: 'payment' }).workflow!
    expect(paid.steps.at(-1)).toMatchObject({ kind: 'end', outcome: 'stopped' })
  })
  it('is passed by scenarios that passed there', () => {
    const procedure = { ...emptyProcedure('Thủ tục', 'TT'), scenarios: [{ title: 'Cấp', answers: {}, expect: { valid: true, path: ['intake', 'appraisal', 'decision', 'granted'] } }] }
    expect(insert(procedure, { way: 'intake/action/accept', pattern: 'supplement' }).scenarios![0]!.expect.path).toEqual(['intake', 'kiem-tra-thanh-phan-ho-so', 'appraisal', 'decision', 'granted'])
  })
  it('says everything in both languages, and its forms compile', () => {
    for (const pattern of patternIds) {
      const { workflow } = insert(emptyProcedure('Thủ tục', 'TT'), { way: 'intake/action/accept', pattern })
      for (const step of workflow!.steps) {
        for (const titled of [step, ...step.actions ?? [], ...step.opinions ?? []]) expect(titled['x-i18n']?.en?.title, `${pattern}: ${titled.title}`).toBeTruthy()
        if (step.form) expect(compileForm(step.form).pages).toHaveLength(1)
      }
    }
  })
})
