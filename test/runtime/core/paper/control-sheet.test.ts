import { describe, expect, it } from 'vitest'
import type { DossierEvent } from '#schemas/generated/types.ts'
import { handings } from '#core/paper/control-sheet.ts'
import { writePaper } from '#core/paper/write-paper.ts'
import { extension } from '../../../fixtures/build.ts'
import { buildDossier } from '../../../fixtures/core-builders.ts'

const procedure = extension()
const workflow = procedure.workflow!
const dossier = { ...buildDossier(), code: 'G06-261120-0012', submittedAt: '2026-11-20T02:10:00.000Z', dueAt: '2026-12-07T10:00:00.000Z' }
const event = (version: number, at: string, type: DossierEvent['type'], to: string, more: Partial<DossierEvent> = {}): DossierEvent => ({ dossierId: 'd', version, at, type, actor: 'Ai đó', to, ...more })

const events: DossierEvent[] = [
  event(1, '2026-11-20T02:10:00.000Z', 'submit', 'intake'),
  event(2, '2026-11-20T02:30:00.000Z', 'assign', 'intake', { from: 'intake' }),
  event(3, '2026-11-20T04:00:00.000Z', 'act', 'assign', { from: 'intake', action: 'accept', stepDueAt: '2026-11-20T08:00:00.000Z' }),
  event(4, '2026-11-25T03:00:00.000Z', 'act', 'appraise', { from: 'assign', action: 'assign', stepDueAt: '2026-11-23T03:00:00.000Z' }),
  event(5, '2026-11-26T03:00:00.000Z', 'act', 'supplement', { from: 'appraise', action: 'ask-supplement', reason: 'Bản chụp mờ', stepDueAt: '2026-12-01T10:00:00.000Z' }),
  event(6, '2026-11-27T03:00:00.000Z', 'supplement', 'appraise', { from: 'supplement', stepDueAt: '2026-12-18T10:00:00.000Z' }),
]

describe('the control sheet (slip 06)', () => {
  const rows = handings(workflow, events, dossier)
  it('has a row for each time that the dossier went on, and none for what left it where it stood', () => {
    expect(rows.map(({ from, to }) => [from, to])).toEqual([
      ['Người nộp hồ sơ', 'Bộ phận Một cửa Bộ Khoa học và Công nghệ'], ['Bộ phận Một cửa Bộ Khoa học và Công nghệ', 'Lãnh đạo Ban Đo lường'], ['Lãnh đạo Ban Đo lường', 'Ban Đo lường'],
      ['Ban Đo lường', 'Người nộp hồ sơ'], ['Người nộp hồ sơ', 'Ban Đo lường'],
    ])
  })
  it('says of each unit whether it was before, on or after its own day, and nothing of the applicant', () => {
    expect(rows.map(({ result }) => result)).toEqual(['', 'Đúng hạn', 'Quá hạn', 'Trước hạn', ''])
  })
  it('tells when, and why', () => {
    expect(rows[3]).toMatchObject({ time: '10 giờ 00 phút, ngày 26 tháng 11 năm 2026', remark: expect.stringMatching(/: Bản chụp mờ$/) })
  })
  it('stands on the paper under the number of its register', () => {
    const paper = procedure.papers!.find(({ slip }) => slip === '06')!
    const model = writePaper({ paper, procedure, form: undefined, before: dossier, after: dossier, change: {}, actor: { name: 'Trần Một Cửa', roles: ['one-stop'] }, at: '2026-11-27T03:00:00.000Z', lookUp: 'https://office.test', events })!
    expect(model).toMatchObject({ slip: '06', suffix: 'PKS', signers: [{ name: 'Trần Một Cửa' }] })
    expect(model.blocks.find((block) => block.kind === 'table')?.rows).toHaveLength(5)
  })
})
