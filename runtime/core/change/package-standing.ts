// What a package is to an installation that may have the procedure already. Revisions are told apart by the hashes of their content,
// so two installations agree on what is the same without asking each other.

export interface PackedRevisions {
  revision: string
  /** Of the releases that led to it, first things first. */
  history: readonly string[]
}

export interface RevisionsHere {
  /** Of the draft as it is saved. */
  draft: string
  /** Every revision that was in force here, or came here as one that was in force elsewhere. */
  known: ReadonlySet<string>
}

export type PackageStanding =
  | { standing: 'new' | 'known' | 'newer' }
  /** `base`: the last revision that both have; absent where they have none. */
  | { standing: 'diverged'; base?: string }

export const packageStanding = ({ revision, history }: PackedRevisions, here: RevisionsHere | undefined): PackageStanding => {
  if (!here) return { standing: 'new' }
  if (here.draft === revision || here.known.has(revision)) return { standing: 'known' }
  if (history.includes(here.draft)) return { standing: 'newer' }
  const base = history.findLast((each) => here.known.has(each))
  return { standing: 'diverged', ...(base !== undefined && { base }) }
}
