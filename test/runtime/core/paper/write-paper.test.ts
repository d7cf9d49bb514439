import { describe, expect, it } from 'vitest'
import type { Dossier, Paper } from '#schemas/generated/types.ts'
import { compileForm } from '#core/form/compile-form.ts'
import { writePaper, type PaperFacts } from '#core/paper/write-paper.ts'
import { extension, validAnswers } from '../../../fixtures/build.ts'

const procedure = extension()
const answers = validAnswers(procedure)
const dossier: Dossier = {
  id: 'd', procedureId: 'p', revision: 'r', applicantId: 'a', applicantName: 'Vũ Công Dân', channel: 'online', state: 'open', step: 'intake', version: 2, records: {}, code: 'G06-261120-0012',
  answers: { ...answers, tep: { qd: ['1', '2'] } }, submittedAt: '2026-11-20T02:10:00.000Z', dueAt: '2026-12-07T10:00:00.000Z',
}
const paperOf = (slip: string): Paper => procedure.papers!.find((paper) => paper.slip === slip)!
const facts = (paper: Paper, changed: Partial<PaperFacts> = {}): PaperFacts => ({
  paper, procedure, form: compileForm(procedure.form!), before: dossier, after: dossier, change: {}, actor: { name: 'Trần Một Cửa', roles: ['one-stop'] }, at: '2026-11-20T03:00:00.000Z',
  lookUp: 'https://office.test/tra-cuu?ma=G06-261120-0012', ...changed,
})
const lines = (model: ReturnType<typeof writePaper>): Record<string, string> => Object.fromEntries((model?.blocks ?? []).flatMap((block) => (block.kind === 'line' ? [[block.label, block.text]] : [])))

describe('slip 01, the receipt', () => {
  const model = writePaper(facts(paperOf('01')))!
  it('says what TT 03/2025 asks for: who, what, which papers, when it came and when the result is due', () => {
    expect(lines(model)).toMatchObject({
      'Người nộp hồ sơ': 'Vũ Công Dân', 'Nội dung yêu cầu giải quyết': expect.stringContaining(procedure.info.name), 'Số lượng hồ sơ': '01 bộ',
      'Thời gian giải quyết hồ sơ theo quy định': '10 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ',
      'Thời gian nhận hồ sơ': '09 giờ 10 phút, ngày 20 tháng 11 năm 2026', 'Thời gian trả kết quả dự kiến': '17 giờ 00 phút, ngày 07 tháng 12 năm 2026',
    })
    expect(model.blocks.find((block) => block.kind === 'list')).toMatchObject({ items: ['Tờ khai điện tử', expect.stringMatching(/\(2 tệp\)$/)] })
    expect(model).toMatchObject({ code: 'G06-261120-0012', suffix: 'TNHS' })
  })
  it('prints what the document names, with the titles of its questions', () => {
    expect(Object.keys(lines(model))).toEqual(expect.arrayContaining(['Tên tổ chức, doanh nghiệp', 'Mã số doanh nghiệp hoặc mã số thuế']))
  })
  it('names the authorised person and the paper that authorises', () => {
    const representation = { for: 'person' as const, representative: { name: 'Lê Thị Thay', personId: '046195003344', phone: '0905123456' }, authorisation: ['f1', 'f2'] }
    expect(lines(writePaper(facts(paperOf('01'), { after: { ...dossier, representation } })))).toMatchObject({ 'Người được ủy quyền': 'Lê Thị Thay, số định danh 046195003344', 'Liên hệ': '0905123456', 'Giấy ủy quyền': '2 tệp' })
  })
  it('is signed by both sides, by the officer by name because the document says so', () => {
    expect(model.signers.map(({ name }) => name)).toEqual(['Vũ Công Dân', 'Trần Một Cửa'])
  })
})

describe('the other slips', () => {
  it('02 names what is asked for, why and until when', () => {
    const model = writePaper(facts(paperOf('02'), { change: { reason: 'Bản chụp mờ', fields: ['/qd/so', '/mau/0/kyHieu'] }, after: { ...dossier, stepDueAt: '2026-12-11T10:00:00.000Z' } }))!
    expect(model.blocks.find((block) => block.kind === 'list')).toMatchObject({ items: [expect.any(String), expect.stringMatching(/\(dòng 1\)$/)] })
    expect(lines(model)).toMatchObject({ 'Lý do': 'Bản chụp mờ', 'Bổ sung trước': '17 giờ 00 phút, ngày 11 tháng 12 năm 2026' })
  })
  it('04 apologises with the old and the new day', () => {
    const model = writePaper(facts(paperOf('04'), { change: { reason: 'Chờ ý kiến' }, after: { ...dossier, dueAt: '2026-12-14T10:00:00.000Z' } }))
    expect(lines(model)).toMatchObject({ 'Ngày hẹn trả kết quả': '07/12/2026', 'Hẹn lại ngày trả kết quả': '17 giờ 00 phút, ngày 14 tháng 12 năm 2026', 'Lý do': 'Chờ ý kiến' })
  })
  it('05 says that the time for the supplement ran out when nobody gave a reason', () => {
    const before = { ...dossier, supplement: { reason: 'Thiếu', fields: [], askedAt: '2026-11-20T03:00:00.000Z', returnTo: 'intake' }, stepDueAt: '2026-12-11T10:00:00.000Z' }
    expect(lines(writePaper(facts(paperOf('05'), { before })))['Lý do']).toContain('ngày 11 tháng 12 năm 2026')
  })
})

describe('other papers', () => {
  it('are left to the office when it signs them', () => {
    expect(writePaper(facts({ id: 'decision', title: 'Quyết định', signedBy: 'head' }))).toBeUndefined()
  })
  it('are written when nobody signs them, and only in the case that they are for', () => {
    const draft: Paper = { id: 'draft', title: 'Bản dự thảo', prints: ['/coSo/ten'] }
    expect(lines(writePaper(facts(draft)))).toHaveProperty('Tên tổ chức, doanh nghiệp')
    expect(writePaper(facts({ ...draft, when: { required: ['khong'] } }))).toBeUndefined()
  })
})
