// Every edit to a workflow, do, undo and redo; and that no decision is left leading nowhere.
import { describe, expect, it } from 'vitest'
import { lintWorkflow } from '#core/workflow/lint-workflow.ts'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import type { Procedure, Workflow } from '#schemas/generated/types.ts'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import type { Command, EditContext } from '../../../designer/editing/command.ts'
import { emptyHistory, record, redo, undo } from '../../../designer/editing/history.ts'
import { workflowCommands as edit, waysTo } from '../../../designer/workflow-editor/workflow-commands.ts'
import { orderedText } from '../form-editor/ordered-text.ts'

const start = (): Procedure => emptyProcedure('Thủ tục', 'TT')

const after = <Args>(command: Command<Args>, args: Args, before = start(), context: EditContext = {}): Workflow => {
  const done = carryOut(before, command, args, context, 0)
  if (!done) return before.workflow!
  const undone = undo(record(emptyHistory, done.entry), done.document)!
  expect(orderedText(undone.document)).toBe(orderedText(before))
  expect(orderedText(redo(undone.history, undone.document)!.document)).toBe(orderedText(done.document))
  return done.document.workflow!
}

const idsOf = (workflow: Workflow): string[] => workflow.steps.map((step) => step.id)

describe('steps', () => {
  it('are added in their place with what their kind needs', () => {
    const workflow = after(edit.addStep, { kind: 'task', title: 'Kiểm tra thực tế', index: 1 })
    expect(idsOf(workflow).slice(0, 3)).toEqual(['intake', 'kiem-tra-thuc-te', 'appraisal'])
    expect(workflow.steps[1]).toMatchObject({ by: { role: 'one-stop' }, within: { amount: 1, unit: 'workingDay' }, actions: [] })
    expect(after(edit.addStep, { kind: 'applicant', title: 'Bổ sung' }).steps.at(-1)).toMatchObject({ clock: 'paused', publicStatus: 'supplement' })
    expect(after(edit.addStep, { kind: 'end', title: 'Dừng' }).steps.at(-1)).toMatchObject({ outcome: 'granted' })
  })
  it('take the ways that led to them along', () => {
    const workflow = after(edit.removeStep, { id: 'refused' })
    expect(waysTo(start().workflow!, 'refused')).toEqual([{ step: 'Tiếp nhận', action: 'Từ chối tiếp nhận' }, { step: 'Quyết định', action: 'Từ chối' }])
    expect(lintWorkflow(workflow).filter((issue) => issue.code === 'lint.stepUnknown')).toEqual([])
    expect(after(edit.removeStep, { id: 'withdrawn' })).not.toHaveProperty('withdrawTo')
    expect(after(edit.removeStep, { id: 'intake' }).start).toBe('appraisal')
  })
  it('keep the ways to them when they take a new name, until citizens know it', () => {
    const before = { ...start(), workflow: after(edit.addStep, { kind: 'task', title: 'Họp' }) }
    const led = { ...before, workflow: after(edit.addAction, { step: 'intake', title: 'Chuyển họp', to: 'hop' }, before) }
    const renamed = after(edit.setStep, { id: 'hop', changes: { title: 'Họp hội đồng' } }, led)
    expect(idsOf(renamed)).toContain('hop-hoi-dong')
    expect(renamed.steps[0]!.actions!.at(-1)).toEqual({ id: 'chuyen-hop', title: 'Chuyển họp', to: 'hop-hoi-dong' })
    expect(idsOf(after(edit.setStep, { id: 'hop', changes: { title: 'Khác' } }, led, { published: led }))).toContain('hop')
  })
  it('take along what scenarios have officers record there', () => {
    const workflow = after(edit.addStep, { kind: 'task', title: 'Họp' })
    const before: Procedure = { ...start(), workflow, scenarios: [{ title: 'A', answers: {}, records: { hop: { dat: 'co' } }, expect: { valid: true } }] }
    const recordsAfter = <Args>(command: Command<Args>, args: Args) => carryOut(before, command, args, {}, 0)!.document.scenarios![0]!.records
    expect(recordsAfter(edit.setStep, { id: 'hop', changes: { title: 'Ký duyệt' } })).toEqual({ 'ky-duyet': { dat: 'co' } })
    expect(recordsAfter(edit.removeStep, { id: 'hop' })).toBeUndefined()
  })
  it('change places', () => expect(idsOf(after(edit.moveStep, { id: 'decision', index: 0 }))[0]).toBe('decision'))
})

describe('decisions', () => {
  it('are added, named, moved and removed', () => {
    expect(after(edit.setAction, { step: 'intake', id: 'accept', changes: { asks: ['reason'] } }).steps[0]!.actions![0]).toMatchObject({ id: 'accept', asks: ['reason'] })
    expect(after(edit.removeAction, { step: 'intake', id: 'accept' }).steps[0]!.actions).toHaveLength(1)
    expect(after(edit.moveAction, { step: 'decision', id: 'refuse', index: 0 }).steps[2]!.actions![0]!.id).toBe('refuse')
    expect(after(edit.setBranches, { step: 'intake', branches: [{ when: { required: ['a'] }, to: 'refused' }] }).steps[0]!.branches).toHaveLength(1)
  })
})

describe('the whole', () => {
  it('begins with a starter that has no faults', () => {
    const empty = { ...start(), workflow: undefined }
    expect(lintWorkflow(after(edit.useStarter, {}, empty))).toEqual([])
  })
  it('has roles, as long as steps need them', () => {
    expect(after(edit.addRole, { role: { id: 'clerk', title: 'Văn thư' } }).roles.map((role) => role.id)).toContain('clerk')
    expect(after(edit.removeRole, { id: 'head' }).roles.map((role) => role.id)).toContain('head')
    expect(after(edit.setWorkflow, { changes: { clock: { limit: { amount: 5, unit: 'workingDay' }, resume: 'rest' } } }).clock!.limit.amount).toBe(5)
  })
})
