// Compiles a form in four phases: collect the questions, gather what the rules and pages say of each, derive the schema
// that judges answers, lay out the pages. Everything downstream (screens, validation, summaries) reads the result.
import type { Form, Rule } from '#schemas/generated/types.ts'
import { answeredSo, cascadesOf } from './cascades.ts'
import type { Cascade, CompiledForm, CompiledPage, CompiledQuestion, ScopedCondition } from './compiled-form.ts'
import { deriveSchema } from './data-schema.ts'
import type { RuleParts } from './rule-branches.ts'
import { walkForm } from './walk-form.ts'

const scoped = (rule: Rule): ScopedCondition => (rule.within === undefined ? { when: rule.when } : { when: rule.when, within: rule.within })
const absolute = (rule: Rule, path: string): string => (rule.within === undefined ? path : `${rule.within}/*${path}`)

/** Leaves and tables that a path on a page stands for: a group stands for everything in it. */
const openGroups = (questions: ReadonlyMap<string, CompiledQuestion>, path: string): string[] => {
  if (questions.get(path)?.kind !== 'group') return questions.has(path) ? [path] : []
  return [...questions.values()].filter((each) => each.parent === path).flatMap((each) => openGroups(questions, each.path))
}

const layOut = (form: Form, questions: Map<string, CompiledQuestion>): CompiledPage[] =>
  form.pages.map((page) => ({
    page,
    sections: page.sections.map((section) => ({ section, paths: section.questions.flatMap((path) => openGroups(questions, path)) })),
  }))

const collect = (form: Form): Map<string, CompiledQuestion> => new Map(walkForm(form.schema).map((visit) => [visit.path, { ...visit, conditions: [] }]))

/**
 * One limit for each answer of the limiting question. What is drawn from the rows of another table is a comparison between
 * answers (contract.md "Beyond JSON Schema"): said in a schema, it would take a branch for each of thousands of options.
 */
const limitsOf = (cascade: Cascade): RuleParts['limits'] =>
  cascade.drawnFrom !== undefined ? [] : [...cascade.allowed].map(([value, options]) => ({ path: cascade.path, rule: cascade.rule, conditions: [...(cascade.condition ? [cascade.condition] : []), answeredSo(cascade, value)], options }))

const gather = (form: Form, questions: Map<string, CompiledQuestion>, pages: CompiledPage[], cascades: readonly Cascade[]): Omit<RuleParts, 'questions'> => {
  const rules = form.rules ?? []
  for (const rule of rules) for (const path of rule.show ?? []) questions.get(absolute(rule, path))?.conditions.push(scoped(rule))
  for (const { page, sections } of pages) {
    for (const { section, paths } of sections) {
      for (const path of paths) {
        const question = questions.get(path)
        if (!question) continue
        question.page = page.id
        for (const when of [page.when, section.when]) if (when) question.conditions.push({ when })
      }
    }
  }
  return {
    requirements: rules.flatMap((rule) => (rule.require ?? []).map((path) => ({ path: absolute(rule, path), rule: rule.id, condition: scoped(rule) }))),
    limits: [
      ...rules.flatMap((rule) => (rule.limit?.options ? [{ path: absolute(rule, rule.limit.path), rule: rule.id, conditions: [scoped(rule)], options: rule.limit.options }] : [])),
      ...cascades.flatMap(limitsOf),
    ],
    advanced: form.advanced ?? [],
    refusals: rules.flatMap((rule) => (rule.refuse ? [{ rule: rule.id, condition: scoped(rule) }] : [])),
  }
}

/** A form that is not valid by its schema gives an undefined result; lint-form.ts says what is wrong with a valid one. */
export const compileForm = (form: Form): CompiledForm => {
  const questions = collect(form)
  const pages = layOut(form, questions)
  const cascades = cascadesOf(form, questions)
  const rules = gather(form, questions, pages, cascades)
  // The schema is the costly half, and screens that only lay out questions never ask for it.
  let derived: ReturnType<typeof deriveSchema> | undefined
  const derive = (): ReturnType<typeof deriveSchema> => (derived ??= deriveSchema(form.schema, { questions, ...rules }))
  return { form, questions, pages, cascades, get schema() { return derive().schema }, get branches() { return derive().branches } }
}
