// A unit of work is a list of writes that a use case decides after its reads. All of them are stored and synced to
// disk together, or none: a write that changes another number of rows than expected undoes the whole unit.
import type { ProblemKind } from '../http/problem-kind.ts'

export interface Write {
  /** Plain SQL with ? placeholders, the same on both engines. */
  sql: string
  parameters: readonly unknown[]
  /** How many rows must be changed; absent: any number. */
  expect?: number
  /** What the person is told when `expect` fails or a unique value is taken; absent: version-conflict. */
  conflict?: ProblemKind
}

export interface WriteResult {
  /** What a RETURNING clause gave. */
  rows: Record<string, unknown>[]
  changes: number
}

export type Commit = (writes: readonly Write[]) => Promise<WriteResult[]>

/** Somebody else was faster: nothing of the unit was stored. */
export class ConflictError extends Error {
  readonly index: number
  readonly conflict: ProblemKind
  constructor(index: number, conflict: ProblemKind | undefined) {
    super(`Write ${index} met another state than expected`)
    this.name = 'ConflictError'
    this.index = index
    this.conflict = conflict ?? 'version-conflict'
  }
}
