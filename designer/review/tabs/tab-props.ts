// What every view of a comparison is given: the documents, what differs between them, and the difference that is looked at.
import type { DifferenceGroup, ToldDifference } from '#core/change/group-differences.ts'
import type { Procedure } from '#schemas/generated/types.ts'

/** Without `before` it shows what a first publication brings. Each tab emits `select` with the id of a difference. */
export interface ComparisonProps {
  before?: Procedure
  after: Procedure
  /** As toldChanges gives them: with their sentences and classes. */
  differences: readonly DifferenceGroup[]
  /** Id of the difference that is looked at. */
  selected?: string
}

export const toldOf = (differences: readonly DifferenceGroup[]): ToldDifference[] => differences.flatMap(({ told }) => told)
