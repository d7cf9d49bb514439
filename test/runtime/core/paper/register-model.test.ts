import { describe, expect, it } from 'vitest'
import { registerClosing, registerColumns, registerRow, volumeSize, volumesOf, type RegisterEntry, type RegisterModel } from '#core/paper/register-model.ts'

const entry: RegisterEntry = {
  number: 12, code: 'G06-261120-0012', procedure: 'Gia hạn', applicant: 'Vũ Công Dân', contact: 'Hà Nội, 0905123456', agency: 'Sở', receivedAt: '2026-11-20T02:10:00.000Z',
  dueAt: '2026-12-07T10:00:00.000Z', endedAt: '2026-12-01T02:00:00.000Z', channel: 'post', outcome: 'withdrawn',
}
const model: RegisterModel = { year: '2026', volume: 1, agency: 'Sở', entries: [entry], closed: true, total: 12, madeAt: '2027-01-04T02:00:00.000Z' }

describe('the register of a year (slip 07)', () => {
  it('has a cell for each column, and says why something was given back', () => {
    expect(registerRow(entry)).toHaveLength(registerColumns.length)
    expect(registerRow(entry).slice(6)).toEqual(['09:10 20/11/2026', '17:00 07/12/2026', '09:00 01/12/2026 (rút hồ sơ)', 'Bưu chính', ''])
  })
  it('is closed on 31 December, in its last volume only', () => {
    expect(registerClosing(model)).toBe('Sổ năm 2026 có 12 hồ sơ, đánh số liên tục từ 01 đến 12. Khóa sổ ngày 31 tháng 12 năm 2026.')
    expect(registerClosing({ ...model, closed: false })).toContain('sổ chưa khóa')
    const { total: _total, ...earlier } = model
    expect(registerClosing(earlier)).toBeUndefined()
  })
  it('fills a volume before it opens the next', () => {
    expect([0, 1, volumeSize, volumeSize + 1].map(volumesOf)).toEqual([1, 1, 1, 2])
  })
})
