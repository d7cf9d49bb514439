// Whether a draft may still be filed under the revision that it was begun under, after what was published and withdrawn since.
// Which revision judges is never guessed: a draft is filed under its own, or it is not filed.
import type { Disposition } from '#schemas/generated/types.ts'

/** What was done with revisions of one procedure, first things first. */
export interface Publication {
  type: 'published' | 'withdrawn'
  revision: string
  disposition?: Disposition
  /** When; not needed to decide. */
  at?: string
}

export type Finishing =
  | { may: true }
  /** `withdrawn`: the office took the revision back; `over`: its last day has passed; `ask`, `move`: the draft belongs to the new revision. */
  | { may: false; why: 'withdrawn' | 'over' | 'ask' | 'move'; message?: Disposition['message'] }

const refusedBy = ({ drafts, draftsUntil, message }: Disposition, today: string): Finishing => {
  if (drafts !== 'finish') return { may: false, why: drafts, message }
  return draftsUntil !== undefined && draftsUntil < today ? { may: false, why: 'over', message } : { may: true }
}

/** What came after a revision was published last. */
export const publishedSince = (revision: string, publications: readonly Publication[]): Publication[] =>
  publications.slice(publications.findLastIndex((each) => each.revision === revision) + 1).filter(({ type }) => type === 'published')

/** `published` is the revision that is in force; absent: the procedure takes nothing. `today` is a day in Vietnam. */
export const finishOn = (revision: string, published: string | undefined, publications: readonly Publication[], today: string): Finishing => {
  if (revision === published) return { may: true }
  const own = publications.filter((each) => each.revision === revision).at(-1)
  if (published === undefined || own?.type === 'withdrawn') return { may: false, why: 'withdrawn' }
  // Every change since has a say; whoever published it decided about all drafts of before.
  return publishedSince(revision, publications).flatMap(({ disposition }) => (disposition ? [refusedBy(disposition, today)] : [])).findLast(({ may }) => !may) ?? { may: true }
}
