// Completion of formulas: what is offered where the cursor stands, and which function it stands in.
import { describe, expect, it } from 'vitest'
import { candidatesOf } from '#core/condition/condition-candidates.ts'
import { callAround, columnsAround, completeFormula, namedQuestions } from '../../../designer/rules-editor/formula-completion.ts'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'

const candidates = candidatesOf(sampleProcedure().form!, 'vi')
/** The cursor stands at the bar. */
const complete = (marked: string, all = false) => {
  const caret = marked.indexOf('|')
  const text = marked.replace('|', '')
  const found = completeFormula(text, caret, namedQuestions(columnsAround(text, caret, candidates), candidates), all)
  return found && found.suggestions.map((each) => text.slice(0, found.from) + each.insert + text.slice(found.to))
}

describe('completeFormula', () => {
  it('finds a question by a part of its words, with or without accents', () => {
    expect(complete('diện|')).toEqual(['dienTich'])
    expect(complete('2 * dien tich|')).toEqual(['2 * dienTich'])
    expect(complete('YEAR(ngay ky|)')).toEqual(['YEAR(ngayKy)'])
  })
  it('finds functions by how they begin, and opens their brackets', () => {
    expect(complete('1 + ro|')).toEqual(['1 + ROUND('])
    expect(complete('tod|')).toEqual(['TODAY()'])
  })
  it('replaces the whole word that the cursor stands in', () => expect(complete('dien|Tic + 1')).toEqual(['dienTich + 1']))
  it('offers the options of a question after a comparison', () => {
    expect(complete('IF(loaiHinh = |, 1, 2)')).toEqual(['IF(loaiHinh = "moi", 1, 2)', 'IF(loaiHinh = "capLai", 1, 2)'])
    expect(complete('loaiHinh <> "cấp|')).toEqual(['loaiHinh <> "capLai"'])
  })
  it('offers columns by their bare names inside of what goes through rows', () => {
    expect(complete('SUM(mau, solu|)')).toEqual(['SUM(mau, soLuong)'])
    expect(complete('SUM(mau, 1) + soLuo|')).toEqual([])
  })
  it('offers nothing inside a text, and everything when asked to', () => {
    expect(complete('JOIN("dien|')).toBeUndefined()
    expect(complete('1 + |')).toBeUndefined()
    expect(complete('1 + |', true)!.length).toBeGreaterThan(20)
  })
})

describe('callAround', () => {
  it.each<[string, string | undefined, number | undefined]>([['IF(a > 1, |', 'IF', 1], ['IF(AND(a, b|), 1)', 'AND', 1], ['IF("a, b"; 1,5; |', 'IF', 2], ['IF((a + |', 'IF', 0], ['IF(a, b) + |', undefined, undefined], ['xyz(|', undefined, undefined]])('knows where the cursor stands in %s', (marked, name, operand) => {
    const call = callAround(marked.replace('|', ''), marked.indexOf('|'))
    expect([call?.known.name, call?.operand]).toEqual([name, operand])
  })
})
