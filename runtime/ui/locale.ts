// The language of the screens: Vietnamese first, English complete, remembered in this browser. Every app adds its own texts with addTexts.
import { computed, watchEffect } from 'vue'
import { createI18n } from 'vue-i18n'
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

const i18n = createI18n({
  legacy: false,
  locale: remembered() as string,
  fallbackLocale: 'vi',
  messages: { vi, en: en satisfies typeof vi } as Record<string, Texts>,
})
const composer = i18n.global

export const locale = computed<Locale>(() => (composer.locale.value === 'en' ? 'en' : 'vi'))

export const setLocale = (next: Locale): void => {
  composer.locale.value = next
  try {
    globalThis.localStorage?.setItem(storageKey, next)
  } catch { /* see remembered */ }
}

if (typeof document !== 'undefined') watchEffect(() => { document.documentElement.lang = locale.value })

const translate: Translate<string> = (key, values = {}, count) =>
  count === undefined ? composer.t(key, values) : composer.t(key, { n: count, count, ...values }, { plural: count })

/** The texts that all apps share. */
export const t: Translate<SharedKey> = translate

/** Adds the texts of one room and returns the function that reads them, with the shared ones; a missing English text does not compile. */
export const addTexts = <Own extends object>(texts: { vi: Own, en: NoInfer<Own> }): Translate<TextKey<Own> | SharedKey> => {
  composer.mergeLocaleMessage('vi', texts.vi)
  composer.mergeLocaleMessage('en', texts.en)
  return translate
}
