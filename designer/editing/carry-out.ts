// Carries out a command on an immutable document: the next document, and the history entry that undoes it.
import { apply, create } from 'mutative'
import type { Procedure } from '#schemas/generated/types.ts'
import type { Command, EditContext } from './command.ts'
import type { Entry } from './history.ts'
import { markStale } from './mark-stale.ts'
import { minimalPatches } from './minimal-patches.ts'
import type { Selection } from './selection.ts'

export interface Done {
  document: Procedure
  entry: Entry
}

/** Undefined when the command changed nothing: then there is nothing to undo either. */
export const carryOut = <Args>(document: Procedure, command: Command<Args>, args: Args, context: EditContext, at: number, before?: Selection): Done | undefined => {
  let after: Selection | undefined
  const [next, patches, inverse] = create(document, (draft) => { after = command.recipe(draft, args, context) ?? undefined }, { enablePatches: true })
  if (patches.length === 0) return undefined
  const marked = markStale(document, next)
  const entry = { name: command.name, patches: [...patches, ...marked.patches], inverse: [...marked.inverse, ...inverse], groupKey: command.groupKey?.(args), at, before, after }
  return { document: marked.document, entry }
}

/** Puts another document in place of this one; undo brings it back to the last byte. Undefined when they are the same. */
export const carryOver = (document: Procedure, next: Procedure, about: Omit<Entry, 'patches' | 'inverse'>): Done | undefined => {
  const { patches, inverse } = minimalPatches(document, next)
  return patches.length === 0 ? undefined : { document: apply(document, patches), entry: { ...about, patches, inverse } }
}
