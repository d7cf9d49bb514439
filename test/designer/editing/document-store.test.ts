import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { useDocumentStore } from '../../../designer/editing/document-store.ts'
import { useSelectionStore } from '../../../designer/editing/selection-store.ts'
import { addQuestion, setQuestion } from '../../../designer/form-editor/question-commands.ts'
import { removeQuestions } from '../../../designer/form-editor/removal-commands.ts'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'

let store: ReturnType<typeof useDocumentStore>
let selection: ReturnType<typeof useSelectionStore>

beforeEach(() => {
  setActivePinia(createPinia())
  store = useDocumentStore()
  selection = useSelectionStore()
  store.open({ id: 'p', document: sampleProcedure() }, true)
})

describe('the document store', () => {
  it('replaces the document as a whole and names what can be undone', () => {
    const before = store.document
    store.run(addQuestion, { type: 'text', title: 'Họ tên', at: { page: 'chung', section: 0, index: 0 } })
    expect(store.document).not.toBe(before)
    expect(store.toUndo).toBe('addQuestion')
    expect(selection.selected).toEqual({ kind: 'question', path: '/hoTen' })

    store.undo()
    expect(JSON.stringify(store.document)).toBe(JSON.stringify(before))
    expect(store.toRedo).toBe('addQuestion')
    expect(selection.selected).toBeUndefined()
    store.redo()
    expect(selection.selected).toEqual({ kind: 'question', path: '/hoTen' })
  })
  it('keeps the inspector in place while a name follows its title', () => {
    selection.select({ kind: 'question', path: '/lyDo' })
    const serial = selection.serial
    store.run(setQuestion, { path: '/lyDo', changes: { title: 'Lý do cấp' } })
    expect(selection.selected).toEqual({ kind: 'question', path: '/lyDoCap' })
    expect(selection.serial).toBe(serial)
  })
  it('lets go of what is gone', () => {
    selection.select({ kind: 'question', path: '/ngayKy' })
    store.run(removeQuestions, { paths: ['/ngayKy'] })
    expect(selection.selected).toBeUndefined()
  })
  it('puts another document in place, and undo brings mine back', () => {
    const mine = store.document
    store.replace({ ...sampleProcedure(), notes: ['theirs'] })
    expect(store.document.notes).toEqual(['theirs'])
    store.undo()
    expect(store.document).toEqual(mine)
  })
  it('changes nothing for somebody who only reads', () => {
    store.open({ id: 'p', document: sampleProcedure() }, false)
    expect(store.run(removeQuestions, { paths: ['/ngayKy'] })).toBe(false)
  })
  it('says what is wrong, and whether it stops publication', () => {
    expect(store.issues.find((issue) => issue.code === 'publish.sequenceMissing')).toMatchObject({ pointer: '/info/sequence', blocks: true })
    expect(store.issues.find((issue) => issue.code === 'publish.englishMissing')).toMatchObject({ blocks: false })
  })
})
