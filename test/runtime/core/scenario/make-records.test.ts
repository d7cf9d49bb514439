import { describe, expect, it } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import { interpretSchema } from '#core/json-schema/interpret-schema.ts'
import { aimAnswers, expectationFor } from '#core/scenario/aim-answers.ts'
import { coverageOf, targetKey, targetsOf, triedBy, type Target } from '#core/scenario/coverage.ts'
import { makeRecords } from '#core/scenario/make-records.ts'
import { runScenario } from '#core/scenario/run-scenario.ts'
import type { Procedure, Scenario } from '#schemas/generated/types.ts'
import { calendar2026 as calendar } from '../../../fixtures/calendar.ts'
import { buildForm, buildWorkflow, choice, is, text } from '../../../fixtures/core-builders.ts'

const on = '2026-11-20'
const day = { on, calendar, seed: 3 }

/** The intake records whether a visit is needed; only then is there one, and what the visit found decides whether to grant. */
const visited = (): Procedure => {
  const plain = buildWorkflow()
  const [intake, supplement, review, ...ends] = plain.steps
  return {
    formatVersion: 1, info: { code: '1', name: 'Thử', agency: 'Ủy ban', serviceLevel: 4, audience: [], channels: [] }, form: buildForm({ ten: text('Tên') }),
    workflow: { ...plain, steps: [
      { ...intake!, form: buildForm({ kiemTra: choice('Kiểm tra thực tế', 'co', 'khong') }), actions: intake!.actions!.map((action) => (action.to === 'review' ? { ...action, to: 'route' } : action)) }, supplement!,
      { id: 'route', kind: 'automatic', title: 'Rẽ nhánh', publicStatus: 'processing', branches: [{ when: is('kiemTra', 'co'), of: 'intake', to: 'visit' }], otherwise: 'review' },
      { ...review!, id: 'visit', title: 'Kiểm tra', form: buildForm({ dat: choice('Kết quả', 'dat', 'khongDat') }), actions: [{ id: 'report', title: 'Báo cáo', to: 'review' }] },
      { ...review!, actions: [{ id: 'grant', title: 'Cấp', to: 'granted' }, { id: 'refuse', title: 'Từ chối', to: 'refused', when: is('dat', 'khongDat'), of: 'visit' }] }, ...ends,
    ] },
  }
}

const judgeOf = (procedure: Procedure) => {
  const form = compileForm(procedure.form!)
  return { form, validate: interpretSchema(form.schema) }
}
const way = (step: string, by: string, to: string): Target => ({ kind: 'transition', step, by, to })

describe('makeRecords', () => {
  it('opens a way that reads a record, with those on the way there', () => {
    const workflow = visited().workflow!
    expect(makeRecords(workflow, { step: 'route', to: 'visit' }, day)).toEqual({ intake: { kiemTra: 'co' } })
    expect(makeRecords(workflow, { step: 'review', to: 'refused' }, day)).toMatchObject({ visit: { dat: 'khongDat' } })
    expect(makeRecords(workflow, { step: 'route', to: 'review' }, day)?.['intake']).not.toEqual({ kiemTra: 'co' })
  })
  it('makes nothing up where no record is read', () => {
    expect(makeRecords(buildWorkflow(), { step: 'review', to: 'granted' }, day)).toBeUndefined()
  })
})

describe('a scenario with records', () => {
  it('goes the ways that read them, and is counted for it', () => {
    const procedure = visited()
    const judge = judgeOf(procedure)
    for (const target of [way('route', 'branches/0', 'visit'), way('route', 'otherwise', 'review'), way('visit', 'report', 'review'), way('review', 'refuse', 'refused')]) {
      const { outcome, isFound, records } = aimAnswers(procedure, judge, target, day)
      expect({ target, isFound }).toEqual({ target, isFound: true })
      const scenario: Scenario = { title: 'Thử', on, answers: outcome.answers, ...(records && { records }), expect: expectationFor(target, outcome) }
      const run = runScenario(procedure, judge, scenario, 0, { now: `${on}T03:00:00Z`, calendar })
      expect(run.issues).toEqual([])
      expect(triedBy(procedure, judge.form, scenario, run.outcome, { today: on, calendar }).has(targetKey(target))).toBe(true)
    }
  })
  it('fails where what officers record leads elsewhere', () => {
    const procedure = visited()
    const scenario: Scenario = { title: 'Thử', on, answers: { ten: 'An' }, records: { intake: { kiemTra: 'khong' } }, expect: { valid: true, path: ['intake', 'visit'] } }
    expect(runScenario(procedure, judgeOf(procedure), scenario, 0, { now: `${on}T03:00:00Z`, calendar }).issues).toMatchObject([{ pointer: '/scenarios/0/expect/path/1' }])
  })
  it('is wanted for every way, whatever it reads', () => {
    const procedure = visited()
    expect(coverageOf(targetsOf(procedure, judgeOf(procedure).form), []).open.map(targetKey)).toContain('transition review refused')
  })
})
