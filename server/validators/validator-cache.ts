// Keeps what judges answers under a revision ready for use: compiled form and validators of the revisions that are asked
// for most. A revision never changes, so nothing here is ever out of date.
import type { Procedure } from '#schemas/generated/types.ts'
import { compileForm } from '#core/form/compile-form.ts'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import type { CompiledValidator } from '#core/json-schema/validator-runtime.ts'
import type { ValidatorBodies } from './compile-worker.ts'
import { formsOf } from '#core/procedure/document-forms.ts'
import { instantiate } from './instantiate.ts'

export interface FormJudge {
  form: CompiledForm
  validate: CompiledValidator
}

export interface Judges {
  /** Absent: the procedure is not filed online. */
  applicant?: FormJudge
  /** By step that records something, or opinion (document-forms.ts). */
  steps: ReadonlyMap<string, FormJudge>
}

export const createJudges = (procedure: Procedure, { form, steps }: ValidatorBodies): Judges => ({
  ...(procedure.form && form !== undefined && { applicant: { form: compileForm(procedure.form), validate: instantiate(form) } }),
  steps: new Map(formsOf(procedure).flatMap(({ form: own, step = '' }): [string, FormJudge][] => {
    const body = Object.hasOwn(steps, step) ? steps[step] : undefined
    return body === undefined ? [] : [[step, { form: compileForm(own), validate: instantiate(body) }]]
  })),
})

/** One compiled validator of 40 questions keeps about 130 KB, so the number kept is bounded. */
export const keptRevisions = 200

/** The most recently used values by key. */
export const createRecent = <Value>(most: number): { get: (key: string) => Value | undefined; set: (key: string, value: Value) => void } => {
  const values = new Map<string, Value>()
  return {
    get: (key) => {
      const value = values.get(key)
      if (value === undefined) return undefined
      values.delete(key)
      values.set(key, value)
      return value
    },
    set: (key, value) => {
      values.delete(key)
      values.set(key, value)
      if (values.size > most) values.delete(values.keys().next().value as string)
    },
  }
}
