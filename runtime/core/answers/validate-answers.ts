// Judges prepared answers: first the published schema, then what JSON Schema cannot say (contract.md "Beyond JSON
// Schema"): check digits, values that repeat between rows, comparisons and relative dates, and uploaded files.
import { evaluateCondition } from '../condition/evaluate-condition.ts'
import { allowedAt } from '../form/cascades.ts'
import { fieldChecks } from '../form/field-checks.ts'
import type { CompiledForm } from '../form/compiled-form.ts'
import { expandPath, isRecord, readAt, type Answers } from '../issues/json-pointer.ts'
import type { Issue } from '../issues/issue.ts'
import { validateJson } from '../json-schema/validate-json.ts'
import type { CompiledValidator } from '../json-schema/validator-runtime.ts'
import { rowOf, type FormulaFacts } from './compute-answers.ts'

/** What is known of an upload: enough to judge whether it may be attached where it is. */
export interface KnownFile {
  id: string
  name: string
  size: number
  /** Kind by content, as in x-file.accept: pdf, jpg, png, docx, xlsx. */
  type: string
}

export interface ValidationFacts extends FormulaFacts {
  validate: CompiledValidator
  /** Uploads that belong to this draft; absent where uploads cannot be looked up. */
  files?: ReadonlyMap<string, KnownFile>
}

const checkDigits = (form: CompiledForm, answers: Answers): Issue[] =>
  [...form.questions.values()].flatMap(({ path, question }) => {
    const field = question['x-field'] ?? ''
    const check = fieldChecks[field]
    if (!check) return []
    return expandPath(path, answers).flatMap((pointer): Issue[] => {
      const value = readAt(answers, pointer)
      return value === undefined || check(value) ? [] : [{ pointer, code: 'checkDigit', params: { field } }]
    })
  })

const repeated = (form: CompiledForm, answers: Answers): Issue[] =>
  [...form.questions.values()].flatMap(({ path, question }) =>
    (question['x-uniqueBy'] ?? []).flatMap((column) =>
      expandPath(path, answers).flatMap((pointer) => {
        const rows = readAt(answers, pointer)
        const values = Array.isArray(rows) ? rows.map((row) => (isRecord(row) ? row[column] : undefined)) : []
        return values.flatMap((value, i): Issue[] => {
          const first = values.indexOf(value)
          return value === undefined || first === i ? [] : [{ pointer: `${pointer}/${i}/${column}`, code: 'repeated', params: { row: first + 1 } }]
        })
      })))

const comparisons = (form: CompiledForm, answers: Answers, { today, calendar }: FormulaFacts): Issue[] =>
  (form.form.checks ?? []).flatMap((check) =>
    expandPath(check.at, answers).flatMap((pointer): Issue[] => {
      const verdict = form.evaluate(check.formula, { answers, row: rowOf(answers, pointer), today, ...(calendar && { calendar }) })
      // An absent operand makes the verdict absent: the check is not applied.
      return verdict !== false ? [] : [{ pointer, code: 'check', source: check.id, authored: { message: check.message, 'x-i18n': check['x-i18n'] }, ...(check.level === 'warning' && { level: 'warning' as const }) }]
    }))

/** Choices that none of the rows that they are drawn from has. */
const undrawn = (form: CompiledForm, answers: Answers): Issue[] =>
  form.cascades.filter((cascade) => cascade.drawnFrom !== undefined).flatMap((cascade) =>
    expandPath(cascade.path, answers).flatMap((pointer) => {
      const value = readAt(answers, pointer)
      if (value === undefined || (cascade.condition && !evaluateCondition(cascade.condition.when, answers))) return []
      const allowed = new Set<unknown>(allowedAt(cascade, answers, pointer))
      const chosen = Array.isArray(value) ? value.map((each, i) => ({ each: each as unknown, at: `${pointer}/${i}` })) : [{ each: value, at: pointer }]
      return chosen.filter(({ each }) => !allowed.has(each)).map(({ at }): Issue => ({ pointer: at, code: 'limited', source: cascade.rule }))
    }))

const uploads = (form: CompiledForm, answers: Answers, files: ReadonlyMap<string, KnownFile>): Issue[] =>
  [...form.questions.values()].flatMap(({ path, question }) => {
    const rule = question['x-file']
    if (!rule) return []
    return expandPath(path, answers).flatMap((pointer) => {
      const ids = readAt(answers, pointer)
      return (Array.isArray(ids) ? ids : []).flatMap((id, i): Issue[] => {
        const file = files.get(String(id))
        if (!file) return [{ pointer: `${pointer}/${i}`, code: 'fileMissing' }]
        if (!(rule.accept as string[]).includes(file.type)) return [{ pointer: `${pointer}/${i}`, code: 'fileKind', params: { name: file.name, accept: rule.accept.join(', ') } }]
        return file.size > rule.maxBytes ? [{ pointer: `${pointer}/${i}`, code: 'fileSize', params: { name: file.name, limit: Math.floor(rule.maxBytes / 1048576) } }] : []
      })
    })
  })

/** Issues beyond the schema; meaningful for answers of any shape, complete for answers that the schema accepts. */
export const validateBeyondSchema = (form: CompiledForm, answers: Answers, facts: Omit<ValidationFacts, 'validate'>): Issue[] => [
  ...checkDigits(form, answers),
  ...repeated(form, answers),
  ...undrawn(form, answers),
  ...comparisons(form, answers, facts),
  ...(facts.files ? uploads(form, answers, facts.files) : []),
]

/** All issues of prepared answers; accepted when none of them is an error (issues/issue.ts, isError). */
export const validateAnswers = (form: CompiledForm, answers: Answers, facts: ValidationFacts): Issue[] => {
  const judged = validateJson(form, facts.validate, answers)
  const places = new Set(judged.map((issue) => issue.pointer))
  return [...judged, ...validateBeyondSchema(form, answers, facts).filter((issue) => !places.has(issue.pointer))]
}
