// What one typed text means as an answer: the same for somebody who types into the app and for a plain form that a
// browser without scripts sends. What means nothing stays as it was typed, so that nothing is lost and the judge can say
// what is wrong with it.
import type { Option, Question } from '#schemas/generated/types.ts'
import { inputKindOf } from '../form/input-kind.ts'
import { listedOptions } from '../form/listed-options.ts'
import { foldText, parseNumber } from '../text/format.ts'
import { localise, type Locale } from '../text/localise.ts'
import { readIdentity } from './read-identity.ts'
import { readMoney } from './read-money.ts'

const fieldOf = (question: Question): string | undefined => (question.format === 'email' ? 'email' : question['x-field'])

/** An option by its value; by its words where a person types them. */
const readOption = (question: Question, typed: string, locale: Locale): Option['const'] => {
  const options = listedOptions(question)
  const byValue = options.find((option) => String(option.const) === typed)
  const byWords = byValue ?? options.find((option) => foldText(localise(option, 'title', locale).trim()) === foldText(typed.trim()))
  return byWords?.const ?? typed
}

/** Undefined for nothing. Dates, lists and files are made of several texts: read-form-data.ts. */
export const readTyped = (question: Question, typed: string, locale: Locale): unknown => {
  if (typed.trim() === '') return undefined
  switch (inputKindOf(question)) {
    case 'number': return parseNumber(typed, locale) ?? typed
    case 'money': return readMoney(typed, locale) ?? typed
    case 'identity': return readIdentity(typed, fieldOf(question))
    case 'radio': case 'select': case 'combobox': return readOption(question, typed, locale)
    case 'yesNo': return typed === 'true' ? true : typed === 'false' ? false : typed
    case 'consent': return typed === 'true' ? true : typed
    default: return typed
  }
}
