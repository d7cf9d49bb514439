// In a supplement only what the office asked for may change, and what follows from it: questions that are now asked, or no
// longer asked, and answers that are worked out (NĐ 61/2018 Đ.15.3: asked once and in full).
import { tidyAnswers } from '#core/answers/tidy-answers.ts'
import { findRelevance } from '#core/condition/relevance.ts'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import type { Issue } from '#core/issues/issue.ts'
import { isRecord, readAt, toPath, toPointer, type Answers } from '#core/issues/json-pointer.ts'
import type { EarlierAnswer } from '#schemas/generated/types.ts'
import { notAskedToChange } from './dossier-problems.ts'

/** Pointers at which two answers differ; rows that were added or removed differ as a table. */
const differences = (a: unknown, b: unknown, pointer = ''): string[] => {
  if (Object.is(a, b)) return []
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length ? a.flatMap((item, i) => differences(item, b[i], `${pointer}/${i}`)) : [pointer]
  const both = [a, b].filter(isRecord)
  // A group that is answered on one side only differs in each of its questions.
  if (both.length === 0 || [a, b].some((side) => side !== undefined && !isRecord(side))) return [pointer]
  const names = new Set(both.flatMap((side) => Object.keys(side)))
  return [...names].flatMap((name) => differences(both.includes(a as never) ? (a as Answers)[name] : undefined, both.includes(b as never) ? (b as Answers)[name] : undefined, pointer + toPointer([name])))
}

const covers = (asked: string, pointer: string): boolean => {
  const at = asked.includes('*') ? toPath(pointer) : pointer
  return at === asked || at.startsWith(`${asked}/`)
}

/** The question that a pointer lies in: parts of an address and single files are no questions of their own. */
const questionPointer = (form: CompiledForm, pointer: string): string =>
  pointer === '' || form.questions.has(toPath(pointer)) ? pointer : questionPointer(form, pointer.slice(0, pointer.lastIndexOf('/')))

/** What stood at each question that was answered otherwise; rows that were added or removed change the table as a whole. */
export const answersBefore = (form: CompiledForm, filed: Answers, sent: Answers): EarlierAnswer[] =>
  [...new Set(differences(filed, sent).map((pointer) => questionPointer(form, pointer)))].map((question) => {
    const value = readAt(filed, question)
    return { question, ...(value !== undefined && { value }) }
  })

export const judgeSupplement = (form: CompiledForm, filed: Answers, sent: Answers, asked: readonly string[]): Issue[] => {
  // An office that names nothing asks for whatever is needed.
  if (asked.length === 0) return []
  const before = findRelevance(form, filed)
  const after = findRelevance(form, tidyAnswers(sent))
  const follows = (pointer: string): boolean => {
    const place = questionPointer(form, pointer)
    return form.questions.get(toPath(place))?.question['x-compute'] !== undefined || !before.isAsked(place) || !after.isAsked(place)
  }
  return differences(filed, tidyAnswers(sent)).filter((pointer) => !asked.some((each) => covers(each, pointer)) && !follows(pointer)).map(notAskedToChange)
}
