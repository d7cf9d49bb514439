// What a command is: the only thing that changes a procedure document. Its recipe writes on a draft of the document and
// may say what to select afterwards; undo comes from patches, so nobody writes an inverse by hand.
import type { Procedure } from '#schemas/generated/types.ts'
import type vi from '../locales/vi.json'
import type { Selection } from './selection.ts'

/** Names of commands are keys of the texts under `commands`: the words of the undo button. */
export type CommandName = keyof typeof vi['commands']

/** What a recipe may know besides the document. */
export interface EditContext {
  /** The document as citizens have it now: its names are frozen (contract.md, law 3). */
  published?: Procedure
}

export interface Command<Args> {
  name: CommandName
  recipe(draft: Procedure, args: Args, context: EditContext): Selection | void
  /** Edits that follow each other closely under the same key are undone together: typing into one input. */
  groupKey?(args: Args): string | undefined
}
