// Design errors of a form, with pointers into it: what an author must mend before citizens see it. A draft may have any
// of them; a publication none (revision/publish-checks.ts).
import type { Form } from '#schemas/generated/types.ts'
import type { Issue } from '../issues/issue.ts'
import { titleWords, type TitleWords } from '../issues/title-words.ts'
import { analyseForm } from '../condition/analyse.ts'
import { lintAdvanced } from './advanced-rules.ts'
import { compileForm } from './compile-form.ts'
import type { CompiledForm } from './compiled-form.ts'
import { lintFormulas } from './lint-formulas.ts'
import { lintKeywords } from './lint-keywords.ts'
import { lintQuestions, schemaPointer } from './lint-questions.ts'
import { lintRules } from './lint-rules.ts'

const lintPages = (form: Form, compiled: CompiledForm): Issue[] => {
  if (form.pages.length === 0) return [{ pointer: '/pages', code: 'lint.noPages' }]
  const places = form.pages.flatMap((page, p) => page.sections.flatMap((section, s) => section.questions.map((path, q) => ({ path, pointer: `/pages/${p}/sections/${s}/questions/${q}` }))))
  const dangling = places.filter(({ path }) => !compiled.questions.has(path)).map(({ path, pointer }) => ({ pointer, code: 'lint.unknownPath', params: { path } }))
  const standing = compiled.pages.flatMap((page) => page.sections.flatMap((section) => section.paths))
  const questions = [...compiled.questions.values()].filter((each) => each.kind !== 'group' && !each.path.includes('*'))
  const titleOf = (path: string): TitleWords => titleWords(compiled.questions.get(path)?.question, path)
  const empty = form.pages.flatMap((page, p) => (page.sections.every((section) => section.questions.length === 0) ? [{ pointer: `/pages/${p}`, code: 'lint.emptyPage', params: { title: titleWords(page, page.id) } }] : []))
  return [
    ...dangling, ...empty,
    ...questions.filter(({ path }) => !standing.includes(path)).map(({ path }) => ({ pointer: schemaPointer(path), code: 'lint.notOnPage', params: { title: titleOf(path) } })),
    ...standing.filter((path, i) => standing.indexOf(path) !== i).map((path) => ({ pointer: schemaPointer(path), code: 'lint.onTwoPages', params: { title: titleOf(path) } })),
  ]
}

/** Where a condition speaks of what does not exist, that it never holds is no news. */
const isNews = (known: readonly Issue[]) => {
  const broken = new Set(known.filter(({ code }) => code === 'lint.conditionOption' || code === 'lint.unknownPath').map(({ pointer }) => pointer))
  return ({ code, pointer }: Issue): boolean => (code !== 'lint.conditionNever' && code !== 'lint.conditionAlways') || !broken.has(pointer)
}

/** `compiled` is this form, for whoever has it already. */
export const lintForm = (form: Form, compiled = compileForm(form)): Issue[] => {
  const rules = lintRules(form)
  return [...lintQuestions(form.schema), ...lintKeywords(form.schema), ...lintPages(form, compiled), ...rules, ...lintAdvanced(form.advanced ?? []), ...lintFormulas(compiled), ...analyseForm(compiled).filter(isNews(rules))]
}
