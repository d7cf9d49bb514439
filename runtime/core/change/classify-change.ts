// The class of a change between two documents, question by question (contract.md, "Revision life"): what it does to those who
// have answered already. Certain on one side: what is not understood asks again. Witnesses are sought apart (witness.ts).
import type { Form, Procedure } from '#schemas/generated/types.ts'
import { compileForm } from '../form/compile-form.ts'
import type { JudgingForm } from '../form/compiled-form.ts'
import { overallClass, type ChangeClass, type Classified } from './change-class.ts'
import { classifyBeyond, pairedQuestions } from './classify-beyond.ts'
import { newMigrations, type Migration } from './classify-places.ts'
import { classifySchema } from './classify-schema.ts'
import { classifyTexts, type TextsLook } from './classify-texts.ts'
import type { SaidMeanings } from './meaning.ts'

const compiled = new WeakMap<Form, JudgingForm>()

/** Documents are never changed in place: one form is compiled once, however often it is compared. */
export const compiledOnce = (form: Form): JudgingForm => {
  const known = compiled.get(form) ?? compileForm(form)
  compiled.set(form, known)
  return known
}

interface Look extends TextsLook {
  migrations: readonly Migration[]
}

/** Where no form is, nothing is asked and nothing may be answered. */
const emptyForm: Form = { schema: { type: 'object', properties: {} }, pages: [] }

const classifyForm = (before: Form = emptyForm, after: Form = emptyForm, look: Look): Classified[] => {
  if (before === after) return []
  const [old, now] = [compiledOnce(before), compiledOnce(after)]
  const pairs = pairedQuestions(old, now, look.migrations)
  return [...classifySchema(old, now, look.migrations), ...classifyBeyond(old, now, pairs, look.migrations), ...classifyTexts(old, now, pairs, look)]
}

/** The forms that officers fill in; a step that is gone is told by the differences of the workflow. */
const classifySteps = (before: Procedure, after: Procedure, said: SaidMeanings): Classified[] =>
  (after.workflow?.steps ?? []).flatMap((step) => {
    const was = before.workflow?.steps.find(({ id }) => id === step.id)
    if (!was) return []
    return classifyForm(was.form, step.form, { migrations: [], said, step: step.id }).map((each): Classified => ({ ...each, step: step.id }))
  })

/**
 * Every place whose class is known to be other than cosmetic, and the mended texts; what is not named is cosmetic.
 * `said` is what the author has answered where a text may ask something else now.
 */
export const classifyChange = (before: Procedure, after: Procedure, said: SaidMeanings = {}): Classified[] => [
  ...classifyForm(before.form, after.form, { migrations: newMigrations(before, after), said }),
  ...classifySteps(before, after, said),
]

/**
 * The worst that a replay may find where the documents say it all: what people file, judged by answers. Whether other words ask
 * something else no validator sees, and what officers record is not played.
 */
export const expectedOfReplay = (classified: readonly Classified[]): ChangeClass => overallClass(classified.filter(({ class: each, step }) => step === undefined && each !== 'changesMeaning'))

/** The texts whose author must still say whether they ask the same. */
export const needsMeaning = (classified: readonly Classified[]): string[] => classified.flatMap(({ asksMeaning }) => asksMeaning ?? [])
