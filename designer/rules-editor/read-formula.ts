// Reads the text of a formula against a form: the formula to store, or what is wrong and where in the text.
import { answerTypes } from '#core/formula/answer-types.ts'
import { checkFormula, inferFormulaType } from '#core/formula/check-formula.ts'
import type { FormulaType } from '#core/formula/functions.ts'
import { formulaPlaces, parseFormula } from '#core/formula/parse-formula.ts'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Formula } from '#schemas/generated/types.ts'

export interface FormulaFault {
  issue: Issue
  /** Place in the text, counted from 0. */
  at: number | undefined
}

export interface ReadFormula {
  /** Absent while it cannot be carried out. */
  formula?: Formula
  type?: FormulaType | undefined
  faults: FormulaFault[]
}

/** The nearest part around a fault whose place is known. */
const placeOf = (pointer: string, places: ReadonlyMap<string, number>): number | undefined =>
  places.get(pointer) ?? (pointer === '' ? undefined : placeOf(pointer.slice(0, pointer.lastIndexOf('/')), places))

export const readFormula = (text: string, form: CompiledForm, { rows, gives }: { rows: string, gives: FormulaType }): ReadFormula => {
  const parsed = parseFormula(text)
  if ('issues' in parsed) return { faults: parsed.issues.map((issue) => ({ issue, at: typeof issue.params?.['at'] === 'number' ? issue.params['at'] - 1 : undefined })) }
  const row = rows === '' ? {} : { row: rows.slice(1).replace(/\/\*$/, '').replaceAll('/*/', '.').replaceAll('/', '.') }
  const issues = checkFormula(parsed.formula, answerTypes(form), { ...row, gives })
  if (issues.length === 0) return { formula: parsed.formula, type: inferFormulaType(parsed.formula, answerTypes(form), row), faults: [] }
  const places = formulaPlaces(text)
  return { faults: issues.map((issue) => ({ issue, at: placeOf(issue.pointer, places) })) }
}
