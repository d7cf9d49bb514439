// The English beside the Vietnamese: reads and writes x-i18n of one object, and leaves none behind when it is empty.
import type { Translations } from '#schemas/generated/types.ts'

interface Translated {
  'x-i18n'?: Translations
}

export const readEnglish = (node: Translated | undefined, key: string): string => node?.['x-i18n']?.en?.[key] ?? ''

/** The value of x-i18n with one text set; undefined when no text is left. */
export const writeEnglish = (node: Translated, key: string, text: string): Translations | undefined => {
  const { [key]: _old, ...others } = node['x-i18n']?.en ?? {}
  const en = text.trim() === '' ? others : { ...others, [key]: text }
  return Object.keys(en).length > 0 ? { en } : undefined
}
