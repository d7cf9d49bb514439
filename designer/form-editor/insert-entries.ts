// What the insert menu offers for the words typed so far: kinds of questions by their names, and the words themselves as the
// title of a question whose kind is guessed from them.
import { foldText } from '#core/text/format.ts'

export interface KindEntry {
  kind: 'field'
  type: string
  label: string
  hint: string
  /** Words of the author: the title of the new question. */
  title?: string
}

export interface ActEntry {
  kind: 'section' | 'page'
  label: string
  hint: string
}

export type InsertEntry = KindEntry | ActEntry

export interface Offer {
  kinds: readonly KindEntry[]
  acts: readonly ActEntry[]
  /** Kinds used last, newest first. */
  recent: readonly string[]
  /** The kind that a title suggests. */
  guess(title: string): string
  /** "Add “…”" with the words filled in. */
  asTitle(title: string): string
}

const rank = (entry: { label: string, hint: string }, words: string): number => {
  const label = foldText(entry.label)
  return label.startsWith(words) ? 0 : label.includes(words) ? 1 : foldText(entry.hint).includes(words) ? 2 : 3
}

const withTitle = (offer: Offer, title: string): KindEntry => {
  const type = offer.guess(title)
  return { ...(offer.kinds.find((each) => each.type === type) ?? offer.kinds[0]!), title, label: offer.asTitle(title), hint: offer.kinds.find((each) => each.type === type)?.label ?? '' }
}

/** Without words: what was used last comes first. With words: kinds named so, then the words as a title. */
export const insertEntries = (offer: Offer, typed: string): InsertEntry[] => {
  const words = foldText(typed.trim())
  if (words === '') {
    const recent = offer.recent.flatMap((type) => offer.kinds.find((each) => each.type === type) ?? [])
    return [...recent, ...offer.kinds.filter((each) => !recent.includes(each)), ...offer.acts]
  }
  const found = [...offer.kinds, ...offer.acts].map((entry) => ({ entry, at: rank(entry, words) })).filter(({ at }) => at < 3).sort((a, b) => a.at - b.at)
  const named = found.filter(({ at }) => at === 0).map(({ entry }) => entry)
  return [...named, withTitle(offer, typed.trim()), ...found.filter(({ at }) => at > 0).map(({ entry }) => entry)]
}
