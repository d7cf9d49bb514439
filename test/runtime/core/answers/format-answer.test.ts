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

  it('says the unit in the reader’s language', () => {
    expect(formatAnswer(odp, 0.0132, undefined, 'vi')).toBe('0,0132 tấn ODP')
    expect(formatAnswer(odp, 0.0132, undefined, 'en')).toBe('0.0132 ODP tonnes')
  })
})
