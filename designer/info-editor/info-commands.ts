// Edits to what the law asks to publish about a procedure (service level 1): one command, told which parts are new.
import type { Info } from '#schemas/generated/types.ts'
import type { Command } from '../editing/command.ts'
import { setAll, type Typed } from '../form-editor/question-commands.ts'

export const setInfo: Command<Typed & { changes: Partial<Info> }> = {
  name: 'setInfo',
  groupKey: ({ typing }) => typing,
  recipe: (draft, { changes }) => { setAll(draft.info, changes) },
}
