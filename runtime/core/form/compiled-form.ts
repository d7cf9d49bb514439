// What a form is after compilation: its questions by path, its pages, and the one plain JSON Schema that judges answers.
import type { Condition, Form, Page, Section } from '#schemas/generated/types.ts'
import type { Visit } from './walk-form.ts'

/** A plain JSON Schema 2020-12, as published. */
export type JsonSchema = { [keyword: string]: unknown }

/** A condition and the table whose rows it speaks of; without a table it speaks of the whole answers. */
export interface ScopedCondition {
  when: Condition
  within?: string
}

/** A question as it was visited, with what rules and pages say of it; `question` has what its $ref says under it. */
export interface CompiledQuestion extends Visit {
  /** All must hold for it to be asked, besides those of its parents. */
  conditions: ScopedCondition[]
  page?: string
}

/** What one entry of the published schema's root `allOf` came from: it explains a failure in the author's words. */
export interface Branch {
  kind: 'show' | 'require' | 'limit' | 'refuse'
  rule?: string
  path?: string
}

export interface CompiledSection {
  section: Section
  /** Leaves and tables, groups opened up, in the order of the page. */
  paths: string[]
}

export interface CompiledPage {
  page: Page
  sections: CompiledSection[]
}

export interface CompiledForm {
  form: Form
  schema: JsonSchema
  questions: ReadonlyMap<string, CompiledQuestion>
  pages: CompiledPage[]
  branches: Branch[]
}
