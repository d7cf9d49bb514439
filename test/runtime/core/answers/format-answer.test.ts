import { describe, expect, it } from 'vitest'
import { formatAnswer } from '#core/answers/format-answer.ts'
import type { Question } from '#schemas/generated/types.ts'

const year: Question = { type: 'integer', title: 'Năm sinh', minimum: 1900, maximum: 2100 }
const odp: Question = { 'type': 'number', 'title': 'Quy đổi', 'x-unit': 'tấn ODP', 'x-i18n': { en: { 'x-unit': 'ODP tonnes' } } }

describe('formatAnswer', () => {
  it('writes a year without groups, any other number with them', () => {
    expect(formatAnswer(year, 1988, undefined, 'vi')).toBe('1988')
    expect(formatAnswer({ ...year, maximum: 20000 }, 1988, undefined, 'vi')).toBe('1.988')
    expect(formatAnswer({ type: 'integer' }, 1988, undefined, 'en')).toBe('1,988')
  })

  it('calls an option by its title, and says when it is no longer there', () => {
    const kind: Question = { type: 'string', title: 'Cách nhận', oneOf: [{ const: 'quay', title: 'Tại quầy' }] }
    expect(formatAnswer(kind, 'quay', undefined, 'vi')).toBe('Tại quầy')
    expect(formatAnswer(kind, 'buuDien', undefined, 'vi')).toBe('Mục không còn trong danh sách')
    expect(formatAnswer({ type: 'array', items: kind }, ['quay', 'buuDien'], undefined, 'en')).toBe('Tại quầy; No longer in the list')
  })

  it('says the unit in the reader’s language', () => {
    expect(formatAnswer(odp, 0.0132, undefined, 'vi')).toBe('0,0132 tấn ODP')
    expect(formatAnswer(odp, 0.0132, undefined, 'en')).toBe('0.0132 ODP tonnes')
  })
})
