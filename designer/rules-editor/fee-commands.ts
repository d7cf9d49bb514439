// The vocabulary of edits to what an applicant owes: fees (phí) and charges (lệ phí), which the law keeps apart.
import type { Fee } from '#schemas/generated/types.ts'
import type { Command } from '../editing/command.ts'
import type { Selection } from '../editing/selection.ts'
import { idFromTitle } from '../form-editor/name-from-title.ts'
import { moveItem } from '../form-editor/ordered-names.ts'
import { setAll, type Typed } from '../form-editor/question-commands.ts'

const selectFee = (id: string): Selection => ({ kind: 'fee', id })

export const addFee: Command<{ kind: Fee['kind'], title: string }> = {
  name: 'addFee',
  recipe: (draft, { kind, title }) => {
    const fees = draft.fees ?? []
    const id = idFromTitle(title || (kind === 'fee' ? 'phi' : 'le phi'), fees.map((fee) => fee.id))
    draft.fees = [...fees, { id, kind, title, amount: 0 }]
    return selectFee(id)
  },
}

export const setFee: Command<Typed & { id: string, changes: Partial<Omit<Fee, 'id'>> }> = {
  name: 'setFee',
  groupKey: ({ typing }) => typing,
  recipe: (draft, { id, changes }) => {
    const fee = draft.fees?.find((each) => each.id === id)
    if (fee) setAll(fee, changes)
  },
}

export const removeFee: Command<{ id: string }> = {
  name: 'removeFee',
  recipe: (draft, { id }) => {
    if (draft.fees?.some((fee) => fee.id === id)) draft.fees = draft.fees.filter((fee) => fee.id !== id)
  },
}

export const moveFee: Command<{ id: string, index: number }> = {
  name: 'moveFee',
  recipe: (draft, { id, index }) => {
    const from = draft.fees?.findIndex((fee) => fee.id === id) ?? -1
    const to = Math.max(0, Math.min(index, (draft.fees?.length ?? 0) - 1))
    if (draft.fees && from >= 0 && from !== to) draft.fees = moveItem(draft.fees, from, to)
  },
}

export const feeCommands = { addFee, setFee, removeFee, moveFee } as const
