import { describe, expect, it } from 'vitest'
import { dataChanges } from '#core/change/data-changes.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { buildProcedure, extension } from '../../../fixtures/build.ts'
import { renamed } from '../../../fixtures/renamed.ts'

const before = buildProcedure()
const edited = (change: (draft: Procedure) => void): Procedure => {
  const copy = structuredClone(before)
  change(copy)
  return copy
}
const told = (after: Procedure) => dataChanges(before, after, 'vi').map(({ path, was, kind }) => ({ path, kind, ...(was !== undefined && { was }) }))

describe('dataChanges', () => {
  it('is empty between a document and itself', () => {
    expect(dataChanges(extension(), extension(), 'vi')).toEqual([])
  })
  it('tells answers that came, went and bear another name, by path', () => {
    expect(told(edited((draft) => { draft.form!.schema.properties['email'] = { type: 'string', title: 'Thư điện tử', maxLength: 100 } }))).toEqual([{ path: '/email', kind: 'added' }])
    expect(told(edited((draft) => { delete draft.form!.schema.properties['tuoi'] })).filter(({ path }) => path === '/tuoi')).toEqual([{ path: '/tuoi', kind: 'removed' }])
    expect(told(renamed(before, '/ten', 'hoTen'))).toContainEqual({ path: '/hoTen', was: '/ten', kind: 'renamed' })
  })
  it('tells what values may be, of columns too', () => {
    expect(told(edited((draft) => { draft.form!.schema.properties['ten']!.maxLength = 50 }))).toEqual([{ path: '/ten', kind: 'changed' }])
    expect(told(edited((draft) => { draft.form!.schema.properties['so']!.items!.properties!['soBan']!.maximum = 9 }))).toEqual([{ path: '/so/*/soBan', kind: 'changed' }])
  })
  it('leaves out words, pages, rules and what officers note', () => {
    expect(told(edited((draft) => {
      draft.form!.schema.properties['ten']!.title = 'Họ, chữ đệm và tên'
      draft.form!.schema.properties['ten']!.description = 'Như trên giấy tờ'
      draft.form!.pages[0]!.title = 'Trang đầu'
      draft.form!.rules![0]!.title = 'Nói lý do'
      draft.workflow!.steps.find(({ form }) => form)!.form!.schema.properties['ketLuan']!.maxLength = 10
    }))).toEqual([])
  })
  it('says it in both languages', () => {
    const after = edited((draft) => { draft.form!.schema.properties['ten']!.maxLength = 50 })
    expect(dataChanges(before, after, 'vi')[0]!.sentence).toContain('Họ và tên')
    expect(dataChanges(before, after, 'en')[0]!.sentence).not.toBe(dataChanges(before, after, 'vi')[0]!.sentence)
  })
})
