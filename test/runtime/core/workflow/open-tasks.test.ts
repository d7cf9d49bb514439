import { describe, expect, it } from 'vitest'
import { openTasks } from '#core/workflow/open-tasks.ts'
import type { Dossier, Step } from '#schemas/generated/types.ts'
import { calendar2026 } from '../../../fixtures/calendar.ts'
import { buildDossier, buildWorkflow } from '../../../fixtures/core-builders.ts'

const base = buildWorkflow()
const opinions: Step = {
  id: 'ask', kind: 'opinions', title: 'Lấy ý kiến', publicStatus: 'processing', otherwise: 'review',
  opinions: [
    { id: 'tax', title: 'Thuế', by: { role: 'specialist', unit: 'Thuế tỉnh', code: 'G12.18' }, within: { amount: 2, unit: 'workingDay' }, onExpiry: 'consents' },
    { id: 'land', title: 'Đất đai', by: { role: 'specialist', unit: 'Sở Nông nghiệp và Môi trường' }, within: { amount: 5, unit: 'workingDay' }, onExpiry: 'waits' },
  ],
}
const workflow = { ...base, steps: [...base.steps.map((step) => (step.id === 'review' ? { ...step, timers: [{ id: 'late', of: 'stepDue' as const, do: 'escalate' as const, role: 'head' }, { id: 'soon', of: 'stepDue' as const, do: 'remind' as const }] } : step)), opinions] }
const at = (step: string, more: Partial<Dossier> = {}) => openTasks(workflow, buildDossier({ state: 'open', step, enteredAt: '2026-11-20T02:00:00.000Z', stepDueAt: '2026-11-27T10:00:00.000Z', dueAt: '2026-12-04T10:00:00.000Z', ...more }), calendar2026)

describe('openTasks', () => {
  it('gives the role of the step, with the earlier of the two clocks', () => {
    expect(at('review')).toEqual([{ kind: 'step', part: '', role: 'specialist', dueAt: '2026-11-27T10:00:00.000Z' }])
    expect(at('review', { dueAt: '2026-11-23T10:00:00.000Z' })[0]!.dueAt).toBe('2026-11-23T10:00:00.000Z')
  })

  it('has a row where the office waits for the applicant, due never while the clock stands still', () => {
    expect(at('supplement', { pausedAt: '2026-11-20T02:00:00.000Z' })).toEqual([{ kind: 'step', part: '' }])
  })

  it('asks everybody whose opinion is still missing, each in their own time, by the code of the unit that is asked', () => {
    expect(at('ask')).toEqual([
      expect.objectContaining({ kind: 'step' }),
      { kind: 'opinion', part: 'tax', role: 'specialist', code: 'G12.18', dueAt: '2026-11-25T10:00:00.000Z' },
      { kind: 'opinion', part: 'land', role: 'specialist', dueAt: '2026-11-30T10:00:00.000Z' },
    ])
    expect(at('ask', { opinions: { tax: { at: '2026-11-20T03:00:00.000Z', verdict: 'for' } } }).map(({ part }) => part)).toEqual(['', 'land'])
  })

  it('shows a delay to the role that was told of it, once it was', () => {
    expect(at('review', { fired: ['soon'] })).toHaveLength(1)
    expect(at('review', { fired: ['soon', 'late'] })[1]).toMatchObject({ kind: 'escalation', part: 'head', role: 'head' })
  })

  it('has nothing to do with what is a draft or has ended', () => {
    expect(openTasks(workflow, buildDossier(), calendar2026)).toEqual([])
    expect(at('granted', { state: 'ended' })).toEqual([])
  })
})
