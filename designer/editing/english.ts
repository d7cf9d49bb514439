// The English beside the Vietnamese: reads and writes x-i18n of one object, and leaves none behind when it is empty.
import type { Translations } from '#schemas/generated/types.ts'

interface Translated {
  'x-i18n'?: Translations
}

export const readEnglish = (node: Translated | undefined, key: string): string => node?.['x-i18n']?.en?.[key] ?? ''

/** The value of x-i18n with one text set; undefined when no text is left. What is set is up to date again. */
export const writeEnglish = (node: Translated, key: string, text: string): Translations | undefined => {
  const { en: before = {}, stale } = node['x-i18n'] ?? {}
  const isKnown = Object.hasOwn(before, key) && text.trim() !== ''
  const { [key]: _old, ...others } = before
  const en = isKnown ? { ...before, [key]: text } : text.trim() === '' ? others : { ...others, [key]: text }
  const left = (stale?.en ?? []).filter((each) => each !== key)
  return Object.keys(en).length > 0 ? { en, ...(left.length > 0 && { stale: { en: left } }) } : undefined
}
