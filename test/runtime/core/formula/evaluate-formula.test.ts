import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateFormula } from '#core/formula/evaluate-formula.ts'
import { parseFormula } from '#core/formula/parse-formula.ts'
import { arbitraryNonsense } from '../../../fixtures/arbitrary-formula.ts'
import { calendar2026 as calendar } from '../../../fixtures/calendar.ts'

const answers = {
  items: [{ quantity: 2, price: 1000, on: '2026-01-05' }, { quantity: 1, price: 500, on: '2025-12-31' }], empty: [], halfDone: [{ price: 5 }, {}],
  area: 120, name: 'Lê Thị Hồng', qd: { hetHan: '2026-12-20' }, a: ['x'], b: ['y', 'x'], yes: true, odd: '2026-02-30',
}
const today = '2026-11-21'
const read = (text: string): unknown => {
  const parsed = parseFormula(text)
  if ('issues' in parsed) throw new Error(parsed.issues[0]!.code)
  return parsed.formula
}
const value = (text: string, row?: Record<string, unknown>): unknown => evaluateFormula(read(text), { answers, row, today, calendar })

describe('evaluateFormula', () => {
  it.each<[string, unknown]>([
    ['1 + 2 * 3', 7], ['(1 + 2) * 3', 9], ['-area', -120], ['10 / 4', 2.5], ['1 / 0', undefined], ['0.1 + 0.2', 0.3], ['0.1 + 0.2 = 0.3', true],
    ['MIN(3, area, 7)', 3], ['MAX(3, 7)', 7], ['MIN(qd.hetHan, TODAY())', '2026-11-21'], ['MAX(qd.hetHan, 3)', undefined],
    ['ROUND(2.3450, 2)', 2.35], ['ROUND(1.0050, 2)', 1.01], ['ROUND(10.0750, 2)', 10.08], ['ROUND(0 - 2.5)', -3], ['ROUND(1234, -2)', 1200], ['ROUND(2.4)', 2],
    ['name <> "x"', true], ['area >= 120', true], ['name < 3', undefined], ['name = "Lê Thị Hồng"', true], ['area == 120', true], ['area != 120', false],
    ['LEN(name)', 11], ['JOIN(name, "!")', 'Lê Thị Hồng!'], ['CONCAT(name, 2, b)', 'Lê Thị Hồng2yx'], ['JOIN(items)', undefined],
  ])('calculates and compares: %s', (text, expected) => {
    expect(value(text)).toEqual(expected)
  })

  it.each<[string, unknown]>([
    ['SUM(items, quantity * price)', 2500], ['COUNT(items)', 2], ['ANY(items, price > 900)', true], ['ALL(items, price > 900)', false],
    ['MIN(items, price)', 500], ['MAX(items, on)', '2026-01-05'], ['SUM(items, price * area)', 180000],
    ['COUNT(missing)', 0], ['SUM(missing, quantity)', 0], ['ANY(missing, price > 900)', false], ['ALL(missing, price > 900)', true], ['MAX(missing, price)', undefined], ['SUM(empty, quantity)', 0],
    ['SUM(halfDone, price)', undefined], ['ANY(halfDone, price > 3)', true], ['ANY(halfDone, price > 9)', undefined], ['ALL(halfDone, price > 9)', false],
    ['SUM(area, 1)', undefined], ['COUNT(area)', undefined],
  ])('goes over rows: %s', (text, expected) => {
    expect(value(text)).toEqual(expected)
  })

  it.each<[string, unknown]>([
    ['missing + 1', undefined], ['missing = 1', undefined], ['NOT missing', undefined], ['NOT yes', false], ['NOT area = 120', false],
    ['IF(area > 100, 50000, 30000)', 50000], ['IF(area > 200, 1, IF(area > 100, 2, 3))', 2], ['IF(area > 200, 1, area > 100, 2, 3)', 2],
    ['IF(area > 100, 1, missing)', 1], ['IF(missing > 1, 1, 2)', undefined], ['IF(area > 200, 1)', undefined],
    ['AND(yes, missing)', undefined], ['OR(yes, missing)', true], ['AND(missing, area < 1)', false], ['OR(missing, area < 1)', undefined], ['AND(yes, area)', undefined],
  ])('is absent where what decides is absent: %s', (text, expected) => {
    expect(value(text)).toEqual(expected)
  })

  it.each<[string, unknown]>([
    ['TODAY() <= ADDMONTHS(qd.hetHan, -1)', false], ['DAYS(TODAY(), qd.hetHan)', 29], ['DAYS(qd.hetHan, TODAY())', -29], ['YEAR(qd.hetHan) - 18', 2008],
    ['ADDDAYS(TODAY(), 1)', '2026-11-22'], ['ADDDAYS("2026-03-01", -1)', '2026-02-28'], ['ADDYEARS(qd.hetHan, 10)', '2036-12-20'],
    ['ADDMONTHS("2026-01-31", 1)', '2026-02-28'], ['ADDMONTHS("2024-01-31", 1)', '2024-02-29'], ['ADDYEARS("2024-02-29", 1)', '2025-02-28'],
    ['ADDWORKDAYS("2026-04-24", 15)', '2026-05-20'], ['ADDWORKDAYS("2026-11-23", 1)', '2026-11-25'], ['WORKDAYS("2026-11-23", "2026-11-25")', 1],
    ['ADDDAYS(odd, 1)', undefined], ['YEAR("năm nay")', undefined], ['ADDMONTHS(TODAY(), 40000)', undefined], ['ADDDAYS(TODAY(), 109000)', undefined], ['WORKDAYS("1900-01-01", "2199-01-01")', undefined],
  ])('counts dates: %s', (text, expected) => {
    expect(value(text)).toEqual(expected)
  })

  it.each<[string, unknown]>([
    ['MID("001088012345", 4, 1)', '0'], ['MID("Nguyễn Văn An", 8, 3)', 'Văn'], ['MID("An", 2, 9)', 'n'], ['MID("An", 3, 1)', undefined], ['MID("An", 0, 1)', undefined], ['MID(missing, 1, 1)', undefined],
    ['SEARCH("công ty", "Nhà máy CÔNG TY Hoa")', 9], ['SEARCH("cong ty", "công ty")', 0], ['SEARCH(" ", "Lê Thị")', 3], ['SEARCH("x", missing)', undefined], ['MID("Lê Thị", 1, SEARCH(" ", "Lê Thị") - 1)', 'Lê'],
    ['MID("2026-04-15", 3, 2)', '26'],
  ])('takes texts apart: %s', (text, expected) => {
    expect(value(text)).toEqual(expected)
  })

  it.each<[string, unknown]>([
    ['WORDS(0)', 'không'], ['WORDS(15)', 'mười lăm'], ['WORDS(21)', 'hai mươi mốt'], ['WORDS(105)', 'một trăm linh năm'], ['WORDS(1005)', 'một nghìn không trăm linh năm'],
    ['WORDS(1000005)', 'một triệu không trăm linh năm'], ['WORDS(200000000)', 'hai trăm triệu'], ['WORDS(1205000)', 'một triệu hai trăm linh năm nghìn'], ['WORDS(-3)', 'âm ba'],
    ['WORDS(12000000000)', 'mười hai tỷ'], ['WORDS(1000000050)', 'một tỷ không trăm năm mươi'], ['WORDS(2000000000000000)', 'hai triệu tỷ'], ['WORDS(1.5)', undefined], ['WORDS(missing)', undefined],
    ['DATEWORDS("2026-04-15")', 'ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi sáu'], ['DATEWORDS("1991-01-05")', 'ngày năm tháng một năm một nghìn chín trăm chín mươi mốt'],
    ['JOIN(WORDS(200000000), " đồng")', 'hai trăm triệu đồng'],
  ])('writes in words: %s', (text, expected) => {
    expect(value(text)).toEqual(expected)
  })

  it.each<[string, unknown]>([['INTERSECTS(a, b)', true], ['INTERSECTS(a, missing)', undefined], ['INCLUDES(b, "x")', true], ['INCLUDES(a, "y")', false], ['INCLUDES(name, "L")', undefined]])('looks into lists: %s', (text, expected) => {
    expect(value(text)).toEqual(expected)
  })

  it('looks names up from the inside out: in a row, in the rows around it, in the answers', () => {
    const people = [{ knows: ['x', 'y'], full: true }, { knows: ['y'], full: false }, { full: true }]
    const subjects = [{ code: 'x' }, { code: 'y' }]
    const outer = (text: string, row: Record<string, unknown>): unknown => evaluateFormula(read(text), { answers: { people, subjects, share: 0.5 }, row, today })
    expect(outer('SUM(people, IF(AND(COUNT(knows) > 0, INCLUDES(knows, code)), 1, 0)) >= share * COUNT(people)', subjects[1]!)).toBe(true)
    expect(outer('SUM(people, IF(AND(COUNT(knows) > 0, INCLUDES(knows, code)), 1, 0)) >= share * COUNT(people)', subjects[0]!)).toBe(false)
    expect(outer('ALL(subjects, INCLUDES(knows, code))', people[0]!)).toBe(true)
    expect(outer('ALL(subjects, ANY(people, AND(full, COUNT(knows) > 0, INCLUDES(knows, code))))', {})).toBe(true)
  })

  it('never takes another row of the same table for an empty cell', () => {
    const rows = [{ price: 1, weight: 5 }, { price: 2 }]
    expect(evaluateFormula(read('SUM(rows, weight)'), { answers: { rows }, row: rows[0], today })).toBeUndefined()
  })

  it('looks names up in the row first, then in the answers', () => {
    expect(value('quantity + area', { quantity: 3 })).toBe(123)
    expect(value('area', { area: 1 })).toBe(1)
  })

  it('knows no working days without a calendar', () => {
    expect(evaluateFormula(read('ADDWORKDAYS(TODAY(), 1)'), { answers, today })).toBeUndefined()
  })
})

describe('evaluateFormula, given anything', () => {
  const scope = { answers, today, calendar }

  it.each<unknown>([
    { constructor: ['alert(1)'] }, { var: 'constructor.name' }, { var: '__proto__.toString' }, { toString: [] }, { unknown: [1] }, { '<': [1, 2, 3] }, { '-': [3, 2, 1] }, { if: [true] },
    { '+': [1], '-': [1] }, {}, [], null, { var: 5 }, { not: [] }, { today: [1] },
  ])('has no value for %j', (formula) => {
    expect(evaluateFormula(formula, scope)).toBeUndefined()
  })

  it('never throws, whatever JSON it is given as formula and answers', () => {
    fc.assert(fc.property(arbitraryNonsense, fc.jsonValue(), fc.string(), (given, other, day) => {
      evaluateFormula(given, { answers: { items: other, a: { b: other } }, today, calendar })
      evaluateFormula(given, { answers: other as never, row: other as never, today: day })
    }), { numRuns: 2000 })
  })

  it('ends for a formula nested too deep', () => {
    const deep = Array.from({ length: 5000 }).reduce<unknown>((inner) => ({ not: [inner] }), true)
    expect(evaluateFormula(deep, scope)).toBeUndefined()
    expect(evaluateFormula({ count: [deep] }, scope)).toBeUndefined()
  })

  it('ends for rows of rows of rows', () => {
    const rows = Array.from({ length: 200 }, () => ({ price: 1 }))
    const nested = (depth: number): unknown => (depth === 0 ? { var: 'price' } : { sum: [{ var: 'rows' }, nested(depth - 1)] })
    expect(evaluateFormula(nested(1), { answers: { rows }, today })).toBe(200)
    expect(evaluateFormula(nested(6), { answers: { rows }, today })).toBeUndefined()
  })
})
