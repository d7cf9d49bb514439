import { describe, expect, it } from 'vitest'
import { foldText, formatDate, formatInstant, formatMoney, formatNumber, parseMoney, parseNumber, vietnamDate } from '#core/text/format.ts'

describe('format', () => {
  it.each<[unknown, unknown]>([
    [formatDate('2026-11-21', 'vi'), '21/11/2026'], [formatDate('2026-11-01', 'en'), '1 November 2026'],
    [formatInstant('2026-11-20T17:30:00Z', 'vi'), '00:30, 21/11/2026'], [vietnamDate('2026-11-20T17:30:00Z'), '2026-11-21'],
    [formatMoney(1250000, 'vi'), '1.250.000 đ'], [formatMoney(1250000, 'en'), '1,250,000 VND'], [formatMoney(0, 'vi'), '0 đ'],
    [formatNumber(-1234.5, 'vi'), '-1.234,5'], [formatNumber(999, 'en'), '999'],
    [foldText('Đo lường ĐIỆN – Nguyễn'), 'do luong dien – nguyen'], [foldText('Nguyễn'.normalize('NFD')), 'nguyen'],
  ])('%s', (actual, expected) => {
    expect(actual).toBe(expected)
  })
})

describe('parseNumber', () => {
  it.each<[string, 'vi' | 'en', number | undefined]>([
    ['1.000.000', 'vi', 1000000], ['1 000 000', 'vi', 1000000], ['1,5', 'vi', 1.5], ['1.000.000 đ', 'vi', 1000000], ['-3', 'vi', -3],
    ['1,000.5', 'en', 1000.5], ['', 'vi', undefined], ['một', 'vi', undefined], ['1e9', 'vi', undefined], ['0x10', 'vi', undefined],
  ])('reads %s (%s)', (typed, locale, expected) => {
    expect(parseNumber(typed, locale)).toBe(expected)
  })
  it('takes whole đồng only', () => {
    expect(parseMoney('150.000', 'vi')).toBe(150000)
    expect(parseMoney('1,5', 'vi')).toBeUndefined()
  })
})
