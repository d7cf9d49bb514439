// The changes of a draft as the list of whoever reviews shows them: everything against what is published, or all that a first
// publication brings; by risk, and by page where they are too many to read from first to last.
import { shownClasses, type ShownClass } from '#core/change/change-class.ts'
import { classifyChange } from '#core/change/classify-change.ts'
import { groupDifferences, type DifferenceGroup, type ToldDifference } from '#core/change/group-differences.ts'
import { listContents, listDifferences } from '#core/change/list-differences.ts'
import type { SaidMeanings } from '#core/change/meaning.ts'
import type { Locale } from '#core/text/localise.ts'
import type { Procedure } from '#schemas/generated/types.ts'

/** Without a document before there is no risk either: nobody has answered yet. `said`: what the author says of other words. */
export const toldChanges = (before: Procedure | undefined, after: Procedure, locale: Locale, said: SaidMeanings = {}): DifferenceGroup[] =>
  before
    ? groupDifferences(listDifferences(before, after), { before, after }, locale, classifyChange(before, after, said))
    : groupDifferences(listContents(after), { before: after, after }, locale)

export const allTold = (groups: readonly DifferenceGroup[]): ToldDifference[] => groups.flatMap(({ told }) => told)

/** By difference: the texts in it whose author must say whether they still ask the same. Of changes of which nothing was said yet. */
export const meaningsAskedAt = (groups: readonly DifferenceGroup[]): ReadonlyMap<string, readonly string[]> =>
  new Map(allTold(groups).flatMap(({ difference, because }) => {
    const keys = because.flatMap(({ asksMeaning }) => asksMeaning ?? [])
    return keys.length === 0 ? [] : [[difference.id, keys] as const]
  }))

export const countChanges = (groups: readonly DifferenceGroup[]): number => groups.reduce((sum, { told }) => sum + told.length, 0)

/** More than these nobody reads in one go (designer.md, "States"). */
export const mostAtOnce = 200

export interface ClassCount {
  class: ShownClass
  count: number
}

/** The riskiest first; classes without a change are left out. */
export const countClasses = (groups: readonly DifferenceGroup[]): ClassCount[] =>
  shownClasses.toReversed().map((each) => ({ class: each, count: allTold(groups).filter((told) => told.class === each).length })).filter(({ count }) => count > 0)

/** Only the changes of one class, with the places that they are in. */
export const ofClass = (groups: readonly DifferenceGroup[], wanted: ShownClass | ''): DifferenceGroup[] =>
  wanted === '' ? [...groups] : groups.map((group) => ({ ...group, told: group.told.filter((told) => told.class === wanted) })).filter(({ told }) => told.length > 0)

export interface PageOfChanges {
  /** Absent for what stands on no page. */
  page?: { id: string, title: string }
  groups: DifferenceGroup[]
}

export const byPage = (groups: readonly DifferenceGroup[]): PageOfChanges[] => {
  const pages = new Map<string, PageOfChanges>()
  for (const group of groups) {
    const id = group.page?.id ?? ''
    const known = pages.get(id) ?? { ...(group.page && { page: group.page }), groups: [] }
    known.groups.push(group)
    pages.set(id, known)
  }
  return [...pages.values()].sort((a, b) => Number(!a.page) - Number(!b.page))
}
