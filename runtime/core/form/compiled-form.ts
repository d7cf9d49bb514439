// What a form is after compilation: its questions by path, its pages, what its rules come from, and the one plain JSON
// Schema that judges answers. A screen that fills in a form has everything but the schema: its judge is a module of the server.
import type { AdvancedRule, Condition, Form, Option, Page, Section } from '#schemas/generated/types.ts'
import type { FormulaScope } from '../formula/evaluate-formula.ts'
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
  /** Any of them makes it required, where it is asked. */
  requiredWhen: ScopedCondition[]
  page?: string
}

/** What one entry of the published schema's root `allOf` came from: it explains a failure in the author's words. */
export interface Branch {
  kind: 'show' | 'require' | 'limit' | 'refuse' | 'advanced'
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

export type OptionValue = Option['const']

/** A rule that limits the options of one question by the answer to another. */
export interface Cascade {
  rule: string
  /** Paths of the question that is limited and of the one that limits it. */
  path: string
  by: string
  /** The table in whose rows the limiting question stands, and the other too. */
  within?: string
  /** The other table in whose rows the limiting question stands: what was answered there may be chosen. */
  drawnFrom?: string
  /** Where the limiting question is seen from a row of that table, or from the answers. */
  local: string
  /** What the rule asks besides; absent when it always holds. */
  condition?: ScopedCondition
  /** What may be chosen, by answer of the limiting question. */
  allowed: ReadonlyMap<OptionValue, readonly OptionValue[]>
}

/** The value of a formula, or undefined where an operand that it needs is absent. */
export type Evaluate = (formula: unknown, scope: FormulaScope) => unknown

/** What a rule leaves of a question's options where its condition holds. */
export interface Limit {
  condition: ScopedCondition
  options: readonly OptionValue[]
}

/** What the rules and pages of a form say, gathered: the schema's branches are made of it. */
export interface RuleParts {
  questions: ReadonlyMap<string, CompiledQuestion>
  requirements: { path: string; rule: string; condition: ScopedCondition }[]
  limits: { path: string; rule: string; conditions: ScopedCondition[]; options: readonly OptionValue[] }[]
  refusals: { rule: string; condition: ScopedCondition }[]
  advanced: readonly AdvancedRule[]
}

export interface CompiledForm {
  form: Form
  questions: ReadonlyMap<string, CompiledQuestion>
  /** By the path of the question or part; those of cascades are not among them. */
  limits: ReadonlyMap<string, readonly Limit[]>
  pages: CompiledPage[]
  parts: RuleParts
  cascades: Cascade[]
  /** A form without formulas may come without what evaluates them. */
  evaluate: Evaluate
}

export interface JudgingForm extends CompiledForm {
  schema: JsonSchema
}
