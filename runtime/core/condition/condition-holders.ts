// Who says when a question is asked: rules, its page, its section; with the words and the place of each for a finding.
import { titleWords, type TitleWords } from '../issues/title-words.ts'
import type { Condition } from '#schemas/generated/types.ts'
import type { CompiledForm, ScopedCondition } from '../form/compiled-form.ts'
import { conditionReferences } from './references.ts'

export interface Holder extends ScopedCondition {
  kind: 'rule' | 'page' | 'section'
  /** In the form. */
  pointer: string
  title: TitleWords
  /** The questions that are asked only when it holds. */
  targets: readonly string[]
  /** Position of its page; of a rule, -1. */
  page: number
}

export const titleAt = (form: CompiledForm, path: string): TitleWords => titleWords(form.questions.get(path)?.question, path)

const isSaid = (when: Condition): boolean => conditionReferences(when).length > 0

/** The words for a rule that its author gave no name: what it is about. */
export const ruleWords = (form: CompiledForm, index: number): TitleWords => {
  const rule = form.form.rules![index]!
  const target = rule.show?.[0] ?? rule.require?.[0] ?? rule.limit?.path ?? rule.refuse?.at
  if (rule.title) return titleWords(rule, rule.id)
  return target === undefined ? rule.id : titleAt(form, rule.within === undefined ? target : `${rule.within}/*${target}`)
}

/** Everything with a condition on which it depends whether questions are asked. */
export const conditionHolders = (form: CompiledForm): Holder[] => [
  ...(form.form.rules ?? []).flatMap((rule, i): Holder[] =>
    rule.show && isSaid(rule.when) ? [{ kind: 'rule', pointer: `/rules/${i}`, title: ruleWords(form, i), when: rule.when, ...(rule.within !== undefined && { within: rule.within }), targets: rule.show.map((path) => (rule.within === undefined ? path : `${rule.within}/*${path}`)), page: -1 }] : []),
  ...form.pages.flatMap(({ page, sections }, p) => [
    ...(page.when && isSaid(page.when) ? [{ kind: 'page' as const, pointer: `/pages/${p}`, title: titleWords(page, page.id), when: page.when, targets: sections.flatMap(({ paths }) => paths), page: p }] : []),
    ...sections.flatMap(({ section, paths }, s): Holder[] => (section.when && isSaid(section.when) ? [{ kind: 'section', pointer: `/pages/${p}/sections/${s}`, title: titleWords(section.title ? section : page, page.id), when: section.when, targets: paths, page: p }] : [])),
  ]),
]
