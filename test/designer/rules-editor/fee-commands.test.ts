// Every edit to fees, do and undo.
import { expect, it } from 'vitest'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import type { Fee } from '#schemas/generated/types.ts'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import type { Command } from '../../../designer/editing/command.ts'
import { emptyHistory, record, undo } from '../../../designer/editing/history.ts'
import { feeCommands as edit } from '../../../designer/rules-editor/fee-commands.ts'

const fees: Fee[] = [{ id: 'phi', kind: 'fee', title: 'Phí', amount: 100 }, { id: 'le-phi', kind: 'charge', title: 'Lệ phí', amount: 200 }]

const after = <Args>(command: Command<Args>, args: Args): Fee[] => {
  const before = { ...emptyProcedure('Thủ tục', 'TT'), fees }
  const done = carryOut(before, command, args, {}, 0)!
  expect(undo(record(emptyHistory, done.entry), done.document)!.document).toEqual(before)
  return done.document.fees!
}

it('adds a fee under an id of its own', () => expect(after(edit.addFee, { kind: 'fee', title: '' })[2]).toEqual({ id: 'phi2', kind: 'fee', title: '', amount: 0 }))
it('sets an amount, or a formula', () => expect(after(edit.setFee, { id: 'phi', changes: { amount: { '*': [{ var: 'so' }, 2] } } })[0]!.amount).toEqual({ '*': [{ var: 'so' }, 2] }))
it('removes and moves', () => {
  expect(after(edit.removeFee, { id: 'phi' }).map((fee) => fee.id)).toEqual(['le-phi'])
  expect(after(edit.moveFee, { id: 'phi', index: 1 }).map((fee) => fee.id)).toEqual(['le-phi', 'phi'])
})
