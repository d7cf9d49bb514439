import { create } from 'mutative'
import { describe, expect, it } from 'vitest'
import { columnChanges } from '#core/export/column-changes.ts'
import { buildProcedure, extension } from '../../../fixtures/build.ts'
import { text } from '../../../fixtures/core-builders.ts'
import { renamed } from '../../../fixtures/renamed.ts'

const before = buildProcedure()
const none = { come: [], go: [], renamed: [] }

describe('columnChanges', () => {
  it('are none between a document and itself, nor where only words or values change', () => {
    expect(columnChanges(extension(), extension())).toEqual(none)
    expect(columnChanges(before, create(before, (draft) => { Object.assign(draft.form!.schema.properties['ten']!, { title: 'Tên', maxLength: 50 }) }))).toEqual(none)
  })
  it('tell columns that come, go and bear another name', () => {
    const after = create(renamed(before, '/ten', 'hoTen'), (draft) => {
      draft.form!.schema.properties['email'] = text('Thư điện tử')
      delete draft.form!.schema.properties['tuoi']
    })
    expect(columnChanges(before, after)).toEqual({ come: ['/email'], go: ['/tuoi'], renamed: [{ from: '/ten', to: '/hoTen' }] })
  })
  it('tell of tables each column, and nothing of what is marked as sensitive', () => {
    const after = create(before, (draft) => {
      draft.form!.schema.properties['so']!.items!.properties!['ghiChu'] = text('Ghi chú')
      draft.form!.schema.properties['benh'] = text('Bệnh', { 'x-privacy': { class: 'sensitive' } })
    })
    expect(columnChanges(before, after)).toEqual({ ...none, come: ['/so/*/ghiChu'] })
  })
  it('are all of them where one of the two asks nothing', () => {
    const { form: _form, ...without } = before
    expect(columnChanges(without, before)).toEqual({ ...none, come: columnChanges(before, without).go })
    expect(columnChanges(without, without)).toEqual(none)
  })
})
