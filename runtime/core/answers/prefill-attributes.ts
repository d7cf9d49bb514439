// What the answers of one form say about their applicant, by the names that all forms share (x-prefill keys): the bridge
// from one procedure to the next, so that nobody is asked twice (NĐ 45/2020, once only).
import type { Attribute, Question } from '#schemas/generated/types.ts'
import type { CompiledForm, CompiledQuestion } from '../form/compiled-form.ts'
import { readAt, type Answers } from '../issues/json-pointer.ts'

export interface AttributeQuestion {
  /** A pointer too: rows of tables speak of many, so none of them is an attribute of the applicant. */
  path: string
  key: Attribute
  question: CompiledQuestion
}

export interface KnownValue {
  value: unknown
  /** Of the class that is not carried along unless a form asks for it (Law 91/2025/QH15). */
  sensitive: boolean
}

export type KnownValues = Partial<Record<Attribute, KnownValue>>

/** The class of a question: its own, or that of the group it stands in. */
export const privacyOf = (form: CompiledForm, each: CompiledQuestion | undefined): Question['x-privacy'] =>
  each && (each.question['x-privacy'] ?? privacyOf(form, form.questions.get(each.parent)))

export const attributeQuestions = (form: CompiledForm): AttributeQuestion[] =>
  [...form.questions.values()].flatMap((each) => {
    const { question, path } = each
    const prefill = question['x-prefill']
    const isOne = prefill?.key !== undefined && prefill.from !== 'formula' && question['x-compute'] === undefined && !path.includes('/*')
    return isOne ? [{ path, key: prefill.key!, question: each }] : []
  })

/** Whether a form asks itself for the right to file for somebody else: it gets it there, and only there. */
export const asksAuthorisation = (form: CompiledForm): boolean => attributeQuestions(form).some(({ key }) => key === 'filing.authorisation')

/** Of two questions for the same attribute the first that is answered speaks. Files belong to their dossier and stay there. */
export const readAttributes = (form: CompiledForm, answers: Answers): KnownValues =>
  attributeQuestions(form).reduce<KnownValues>((known, { path, key, question }) => {
    const value = readAt(answers, path)
    if (value === undefined || known[key] !== undefined || question.question['x-file']) return known
    return { ...known, [key]: { value, sensitive: privacyOf(form, question)?.class === 'sensitive' } }
  }, {})
