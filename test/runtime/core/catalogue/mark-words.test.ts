import { describe, expect, it } from 'vitest'
import { markWords } from '#core/catalogue/mark-words.ts'

const marked = (text: string, ...words: string[]) => markWords(text, words).map(({ text: piece, isMarked }) => (isMarked ? `[${piece}]` : piece)).join('')

describe('markWords', () => {
  it.each([
    ['Thủ tục đăng ký khai sinh', ['dang', 'kh', 'sinh'], 'Thủ tục [đăng] ký [kh]ai [sinh]'], ['Đo lường', ['do'], '[Đo] lường'], ['Đổi (bằng)', ['doi', 'bang'], '[Đổi] ([bằng])'], ['Không có', [], 'Không có'],
    ['Kết hôn'.normalize('NFD'), ['ket'], `[${'Kết'.normalize('NFD')}] hôn`.normalize('NFC')],
  ])('marks %s', (text, words, expected) => expect(marked(text, ...words).normalize('NFC')).toBe(expected))

  it('loses no letter', () => {
    expect(markWords('Cấp lại, thẻ: “kiểm định”', ['c', 'kie']).map(({ text }) => text).join('')).toBe('Cấp lại, thẻ: “kiểm định”')
  })
})
