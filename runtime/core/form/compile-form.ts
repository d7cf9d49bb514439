// Compiles a form: reads it, and derives the schema that judges its answers.
import type { Form } from '#schemas/generated/types.ts'
import { evaluateFormula } from '../formula/evaluate-formula.ts'
import { branchOrigins } from './branch-origins.ts'
import type { Branch, JsonSchema, JudgingForm } from './compiled-form.ts'
import { deriveSchema } from './data-schema.ts'
import { formParts } from './read-form.ts'

/** A form that is not valid by its schema gives an undefined result; lint-form.ts says what is wrong with a valid one. */
export const compileForm = (form: Form): JudgingForm => {
  const { parts, ...read } = formParts(form)
  // The schema is the costly half, and screens that only lay out questions never ask for it, nor for what its branches came from.
  let schema: JsonSchema | undefined
  let branches: Branch[] | undefined
  return {
    form, ...read, evaluate: evaluateFormula,
    get branches() { return (branches ??= branchOrigins(parts)) }, get schema() { return (schema ??= deriveSchema(form.schema, parts)) },
  }
}
