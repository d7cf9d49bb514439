import { describe, expect, it } from 'vitest'
import { findStep } from '#core/workflow/facts.ts'
import { escalatedTo, nextTimer, noticesOfTimer } from '#core/workflow/timers.ts'
import type { Dossier, StepTimer } from '#schemas/generated/types.ts'
import { calendar2026 } from '../../../fixtures/calendar.ts'
import { buildCouncil } from '../../../fixtures/council-workflow.ts'
import { createMover, factsAt, factsOf, thursday } from '../../../fixtures/transitions.ts'

const workflow = buildCouncil()
const { go, refusal, effects, filed } = createMover(workflow)
const clock = (now: string) => factsAt(now)
const next = (dossier: Dossier) => nextTimer(workflow, dossier, calendar2026)

/** At the review, from Thursday 19 November on: due on Friday 27, since Tuesday 24 is a holiday. */
const reviewed = (): Dossier => go(filed({ loai: 'cu' }), { type: 'act', action: 'accept' }, factsAt(thursday, 'one-stop'))

/** Everything that comes by itself until nothing does, with its time. */
const comesOf = (dossier: Dossier): [string, string][] => {
  const timed = next(dossier)
  return timed ? [[timed.at, timed.change.type === 'timer' ? timed.change.timer : 'expire'], ...comesOf(go(dossier, timed.change, clock(timed.at)))] : []
}

describe('nextTimer', () => {
  it('gives what comes by itself in the order in which it comes, each once', () => {
    expect(comesOf(reviewed())).toEqual([['2026-11-20T10:00:00.000Z', 'late'], ['2026-11-25T10:00:00.000Z', 'soon'], ['2026-11-27T10:00:00.000Z', 'expire']])
  })
  it('carries out nothing early and nothing twice', () => {
    expect(refusal(reviewed(), { type: 'timer', timer: 'soon' }, clock('2026-11-25T09:59:59Z'))).toBe('timer.notNow')
    const reminded = go(reviewed(), { type: 'timer', timer: 'soon' }, clock('2026-11-25T10:00:00Z'))
    expect(reminded).toMatchObject({ step: 'review', fired: ['soon'], version: 3 })
    expect(refusal(reminded, { type: 'timer', timer: 'soon' }, clock('2026-11-26T10:00:00Z'))).toBe('timer.notNow')
    expect(refusal(reviewed(), { type: 'timer', timer: 'unknown' }, clock('2027-11-26T10:00:00Z'))).toBe('timer.notNow')
  })
  it('reminds whoever has the dossier, else the role, and tells the named role of an escalation', () => {
    const soon = { type: 'timer', timer: 'soon' } as const
    const at = clock('2026-11-25T10:00:00Z')
    expect(effects(reviewed(), soon, at)).toEqual([{ kind: 'notify', to: 'role', role: 'specialist', notice: 'reminder' }])
    const claimed = go(reviewed(), { type: 'assign', to: { id: 'lan', name: 'Lan' } }, factsOf('lan', thursday, 'specialist'))
    expect(effects(claimed, soon, at)).toEqual([{ kind: 'notify', to: 'person', person: 'lan', notice: 'reminder' }])
    expect(effects(reviewed(), { type: 'timer', timer: 'late' }, at)).toEqual([{ kind: 'notify', to: 'role', role: 'one-stop', notice: 'escalated' }])
  })
  it('puts an escalated dossier before the role that was told, as long as it stands there', () => {
    const late = go(reviewed(), { type: 'timer', timer: 'late' }, clock('2026-11-20T10:00:00Z'))
    const told = (dossier: Dossier) => escalatedTo(findStep(workflow, dossier.step)!, dossier)
    expect([told(reviewed()), told(late)]).toEqual([[], [{ role: 'one-stop' }]])
    expect(told(go(late, { type: 'act', action: 'grant' }, factsAt(thursday, 'specialist')))).toEqual([])
  })
  it('tells a role in the unit whose step it is', () => {
    const step = { ...findStep(workflow, 'review')!, by: { role: 'specialist', unit: 'Phòng Thuế', code: 'H99.07' } }
    const timer: StepTimer = { id: 'late', after: { amount: 1, unit: 'workingDay' }, of: 'stepDue', do: 'escalate', role: 'unit-head' }
    expect(noticesOfTimer(timer, step, reviewed())).toEqual([{ kind: 'notify', to: 'role', role: 'unit-head', code: 'H99.07', notice: 'escalated' }])
    expect(escalatedTo({ ...step, timers: [timer] }, { fired: ['late'] })).toEqual([{ role: 'unit-head', code: 'H99.07' }])
  })
  it('begins anew at each visit of the step', () => {
    const again = buildCouncil()
    const flow = { ...again, steps: again.steps.map((step) => (step.id === 'review' ? { ...step, actions: [...step.actions!, { id: 'back', title: 'Trả lại', to: 'intake' }] } : step)) }
    const mover = createMover(flow)
    const reminded = mover.go(reviewed(), { type: 'timer', timer: 'soon' }, clock('2026-11-25T10:00:00Z'))
    const back = mover.go(mover.go(reminded, { type: 'act', action: 'back' }, factsAt('2026-11-26T02:00:00Z', 'specialist')), { type: 'act', action: 'accept' }, factsAt('2026-11-26T03:00:00Z', 'one-stop'))
    expect(back.fired).toBeUndefined()
    expect(nextTimer(flow, back, calendar2026)).toEqual({ at: '2026-11-27T10:00:00.000Z', change: { type: 'timer', timer: 'late' } })
  })
  it.each([
    ['of the legal time while it stands still', { of: 'due', before: { amount: 1, unit: 'day' } }, undefined],
    ['of the beginning', { of: 'entered', after: { amount: 4, unit: 'workingHour' } }, '2026-11-19T08:30:00.000Z'],
    ['of a time that is shorter than the warning, at once', { of: 'stepDue', before: { amount: 3, unit: 'month' } }, '2026-11-19T03:00:00.000Z'],
    ['of its end itself', { of: 'stepDue' }, '2026-12-11T10:00:00.000Z'],
  ] as [string, Omit<StepTimer, 'id' | 'do'>, string | undefined][])('counts a reminder %s', (_name, timer, at) => {
    const flow = { ...workflow, steps: workflow.steps.map((step) => (step.kind === 'applicant' ? { ...step, onExpiry: undefined as never, timers: [{ id: 't', do: 'remind' as const, ...timer }] } : step)) }
    const asked = createMover(flow).go(filed(), { type: 'act', action: 'ask', reason: 'x', fields: ['/a'] }, factsAt(thursday, 'one-stop'))
    const timed = nextTimer(flow, asked, calendar2026)
    expect(timed && new Date(timed.at).toISOString()).toBe(at)
    if (timed) expect(createMover(flow).effects(asked, timed.change, clock(timed.at))).toEqual([{ kind: 'notify', to: 'applicant', notice: 'reminder' }])
  })
  it('has nothing for what is a draft or has ended', () => {
    expect(next({ ...filed(), state: 'draft' })).toBeUndefined()
    expect(next(go(filed(), { type: 'withdraw', reason: 'x' }, clock(thursday)))).toBeUndefined()
  })
})
