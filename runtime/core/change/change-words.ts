// The words that changes are told in, and what things are called in the documents that are compared: as they are called now,
// or as they were called when they are gone.
import { isRecord } from '../issues/json-pointer.ts'
import { conditionWords } from '../condition/condition-words.ts'
import { candidatesOf } from '../condition/condition-candidates.ts'
import { isYear } from '../form/is-year.ts'
import { placesIn, type QuestionPlace } from '../form/question-places.ts'
import { localise, type Locale } from '../text/localise.ts'
import { phrasesFrom } from '../text/phrases.ts'
import type { Condition, Form, Procedure, Question } from '#schemas/generated/types.ts'
import en from './locales/en.json' with { type: 'json' }
import vi from './locales/vi.json' with { type: 'json' }

export type ChangePhrase = keyof typeof vi
export const phrase = phrasesFrom<ChangePhrase>({ vi, en })
export const isPhrase = (key: string): key is ChangePhrase => Object.hasOwn(vi, key)

export interface Documents {
  before: Procedure
  after: Procedure
}

/** The document in which things are looked up first, the language, and the step whose own form is meant. */
export interface Telling {
  documents: Documents
  locale: Locale
  step?: string
  /** What is gone is called as it was called. */
  isOld?: boolean
  /** Numbers are years. */
  isYear?: boolean
}

const longest = 160

export const clipped = (text: string): string => { const flat = text.replace(/\s+/g, ' ').trim(); return flat.length > longest ? `${flat.slice(0, longest).trimEnd()}…` : flat }
/** The parts of two long texts in which they differ, with a little of what stands before. */
export const contrasted = (before: string, after: string): [string, string] => {
  if (before.length <= longest && after.length <= longest) return [before, after]
  let same = 0
  while (same < before.length && before[same] === after[same]) same++
  const from = same <= 40 ? 0 : before.lastIndexOf(' ', same - 30) + 1
  return from === 0 ? [before, after] : [`…${before.slice(from)}`, `…${after.slice(from)}`]
}

export const quoted = (text: string, locale: Locale): string => phrase('quoted', locale, { text: clipped(text) })

const both = ({ documents: { before, after }, isOld }: Telling): Procedure[] => (isOld ? [before, after] : [after, before])

/** That of the applicant, or that of a step. */
export const formIn = (procedure: Procedure, step: string | undefined): Form | undefined => (step === undefined ? procedure.form : procedure.workflow?.steps.find(({ id }) => id === step)?.form)
export const formsOf = (telling: Telling): Form[] => both(telling).flatMap((procedure) => formIn(procedure, telling.step) ?? [])

const firstOf = <T>(list: readonly (T | undefined)[]): T | undefined => list.find((each) => each !== undefined)

const titled = (list: readonly { id: string }[] | undefined, id: string, locale: Locale): string | undefined => {
  const found = list?.find((each) => each.id === id)
  return found && (localise(found, 'title', locale) || localise(found, 'message', locale) || undefined)
}

export const stepTitle = (id: string, telling: Telling): string => firstOf(both(telling).map(({ workflow }) => titled(workflow?.steps, id, telling.locale))) ?? id
export const roleTitle = (id: string, telling: Telling): string => firstOf(both(telling).map(({ workflow }) => titled(workflow?.roles, id, telling.locale))) ?? id
export const paperTitle = (id: string, telling: Telling): string => firstOf(both(telling).map(({ papers }) => titled(papers, id, telling.locale))) ?? id
export const pageTitle = (id: string, telling: Telling): string => firstOf(formsOf(telling).map(({ pages }) => titled(pages, id, telling.locale))) ?? id

interface Titles {
  places: QuestionPlace[]
  byPath: ReadonlyMap<string, QuestionPlace>
  count: ReadonlyMap<string, number>
}

const ownTitle = ({ question, name }: QuestionPlace, locale: Locale): string => localise(question, 'title', locale) || name

// A document is never changed in place, and every sentence asks for titles.
const known = new WeakMap<object, Partial<Record<Locale, Titles>>>()

const titlesIn = (schema: object, locale: Locale): Titles => {
  const ofSchema = known.get(schema) ?? {}
  known.set(schema, ofSchema)
  const made = ofSchema[locale]
  if (made) return made
  const places = placesIn(schema)
  const count = new Map<string, number>()
  for (const place of places) count.set(ownTitle(place, locale), (count.get(ownTitle(place, locale)) ?? 0) + 1)
  return (ofSchema[locale] = { places, byPath: new Map(places.map((place) => [place.path, place])), count })
}

/** Its own title; with those of its groups where another question is called the same. */
export const questionTitle = (path: string, telling: Telling): string => {
  for (const { schema } of formsOf(telling)) {
    const { places, byPath, count } = titlesIn(schema, telling.locale)
    const own = byPath.get(path)
    if (!own) continue
    const title = ownTitle(own, telling.locale)
    if (count.get(title) === 1) return clipped(title)
    return [...places.filter((place) => path.startsWith(`${place.path}/`)), own].map((place) => clipped(ownTitle(place, telling.locale))).join(' › ')
  }
  return path.slice(path.lastIndexOf('/') + 1)
}

export const isYearAt = (path: string, telling: Telling): boolean =>
  formsOf(telling).some(({ schema }) => { const found = titlesIn(schema, telling.locale).byPath.get(path); return found !== undefined && isYear(found.question as Question) })

export const conditionText = (condition: unknown, telling: Telling, within?: string): string => {
  const [form] = formsOf({ ...telling })
  if (!isRecord(condition)) return phrase('delta.always', telling.locale)
  return form ? conditionWords(condition as Condition, candidatesOf(form, telling.locale, within), telling.locale) : JSON.stringify(condition)
}
