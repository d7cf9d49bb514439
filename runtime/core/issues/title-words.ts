// The title of a part of a document as a sentence about it takes it in: with its translation where there is one, so that whoever reads
// the sentence later finds it in their own language (text/issue-words.ts).
import { localise, type Locale } from '../text/localise.ts'

interface Translated {
  title: string
  'x-i18n': object
}

export type TitleWords = string | Translated

/** `otherwise`, most often an id or a path, stands for what has no title yet. */
export const titleWords = (part: { title?: string; 'x-i18n'?: object } | undefined, otherwise: string): TitleWords => {
  const { title, 'x-i18n': translated } = part ?? {}
  return !title ? otherwise : translated ? { title, 'x-i18n': translated } : title
}

const wordsIn = (title: TitleWords, locale: Locale): string => (typeof title === 'string' ? title : localise(title, 'title', locale))

/** Several as one, with a sign between them. */
export const joinTitles = (titles: readonly TitleWords[], sign: string): TitleWords => {
  const [title, english] = (['vi', 'en'] as const).map((locale) => titles.map((each) => wordsIn(each, locale)).join(sign)) as [string, string]
  return title === english ? title : { title, 'x-i18n': { en: { title: english } } }
}
