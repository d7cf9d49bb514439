// Compiles a form: reads it, and derives the schema that judges its answers.
import type { Form } from '#schemas/generated/types.ts'
import { evaluateFormula } from '../formula/evaluate-formula.ts'
import type { JsonSchema, JudgingForm } from './compiled-form.ts'
import { deriveSchema } from './data-schema.ts'
import { formParts } from './read-form.ts'

/** A form that is not valid by its schema gives an undefined result; lint-form.ts says what is wrong with a valid one. */
export const compileForm = (form: Form): JudgingForm => {
  const read = formParts(form)
  // The schema is the costly half, and screens that only lay out questions never ask for it.
  let schema: JsonSchema | undefined
  return { form, evaluate: evaluateFormula, ...read, get schema() { return (schema ??= deriveSchema(form.schema, read.parts)) } }
}
