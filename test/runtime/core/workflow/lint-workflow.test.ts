// What is wrong with opinions, routing and time of a workflow; its structure is looked at in publish-checks.test.ts.
import { describe, expect, it } from 'vitest'
import { lintWorkflow } from '#core/workflow/lint-workflow.ts'
import type { ClockRule, Step, Workflow } from '#schemas/generated/types.ts'
import { buildForm, buildWorkflow, is, text } from '../../../fixtures/core-builders.ts'
import { buildCouncil } from '../../../fixtures/council-workflow.ts'

const codesOf = (workflow: Workflow): string[] => lintWorkflow(workflow, [{ id: 'slip-02', title: 'Phiếu' }]).map(({ code }) => code)
const changing = (workflow: Workflow, id: string, more: object): Workflow => ({ ...workflow, steps: workflow.steps.map((step) => (step.id === id ? { ...step, ...more } as Step : step)) })

const days = (amount: number) => ({ amount, unit: 'workingDay' as const })
const council = (): Workflow => changing({ ...buildCouncil(), clock: { limit: days(12), resume: 'restart' } }, 'consult', { timers: [{ id: 'late', of: 'stepDue', do: 'escalate', role: 'one-stop' }] })
const step = (id: string, more: object) => changing(council(), id, more)
const opinions = council().steps.find(({ id }) => id === 'vote')!.opinions!

describe('lintWorkflow of opinions', () => {
  it('finds nothing wrong with a council, a risk table and timers', () => expect(codesOf(council())).toEqual([]))
  it.each([
    ['a step that asks nobody', step('vote', { opinions: [], need: undefined, against: undefined }), ['lint.opinionsMissing']],
    ['opinions that lead nowhere', step('consult', { otherwise: undefined }), ['lint.joinMissing']],
    ['more votes than members', step('vote', { need: 4 }), ['lint.needTooMany']],
    ['a lost vote that leads nowhere', step('vote', { against: undefined }), ['lint.againstMissing']],
    ['a way of lost votes where none are counted', step('vote', { need: undefined }), ['lint.againstUnused']],
    ['two requests of one name', step('vote', { opinions: [opinions[0], opinions[0]] }), ['lint.idRepeated']],
    ['a role that is not there', step('vote', { opinions: [{ ...opinions[0], by: { role: 'minister' } }, opinions[1]] }), ['lint.roleUnknown']],
    ['an opinion that would be waited for for ever', step('consult', { timers: [] }), ['lint.opinionWaitsForEver']],
    ['opinions of a step that asks for none', step('review', { opinions }), ['lint.opinionsElsewhere']],
  ])('finds %s', (_name, workflow, codes) => expect(codesOf(workflow)).toEqual(expect.arrayContaining(codes)))
})

describe('lintWorkflow of ways', () => {
  const task = (id: string, to: string[]): Step => ({ id, title: id, kind: 'task', publicStatus: 'processing', by: { role: 'one-stop' }, actions: to.map((target) => ({ id: `to-${target}`, title: target, to: target })) })
  const asking = (...steps: Step[]): Workflow =>
    ({ roles: [{ id: 'one-stop', title: 'Một cửa' }], start: 'intake', steps: [task('intake', ['asked', 'end']), ...steps, { id: 'asked', title: 'Bổ sung', kind: 'applicant', publicStatus: 'supplement' }, { id: 'end', title: 'Xong', kind: 'end', publicStatus: 'decided', outcome: 'granted' }] })
  const lost = (workflow: Workflow): string[] => lintWorkflow(workflow).filter(({ code }) => code === 'lint.stepUnreachable').map(({ pointer }) => pointer)

  it('finds a step that nothing leads to, also one that itself would ask the applicant, whose answer returns to who asked', () => {
    expect(lost(asking())).toEqual([])
    expect(lost(asking(task('lost', ['asked', 'end'])))).toEqual(['/steps/1'])
    expect(lost(asking(task('lost', ['intake'])))).toEqual(['/steps/1'])
  })
})

describe('lintWorkflow of routing', () => {
  const recorded = (of: string, more: Partial<Step> = {}) => changing(step('risk', { branches: [{ when: is('a', 'x'), of, to: 'consult' }, { atLeast: 5, to: 'consult' }] }), 'intake', { form: buildForm({ a: text('A') }), ...more })
  it.each([
    ['a branch without a condition', step('risk', { branches: [{ to: 'consult' }, { atLeast: 5, to: 'consult' }] }), 'lint.branchWithoutCondition'],
    ['a threshold without a table', step('risk', { score: undefined }), 'lint.scoreMissing'],
    ['a table that decides nothing', step('risk', { branches: [{ when: is('loai', 'cu'), to: 'consult' }] }), 'lint.scoreUnused'],
    ['thresholds that go up', step('risk', { branches: [{ atLeast: 2, to: 'consult' }, { atLeast: 5, to: 'review' }] }), 'lint.thresholdNever'],
    ['a threshold above all points', step('risk', { branches: [{ atLeast: 6, to: 'consult' }] }), 'lint.thresholdNever'],
    ['a threshold that any score reaches', step('risk', { branches: [{ atLeast: 0, to: 'consult' }] }), 'lint.thresholdAlways'],
    ['a circle in which nobody acts', step('risk', { otherwise: 'risk' }), 'lint.automaticCircle'],
    ['the record of a step that is not there', recorded('nowhere'), 'lint.stepUnknown'],
    ['the record of a step that records nothing', recorded('consult'), 'lint.recordNowhere'],
    ['the record of a later step', changing(recorded('review'), 'review', { form: buildForm({ a: text('A') }) }), 'lint.recordNotBefore'],
  ])('finds %s', (_name, workflow, code) => expect(codesOf(workflow)).toContain(code))
  it('lets a branch read what every way passes before, and warns of a way around', () => {
    expect(codesOf(recorded('intake'))).toEqual([])
    expect(codesOf({ ...recorded('intake'), start: 'risk' })).toContain('lint.recordMayBeMissing')
    const around = recorded('intake')
    expect(codesOf({ ...around, start: 'door', steps: [{ id: 'door', kind: 'automatic', title: 'Cửa', publicStatus: 'received', branches: [{ when: is('b', 'x'), to: 'intake' }], otherwise: 'risk' }, ...around.steps] })).toEqual(['lint.recordMayBeMissing'])
  })
})

describe('lintWorkflow of time', () => {
  const limited = (limit: ClockRule['limit'], more: Partial<ClockRule> = {}): Workflow => buildWorkflow({ clock: { limit, resume: 'restart', ...more } })
  const timer = (more: object, where = 'review') => step(where, { timers: [{ id: 't', of: 'stepDue', do: 'remind', ...more }] })

  it('counts opinions of one step as the longest of them', () => {
    const exact = (amount: number): Workflow => ({ ...council(), clock: { limit: days(amount), resume: 'restart' } })
    // One day at the desk, three for both opinions, three for the vote, five for the review.
    expect(codesOf(exact(12))).toEqual([])
    expect(codesOf(exact(11))).toEqual(['lint.timeExceeds'])
  })
  it('counts in the unit of the law, from where its clock begins', () => {
    expect(codesOf(limited(days(6)))).toEqual([])
    expect(codesOf(limited(days(5)))).toEqual(['lint.timeExceeds'])
    expect(codesOf(limited({ amount: 47, unit: 'workingHour' }))).toEqual(['lint.timeExceeds'])
    expect(codesOf(limited({ amount: 5, unit: 'day' }))).toEqual(['lint.timeExceeds'])
    expect(codesOf(limited({ amount: 1, unit: 'month' }))).toEqual([])
    expect(codesOf(limited(days(5), { startsOn: 'complete' }))).toEqual([])
    expect(codesOf(limited(days(4), { startsOn: 'complete' }))).toEqual(['lint.timeExceeds'])
  })
  it('gives up on a workflow that is too entangled to measure, in good time', () => {
    const ids = Array.from({ length: 60 }, (_each, i) => `s${i}`)
    const tangle = ids.map((id): Step => ({ id, kind: 'task', title: id, by: { role: 'specialist' }, within: days(1), publicStatus: 'processing', actions: [...ids, 'granted'].map((to) => ({ id: `to-${to}`, title: to, to })) }))
    expect(codesOf({ ...buildWorkflow(), start: 's0', steps: [...tangle, ...buildWorkflow().steps.filter(({ kind }) => kind === 'end')] })).toContain('lint.timeExceeds')
  })
  it.each([
    ['without a time of the step', changing(timer({}), 'review', { within: undefined, onExpiry: undefined }), 'lint.timerWithoutClock'],
    ['of a legal time that stands still', timer({ of: 'due', before: days(1) }, 'supplement'), 'lint.timerWithoutClock'],
    ['before the beginning', timer({ of: 'entered', before: days(1) }), 'lint.timerBeforeBeginning'],
    ['that escalates to nobody', timer({ do: 'escalate' }), 'lint.timerWithoutRole'],
    ['of a role that is not there', timer({ role: 'minister' }), 'lint.roleUnknown'],
    ['twice', step('review', { timers: [{ id: 't', of: 'stepDue', do: 'remind' }, { id: 't', of: 'stepDue', do: 'remind' }] }), 'lint.idRepeated'],
    ['after the step has ended by itself', timer({ after: days(1) }), 'lint.timerNever'],
    ['at an end', timer({ of: 'entered' }, 'granted'), 'lint.timerNever'],
  ])('finds a timer %s', (_name, workflow, code) => expect(codesOf(workflow)).toContain(code))
  it('finds an expiry without a time', () => expect(codesOf(step('review', { within: undefined, timers: [] }))).toContain('lint.expiryWithoutTime'))
})
