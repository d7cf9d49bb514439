import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildProcedure } from '../../fixtures/build.ts'
import { buildCouncilProcedure } from '../../fixtures/council-workflow.ts'
import { openOfficeOn } from '../../fixtures/engines.ts'
import type { Office } from '../../fixtures/open-office.ts'
import { pdfText } from '../../support/pdf-text.ts'
import { writeProcess } from '../../../server/exports/write-process.ts'

describe('the annex with the internal process', () => {
  it('says every step, its opinions, the sum and where to sign, on pages lying down', async () => {
    const { info, form, papers, workflow } = buildCouncilProcedure()
    const pdf = await writeProcess({ ...buildProcedure('1.5'), info, form, papers, workflow }, 'vi', '2026-11-21T03:00:00Z')
    const said = pdfText(pdf)
    for (const words of ['QUY TRÌNH NỘI BỘ', 'Tiếp nhận', 'Hội đồng biểu quyết', 'Ý kiến a', 'Mẫu 02: Phiếu yêu cầu bổ sung', '12 ngày làm việc / 10 ngày làm việc', 'NGƯỜI CÓ THẨM QUYỀN KÝ']) expect(said).toContain(words)
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/MediaBox \[0 0 841\.89 595\.28\]/)
  })
})

describe('the address of the annex', () => {
  let opened: Office
  beforeAll(async () => { opened = await openOfficeOn('sqlite') })
  afterAll(() => opened.close())

  it('is there for designers and reviewers, in both languages, of drafts as they are saved', async () => {
    const office = opened
    const { id } = await office.publish(buildProcedure('9.7'))
    const administrator = await office.as('administrator')
    const read = async (query: string) => administrator.get(`/api/designer/procedures/${id}/draft/process.pdf${query}`)
    const [vi, en] = [await read(''), await read('?lang=en')]
    expect([vi.status, vi.headers.get('Content-Type'), vi.headers.get('Cache-Control')]).toEqual([200, 'application/pdf', 'no-store'])
    expect(vi.headers.get('Content-Disposition')).toContain('-quy-trinh-vi.pdf')
    expect(pdfText(en.bytes)).toContain('INTERNAL PROCESS')
    expect((await (await office.as('applicant')).get(`/api/designer/procedures/${id}/draft/process.pdf`)).status).toBe(403)
  })
})
