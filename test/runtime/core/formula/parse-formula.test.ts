import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formulaPlaces, parseFormula } from '#core/formula/parse-formula.ts'
import { printFormula } from '#core/formula/print-formula.ts'
import { arbitraryFormula, arbitraryNonsense } from '../../../fixtures/arbitrary-formula.ts'

const v = (name: string): unknown => ({ var: name })
const read = (text: string): unknown => {
  const parsed = parseFormula(text)
  return 'formula' in parsed ? parsed.formula : parsed.issues
}

describe('parseFormula', () => {
  it.each<[string, unknown]>([
    ['SUM(items, quantity * price)', { sum: [v('items'), { '*': [v('quantity'), v('price')] }] }],
    ['IF(area > 100, 50000, 30000)', { if: [{ '>': [v('area'), 100] }, 50000, 30000] }],
    ['TODAY() <= ADDMONTHS(qd.hetHan, -1)', { '<=': [{ today: [] }, { addMonths: [v('qd.hetHan'), -1] }] }],
    ['a = 1', { '==': [v('a'), 1] }], ['a == 1', { '==': [v('a'), 1] }], ['a <> 1', { '!=': [v('a'), 1] }], ['a != 1', { '!=': [v('a'), 1] }],
    ['sum(items, x)', { sum: [v('items'), v('x')] }], ['CONCAT(a, "b")', { join: [v('a'), 'b'] }], ['true', true], ['FALSE', false],
    ['NOT a', { not: [v('a')] }], ['not a = b', { not: [{ '==': [v('a'), v('b')] }] }], ['NOT(a) = b', { '==': [{ not: [v('a')] }, v('b')] }], ['AND(NOT a, b)', { and: [{ not: [v('a')] }, v('b')] }],
    ['a - b - c', { '-': [{ '-': [v('a'), v('b')] }, v('c')] }], ['-a * 2', { '*': [{ '-': [v('a')] }, 2] }], ['notable', v('notable')], ['this', v('this')],
    ['"a = b <> c"', 'a = b <> c'], ["'a = b'", 'a = b'], ['"nói \\"được\\""', 'nói "được"'], ['"giá 50.000 đ,"', 'giá 50.000 đ,'], [' \n 0.125 ', 0.125],
  ])('stores %s as JSON Logic', (text, formula) => {
    expect(read(text)).toEqual(formula)
  })

  it.each<[string, string, number | undefined]>([
    ['', 'formula.empty', undefined], ['  ', 'formula.empty', undefined], ['1 +', 'formula.syntax', 4], ['a; b', 'formula.syntax', 4], ['[1]', 'formula.syntax', 1], ['x ? 1 : 2', 'formula.syntax', 1],
    ['yes AND no', 'formula.syntax', 5], ['a + b["c"]', 'formula.syntax', 5], ['a?.b', 'formula.syntax', 1], ['a && b', 'formula.syntax', 3], ['!a', 'formula.syntax', 1], ['(a', 'formula.syntax', 3], ['()', 'formula.syntax', 3],
    ['SUM(items quantity)', 'formula.syntax', 11], ['1,', 'formula.syntax', 2], ['; 1', 'formula.syntax', 1], ['(1, 2)', 'formula.syntax', 5], ['"open', 'formula.syntax', 6], ['NOT ', 'formula.syntax', 5], ['a = ', 'formula.syntax', 5],
    ['1 + EXEC(1)', 'formula.unknownFunction', 5], ['a.b(1)', 'formula.unknownFunction', 1], ['constructor(1)', 'formula.unknownFunction', 1], ['2 * ROUND()', 'formula.operands', 5], ['NOT(a, b)', 'formula.operands', 1],
    ['IF(a, 50.000, 1)', 'formula.thousands', 7], ['1.000.000', 'formula.thousands', 1], ['50 000', 'formula.syntax', 4], ['ROUND(1 000)', 'formula.syntax', 9],
  ])('refuses %s with %s at %s', (text, code, at) => {
    const parsed = parseFormula(text)
    expect('issues' in parsed && parsed.issues.map((issue) => [issue.code, issue.params?.['at']])).toEqual([[code, at]])
  })

  it.each<[string, unknown]>([
    ['IF(area > 1,5; 50000; 30000)', { if: [{ '>': [v('area'), 1.5] }, 50000, 30000] }], ['SUM(items; quantity * 0,125)', { sum: [v('items'), { '*': [v('quantity'), 0.125] }] }],
    ['area * 1,5', { '*': [v('area'), 1.5] }], ['(1,5 + a) * 2', { '*': [{ '+': [1.5, v('a')] }, 2] }], ['ROUND(a * 1,5)', { round: [{ '*': [v('a'), 1] }, 5] }], ['ROUND((a * 1,5), 2)', { round: [{ '*': [v('a'), 1.5] }, 2] }],
    ['JOIN("a; b, c"; a)', { join: ['a; b, c', v('a')] }],
  ])('reads %s as a Vietnamese spreadsheet would', (text, formula) => expect(read(text)).toEqual(formula))

  it.each<[string, string, number]>([['IF(a; 1,500; 2)', 'formula.thousands', 7], ['a * 1,500', 'formula.thousands', 5], ['1.234,5', 'formula.thousands', 1], ['IF(a; b, c; 2)', 'formula.syntax', 8]])('refuses %s, which could mean two things', (text, code, at) => {
    const parsed = parseFormula(text)
    expect('issues' in parsed && parsed.issues.map((issue) => [issue.code, issue.params?.['at']])).toEqual([[code, at]])
  })

  it('knows where each part stands', () => {
    expect(Object.fromEntries(formulaPlaces('IF(area > 1,5; -5; NOT b)'))).toEqual({ '': 0, '/if/0': 3, '/if/0/>/0': 3, '/if/0/>/1': 10, '/if/1': 15, '/if/2': 19, '/if/2/not/0': 23 })
    expect(formulaPlaces('1 +').size).toBe(0)
  })

  it('refuses what is nested deeper than anybody reads, and lists longer than a document may hold', () => {
    expect(read(`${'NOT('.repeat(100)}a${')'.repeat(100)}`)).toMatchObject([{ code: 'formula.tooLong' }])
    expect(read('('.repeat(100_000))).toMatchObject([{ code: 'formula.syntax' }])
    expect(read(`MAX(${Array.from({ length: 51 }, (_, i) => i).join(',')})`)).toMatchObject([{ code: 'formula.tooLong' }])
  })

  it('never throws, and a fault does not disturb the next reading', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'ab1.,;()[]"\'\\+-*/=<>!?&: é', 'NOT ', 'IF(', 'SUM(') }), (text) => {
      parseFormula(text)
      expect(read('1 + a')).toEqual({ '+': [1, v('a')] })
    }), { numRuns: 2000 })
  })
})

describe('printFormula', () => {
  it.each<[unknown, string]>([
    [{ '==': [v('a'), { '*': [{ '+': [1, v('b')] }, 2] }] }, 'a = (1 + b) * 2'], [{ not: [{ '!=': [v('a'), 'x'] }] }, 'NOT(a <> "x")'], [{ '-': [v('a'), { '-': [v('b'), -1] }] }, 'a - (b - -1)'],
    [{ '<': [{ '<': [1, 2] }, true] }, '(1 < 2) < TRUE'], [{ today: [] }, 'TODAY()'], [{ '+': [1, 2, 3] }, '1 + 2 + 3'], [2.125, '2.1250'], ['dòng\n"hai"\\', '"dòng\n\\"hai\\"\\\\"'],
  ])('writes %j as a spreadsheet does', (formula, text) => {
    expect(printFormula(formula)).toBe(text)
  })

  it('is read back as the same formula', () => {
    fc.assert(fc.property(arbitraryFormula, (formula) => {
      expect(read(printFormula(formula))).toEqual(formula)
    }), { numRuns: 2000 })
  })

  it('writes what was read in one way only', () => {
    fc.assert(fc.property(arbitraryFormula, (formula) => {
      const text = printFormula(formula)
      expect(printFormula(read(text))).toBe(text)
    }))
  })

  it('never throws, whatever JSON it is given', () => {
    fc.assert(fc.property(arbitraryNonsense, (formula) => {
      expect(typeof printFormula(formula)).toBe('string')
    }), { numRuns: 2000, examples: [[{ var: [] }], [{ var: { toString: 1 } }], [[]], [null]] })
  })
})
