// Sentences with gaps from a pair of catalogues, one in each language; the keys are known to the compiler.
import type { Locale } from './localise.ts'

export type Phrases<Key extends string> = (key: Key, locale: Locale, params?: Record<string, string | number>) => string

export const phrasesFrom = <Key extends string>(catalogues: Record<Locale, Record<Key, string>>): Phrases<Key> => (key, locale, params = {}) =>
  catalogues[locale][key].replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(params, name) ? String(params[name]) : whole))
