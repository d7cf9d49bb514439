// Answers worth trying where a comparison between answers is not fulfilled: what the other side of the comparison comes to,
// and days and figures near it.
import { rowOf, type FormulaFacts } from '../answers/compute-answers.ts'
import { addDays } from '../deadline/working-calendar.ts'
import { addMonths } from '../deadline/due-date.ts'
import type { CompiledForm } from '../form/compiled-form.ts'
import { evaluateFormula } from '../formula/evaluate-formula.ts'
import { readCall } from '../formula/functions.ts'
import { formulaReferences } from '../formula/references.ts'
import { isDate } from '../formula/apply-function.ts'
import { expandPath, readAt, type Answers } from '../issues/json-pointer.ts'

const comparisons = new Set(['==', '!=', '<', '<=', '>', '>='])

interface Comparison {
  sides: [unknown, unknown]
}

const comparisonsIn = (formula: unknown): Comparison[] => {
  if (Array.isArray(formula)) return formula.flatMap(comparisonsIn)
  const call = readCall(formula)
  if (!call) return []
  const own: Comparison[] = comparisons.has(call.operator) && call.operands.length === 2 ? [{ sides: [call.operands[0], call.operands[1]] }] : []
  return [...own, ...call.operands.flatMap(comparisonsIn)]
}

const numbersIn = (formula: unknown): number[] => {
  if (typeof formula === 'number') return [formula]
  if (Array.isArray(formula)) return formula.flatMap(numbersIn)
  return readCall(formula)?.operands.flatMap(numbersIn) ?? []
}

/** Names that a formula reads, computed answers replaced by what they are computed from, as pointers of these answers. */
export const pointersRead = (form: CompiledForm, formula: unknown, at: string, answers: Answers, depth = 0): string[] => {
  const table = at.includes('/*') ? at.slice(0, at.lastIndexOf('/*') + 2) : ''
  return [...new Set(formulaReferences(formula).flatMap((name) => {
    const path = `/${name.replaceAll('.', '/')}`
    const known = [table + path, path].find((each) => form.questions.has(each))
    // Part of an address, say: its owner is what can be answered otherwise.
    const owner = known ?? [table + path, path].map((each) => each.replace(/\/[^/]+$/, '')).find((each) => form.questions.has(each))
    if (owner === undefined) return []
    const made = form.questions.get(owner)!.question['x-compute']
    if (made !== undefined) return depth > 3 ? [] : pointersRead(form, made, owner, answers, depth + 1)
    return expandPath(known ?? owner, answers)
  }))]
}

const isNamed = (side: unknown, pointer: string): boolean => {
  const call = readCall(side)
  return call?.operator === 'var' && typeof call.operands[0] === 'string' && pointer.endsWith(`/${call.operands[0].replaceAll('.', '/')}`)
}

const near = (value: unknown): unknown[] => {
  if (typeof value === 'number') return [value, value - 1, value + 1]
  return isDate(value) ? [value, addDays(value, -1), addDays(value, 1)] : [value]
}

/** For one answer that a formula reads: first what would make a comparison true or false at its edge. */
export const candidateAnswers = (form: CompiledForm, formula: unknown, pointer: string, answers: Answers, facts: FormulaFacts): unknown[] => {
  const scope = { answers, row: rowOf(answers, pointer), ...facts }
  const edges = comparisonsIn(formula).flatMap(({ sides: [a, b] }) => [...(isNamed(a, pointer) ? near(evaluateFormula(b, scope)) : []), ...(isNamed(b, pointer) ? near(evaluateFormula(a, scope)) : [])])
  const figures = numbersIn(formula)
  const now = readAt(answers, pointer)
  const read = pointersRead(form, formula, pointer.replace(/\/\d+(?=\/|$)/g, '/*'), answers).map((each) => readAt(answers, each))
  const days = isDate(now) ? [facts.today, ...read.filter(isDate)].flatMap((day) => [day, ...figures.flatMap((n) => (Math.abs(n) > 36_500 ? [] : [addDays(day, n), addDays(day, -n), addDays(day, n + 1), addDays(day, -n - 1), ...(Math.abs(n) <= 1200 ? [addMonths(day, n), addMonths(day, -n)] : [])])), addDays(day, 30), addDays(day, -30), addDays(day, 365), addDays(day, -365)]) : []
  const amounts = typeof now === 'number' ? [...figures, ...read.filter((each): each is number => typeof each === 'number')].flatMap((n) => near(n)) : []
  return [...edges, ...days, ...amounts].filter((each) => each !== undefined && each !== now)
}
