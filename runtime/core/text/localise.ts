// Picks a text of a document in the reader's language: Vietnamese stands in place, other languages beside it in x-i18n.
export type Locale = 'vi' | 'en'

interface Localised {
  'x-i18n'?: { en?: Record<string, string> }
}

/** The text under `key`, translated where a translation exists; Vietnamese otherwise, '' where there is no text. */
export const localise = (node: object | undefined, key: string, locale: Locale): string => {
  if (!node) return ''
  const translated = locale === 'vi' ? undefined : (node as Localised)['x-i18n']?.[locale]?.[key]
  const source = (node as Record<string, unknown>)[key]
  return translated || (typeof source === 'string' ? source : '')
}
