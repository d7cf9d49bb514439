import { describe, expect, it } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import { earlierAnswer } from '../../../../runtime/desk/dossier/earlier-answer.ts'
import { buildForm, text } from '../../../fixtures/core-builders.ts'

const compiled = compileForm(buildForm({
  ten: text('Tên'),
  so: { type: 'array', title: 'Bản sao', maxItems: 5, 'x-field': 'table', items: { type: 'object', properties: { ten: text('Tên bản'), soBan: { type: 'integer', title: 'Số bản', 'x-field': 'number' } } } },
  tep: { type: 'array', title: 'Ảnh', maxItems: 3, 'x-field': 'file', 'x-file': { types: ['png'] }, items: { type: 'string' } },
} as never, []))
const said = (pointer: string, value: unknown): string => earlierAnswer(compiled, pointer, value, new Map([['f1', { name: 'anh.png' }]]), 'vi')

describe('earlierAnswer', () => {
  it('says an answer in the words of its question', () => { expect(said('/ten', 'Bùi Gia An')).toBe('Bùi Gia An') })
  it('says each row of a table', () => { expect(said('/so', [{ ten: 'Bản chính', soBan: 2 }, { soBan: 1 }])).toBe('2 dòng\n1. Bản chính · 2\n2. 1') })
  it('names files that are still there', () => { expect(said('/tep', ['f1', 'f2'])).toBe('anh.png; tệp khác') })
  it.each([['/ten', undefined], ['/khac', 'x'], ['/ten', '']])('says that nothing stood there: %s %s', (pointer, value) => { expect(said(pointer, value)).toBe('chưa trả lời') })
})
