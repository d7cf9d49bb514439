// Changes answers so that one fault may be mended: a value that a comparison accepts, a condition that no longer refuses,
// an answer that was missing. One step of the search in make-answers.ts; whether it helped is judged there.
import type { Check, Question } from '#schemas/generated/types.ts'
import { computeAnswers, rowOf, type FormulaFacts } from '../answers/compute-answers.ts'
import { conditionReferences } from '../condition/references.ts'
import type { WorkingCalendar } from '../deadline/working-calendar.ts'
import type { CompiledForm } from '../form/compiled-form.ts'
import { evaluateFormula } from '../formula/evaluate-formula.ts'
import type { Issue } from '../issues/issue.ts'
import { expandPath, parsePointer, readAt, toPath, toPointer, writeAt, type Answers } from '../issues/json-pointer.ts'
import { questionAt } from '../form/question-at.ts'
import { candidateAnswers, pointersRead } from './candidate-answers.ts'
import { makeAt, makeHold, type Bending } from './make-hold.ts'

export interface Limits {
  /** Day of filing. */
  on: string
  calendar?: WorkingCalendar
  /** Only these questions may be changed. */
  only?: (path: string) => boolean
}

const factsOf = ({ on, calendar }: Limits): FormulaFacts => ({ today: on, ...(calendar && { calendar }) })

const verdictOf = (form: CompiledForm, check: Check, place: string, answers: Answers, facts: FormulaFacts): unknown => {
  const computed = computeAnswers(form, answers, facts)
  return evaluateFormula(check.formula, { answers: computed, row: rowOf(computed, place), ...facts })
}

/** An absent verdict refuses nobody. */
const isFulfilled = (form: CompiledForm, check: Check, place: string, answers: Answers, facts: FormulaFacts): boolean => verdictOf(form, check, place, answers, facts) !== false

/** Writes into rows and groups that may not be there yet. */
const written = (bending: Bending, answers: Answers, pointer: string, value: unknown): Answers =>
  writeAt(parsePointer(pointer).reduce((made, _segment, i, segments) => {
    const owner = toPointer(segments.slice(0, i))
    return bending.form.questions.get(toPath(owner))?.kind === 'table' && !Array.isArray(readAt(made, owner)) ? writeAt(made, owner, []) : made
  }, answers), pointer, value)

/** A value with which a check holds where it spoke, of those worth trying and some fresh ones. */
const fittingValue = (bending: Bending, check: Check, place: string, pointer: string, answers: Answers, limits: Limits): unknown => {
  const { form, making: { chance } } = bending
  const facts = factsOf(limits)
  const fresh = Array.from({ length: 12 }, () => makeAt(bending, pointer))
  const worth = [...candidateAnswers(form, check.formula, pointer, answers, facts), ...fresh].filter((value) => mayBe(questionAt(form, pointer), value))
  const holding = worth.filter((value) => isFulfilled(form, check, place, writeAt(answers, pointer, value), facts))
  return holding.length > 0 ? chance.pick(holding) : undefined
}

/** The same answer in every row of what a check reads of a table: how many rows are of some kind is seldom met one by one. */
const evenColumns = (bending: Bending, check: Check, place: string, pointers: readonly string[], answers: Answers, limits: Limits): Answers | undefined => {
  const { form } = bending
  const inRows = pointers.filter((pointer) => toPath(pointer).includes('/*'))
  const columns = [...new Set(inRows.map(toPath))]
  for (let tries = 0; columns.length > 0 && tries < 24; tries++) {
    const changed = columns.reduce((kept, column) => {
      const places = inRows.filter((pointer) => toPath(pointer) === column)
      const value = makeAt(bending, places[0]!)
      return places.reduce((at, pointer) => writeAt(at, pointer, value), kept)
    }, answers)
    if (isFulfilled(form, check, place, changed, factsOf(limits))) return changed
  }
  return undefined
}

/** Whether a number keeps the question's own bounds; everything else is judged later. */
const mayBe = (question: Question | undefined, value: unknown): boolean =>
  typeof value !== 'number' || ((question?.minimum ?? -Infinity) <= value && value <= (question?.maximum ?? Infinity) && (question?.type !== 'integer' || Number.isInteger(value)))

const mendCheck = (bending: Bending, issue: Issue, answers: Answers, limits: Limits): Answers => {
  const { form, making: { chance } } = bending
  const check = form.form.checks?.find((each) => each.id === issue.source)
  if (!check) return answers
  const row = /^(.*\/\d+)\//.exec(issue.pointer)?.[1]
  // A check of one row is mended in that row, not in its neighbours.
  const isNeighbour = (pointer: string): boolean => row !== undefined && toPath(pointer).startsWith(`${toPath(row)}/`) && !pointer.startsWith(`${row}/`)
  const pointers = pointersRead(form, check.formula, check.at, answers).filter((pointer) => !isNeighbour(pointer) && (!limits.only || limits.only(toPath(pointer))))
  if (pointers.length === 0) return answers
  const evened = chance.often(0.35) ? evenColumns(bending, check, issue.pointer, pointers, answers, limits) : undefined
  if (evened) return evened
  const pointer = chance.pick(pointers)
  const question = form.questions.get(toPath(pointer))
  if (question?.kind === 'table') {
    const rows = readAt(answers, pointer)
    return Array.isArray(rows) && rows.length > 1 && chance.often(0.5) ? writeAt(answers, pointer, rows.slice(1)) : writeAt(answers, pointer, [...(Array.isArray(rows) ? rows : []), makeAt(bending, `${pointer}/0`)])
  }
  const value = fittingValue(bending, check, issue.pointer, pointer, answers, limits)
  if (value !== undefined) return writeAt(answers, pointer, value)
  return chance.often(0.1) && question && !question.required ? writeAt(answers, pointer, undefined) : writeAt(answers, pointer, makeAt(bending, pointer))
}

/** One change that may mend one fault. */
export const mendAnswers = (bending: Bending, issue: Issue, answers: Answers, limits: Limits): Answers => {
  const { form, making: { chance } } = bending
  if (issue.code === 'check') return mendCheck(bending, issue, answers, limits)
  const rule = issue.source === undefined ? undefined : form.form.rules?.find((each) => each.id === issue.source)
  if (issue.code === 'refused' && rule) return makeHold(bending, rule.within === undefined ? { when: rule.when } : { when: rule.when, within: rule.within }, answers, false)
  if (issue.code === 'unknown' || issue.code === 'notAsked') return writeAt(answers, issue.pointer, undefined)
  if (rule && chance.often(0.2)) {
    const read = conditionReferences(rule.when, rule.within).flatMap((path) => expandPath(path, answers))
    if (read.length > 0) { const at = chance.pick(read); return written(bending, answers, at, makeAt(bending, at)) }
  }
  return written(bending, answers, issue.pointer, makeAt(bending, issue.pointer))
}

/** Changes one answer that a check reads so that it gives this verdict; the answers as they are where none was found. */
export const bendCheck = (bending: Bending, check: Check, answers: Answers, limits: Limits, verdict: boolean): Answers => {
  const { form, making: { chance } } = bending
  const facts = factsOf(limits)
  const place = expandPath(check.at, answers)[0] ?? check.at.replaceAll('/*', '/0')
  const pointers = pointersRead(form, check.formula, check.at, answers)
  const ready = pointers.reduce((kept, pointer) => (readAt(kept, pointer) === undefined ? written(bending, kept, pointer, makeAt(bending, pointer)) : kept), written(bending, answers, place, readAt(answers, place) ?? makeAt(bending, place)))
  if (verdictOf(form, check, place, ready, facts) === verdict) return ready
  for (let tries = 0; tries < 6 && pointers.length > 0; tries++) {
    const pointer = chance.pick(pointers)
    const worth = [...candidateAnswers(form, check.formula, pointer, ready, facts), ...Array.from({ length: 8 }, () => makeAt(bending, pointer))].filter((value) => mayBe(questionAt(form, pointer), value))
    const giving = worth.map((value) => writeAt(ready, pointer, value)).filter((changed) => verdictOf(form, check, place, changed, facts) === verdict)
    if (giving.length > 0) return chance.pick(giving)
  }
  return ready
}
