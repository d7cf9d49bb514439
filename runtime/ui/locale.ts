// The language of the screens: Vietnamese first, English complete, remembered in this browser. Every app adds its own texts with addTexts.
import { computed, ref, watchEffect } from 'vue'
import type { Locale } from '#core/text/localise.ts'
import en from './locales/en.json'
import vi from './locales/vi.json'

type Texts = { [key: string]: string | Texts }

/** The dotted names of all texts in a tree: 'actions.save', 'signIn.title'. */
export type TextKey<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${TextKey<T[K]>}` }[keyof T & string]
export type SharedKey = TextKey<typeof vi>

/** `count` chooses between the forms of a text that has several, 'one file | {n} files'. */
export type Translate<Key extends string> = (key: Key, values?: Record<string, unknown>, count?: number) => string

export const locales: readonly Locale[] = ['vi', 'en']
const storageKey = 'motcua.locale'

// Private windows may refuse storage; the language then lasts as long as the page.
const remembered = (): Locale => {
  try {
    return globalThis.localStorage?.getItem(storageKey) === 'en' ? 'en' : 'vi'
  } catch {
    return 'vi'
  }
}

const chosen = ref(remembered())
export const locale = computed<Locale>(() => chosen.value)

/** A page that is only looked at, in the frame of a preview, does not change what this browser remembers. */
export const setLocale = (next: Locale, remember = true): void => {
  chosen.value = next
  if (!remember) return
  try {
    globalThis.localStorage?.setItem(storageKey, next)
  } catch { /* see remembered */ }
}

if (typeof document !== 'undefined') watchEffect(() => { document.documentElement.lang = locale.value })

const texts: Record<Locale, Map<string, string>> = { vi: new Map(), en: new Map() }

const add = (into: Map<string, string>, tree: Texts, before = ''): void => {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') into.set(before + key, value)
    else add(into, value, `${before}${key}.`)
  }
}

/** Of 'one file | {n} files' the form for this many; a language without plurals writes one form. */
const formFor = (text: string, count: number): string => {
  const forms = text.split(' | ')
  return forms[count === 1 ? 0 : 1] ?? forms[0]!
}

// {name} is a value, {'@'} the sign itself.
const fill = (text: string, values: Record<string, unknown>): string =>
  text.replace(/\{(?:'([^']*)'|(\w+))\}/g, (_whole, literal: string | undefined, name: string) => literal ?? String(values[name] ?? ''))

const translate: Translate<string> = (key, values = {}, count) => {
  const text = texts[locale.value].get(key) ?? texts.vi.get(key) ?? key
  return count === undefined ? fill(text, values) : fill(formFor(text, count), { n: count, count, ...values })
}

add(texts.vi, vi)
add(texts.en, en satisfies typeof vi)

/** The texts that all apps share. */
export const t: Translate<SharedKey> = translate

/** Adds the texts of one room and returns the function that reads them, with the shared ones; a missing English text does not compile. */
export const addTexts = <Own extends object>(own: { vi: Own, en: NoInfer<Own> }): Translate<TextKey<Own> | SharedKey> => {
  add(texts.vi, own.vi as unknown as Texts)
  add(texts.en, own.en as unknown as Texts)
  return translate
}
