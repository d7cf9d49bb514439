// Undo and redo over patches: one entry an intention, typing grouped, each entry named by its command. Pure; the
// document store keeps the value.
import { apply, type Patches } from 'mutative'
import type { CommandName } from './command.ts'
import type { Selection } from './selection.ts'

export interface Entry {
  name: CommandName
  patches: Patches
  inverse: Patches
  groupKey?: string
  /** Milliseconds, of the last edit in the entry. */
  at: number
  before?: Selection
  after?: Selection
}

export interface History {
  /** Oldest first. */
  past: readonly Entry[]
  /** What was undone; the next to redo comes first. */
  future: readonly Entry[]
}

export interface Travelled<Doc> {
  document: Doc
  history: History
  entry: Entry
}

export const emptyHistory: History = { past: [], future: [] }

/** As many steps back as a long day of work takes. */
export const longestHistory = 500
/** A pause of this length ends a burst of typing. */
const burst = 3000

const continues = (last: Entry | undefined, entry: Entry): last is Entry =>
  last?.groupKey !== undefined && last.groupKey === entry.groupKey && last.name === entry.name && entry.at - last.at < burst

const merge = (last: Entry, entry: Entry): Entry => ({ ...entry, before: last.before, patches: [...last.patches, ...entry.patches], inverse: [...entry.inverse, ...last.inverse] })

export const record = ({ past, future }: History, entry: Entry): History => {
  const last = past.at(-1)
  const grouped = future.length === 0 && continues(last, entry)
  const next = grouped ? [...past.slice(0, -1), merge(last, entry)] : [...past, entry]
  return { past: next.slice(-longestHistory), future: [] }
}

export const undo = <Doc extends object>({ past, future }: History, document: Doc): Travelled<Doc> | undefined => {
  const entry = past.at(-1)
  return entry && { document: apply(document, entry.inverse), history: { past: past.slice(0, -1), future: [entry, ...future] }, entry }
}

export const redo = <Doc extends object>({ past, future }: History, document: Doc): Travelled<Doc> | undefined => {
  const entry = future[0]
  // A redone entry takes no more typing: its burst is over.
  return entry && { document: apply(document, entry.patches), history: { past: [...past, { ...entry, groupKey: undefined }], future: future.slice(1) }, entry }
}
