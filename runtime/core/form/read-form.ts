// Reads a form in three phases: collect the questions, lay out the pages, gather what the rules and pages say of each.
// Everything downstream (screens, validation, summaries) reads the result; the schema that judges is derived from it.
import type { Form, Rule } from '#schemas/generated/types.ts'
import { answeredSo, cascadesOf } from './cascades.ts'
import type { Cascade, CompiledForm, CompiledPage, CompiledQuestion, Evaluate, Limit, RuleParts, ScopedCondition } from './compiled-form.ts'
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

const collect = (form: Form): Map<string, CompiledQuestion> => new Map(walkForm(form.schema).map((visit) => [visit.path, { ...visit, conditions: [], requiredWhen: [] }]))

/**
 * One limit for each answer of the limiting question. What is drawn from the rows of another table is a comparison between
 * answers (contract.md "Beyond JSON Schema"): said in a schema, it would take a branch for each of thousands of options.
 */
const limitsOf = (cascade: Cascade): RuleParts['limits'] =>
  cascade.drawnFrom !== undefined ? [] : [...cascade.allowed].map(([value, options]) => ({ path: cascade.path, rule: cascade.rule, conditions: [...(cascade.condition ? [cascade.condition] : []), answeredSo(cascade, value)], options }))

const gather = (form: Form, questions: Map<string, CompiledQuestion>, pages: CompiledPage[], cascades: readonly Cascade[]): Omit<RuleParts, 'questions'> => {
  const rules = form.rules ?? []
  for (const rule of rules) {
    const condition = scoped(rule)
    const about = (path: string): CompiledQuestion | undefined => questions.get(absolute(rule, path))
    for (const path of rule.show ?? []) about(path)?.conditions.push(condition)
    for (const path of rule.require ?? []) about(path)?.requiredWhen.push(condition)
  }
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

const limitsByPath = (form: Form): Map<string, Limit[]> => {
  const limits = new Map<string, Limit[]>()
  for (const rule of form.rules ?? []) {
    if (!rule.limit?.options) continue
    const path = absolute(rule, rule.limit.path)
    limits.set(path, [...limits.get(path) ?? [], { condition: scoped(rule), options: rule.limit.options }])
  }
  return limits
}

/** What a form comes from: compile-form.ts derives the judge from the parts. */
export const formParts = (form: Form): { pages: CompiledPage[]; cascades: Cascade[]; limits: Map<string, Limit[]>; parts: RuleParts; questions: Map<string, CompiledQuestion> } => {
  const questions = collect(form)
  const pages = layOut(form, questions)
  const cascades = cascadesOf(form, questions)
  return { pages, cascades, questions, limits: limitsByPath(form), parts: { questions, ...gather(form, questions, pages, cascades) } }
}

/** Whether anything in a form is worked out by a formula. */
export const hasFormulas = (form: Form): boolean =>
  (form.checks ?? []).length > 0 || walkForm(form.schema).some(({ question }) => question['x-compute'] !== undefined || question['x-prefill']?.from === 'formula')

/** Whether a form has first values of its own: an author's, or from a formula. */
export const hasSuggestions = (form: Form): boolean => walkForm(form.schema).some(({ question }) => question['x-prefill'] !== undefined || question.default !== undefined)

/** A form as it is filled in. One that is not valid by its schema gives an undefined result; lint-form.ts says what is wrong with a valid one. */
export const readForm = (form: Form, evaluate: Evaluate): CompiledForm => ({ form, evaluate, ...formParts(form) })
