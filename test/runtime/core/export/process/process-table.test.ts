import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { processTable } from '#core/export/process/process-table.ts'
import type { Procedure, Workflow } from '#schemas/generated/types.ts'
import { anyWorkflow } from '../../../../fixtures/arbitrary-workflow.ts'
import { buildCouncilProcedure } from '../../../../fixtures/council-workflow.ts'
import { buildWorkflow, is } from '../../../../fixtures/core-builders.ts'

type Approved = Parameters<typeof processTable>[0]
const folder = 'schemas/examples/procedures'
const gallery = readdirSync(folder).map((file): [string, Approved] => [file, JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Procedure & Approved])
const of = (workflow: Workflow): ReturnType<typeof processTable> => processTable({ ...buildCouncilProcedure(), workflow }, 'vi')

describe('the table of the internal process', () => {
  it.each(gallery)('of %s has every step with who and how long, keeps the legal limit, and names every paper', (_file, approved) => {
    for (const locale of ['vi', 'en'] as const) {
      const table = processTable(approved, locale)
      const worked = approved.workflow.steps.filter(({ kind }) => kind !== 'end')
      expect(table.rows.filter(({ number }) => !number.includes('.'))).toHaveLength(worked.length)
      expect(table.rows.filter(({ who, title }) => who === '' || title === '')).toEqual([])
      expect(table.totals.filter(({ isTooLong }) => isTooLong)).toEqual([])
      expect(table.totals).toHaveLength(1 + (approved.workflow.clock?.cases ?? []).length)
      expect(table.ends).toHaveLength(approved.workflow.steps.length - worked.length)
      expect(table.slips.length).toBeGreaterThan(0)
    }
  })
  it('adds up the longest way and says how far it is from the legal limit', () => {
    const sums = (days: number): string[] => of(buildWorkflow({ clock: { limit: { amount: days, unit: 'workingDay' }, resume: 'restart' } })).totals.map(({ sum, verdict }) => `${sum} ${verdict}`)
    expect(sums(6)).toEqual(['6 ngày làm việc / 6 ngày làm việc Bằng thời hạn quy định.'])
    expect(sums(10)).toEqual(['6 ngày làm việc / 10 ngày làm việc Ngắn hơn thời hạn quy định 4 ngày làm việc.'])
    expect(sums(5)).toEqual(['6 ngày làm việc / 5 ngày làm việc Vượt thời hạn quy định 1 ngày làm việc: cần xem lại trước khi ký.'])
  })
  it('measures a case of its own by the ways of that case', () => {
    const workflow = buildWorkflow({ start: 'route', clock: { limit: { amount: 5, unit: 'workingDay' }, cases: [{ when: is('loai', 'moi'), limit: { amount: 6, unit: 'workingDay' } }], resume: 'rest' } })
    workflow.steps.push({ id: 'route', kind: 'automatic', title: 'Phân luồng', publicStatus: 'received', branches: [{ when: is('loai', 'moi'), to: 'intake' }], otherwise: 'review' })
    expect(of(workflow).totals.map(({ title, sum, isTooLong }) => [title, sum, isTooLong])).toEqual([
      ['Tổng thời gian: Trường hợp thông thường', '5 ngày làm việc / 5 ngày làm việc', false], ['Tổng thời gian: Loại hình là MOI', '6 ngày làm việc / 6 ngày làm việc', false],
    ])
  })
  it('lists parallel opinions below their step and counts the longest of them', () => {
    const table = processTable(buildCouncilProcedure(), 'vi')
    expect(table.rows.filter(({ number }) => number.startsWith('4.')).map(({ number, title, who, time }) => [number, title, who, time])).toEqual([['4.1', 'Ý kiến a', 'Chuyên viên', '3 ngày làm việc'], ['4.2', 'Ý kiến b', 'Một cửa, Sở Tài chính', '3 ngày làm việc']])
    expect(table.totals[0]!.sum).toBe('12 ngày làm việc / 10 ngày làm việc')
    expect(table.totals[0]!.isTooLong).toBe(true)
  })
  it('says what waits for the applicant outside of the time limit', () => {
    expect(of(buildWorkflow()).rows.filter(({ isOutside }) => isOutside).map(({ title }) => title)).toEqual(['Bổ sung'])
  })
  it('can be made of any workflow', () => {
    fc.assert(fc.property(anyWorkflow(), (workflow) => {
      const { rows, ends } = of(workflow)
      expect(rows.filter(({ number }) => !number.includes('.')).length + ends.length).toBe(workflow.steps.length)
    }))
  })
})
