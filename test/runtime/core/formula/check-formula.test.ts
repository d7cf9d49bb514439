import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import { answerTypes } from '#core/formula/answer-types.ts'
import { checkFormula, inferFormulaType } from '#core/formula/check-formula.ts'
import { evaluateFormula } from '#core/formula/evaluate-formula.ts'
import { parseFormula } from '#core/formula/parse-formula.ts'
import type { FormulaType } from '#core/formula/functions.ts'
import type { Form } from '#schemas/generated/types.ts'
import { arbitraryFormula, arbitraryNonsense } from '../../../fixtures/arbitrary-formula.ts'
import { readGallery } from '../../../fixtures/build.ts'
import { calendar2026 as calendar } from '../../../fixtures/calendar.ts'

const types: Record<string, FormulaType> = {
  'area': 'number', 'copies': 'integer', 'name': 'string', 'yes': 'boolean', 'qd.hetHan': 'date', 'kinds': 'list', 'price': 'integer',
  'items': 'rows', 'items.*.quantity': 'integer', 'items.*.unit': 'number', 'items.*.on': 'date', 'items.*.price': 'integer', 'items.*.parts': 'rows', 'items.*.parts.*.weight': 'number',
  'people': 'rows', 'people.*.knows': 'list', 'people.*.name': 'string', 'subjects': 'rows', 'subjects.*.code': 'string', 'subjects.*.quantity': 'integer',
}
const resolve = (name: string): FormulaType | undefined => (Object.hasOwn(types, name) ? types[name] : undefined)
const read = (text: string): unknown => {
  const parsed = parseFormula(text)
  if ('issues' in parsed) throw new Error(parsed.issues[0]!.code)
  return parsed.formula
}

describe('inferFormulaType', () => {
  it.each<[string, FormulaType | undefined]>([
    ['copies * 50000', 'integer'], ['area * 2', 'number'], ['copies / 2', 'number'], ['ROUND(area)', 'integer'], ['ROUND(area, 2)', 'number'], ['SUM(items, quantity)', 'integer'], ['SUM(items, unit * quantity)', 'number'],
    ['IF(yes, 1, 2.5)', 'number'], ['IF(yes, "a", qd.hetHan)', 'string'], ['IF(yes, qd.hetHan)', 'date'], ['MIN(qd.hetHan, TODAY())', 'date'], ['MAX(items, on)', 'date'], ['MAX(copies, 2)', 'integer'],
    ['ANY(items, ANY(parts, weight > 2))', 'boolean'], ['JOIN(name, copies)', 'string'], ['"2026-11-21"', 'date'], ['"hôm nay"', 'string'], ['missing', undefined],
  ])('of %s is %s', (text, type) => {
    expect(inferFormulaType(read(text), resolve)).toBe(type)
  })
})

describe('checkFormula', () => {
  it.each(['SUM(items, quantity * unit)', 'TODAY() <= ADDMONTHS(qd.hetHan, -1)', 'NOT INCLUDES(kinds, "a")', 'qd.hetHan = "2026-11-21"', 'COUNT(kinds) + COUNT(items)', 'IF(name = "x", 1, yes, 2, 3)', 'MIN(items, on) < TODAY()', 'LEN(qd.hetHan) = 10'])('finds nothing wrong with %s', (text) => {
    expect(checkFormula(read(text), resolve)).toEqual([])
  })

  it.each<[string, string, string]>([
    ['missing + 1', 'formula.unknownName', '/+/0'], ['SUM(items, weight)', 'formula.unknownName', '/sum/1'], ['quantity', 'formula.unknownName', ''],
    ['SUM(items, price)', 'formula.ambiguousName', '/sum/1'],
    ['name + 1', 'formula.type', ''], ['1 + (name < area)', 'formula.type', '/+/1'], ['yes < yes', 'formula.type', ''], ['kinds = kinds', 'formula.type', ''], ['ADDMONTHS(name, 1)', 'formula.type', ''], ['ADDMONTHS(qd.hetHan, name)', 'formula.type', ''],
    ['SUM(kinds, 1)', 'formula.type', ''], ['COUNT(area)', 'formula.type', ''], ['IF(area, 1, 2)', 'formula.type', ''], ['IF(yes, 1, "a")', 'formula.type', ''], ['MIN(area, qd.hetHan)', 'formula.type', ''], ['MIN(name, name)', 'formula.type', ''],
    ['AND(yes, area)', 'formula.type', ''], ['ANY(items, quantity)', 'formula.type', ''], ['JOIN(items)', 'formula.type', ''], ['NOT area', 'formula.type', ''], ['1 < area < 3', 'formula.type', ''],
  ])('finds in %s %s at "%s", once', (text, code, pointer) => {
    expect(checkFormula(read(text), resolve).map((issue) => [issue.code, issue.pointer])).toEqual([[code, pointer]])
  })

  it.each<[unknown, string]>([
    [{ exec: [1] }, 'formula.unknownFunction'], [{ constructor: [1] }, 'formula.unknownFunction'], [{ '<': [1, 2, 3] }, 'formula.operands'], [{ '-': [1, 2, 3] }, 'formula.operands'], [null, 'formula.type'], [{}, 'formula.type'],
    [{ var: 5 }, 'formula.unknownName'], [Array.from({ length: 500 }).reduce<unknown>((inner) => ({ not: [inner] }), true), 'formula.tooLong'],
  ])('finds what was written by hand: %j', (formula, code) => {
    expect(checkFormula(formula, resolve).map((issue) => issue.code)).toEqual([code])
  })

  it('knows the columns of the row that a formula stands in', () => {
    expect(checkFormula(read('quantity * area'), resolve, { row: 'items' })).toEqual([])
    expect(checkFormula(read('SUM(parts, weight)'), resolve, { row: 'items' })).toEqual([])
  })

  it('knows the rows around a row, and refuses a name that two of them have', () => {
    expect(checkFormula(read('SUM(people, IF(INCLUDES(knows, code), 1, 0)) >= 0.3 * COUNT(people)'), resolve, { row: 'subjects', gives: 'boolean' })).toEqual([])
    expect(checkFormula(read('ALL(items, ANY(subjects, unit > 1))'), resolve)).toEqual([])
    expect(checkFormula(read('ALL(items, ANY(subjects, quantity > 1))'), resolve).map((issue) => issue.code)).toEqual(['formula.ambiguousName'])
    expect(checkFormula(read('SUM(people, IF(INCLUDES(knows, name), 1, 0))'), resolve, { row: 'subjects' }).map((issue) => issue.code)).toEqual(['formula.ambiguousName'])
  })

  it('knows what a formula must give', () => {
    expect(checkFormula(read('copies * 2'), resolve, { gives: 'number' })).toEqual([])
    expect(checkFormula(read('copies * 2'), resolve, { gives: 'boolean' }).map((issue) => issue.code)).toEqual(['formula.type'])
  })
})

describe('checkFormula and evaluateFormula', () => {
  // Answers of every type, so that what is left out is a number without a value (1 / 0) or a date out of range.
  const answers: Record<string, unknown> = { area: 1.5, copies: 2, name: 'Hồng', yes: true, qd: { hetHan: '2026-12-20' }, kinds: ['a'], price: 3, items: [{ quantity: 1, unit: 2.5, on: '2026-01-01', parts: [{ weight: 1 }] }] }
  const kinds: Record<FormulaType, (value: unknown) => boolean> = {
    number: Number.isFinite, integer: (value) => Number.isFinite(value), string: (value) => typeof value === 'string', date: (value) => /^\d{4}-\d{2}-\d{2}$/.test(String(value)),
    boolean: (value) => typeof value === 'boolean', list: Array.isArray, rows: Array.isArray, any: () => true,
  }

  it('agree on the kind of value', () => {
    const named = fc.constantFrom(...Object.keys(types).filter((name) => !name.includes('*'))).map((name) => ({ var: name }))
    const call = arbitraryFormula.chain((formula) => named.map((name) => JSON.parse(JSON.stringify(formula, (_key, value: unknown) => (typeof value === 'object' && value !== null && 'var' in value ? name : value))) as unknown))
    fc.assert(fc.property(fc.oneof(call, arbitraryFormula), (formula) => {
      fc.pre(checkFormula(formula, resolve).length === 0)
      const value = evaluateFormula(formula, { answers, today: '2026-11-21', calendar })
      const kind = inferFormulaType(formula, resolve)
      expect(value === undefined || kind === undefined || kinds[kind](value)).toBe(true)
    }), { numRuns: 500 })
  })

  it('never throw, whatever JSON they are given', () => {
    fc.assert(fc.property(arbitraryNonsense, (formula) => {
      expect(Array.isArray(checkFormula(formula, resolve, { row: 'items' }))).toBe(true)
    }), { numRuns: 1000 })
  })
})

const rowOf = (path: string): string | undefined => (path.includes('/*') ? path.slice(1, path.lastIndexOf('/*')).replaceAll('/', '.') : undefined)

describe('the formulas of the gallery', () => {
  const gallery = readdirSync(new URL('../../../../schemas/examples/procedures', import.meta.url)).filter((file) => file.endsWith('.json'))
  it.each(gallery)('%s: read what exists and fit', (file) => {
    const { form, workflow } = readGallery(file)
    const forms = [form, ...(workflow?.steps ?? []).map((step) => step.form)].filter((each): each is Form => each !== undefined)
    const issues = forms.flatMap((each) => {
      const compiled = compileForm(each)
      const resolveIn = answerTypes(compiled)
      return [
        ...(each.checks ?? []).flatMap((check) => checkFormula(check.formula, resolveIn, { row: rowOf(check.at), gives: 'boolean' }).map((issue) => [check.id, issue])),
        ...[...compiled.questions.values()].filter(({ question }) => question['x-compute'] !== undefined)
          .flatMap(({ path, question }) => checkFormula(question['x-compute'], resolveIn, { row: rowOf(path), gives: resolveIn(path.slice(1).replaceAll('/', '.')) }).map((issue) => [path, issue])),
      ]
    })
    expect(issues).toEqual([])
  })
})
