import { describe, expect, it } from 'vitest'
import { draftSupplement } from '../../../../runtime/desk/dossier/supplement-draft.ts'

const row = (pointer: string, label: string) => ({ pointer, label, text: 'x' })
const sections = [{ page: 'p', pageTitle: 'Trang', title: '', rows: [row('/ten', 'Họ và tên'), row('/so', 'Bản sao'), row('/sos', 'Số khác')] }]
const nameOf = (question: string): string => (question === '/so/0/ten' ? 'Bản sao 1, Tên' : question)
const remark = (question: string, text: string) => ({ question, text, number: 1, author: 'A', at: '2026-11-21T02:00:00Z' })

describe('draftSupplement', () => {
  it('names the questions, rows and remarks in the order of the form', () => {
    expect(draftSupplement(sections, [remark('/so/0/ten', 'Thiếu dấu.'), remark('/ten', 'Chưa khớp.')], nameOf)).toEqual({ reason: '- Họ và tên: Chưa khớp.\n- Bản sao 1, Tên: Thiếu dấu.', fields: ['/ten', '/so'] })
  })
  it('is empty without remarks', () => {
    expect(draftSupplement(sections, [], nameOf)).toEqual({ reason: '', fields: [] })
  })
})
