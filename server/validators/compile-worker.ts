// The thread in which documents become validators: what a document asks for costs this thread its time and memory, not
// the server (security.md §4).
import { parentPort } from 'node:worker_threads'
import type { Procedure } from '#schemas/generated/types.ts'
import { compileForm } from '#core/form/compile-form.ts'
import type { Issue } from '#core/issues/issue.ts'
import { compileValidator } from '#core/json-schema/compile-validator.ts'
import { formsOf } from '#core/procedure/document-forms.ts'
import { limitDocument } from './document-limits.ts'
import { notCompiled } from './limit-texts.ts'

/** A published schema and the function bodies that judge by it. */
export interface Compiled {
  /** JSON text of the plain JSON Schema of the applicant's form; of an empty closed object when there is none. */
  schema: string
  validators: ValidatorBodies
}

export interface ValidatorBodies {
  form?: string
  /** By step. */
  steps: Record<string, string>
}

export type CompileReply = Compiled | { issues: Issue[] }

const noForm = { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties: {}, additionalProperties: false }

const compile = (procedure: Procedure): CompileReply => {
  const issues = limitDocument(procedure)
  if (issues.length > 0) return { issues }
  const compiled: Compiled = { schema: JSON.stringify(noForm), validators: { steps: {} } }
  for (const { form, pointer, step } of formsOf(procedure)) {
    try {
      const { schema } = compileForm(form)
      const body = compileValidator(schema)
      if (step === undefined) Object.assign(compiled, { schema: JSON.stringify(schema), validators: { ...compiled.validators, form: body } })
      else compiled.validators.steps[step] = body
    } catch {
      return { issues: [notCompiled(pointer)] }
    }
  }
  return compiled
}

parentPort?.on('message', (text: string) => {
  parentPort?.postMessage(compile(JSON.parse(text) as Procedure))
})
parentPort?.postMessage('ready')
