import { describe, expect, it } from 'vitest'
import type { Procedure } from '#schemas/generated/types.ts'
import { lintWorkflow } from '#core/workflow/lint-workflow.ts'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import { mayPublish, publishChecks } from '#core/revision/publish-checks.ts'
import { buildForm, buildWorkflow, is, text } from '../../../fixtures/core-builders.ts'

const complete: Procedure = {
  ...emptyProcedure('Cấp giấy', 'DEMO-1'),
  info: { code: 'DEMO-1', name: 'Cấp giấy', agency: 'UBND', agencyCode: 'H26', serviceLevel: 4, audience: ['Công dân Việt Nam'], sequence: '1. Nộp', channels: [{ kind: 'online', timeLimit: { amount: 10, unit: 'workingDay' } }], components: [{ title: 'Đơn' }] },
  form: buildForm({ a: text('A') }, ['a']),
}
const verdict = (procedure: Procedure, id: string): string | undefined => publishChecks(procedure).find((check) => check.id === id)?.verdict

describe('publishChecks', () => {
  it('lets a procedure with everything that the law names be published', () => {
    expect(publishChecks(complete).filter((check) => check.verdict === 'fail')).toEqual([])
    expect(mayPublish(complete)).toBe(true)
  })
  it.each(['name', 'code', 'sequence', 'agency'] as const)('blocks without %s (NĐ 63/2010 Đ.8.2)', (part) => {
    expect(verdict({ ...complete, info: { ...complete.info, [part]: ' ' } }, 'information')).toBe('fail')
  })
  it('needs form and workflow only from level 3 on', () => {
    const bare = { ...complete, form: undefined, workflow: undefined }
    expect(verdict(bare, 'form')).toBe('fail')
    expect(verdict({ ...bare, info: { ...bare.info, serviceLevel: 1 } }, 'form')).toBe('notApplicable')
  })
  it('points into the document', () => {
    const broken = { ...complete, form: buildForm({ a: text('') }) }
    expect(publishChecks(broken).flatMap((check) => check.issues)).toContainEqual(expect.objectContaining({ pointer: '/form/schema/properties/a', code: 'lint.titleMissing' }))
  })
  it('blocks a fee whose formula names no question, since it would silently be zero', () => {
    const fee = (amount: unknown): Procedure => ({ ...complete, fees: [{ id: 'f', kind: 'fee', title: 'Phí', amount } as never] })
    expect(verdict(fee({ '*': [{ var: 'soTo' }, 1000] }), 'fees')).toBe('fail')
    expect(publishChecks(fee({ '*': [{ var: 'soTo' }, 1000] })).flatMap((check) => check.issues)).toContainEqual(expect.objectContaining({ pointer: expect.stringMatching(/^\/fees\/0\/amount/), code: 'formula.unknownName' }))
    expect(verdict(fee(1000), 'fees')).toBe('pass')
    expect(verdict(complete, 'fees')).toBe('pass')
  })
  it('blocks a fee that waits for an amount which no step records', () => {
    const fee = (confirmedBy: string): Procedure => ({ ...complete, fees: [{ id: 'f', kind: 'fee', title: 'Phí', amount: 1000, confirmedBy }] })
    const step = complete.workflow!.steps[0]!
    const recording: Procedure = { ...fee(`${step.id}:/phi`), workflow: { ...complete.workflow!, steps: [{ ...step, form: buildForm({ phi: { type: 'integer', title: 'Phí' }, ghiChu: text('Ghi chú') }) }, ...complete.workflow!.steps.slice(1)] } }
    expect(verdict(recording, 'fees')).toBe('pass')
    expect(verdict({ ...recording, fees: fee(`${step.id}:/ghiChu`).fees! }, 'fees')).toBe('fail')
    expect(verdict(fee('nowhere:/phi'), 'fees')).toBe('fail')
  })
  it('warns of texts without English and does not block', () => {
    expect(verdict(complete, 'languages')).toBe('warn')
  })
})

describe('lintWorkflow', () => {
  const good = buildWorkflow()
  const codes = (workflow: typeof good): string[] => lintWorkflow(workflow, [{ id: 'slip-02', title: 'Phiếu' }]).map((issue) => issue.code)
  const changed = (id: string, more: object): typeof good => ({ ...good, steps: good.steps.map((step) => (step.id === id ? { ...step, ...more } : step)) })

  it('finds nothing wrong with a right one', () => {
    expect(codes(good)).toEqual([])
  })
  it('finds nothing wrong with the starter that a new procedure gets', () => {
    expect(lintWorkflow(emptyProcedure('x', 'y').workflow!)).toEqual([])
  })
  it('measures the way of each case by the time limit of that case', () => {
    const quick = is('a', 'quick')
    const step = (id: string, days: number) => ({ ...good.steps[2]!, id, title: id, within: { amount: days, unit: 'workingDay' as const } })
    const byCase = (days: number): typeof good => ({
      ...good, start: 'route', clock: { ...good.clock!, cases: [{ when: quick, limit: { amount: 3, unit: 'workingDay' } }] },
      steps: [{ id: 'route', kind: 'automatic', title: 'Rẽ', publicStatus: 'received', branches: [{ when: quick, to: 'quick' }], otherwise: 'intake' }, step('quick', days), ...good.steps],
    })
    expect(codes(byCase(3))).toEqual([])
    expect(lintWorkflow(byCase(4), [{ id: 'slip-02', title: 'Phiếu' }])).toEqual([{ pointer: '/clock/cases/0', code: 'lint.timeExceeds', params: { sum: 4, limit: 3 }, level: 'warning' }])
  })
  it.each([
    ['a step that nobody reaches', { ...good, steps: [...good.steps, { ...good.steps[2]!, id: 'lost' }] }, 'lint.stepUnreachable'],
    ['a step without a way out', changed('review', { actions: [] }), 'lint.stepWithoutWay'],
    ['a step from which nothing ends', changed('review', { actions: [{ id: 'x', title: 'X', to: 'review' }] }), 'lint.stepNeverEnds'],
    ['a step that nobody does', changed('review', { by: undefined }), 'lint.stepWithoutRole'],
    ['a decision that leads nowhere', changed('review', { actions: [{ id: 'x', title: 'X', to: 'zzz' }] }), 'lint.stepUnknown'],
    ['two decisions of one name', changed('review', { actions: [{ id: 'x', title: 'X', to: 'granted' }, { id: 'y', title: 'X', to: 'refused' }] }), 'lint.actionRepeated'],
    ['an end without outcome', changed('granted', { outcome: undefined }), 'lint.outcomeMissing'],
    ['a paper that is not there', changed('review', { actions: [{ id: 'x', title: 'X', to: 'granted', issues: ['zzz'] }] }), 'lint.paperUnknown'],
    ['steps longer than the law allows', changed('review', { within: { amount: 30, unit: 'workingDay' } }), 'lint.timeExceeds'],
  ])('finds %s', (_claim, workflow, code) => {
    expect(codes(workflow as typeof good)).toContain(code)
  })
})
