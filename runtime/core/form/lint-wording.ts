// What makes a form hard to read or to fill in, though nothing is wrong with it: advice for the author on words and on
// access (WCAG 2.2). Nothing here blocks a publication.
import type { Form, Question } from '#schemas/generated/types.ts'
import type { Issue } from '../issues/issue.ts'
import { foldText } from '../text/format.ts'
import type { CompiledForm } from './compiled-form.ts'
import { schemaPointer } from './lint-questions.ts'

/** A sentence of more syllables than this is read twice. */
const longestSentence = 40
/** Beyond this, a list of buttons is slower than typing. */
const mostButtons = 15

const hint = (pointer: string, code: string, params: Record<string, unknown> = {}): Issue => ({ pointer, code, params, level: 'hint' })
const warning = (pointer: string, code: string, params: Record<string, unknown> = {}): Issue => ({ pointer, code, params, level: 'warning' })

const sentences = (text: string): string[] => text.split(/[.!?;\n]+/).map((each) => each.trim())
const noise = /\b(vui long|xin moi|xin hay|quy vi|kinh mong)\b/
const vagueLink = /\b(tai day|bam vao day|nhan vao day|o day)\b/

const lintText = (text: string | undefined, pointer: string): Issue[] => {
  if (!text) return []
  const folded = foldText(text)
  return [
    ...(sentences(text).some((each) => each.split(/\s+/).length > longestSentence) ? [hint(pointer, 'lint.longSentence')] : []),
    ...(noise.test(folded) ? [hint(pointer, 'lint.pleaseNoise', { word: noise.exec(folded)![0] })] : []),
    ...(vagueLink.test(folded) ? [hint(pointer, 'lint.vagueLink')] : []),
  ]
}

const isShouting = (title: string): boolean => title.length > 8 && title === title.toLocaleUpperCase('vi') && title !== title.toLocaleLowerCase('vi')

/** Answers about the person at the keyboard that their browser knows (WCAG 2.2, 1.3.5). */
const autocompleteOf: Record<string, string> = { email: 'email', phone: 'tel' }

const lintQuestion = (question: Question, path: string): Issue[] => {
  const pointer = schemaPointer(path)
  const title = question.title ?? ''
  const options = question.oneOf ?? question.items?.oneOf
  const wanted = autocompleteOf[question['x-field'] ?? '']
  return [
    ...lintText(question.title, `${pointer}/title`), ...lintText(question.description, `${pointer}/description`),
    ...(isShouting(title) ? [hint(`${pointer}/title`, 'lint.shouting', { title })] : []),
    ...(options && options.length > mostButtons && (question['x-widget'] === 'radio' || question['x-widget'] === 'checkboxes') ? [hint(pointer, 'lint.longList', { title, n: options.length })] : []),
    ...(wanted && !question['x-autocomplete'] ? [hint(pointer, 'lint.autocompleteMissing', { title, value: wanted })] : []),
  ]
}

/** Two questions that look the same cannot be told apart by ear. */
const repeatedTitles = (form: CompiledForm): Issue[] =>
  form.pages.flatMap(({ sections }) => {
    const shown = sections.flatMap(({ paths }, s) => paths.flatMap((path) => {
      const found = form.questions.get(path)
      return found?.question.title ? [{ path, key: `${s} ${found.parent} ${foldText(found.question.title)}`, title: found.question.title }] : []
    }))
    return shown.filter(({ key }, i) => shown.findIndex((each) => each.key === key) < i).map(({ path, title }) => warning(`${schemaPointer(path)}/title`, 'lint.titleRepeated', { title }))
  })

const lintPages = ({ pages }: Form): Issue[] =>
  pages.flatMap((page, i) => [...(page.title.trim() ? [] : [warning(`/pages/${i}`, 'lint.pageTitleMissing', { n: i + 1 })]), ...lintText(page.description, `/pages/${i}/description`)])

export const lintWording = (form: CompiledForm): Issue[] => [...lintPages(form.form), ...repeatedTitles(form), ...[...form.questions.values()].flatMap(({ question, path }) => lintQuestion(question, path))]
