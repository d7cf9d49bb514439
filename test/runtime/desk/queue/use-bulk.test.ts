import { describe, expect, it } from 'vitest'
import type { Action } from '#schemas/generated/types.ts'
import { bulkActions } from '../../../../runtime/desk/queue/use-bulk.ts'
import { buildForm, text } from '../../../fixtures/core-builders.ts'
import { taskView } from '../../../fixtures/desk.ts'

const actions: Action[] = [{ id: 'accept', title: 'Tiếp nhận', to: 'review' }, { id: 'refuse', title: 'Từ chối', to: 'refused', asks: ['reason'] }, { id: 'ask', title: 'Bổ sung', to: 'supplement', asks: ['reason', 'fields'] }, { id: 'later', title: 'Hẹn lại', to: 'intake', asks: ['dueOn'] }]

describe('bulkActions', () => {
  it('are those that ask for nothing but a reason', () => {
    expect(bulkActions(taskView({}, { actions })).map(({ id }) => id)).toEqual(['accept', 'refuse'])
  })
  it('leave out those that need a record of each dossier', () => {
    const view = taskView({}, { actions })
    view.document.workflow!.steps[0]!.form = buildForm({ ghiChu: text('Ghi chú') })
    expect(bulkActions(view).map(({ id }) => id)).toEqual(['refuse'])
  })
})
