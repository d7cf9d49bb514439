// A form as one long sheet of questions, in which each has a key that is the same before and after: so that two sheets scroll
// together by question, and what one of them lacks has a place there.
import type { CompiledForm, CompiledQuestion } from '#core/form/compiled-form.ts'
import { localise, type Locale } from '#core/text/localise.ts'
import type { Tone } from '#runtime/ui/tone.ts'

/** Differences of one kind and class at one place. */
export interface SheetTag {
  /** Of the differences, the first of them first. */
  ids: string[]
  tone: Tone
  text: string
  sentences: string[]
}

export interface SheetItem {
  key: string
  /** A holder is a group or a table, whose questions follow; a ghost is asked on the other sheet only. */
  kind: 'question' | 'holder' | 'ghost'
  path: string
  title: string
  /** How many groups and tables it is in. */
  depth: number
  /** When it is asked, in words. */
  conditions: string[]
  tags: SheetTag[]
}

export interface SheetSection {
  title: string
  description: string
  items: SheetItem[]
}

export interface SheetPage {
  id: string
  /** That of its heading. */
  key: string
  title: string
  description: string
  isGhost: boolean
  tags: SheetTag[]
  sections: SheetSection[]
}

/** How a path of this form is called on both sheets. */
export type KeyOf = (path: string) => string

export const pageKey = (id: string): string => `page:${id}`

const childrenIn = ({ questions }: CompiledForm): ReadonlyMap<string, CompiledQuestion[]> => {
  const children = new Map<string, CompiledQuestion[]>()
  for (const question of questions.values()) children.set(question.parent, [...(children.get(question.parent) ?? []), question])
  return children
}

/** `conditionsOf` says in words when a question is asked. */
export const layOutSheet = (form: CompiledForm, locale: Locale, keyOf: KeyOf, conditionsOf: (path: string) => string[]): SheetPage[] => {
  const children = childrenIn(form)
  const itemsAt = (path: string, depth: number): SheetItem[] => {
    const found = form.questions.get(path)
    if (!found) return []
    const item: SheetItem = { key: keyOf(path), kind: found.kind === 'leaf' ? 'question' : 'holder', path, title: localise(found.question, 'title', locale) || found.name, depth, conditions: conditionsOf(path), tags: [] }
    return [item, ...(found.kind === 'leaf' ? [] : (children.get(path) ?? []).flatMap((child) => itemsAt(child.path, depth + 1)))]
  }
  return form.form.pages.map((page) => ({
    id: page.id, key: pageKey(page.id), title: localise(page, 'title', locale), description: localise(page, 'description', locale), isGhost: false, tags: [],
    sections: page.sections.map((section) => ({ title: localise(section, 'title', locale), description: localise(section, 'description', locale), items: section.questions.flatMap((path) => itemsAt(path, 0)) })),
  }))
}

export const itemsOf = ({ sections }: SheetPage): SheetItem[] => sections.flatMap(({ items }) => items)

const ghostOf = (item: SheetItem): SheetItem => ({ ...item, kind: 'ghost', conditions: [] })

const withGhost = (page: SheetPage, after: string | undefined, ghost: SheetItem): SheetPage => {
  const sections = page.sections.length > 0 ? page.sections : [{ title: '', description: '', items: [] }]
  const at = Math.max(0, sections.findIndex(({ items }) => items.some(({ key }) => key === after)))
  return { ...page, sections: sections.map((section, i) => (i === at ? { ...section, items: section.items.toSpliced(section.items.findIndex(({ key }) => key === after) + 1, 0, ghost) } : section)) }
}

/** What stands on this page of the other sheet and nowhere on this one: each question has a place of its own on both. */
const missingOn = (page: SheetPage, known: ReadonlySet<string>): SheetItem[] => itemsOf(page).filter(({ kind, key }) => kind !== 'ghost' && !known.has(key))

const fillPage = (own: SheetPage, other: SheetPage, missing: readonly SheetItem[]): SheetPage => {
  let last: string | undefined
  return itemsOf(other).reduce((page, item) => {
    const next = missing.includes(item) ? withGhost(page, last, ghostOf(item)) : page
    if (itemsOf(next).some(({ key }) => key === item.key)) last = item.key
    return next
  }, own)
}

/** This sheet with a ghost for whatever the other one has and this one lacks, where it would stand. */
export const addGhosts = (own: readonly SheetPage[], other: readonly SheetPage[]): SheetPage[] => {
  const known = new Set(own.flatMap(itemsOf).map(({ key }) => key))
  return other.reduce<SheetPage[]>((pages, page, i) => {
    const missing = missingOn(page, known)
    const at = pages.findIndex(({ id }) => id === page.id)
    if (at >= 0) return missing.length === 0 ? pages : pages.with(at, fillPage(pages[at]!, page, missing))
    const ghost: SheetPage = { ...page, isGhost: true, sections: [{ title: '', description: '', items: missing.map(ghostOf) }] }
    return pages.toSpliced(pages.findIndex(({ id }) => id === other[i - 1]?.id) + 1, 0, ghost)
  }, [...own])
}
