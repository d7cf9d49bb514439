// What an author is asked about words that changed, where no difference tells them by itself: a question whose own options became a
// shared list under other labels. The text as it was and as it is now, by the key that meaning.ts gives it.
import { localise, type Locale } from '../text/localise.ts'
import { placesIn } from '../form/question-places.ts'
import { resolveQuestion } from '../form/walk-form.ts'
import type { Procedure, Question } from '#schemas/generated/types.ts'
import { clipped, formIn, phrase, questionTitle, quoted, stepTitle, type Documents, type Telling } from './change-words.ts'
import { migratedPath, newMigrations, type Migration } from './classify-places.ts'
import { optionsIn } from './classify-texts.ts'
import { settingWords } from './value-words.ts'

interface Asked {
  path: string
  step?: string
  text: 'title' | 'unit' | 'option'
  /** Of an option. */
  value?: string
}

const readKey = (key: string): Asked | undefined => {
  const [, step, path, text, value] = /^(?:([^:/]*):)?(\/[^:]*):(title|unit|option)(?::([\s\S]*))?$/.exec(key) ?? []
  return path === undefined ? undefined : { path, text: text as Asked['text'], ...(step !== undefined && { step }), ...(value !== undefined && { value }) }
}

/** The question that is called so, or came to be called so. */
const textIn = (procedure: Procedure, migrations: readonly Migration[], { path, step, text, value }: Asked, locale: Locale): string => {
  const form = formIn(procedure, step)
  const place = form && placesIn(form.schema).find((each) => migratedPath(each.path, migrations) === path)
  const question = place && resolveQuestion(place.question as Question, form.schema.$defs)
  if (!question) return ''
  return text === 'option' ? localise(optionsIn(question, form.schema.$defs).find((option) => String(option.const) === value), 'title', locale) : localise(question, text === 'unit' ? 'x-unit' : 'title', locale)
}

const subjectOf = ({ path, step, text }: Asked, was: string, telling: Telling): string => {
  const { locale } = telling
  if (text === 'option') return phrase('subject.option', locale, { title: clipped(was), owner: questionTitle(path, telling) })
  const title = text === 'title' && was !== '' ? clipped(was) : questionTitle(path, telling)
  return step === undefined ? phrase('subject.question', locale, { title }) : phrase('subject.question.step', locale, { title, step: stepTitle(step, telling) })
}

export const meaningWords = (key: string, documents: Documents, locale: Locale): string => {
  const asked = readKey(key)
  if (!asked) return key
  const { before, after } = documents
  const migrations = asked.step === undefined ? newMigrations(before, after) : []
  const [was, is] = [textIn(before, migrations, asked, locale), textIn(after, [], asked, locale)]
  const subject = subjectOf(asked, was, { documents, locale, ...(asked.step !== undefined && { step: asked.step }) })
  if (asked.text === 'unit') return phrase('changed', locale, { subject, what: settingWords('x-unit', locale), before: quoted(was, locale), after: quoted(is, locale) })
  return phrase('worded', locale, { subject, after: quoted(is, locale) })
}
