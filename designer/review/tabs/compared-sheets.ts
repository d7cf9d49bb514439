// The citizen's form before and after as two sheets: the same keys, ghosts for what the other one lacks, and the differences at the
// questions that they are about.
import { newMigrations } from '#core/change/classify-places.ts'
import type { DifferenceGroup, ToldDifference } from '#core/change/group-differences.ts'
import { renamesIn, type Renames } from '#core/change/renames.ts'
import { compileForm } from '#core/form/compile-form.ts'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import { placesIn } from '#core/form/question-places.ts'
import { isRecord } from '#core/issues/json-pointer.ts'
import type { Locale } from '#core/text/localise.ts'
import type { Form, Procedure } from '#schemas/generated/types.ts'
import { conditionText } from '../../form-editor/condition-text.ts'
import { askedWhen, targetsOf } from '../../form-editor/rules-about.ts'
import { addGhosts, itemsOf, layOutSheet, pageKey, type SheetPage, type SheetTag } from './sheet.ts'
import { toldOf } from './tab-props.ts'

export type Side = 'before' | 'after'

export interface ComparedSheets {
  /** Absent where there is no form, and where it cannot be drawn. */
  before?: SheetPage[]
  after?: SheetPage[]
  /** Sides whose form is there and cannot be drawn. */
  undrawn: readonly Side[]
  /** Pages with something on them that differs. */
  changed: ReadonlySet<string>
  /** Where a difference is shown; absent for those that are about no question and no page. */
  keyOf: (difference: string) => string | undefined
}

/** How differences are called on a tag. */
export type TagOf = (told: ToldDifference) => Omit<SheetTag, 'ids' | 'sentences'>

/** Questions whose options come from a shared list. */
const usersOf = (form: Form, list: string): string[] =>
  placesIn(form.schema).filter(({ question }) => [question, question['items']].some((each) => isRecord(each) && each['$ref'] === `#/$defs/${list}`)).map(({ path }) => path)

const gone = (path: string): string => `-${path}`

interface Forms {
  before?: Form
  after: Form
  renames: Renames
}

/** Keys at which a difference would be shown; of what is gone under the name that it had. */
const keysOf = ({ difference: { part, at, kind, setting } }: ToldDifference, { before, after, renames }: Forms): string[] => {
  if (at.step !== undefined) return []
  const list = part === 'codeList' ? at.id : at.listId
  if (list !== undefined) return usersOf(after, list)
  switch (part) {
    case 'question': case 'option': return at.path === undefined ? [] : [part === 'question' && kind === 'removed' && setting === undefined ? gone(at.path) : at.path]
    case 'page': return at.page === undefined ? [] : [pageKey(at.page)]
    case 'rule': {
      const [old, now] = [before, after].map((form) => form?.rules?.find(({ id }) => id === at.id))
      return [...new Set([...(old ? targetsOf(old).map(renames) : []), ...(now ? targetsOf(now) : [])])]
    }
    case 'check': return [before, after].flatMap((form) => form?.checks?.find(({ id }) => id === at.id)?.at ?? []).slice(-1)
    default: return []
  }
}

/** A part of an answer that is no question of its own is shown at the question. */
const nearest = (key: string, known: ReadonlySet<string>): string | undefined => {
  for (let at = key; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) if (known.has(at)) return at
  return undefined
}

const addTag = (tags: readonly SheetTag[], told: ToldDifference, tag: ReturnType<TagOf>): SheetTag[] => {
  const at = tags.findIndex(({ text }) => text === tag.text)
  const [ids, sentences] = [[told.difference.id], [told.sentence]]
  return at < 0 ? [...tags, { ...tag, ids, sentences }] : tags.with(at, { ...tags[at]!, ids: [...tags[at]!.ids, ...ids], sentences: [...tags[at]!.sentences, ...sentences] })
}

const withTags = (pages: readonly SheetPage[], tags: ReadonlyMap<string, SheetTag[]>): SheetPage[] => pages.map((page) => ({
  ...page, tags: tags.get(page.key) ?? [],
  sections: page.sections.map((section) => ({ ...section, items: section.items.map((item) => ({ ...item, tags: tags.get(item.key) ?? [] })) })),
}))

const isChanged = (page: SheetPage): boolean => page.isGhost || page.tags.length > 0 || itemsOf(page).some(({ tags, kind }) => tags.length > 0 || kind === 'ghost')

const conditionsIn = (form: Form) => (path: string): string[] => askedWhen(form, path).map(({ when, within }) => conditionText(when, form, within))

interface Sheet {
  compiled: CompiledForm
  pages: SheetPage[]
}

/** Undefined where a form cannot be laid out: that is a problem of its own, and the other side is still to be seen. */
const sheetOf = (form: Form | undefined, locale: Locale, keyOf: (path: string) => string): Sheet | undefined => {
  try {
    const compiled = form && compileForm(form)
    return compiled && { compiled, pages: layOutSheet(compiled, locale, keyOf, conditionsIn(compiled.form)) }
  } catch {
    return undefined
  }
}

const same = (path: string): string => path

/** One side only: nothing to compare, every page is worth a look. */
const alone = (before: Sheet | undefined, after: Sheet | undefined, undrawn: readonly Side[]): ComparedSheets =>
  ({ ...(before && { before: before.pages }), ...(after && { after: after.pages }), undrawn, changed: new Set([before, after].flatMap((sheet) => sheet?.pages.map(({ id }) => id) ?? [])), keyOf: () => undefined })

export const compareSheets = (before: Procedure | undefined, after: Procedure, differences: readonly DifferenceGroup[], locale: Locale, tagOf: TagOf): ComparedSheets => {
  const now = sheetOf(after.form, locale, same)
  const isNow = (path: string): boolean => now?.compiled.questions.has(path) ?? false
  const renames = renamesIn(newMigrations(before, after), isNow)
  const old = sheetOf(before?.form, locale, now ? (path) => (isNow(renames(path)) ? renames(path) : gone(path)) : same)
  const undrawn = [...(before?.form && !old ? ['before' as const] : []), ...(after.form && !now ? ['after' as const] : [])]
  if (!old || !now) return alone(old, now, undrawn)
  // The second is laid out by the first, so that what came and what went in one place stand in one order on both.
  const left = addGhosts(old.pages, now.pages)
  const right = addGhosts(now.pages, left)

  const known = new Set([...left, ...right].flatMap((page) => [page.key, ...itemsOf(page).map(({ key }) => key)]))
  const tags = new Map<string, SheetTag[]>()
  const places = new Map<string, string>()
  for (const told of toldOf(differences)) {
    for (const wanted of keysOf(told, { before: old.compiled.form, after: now.compiled.form, renames })) {
      const key = nearest(wanted, known)
      if (key === undefined) continue
      tags.set(key, addTag(tags.get(key) ?? [], told, tagOf(told)))
      if (!places.has(told.difference.id)) places.set(told.difference.id, key)
    }
  }
  const sheets = { before: withTags(left, tags), after: withTags(right, tags) }
  return { ...sheets, undrawn, changed: new Set([...sheets.before, ...sheets.after].filter(isChanged).map(({ id }) => id)), keyOf: (difference) => places.get(difference) }
}
