// Makes names from the words of a title: "Họ và tên" → hoVaTen. A name is for ever (contract.md, law 3), so it is readable,
// never taken twice, and never one that JavaScript objects inherit.
import { reservedNames } from '#core/form/lint-questions.ts'

const longest = 40

const words = (title: string): string[] =>
  title.normalize('NFD').replace(/\p{M}+/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().split(/[^a-z0-9]+/).filter(Boolean)

/** As many whole words as fit; at least the first one, cut. */
const shorten = (parts: readonly string[], glue: number): string[] =>
  parts.reduce<string[]>((kept, word) => ([...kept, word].join('').length + glue * kept.length <= longest ? [...kept, word] : kept.length === 0 ? [word.slice(0, longest)] : kept), [])

const startingWithLetter = (parts: readonly string[], fallback: string): string[] =>
  parts.length === 0 ? words(fallback) : /^[a-z]/.test(parts[0]!) ? [...parts] : ['muc', ...parts]

const unique = (wanted: string, taken: (name: string) => boolean): string => {
  if (!taken(wanted)) return wanted
  let n = 2
  while (taken(`${wanted}${n}`)) n += 1
  return `${wanted}${n}`
}

const camelCase = (title: string, fallback: string): string => {
  const [first = '', ...rest] = shorten(startingWithLetter(words(title), fallback), 0)
  return first + rest.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')
}

/** Name of a question or value of an option, unique among `taken`. */
export const nameFromTitle = (title: string, taken: readonly string[] = [], fallback = 'cau hoi'): string =>
  unique(camelCase(title, fallback), (name) => taken.includes(name) || reservedNames.has(name))

/** Id of a page, rule, step or action: "Tiếp nhận hồ sơ" → tiep-nhan-ho-so. */
export const idFromTitle = (title: string, taken: readonly string[] = [], fallback = 'muc'): string =>
  unique(shorten(startingWithLetter(words(title), fallback), 1).join('-'), (id) => taken.includes(id))

const withoutNumber = (name: string): string => name.replace(/\d+$/, '')

/** Whether a name is what its title gives, so that it may go on following the title. */
export const follows = (name: string, title: string, make: (title: string) => string): boolean => name === make(title) || withoutNumber(name) === withoutNumber(make(title))
