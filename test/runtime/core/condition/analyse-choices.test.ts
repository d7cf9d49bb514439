// Decisions, branches and fee rows that stand side by side: gaps and overlaps.
import { describe, expect, it } from 'vitest'
import { analyseAround } from '#core/condition/analyse-around.ts'
import { compileForm } from '#core/form/compile-form.ts'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import type { Condition, Fee, Procedure, Step } from '#schemas/generated/types.ts'
import { buildForm, buildWorkflow, choice, is } from '../../../fixtures/core-builders.ts'

const form = buildForm({ a: choice('A', 'x', 'y', 'z'), b: choice('B', 'x', 'y') }, ['a', 'b'])
const oneOf = (...values: string[]): Condition => ({ properties: { a: { enum: values } }, required: ['a'] })

const procedureWith = (review: Partial<Step>, fees: Fee[] = []): Procedure => {
  const workflow = buildWorkflow()
  return { ...emptyProcedure('Thử', 'T'), form, fees, workflow: { ...workflow, steps: workflow.steps.map((step) => (step.id === 'review' ? { ...step, ...review } : step.id === 'intake' ? { ...step, form } : step)) } }
}
const found = (procedure: Procedure): string[] => {
  const { fees, workflow } = analyseAround(procedure, compileForm(form))
  return [...fees, ...workflow].map(({ code, params }) => [code, params?.['n'] ?? '', params?.['one'] ?? '', params?.['other'] ?? ''].join(' ').trim())
}
const guarded = (of: string | undefined, ...conditions: Condition[]): Partial<Step> => ({ actions: conditions.map((when, i) => ({ id: `a${i}`, title: `A${i}`, to: i === 0 ? 'granted' : 'refused', when, ...(of !== undefined && { of }) })) })
const table = (rows: [Condition, number][], more: Partial<Fee> = {}): Fee[] => [{ id: 'phi', kind: 'fee', title: 'Phí', amount: 0, rows: rows.map(([when, amount]) => ({ when, amount })), ...more }]

describe('decisions of a step', () => {
  it.each([[undefined], ['intake']])('leave a gap where no condition of them holds, of the answers and of the record of %s', (of) => {
    expect(found(procedureWith(guarded(of, is('a', 'x'), is('a', 'y'))))).toEqual(['lint.actionsGap'])
    expect(found(procedureWith(guarded(of, is('a', 'x'), oneOf('y', 'z'))))).toEqual([])
  })
  it('read what the record of a step really holds', () => {
    expect(found(procedureWith(guarded('intake', is('c', 'x'))))).toContain('lint.unknownPath')
    expect(found(procedureWith(guarded('review', is('c', 'x'))))).toEqual([])
  })
})

describe('branches', () => {
  const branches = (...conditions: Condition[]): Partial<Step> => ({ kind: 'automatic', actions: [], otherwise: 'refused', branches: conditions.map((when, i) => ({ when, to: i === 0 ? 'granted' : 'stopped' })) })
  it('overlap where two may hold, and neither is the special case of the other', () => {
    expect(found(procedureWith(branches(is('a', 'x'), is('b', 'x'))))).toEqual(['lint.branchesOverlap  1 2'])
    expect(found(procedureWith(branches(is('a', 'x'), oneOf('x', 'y'))))).toEqual([])
    expect(found(procedureWith(branches(is('a', 'x'), is('a', 'y'))))).toEqual([])
  })
})

describe('rows of a fee table', () => {
  it('leave a gap where none holds and nothing is owed then', () => {
    expect(found(procedureWith({}, table([[is('a', 'x'), 1], [is('a', 'y'), 2]])))).toEqual(['lint.feeRowsGap'])
    expect(found(procedureWith({}, table([[is('a', 'x'), 1], [is('a', 'y'), 2]], { amount: 5 })))).toEqual([])
    expect(found(procedureWith({}, table([[is('a', 'x'), 1], [is('a', 'y'), 2]], { when: oneOf('x', 'y') })))).toEqual([])
    expect(found(procedureWith({}, table([[is('a', 'x'), 1], [oneOf('y', 'z'), 2]])))).toEqual([])
  })
  it('overlap where two with different amounts may hold, by their numbers; a sum is meant to', () => {
    const rows: [Condition, number][] = [[is('a', 'x'), 1], [is('b', 'x'), 2]]
    expect(found(procedureWith({}, table(rows, { amount: 5 })))).toEqual(['lint.feeRowsOverlap  1 2'])
    expect(found(procedureWith({}, table(rows, { amount: 5, hit: 'sum' })))).toEqual([])
    expect(found(procedureWith({}, table([[is('a', 'x'), 1], [is('b', 'x'), 1]], { amount: 5 })))).toEqual([])
  })
  it('never apply where the rows before cover them', () => {
    expect(found(procedureWith({}, table([[oneOf('x', 'y'), 1], [is('a', 'y'), 2]], { amount: 5 })))).toEqual(['lint.feeRowNever 2'])
  })
  it('read records that somebody writes', () => {
    const reading = (of: string): Fee[] => [{ id: 'phi', kind: 'fee', title: 'Phí', amount: 0, rows: [{ when: is('a', 'x'), of, amount: 1 }] }]
    expect(found(procedureWith({}, reading('intake')))).toEqual([])
    expect(found(procedureWith({}, reading('review')))).toEqual(['lint.recordNowhere'])
    expect(found(procedureWith({}, reading('zzz')))).toEqual(['lint.stepUnknown'])
  })
})
