import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateFormula } from '#core/formula/evaluate-formula.ts'
import { parseFormula } from '#core/formula/parse-formula.ts'
import { printFormula } from '#core/formula/print-formula.ts'
import { formulaReferences } from '#core/formula/references.ts'
import { calendar2026 as calendar } from '../../../fixtures/calendar.ts'

const answers = { items: [{ quantity: 2, price: 1000 }, { quantity: 1, price: 500 }], area: 120, name: 'Lê Thị Hồng', qd: { hetHan: '2026-12-20' }, a: ['x'], b: ['y', 'x'], yes: true }
const read = (text: string): unknown => { const parsed = parseFormula(text); if ('issues' in parsed) throw new Error(parsed.issues[0]!.code); return parsed.formula }
const value = (text: string, row?: Record<string, unknown>): unknown => evaluateFormula(read(text), { answers, row, today: '2026-11-21', calendar })

describe('evaluateFormula', () => {
  it.each<[string, unknown]>([
    ['1 + 2 * 3', 7], ['(1 + 2) * 3', 9], ['-area', -120], ['10 / 4', 2.5], ['1 / 0', undefined],
    ['SUM(items, quantity * price)', 2500], ['COUNT(items)', 2], ['COUNT(missing)', 0], ['SUM(missing, quantity)', 0],
    ['IF(area > 100, 50000, 30000)', 50000], ['IF(area > 200, 1, IF(area > 100, 2, 3))', 2], ['IF(area > 100, 1, missing)', 1], ['IF(missing > 1, 1, 2)', undefined],
    ['missing + 1', undefined], ['missing = 1', undefined], ['NOT(yes)', false],
    ['AND(yes, missing)', undefined], ['OR(yes, missing)', true], ['AND(missing, area < 1)', false],
    ['ANY(items, price > 900)', true], ['ALL(items, price > 900)', false], ['ALL(missing, price > 900)', true],
    ['TODAY() <= ADDMONTHS(qd.hetHan, -1)', false], ['DAYS(TODAY(), qd.hetHan)', 29], ['ADDDAYS(TODAY(), 1)', '2026-11-22'], ['ADDYEARS(qd.hetHan, 10)', '2036-12-20'], ['YEAR(qd.hetHan) - 18', 2008],
    ['ADDWORKDAYS("2026-11-23", 1)', '2026-11-25'], ['WORKDAYS("2026-11-23", "2026-11-25")', 1],
    ['INTERSECTS(a, b)', true], ['INCLUDES(b, "x")', true], ['LEN(name)', 11], ['JOIN(name, "!")', 'Lê Thị Hồng!'],
    ['MIN(3, area, 7)', 3], ['MAX(3, 7)', 7], ['ROUND(2.345, 2)', 2.35], ['name <> "x"', true], ['area >= 120', true],
  ])('%s', (text, expected) => {
    expect(value(text)).toEqual(expected)
  })

  it('looks names up in the row first, then in the answers', () => {
    expect(value('quantity + area', { quantity: 3 })).toBe(123)
  })

  it('reads no inherited names', () => {
    expect(value('constructor.name')).toBeUndefined()
    expect(evaluateFormula({ constructor: ['alert(1)'] }, { answers, today: '2026-11-21' })).toBeUndefined()
  })

  it('never throws, whatever JSON it is given', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), fc.jsonValue(), (formula, given) => {
      evaluateFormula(formula, { answers: given as never, today: '2026-11-21', calendar })
    }))
  })

  it('ends for a formula nested too deep', () => {
    const deep = Array.from({ length: 5000 }).reduce<unknown>((inner) => ({ not: [inner] }), true)
    expect(evaluateFormula(deep, { answers, today: '2026-11-21' })).toBeUndefined()
  })
})

describe('parseFormula', () => {
  it.each([['', 'formula.empty'], ['1 +', 'formula.syntax'], ['EXEC(1)', 'formula.unknownFunction'], ['a; b', 'formula.syntax'], ['[1]', 'formula.syntax'], ['x ? 1 : 2', 'formula.syntax'], ['ROUND()', 'formula.operands'], ['NOT yes', 'formula.syntax'], ['yes AND no', 'formula.syntax'], ['a["b"]', 'formula.syntax']])('refuses %s with %s', (text, code) => {
    const parsed = parseFormula(text)
    expect('issues' in parsed && parsed.issues[0]?.code).toBe(code)
  })

  const name = fc.constantFrom('a', 'qd.so', 'items')
  const formula = fc.letrec<{ formula: unknown }>((tie) => ({
    formula: fc.oneof({ maxDepth: 4, depthSize: 'small' },
      fc.integer({ min: -50, max: 50 }), fc.boolean(), fc.constantFrom('chữ', 'a "b"', '<>', '='), name.map((each) => ({ var: each })),
      fc.tuple(fc.constantFrom('+', '-', '*', '/', '==', '!=', '<', '<=', '>', '>='), tie('formula'), tie('formula')).map(([operator, a, b]) => ({ [operator]: [a, b] })),
      fc.tuple(tie('formula'), tie('formula'), tie('formula')).map((operands) => ({ if: operands })),
      tie('formula').map((inner) => ({ not: [inner] })),
      fc.tuple(name, tie('formula')).map(([table, inner]) => ({ sum: [{ var: table }, inner] }))),
  })).formula
  it('reads back what printFormula writes', () => {
    fc.assert(fc.property(formula, (stored) => {
      expect(read(printFormula(stored))).toEqual(stored)
    }), { numRuns: 500 })
  })
})

describe('formulaReferences', () => {
  it('names what is read, columns under their table', () => {
    expect(formulaReferences(read('SUM(items, quantity * price) + area + area'))).toEqual(['items', 'items.*.quantity', 'items.*.price', 'area'])
  })
})
