import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, formatDate, formatInstant, formatMoney, formatNumber, nfc, parseMoney, parseNumber, vietnamDate } from '#core/text/format.ts'

describe('format', () => {
  it.each<[unknown, unknown]>([
    [formatDate('2026-11-21', 'vi'), '21/11/2026'], [formatDate('2026-11-21', 'en'), '21 November 2026'], [formatDate('2026-11-01', 'en'), '1 November 2026'],
    [formatDate('hôm qua', 'vi'), 'hôm qua'], [formatDate('2026-13-01', 'en'), '2026-13-01'],
    [formatInstant('2026-11-21T10:00:00Z', 'vi'), '17:00, 21/11/2026'], [formatInstant('2026-11-20T17:30:00Z', 'vi'), '00:30, 21/11/2026'],
    [vietnamDate('2026-11-20T17:30:00Z'), '2026-11-21'], [vietnamDate('2026-11-20T16:59:59.999Z'), '2026-11-20'],
    [formatMoney(150000, 'vi'), '150.000 đ'], [formatMoney(150000, 'en'), '150,000 VND'], [formatMoney(0, 'vi'), '0 đ'],
    [formatNumber(-1234.5, 'vi'), '-1.234,5'], [formatNumber(999, 'en'), '999'], [formatNumber(1e-7, 'vi'), '0,0000001'], [formatNumber(1e21, 'en'), '1,000,000,000,000,000,000,000'],
    [foldText('Đo lường ĐIỆN – Nguyễn'), 'do luong dien – nguyen'], [foldText('Nguyễn'.normalize('NFD')), 'nguyen'],
  ])('%s', (actual, expected) => {
    expect(actual).toBe(expected)
  })
})

describe('parseNumber', () => {
  it.each<[string, 'vi' | 'en', number | undefined]>([
    ['1.000.000', 'vi', 1000000], ['1 000 000', 'vi', 1000000], ['1,5', 'vi', 1.5], ['1.000.000 đ', 'vi', 1000000], ['-3', 'vi', -3], ['1,000,000', 'vi', undefined],
    ['1,000.5', 'en', 1000.5], ['1.5', 'en', 1.5], ['1,5', 'en', undefined], ['', 'vi', undefined], ['một', 'vi', undefined], ['1e9', 'vi', undefined], ['0x10', 'vi', undefined],
  ])('reads %s (%s)', (typed, locale, expected) => {
    expect(parseNumber(typed, locale)).toBe(expected)
  })

  it('reads back what formatNumber writes', () => {
    const number = fc.tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 12 })).map(([digits, places]) => digits / 10 ** places)
    fc.assert(fc.property(number, fc.constantFrom('vi', 'en'), (value, locale) => {
      expect(parseNumber(formatNumber(value, locale), locale)).toBe(value + 0)
    }))
  })
})

describe('parseMoney', () => {
  it.each<[string, number | undefined]>([
    ['150.000', 150000], ['150,000', 150000], ['1 000 000', 1000000], ['1.000.000 đ', 1000000], ['2000000 đồng', 2000000], ['50000 VND', 50000],
    ['1,5', undefined], ['15.00', undefined], ['-5', undefined], ['', undefined], ['99999999999999999999', undefined],
  ])('reads %s as whole đồng', (typed, expected) => {
    expect(parseMoney(typed)).toBe(expected)
  })

  it('reads back what formatMoney writes', () => {
    fc.assert(fc.property(fc.nat({ max: 9e15 }), fc.constantFrom('vi', 'en'), (value, locale) => {
      expect(parseMoney(formatMoney(value, locale))).toBe(value)
    }))
  })
})

describe('foldText', () => {
  it('does not care how a text is composed, and folding again changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'aàảãạăằđĐươỹ -1') }), (text) => {
      expect(foldText(text.normalize('NFD'))).toBe(foldText(text))
      expect(foldText(foldText(text))).toBe(foldText(text))
    }))
  })
})

describe('nfc', () => {
  it('composes every text of a JSON value, and nothing else changes', () => {
    const composed = { tên: ['Nguyễn', 1, null, true, { ghi: 'Hồng' }] }
    expect(nfc(JSON.parse(JSON.stringify(composed).normalize('NFD')))).toEqual(composed)
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(nfc(nfc(value))).toEqual(nfc(value))
    }))
  })
})
