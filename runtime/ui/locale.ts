// The language of the screens: Vietnamese first, English complete, remembered in this browser. Every app adds its own texts with addTexts.
// A citizen's phone loads English only when it is read: `textsReady` says when it is there, and until then Vietnamese stands in its place.
import { computed, ref, watchEffect } from 'vue'
import type { Locale } from '#core/text/localise.ts'
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
    // Whoever chose nothing here goes on in the language in which the server drew the page.
    return (globalThis.localStorage?.getItem(storageKey) ?? globalThis.document?.documentElement.lang) === 'en' ? 'en' : 'vi'
  } catch {
    return 'vi'
  }
}

const chosen = ref(remembered())
export const locale = computed<Locale>(() => chosen.value)

let wanted: Locale = chosen.value
const late = new Set<() => Promise<void>>()
const coming = new Set<Promise<void>>()
const arrived = ref(0)

/** Texts that are fetched when English is read. What cannot be fetched now is asked for again next time. */
export const onEnglish = (load: () => Promise<void>): void => {
  late.add(load)
  if (wanted === 'en') void textsReady()
}

const fetchLate = (load: () => Promise<void>): Promise<void> => {
  late.delete(load)
  const fetching = load().then(() => { arrived.value += 1 }, () => { late.add(load) }).finally(() => { coming.delete(fetching) })
  coming.add(fetching)
  return fetching
}

/** Resolves when the texts of all rooms that are open are there in this language: before a page is shown in it. */
export const textsReady = async (language: Locale = wanted): Promise<void> => {
  if (language === 'vi') return
  for (const load of [...late]) void fetchLate(load)
  while (coming.size > 0) await Promise.all(coming)
}

/** Resolves when the screens speak it. A page that is only looked at, in the frame of a preview, does not change what this browser remembers. */
export const setLocale = async (next: Locale, remember = true): Promise<void> => {
  wanted = next
  if (remember) {
    try {
      // The server draws the next page in it.
      document.cookie = `lang=${next}; path=/; max-age=31536000; samesite=lax`
      globalThis.localStorage?.setItem(storageKey, next)
    } catch { /* see remembered */ }
  }
  if (next === 'en' && late.size + coming.size > 0) await textsReady(next)
  chosen.value = wanted
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
  const text = (arrived.value, texts[locale.value].get(key)) ?? texts.vi.get(key) ?? key
  return count === undefined ? fill(text, values) : fill(formFor(text, count), { n: count, count, ...values })
}

type Written<Own> = Own | (() => Promise<{ default: Own }>)

/** Adds the texts of one room and returns the function that reads them, with the shared ones; a missing English text does not compile. */
export const addTexts = <Own extends object>({ vi: source, en }: { vi: Own, en: Written<NoInfer<Own>> }): Translate<TextKey<Own> | SharedKey> => {
  add(texts.vi, source as unknown as Texts)
  if (typeof en === 'function') onEnglish(async () => { add(texts.en, (await en()).default as unknown as Texts) })
  else add(texts.en, en as unknown as Texts)
  return translate
}

/** The texts that all apps share. */
export const t: Translate<SharedKey> = addTexts({ vi, en: () => import('./locales/en.json') })
