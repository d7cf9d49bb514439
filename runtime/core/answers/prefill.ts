// First answers from what the office knows already: which may be offered for a form, how they are filled in without
// touching what somebody wrote, and which of them may not be written otherwise.
import type { Suggestion } from '#schemas/generated/types.ts'
import { findRelevance } from '../condition/relevance.ts'
import type { CompiledForm, CompiledQuestion } from '../form/compiled-form.ts'
import { readAt, writeAt, type Answers } from '../issues/json-pointer.ts'
import { validatorRuntime } from '../json-schema/validator-runtime.ts'
import { fitAnswer } from './fit-answer.ts'
import { attributeQuestions, type AttributeQuestion, type KnownValues } from './prefill-attributes.ts'

export interface KnownSource {
  source: Suggestion['source']
  /** The earlier dossier that said so. */
  from?: Suggestion['from']
  values: KnownValues
}

/**
 * What a form wants from an earlier dossier only, it takes from there only; a register that is not connected is replaced
 * by what the applicant said before. What is sensitive is taken along only where the form asks for earlier dossiers.
 */
const mayGive = ({ source, values }: KnownSource, { key, question }: AttributeQuestion): boolean => {
  const asks = question.question['x-prefill']?.from
  const known = values[key]
  if (known === undefined || (asks === 'earlierDossier' && source !== 'dossier')) return false
  return source !== 'dossier' || asks === 'earlierDossier' || !(known.sensitive || question.question['x-privacy']?.class === 'sensitive')
}

/** The first source that knows a fitting value gives it: the nearest comes first. */
export const offerAnswers = (form: CompiledForm, sources: readonly KnownSource[]): Suggestion[] =>
  attributeQuestions(form).flatMap((asked): Suggestion[] => {
    const { question } = asked.question
    for (const each of sources.filter((source) => mayGive(source, asked))) {
      const value = fitAnswer(question, each.values[asked.key]!.value, form.form.schema.$defs)
      if (value !== undefined) return [{ pointer: asked.path, value, source: each.source, ...(each.from && { from: each.from }), ...(question['x-prefill']?.editable === false && { fixed: true }) }]
    }
    return []
  })

/** An offer begins no optional group: that would ask for everything else in it. */
const isBegun = (form: CompiledForm, question: CompiledQuestion | undefined, answers: Answers): boolean => {
  const owner = question && form.questions.get(question.parent)
  if (!owner) return true
  return (owner.required || readAt(answers, owner.path) !== undefined) && isBegun(form, owner, answers)
}

/** Answers with the offers where nothing stands yet. What stands stays, except where a fixed value has changed. */
export const fillIn = (form: CompiledForm, answers: Answers, offers: readonly Suggestion[]): Answers =>
  offers.filter(({ pointer }) => isBegun(form, form.questions.get(pointer), answers)).reduce((filled, { pointer, value, fixed }) => {
    const present = readAt(filled, pointer)
    return present === undefined || (fixed && !validatorRuntime.equal(present, value)) ? writeAt(filled, pointer, value) : filled
  }, answers)

/** Takes back what was filled in and is still as it was filled in: when somebody else turns out to be the applicant. */
export const takeOut = (answers: Answers, offers: readonly Suggestion[]): Answers =>
  offers.reduce((kept, { pointer, value }) => (validatorRuntime.equal(readAt(kept, pointer), value) ? writeAt(kept, pointer, undefined) : kept), answers)

/** Offers that the document lets nobody change, and that are asked and answered otherwise. */
export const contradicted = (form: CompiledForm, answers: Answers, offers: readonly Suggestion[]): Suggestion[] => {
  const fixed = offers.filter((each) => each.fixed)
  if (fixed.length === 0) return []
  const { isAsked } = findRelevance(form, answers)
  return fixed.filter(({ pointer, value }) => isAsked(pointer) && readAt(answers, pointer) !== undefined && !validatorRuntime.equal(readAt(answers, pointer), value))
}
