// Conditions around the form: fees, decisions and branches.
import { describe, expect, it } from 'vitest'
import { publishChecks } from '#core/revision/publish-checks.ts'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import type { Condition, Procedure } from '#schemas/generated/types.ts'
import { buildForm, buildWorkflow, choice, is } from '../../../fixtures/core-builders.ts'

const procedureWith = (fee: Condition, branches: Condition[]): Procedure => {
  const workflow = buildWorkflow()
  const steps = workflow.steps.map((step) => (step.id === 'review' ? { ...step, kind: 'automatic' as const, actions: [], branches: branches.map((when) => ({ when, to: 'granted' })), otherwise: 'refused' } : step))
  return { ...emptyProcedure('Thử', 'T'), form: buildForm({ a: choice('A', 'x', 'y') }, ['a']), fees: [{ id: 'phi', kind: 'fee', title: 'Phí', amount: 1000, when: fee }], workflow: { ...workflow, steps } }
}
const found = (fee: Condition, ...branches: Condition[]): string[] =>
  publishChecks(procedureWith(fee, branches)).flatMap((check) => check.issues).filter((issue) => /condition|branchNever|unknownPath/i.test(issue.code)).map(({ code, pointer }) => `${code} ${pointer}`)

describe('conditions around the form', () => {
  it('are well when they may hold and may fail', () => expect(found(is('a', 'x'), is('a', 'x'), is('a', 'y'))).toEqual([]))
  it('are named when a fee is never or always due', () => {
    expect(found({ allOf: [is('a', 'x'), is('a', 'y')] }, is('a', 'x'))).toEqual(['lint.conditionNever /fees/0/when'])
    expect(found({ required: ['a'] }, is('a', 'x'))).toEqual(['lint.conditionAlways /fees/0/when'])
  })
  it('are refused when they read what is not asked', () => expect(found(is('b', 'x'), is('a', 'x'))).toEqual(['lint.unknownPath /fees/0/when']))
  it('are named when the branches before leave nothing for a branch', () =>
    expect(found(is('a', 'x'), is('a', 'x'), { properties: { a: { enum: ['x'] } }, required: ['a'] })).toEqual(['lint.branchNever /workflow/steps/2/branches/1']))
})
