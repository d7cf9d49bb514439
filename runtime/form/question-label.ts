// The words by which a question is called where it does not stand itself: in a list, in a sentence.
import type { CompiledForm } from '#core/form/compiled-form.ts'
import { questionAt } from '#core/form/question-at.ts'
import { parsePointer, readAt, toPointer, type Answers } from '#core/issues/json-pointer.ts'
import { localise, type Locale } from '#core/text/localise.ts'
import { rowTitle } from './inputs/row-title.ts'
import { nearestQuestion } from './question-facts.ts'

/** The words that lead to a pointer: "Mẫu dấu 2, Ký hiệu". Groups and lists of files are passed over. */
export const labelOf = (form: CompiledForm, answers: Answers, pointer: string, locale: Locale): string => {
  const segments = parsePointer(pointer)
  return segments.map((segment, i) => {
    const at = toPointer(segments.slice(0, i + 1))
    if (!/^\d+$/.test(segment)) return form.questions.get(at)?.kind === 'group' ? '' : localise(questionAt(form, at), 'title', locale)
    const owner = nearestQuestion(form, toPointer(segments.slice(0, i)))
    return owner?.kind === 'table' ? rowTitle(owner.question, readAt(answers, at), Number(segment), locale, form.form.schema.$defs) : ''
  }).filter(Boolean).join(', ')
}
