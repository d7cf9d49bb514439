import { describe, expect, it } from 'vitest'
import { stepRows } from '../../../../designer/review/tabs/step-lines.ts'
import { toldChanges } from '../../../../designer/review/told-changes.ts'
import { after, before } from '../../../fixtures/two-revisions.ts'

const rows = stepRows(before(), after(), toldChanges(before(), after(), 'vi'), 'vi')
const row = (id: string) => rows.find((each) => each.id === id)!

describe('stepRows', () => {
  it('marks the lines that only one side has', () => {
    expect(row('appraisal').before.filter(({ isOnly }) => isOnly).map(({ text }) => text)).toEqual(['Thời hạn: 6 ngày làm việc'])
    expect(row('appraisal').after.filter(({ isOnly }) => isOnly).map(({ text }) => text)).toEqual(['Thời hạn: 3 ngày làm việc'])
    expect(row('decision').before.filter(({ isOnly }) => isOnly).map(({ text }) => text)).toEqual(['Trả lại thẩm định: đến “Thẩm định”'])
  })
  it('has one side only for a step that is new', () => {
    expect(row('look')).toMatchObject({ change: 'added', before: [] })
    expect(row('look').after.map(({ text }) => text)).toEqual(['Cán bộ xử lý', 'Người làm: Chuyên viên', 'Thời hạn: 1 ngày làm việc', 'Người dân thấy: Đang giải quyết', 'Chuyển tiếp: đến “Thẩm định”'])
  })
  it('brings the sentences along, and the difference to choose', () => {
    expect(row('appraisal').sentences.join()).toContain('Thẩm định')
    expect(row('appraisal').difference).toBe('step:appraisal:within')
    expect(row('granted')).toMatchObject({ sentences: [] })
    expect(row('granted').difference).toBeUndefined()
  })
  it('tells a first publication without marks', () => {
    const first = stepRows(undefined, after(), [], 'vi')
    expect(first.flatMap((each) => [...each.after, ...each.before]).some(({ isOnly }) => isOnly)).toBe(false)
  })
})
