import { create } from 'mutative'
import { describe, expect, it } from 'vitest'
import type { Procedure } from '#schemas/generated/types.ts'
import { listChanges } from '../../../designer/review/list-changes.ts'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'

const after = (recipe: (draft: Procedure) => void): Procedure => create(sampleProcedure(), recipe)
const changes = (recipe: (draft: Procedure) => void) => listChanges(sampleProcedure(), after(recipe)).map(({ part, kind, id, settings }) => ({ part, kind, id, settings }))

describe('listChanges', () => {
  it('finds nothing between equal documents', () => expect(changes(() => undefined)).toEqual([]))
  it('finds everything new in a first publication', () => {
    const all = listChanges(undefined, sampleProcedure())
    expect(all.every((change) => change.kind === 'added')).toBe(true)
    expect(all.filter((change) => change.part === 'question').map((change) => change.id)).toContain('/mau/*/kyHieu')
  })
  it('names the settings that differ', () => {
    expect(changes((draft) => { draft.form!.schema.properties['lyDo']!.maxLength = 100 })).toEqual([{ part: 'question', kind: 'changed', id: '/lyDo', settings: ['maxLength'] }])
    expect(changes((draft) => { draft.form!.schema.required = ['loaiHinh'] })).toEqual([{ part: 'question', kind: 'changed', id: '/lyDo', settings: ['required'] }])
    expect(changes((draft) => { draft.info.agency = 'Sở' })).toEqual([{ part: 'information', kind: 'changed', id: 'info', settings: ['agency'] }])
    expect(changes((draft) => { draft.fees![0]!.amount = 5 })).toEqual([{ part: 'fee', kind: 'changed', id: 'phi', settings: ['amount'] }])
  })
  it('tells added from removed', () => {
    expect(changes((draft) => { draft.fees = [{ id: 'le-phi', kind: 'charge', title: 'Lệ phí', amount: 1 }] })).toEqual([
      { part: 'fee', kind: 'added', id: 'le-phi', settings: [] }, { part: 'fee', kind: 'removed', id: 'phi', settings: [] },
    ])
  })
  it('counts a column once, not its table too', () => {
    expect(changes((draft) => { draft.form!.schema.properties['mau']!.items!.properties!['kyHieu']!.title = 'Mã' })).toEqual([{ part: 'question', kind: 'changed', id: '/mau/*/kyHieu', settings: ['title'] }])
  })
  it('sees columns that change places', () => {
    const turned = changes((draft) => { const { items } = draft.form!.schema.properties['mau']!; items!.properties = Object.fromEntries(Object.entries(items!.properties!).toReversed()) })
    expect(turned).toEqual([{ part: 'question', kind: 'changed', id: '/mau', settings: ['order'] }])
    expect(changes((draft) => { draft.form!.schema.properties['mau']!.items!.properties!['ghiChu'] = { type: 'string', title: 'Ghi chú' } }).map(({ id }) => id)).toEqual(['/mau/*/ghiChu'])
  })
  it('sees a move between pages as a move', () => {
    const moved = changes((draft) => {
      draft.form!.pages[0]!.sections[1]!.questions = []
      draft.form!.pages[1]!.sections[0]!.questions.push('/dienTich')
    })
    expect(moved).toContainEqual({ part: 'question', kind: 'changed', id: '/dienTich', settings: ['page'] })
    expect(moved.filter((change) => change.part === 'page').map((change) => change.settings)).toEqual([['order'], ['order']])
  })
})
