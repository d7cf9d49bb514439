import { describe, expect, it } from 'vitest'
import { parseFormula } from '#core/formula/parse-formula.ts'
import { formulaReferences } from '#core/formula/references.ts'

describe('formulaReferences', () => {
  it.each<[string, string[]]>([
    ['SUM(items, quantity * price) + area + area', ['items', 'items.*.quantity', 'items.*.price', 'area']],
    ['TODAY() <= ADDMONTHS(qd.hetHan, -1)', ['qd.hetHan']], ['IF(ANY(toChuc.kdv, namSinh > 2000), a, b)', ['toChuc.kdv', 'toChuc.kdv.*.namSinh', 'a', 'b']],
    ['COUNT(items)', ['items']], ['1 + 2', []],
    // Without the form nobody can say whether `a` is a table.
    ['MIN(a, b)', ['a', 'a.*.b', 'b']], ['MIN(a, b, c)', ['a', 'b', 'c']],
  ])('of %s are %j', (text, names) => {
    const parsed = parseFormula(text)
    expect('formula' in parsed && formulaReferences(parsed.formula)).toEqual(names)
  })
})
