// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shallowRef } from 'vue'
import type { Procedure } from '#schemas/generated/types.ts'
import type { Autosave, SaveState } from '../../../designer/editing/autosave.ts'
import ConflictDialog from '../../../designer/editing/ConflictDialog.vue'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'
import { onScreen, openDocument, type DocumentStore } from '../open-document.ts'

const edited = (change: (draft: Procedure) => void): Procedure => {
  const copy = sampleProcedure()
  change(copy)
  return copy
}
const base = sampleProcedure()
const mine = edited((draft) => { draft.info.name = 'Tên của tôi'; draft.form!.pages[0]!.title = 'Trang của tôi'; draft.form!.schema.properties['lyDo']!.title = 'Căn cứ' })
const theirs = edited((draft) => { draft.info.name = 'Tên của họ'; draft.form!.pages[1]!.title = 'Trang của họ'; delete draft.form!.schema.properties['lyDo'] })

let store: DocumentStore
let wentOn: unknown[]

beforeEach(() => {
  store = openDocument(mine)
  wentOn = []
})
enableAutoUnmount(afterEach)

const open = async () => {
  const state = shallowRef<SaveState>({ kind: 'saved' })
  const autosave = { state, goOnFrom: (...args: unknown[]) => { wentOn = args; state.value = { kind: 'saved' } } } as unknown as Autosave
  mount(ConflictDialog, { ...onScreen(), props: { autosave } })
  state.value = { kind: 'conflict', base, theirs, version: 7 }
  await flushPromises()
}
const press = async (name: string): Promise<void> => {
  [...document.querySelectorAll('button')].find((each) => each.textContent?.trim() === name)!.click()
  await flushPromises()
}
const choose = async (side: 'mine' | 'theirs', n: number): Promise<void> => {
  const radio = document.querySelectorAll<HTMLInputElement>(`input[value=${side}]`)[n]!
  radio.checked = true
  radio.dispatchEvent(new Event('change'))
  await flushPromises()
}

describe('two versions of a draft', () => {
  it('are shown with what both changed, what each wrote there, and every other change side by side', async () => {
    await open()
    const text = document.body.textContent ?? ''
    for (const words of ['Tên của tôi', 'Tên của họ', 'Lúc đầu: Cấp phép cơ sở', 'Căn cứ', 'đã xóa', 'Trang của tôi', 'Trang của họ', 'Bạn đã sửa', 'Người kia đã sửa']) expect(text).toContain(words)
  })
  it('are joined place by place as chosen; everything that only one changed is kept', async () => {
    await open()
    await choose('theirs', 0)
    await press('Ghép cả hai')

    expect(store.document).toMatchObject({ info: { name: 'Tên của họ' }, form: { pages: [{ title: 'Trang của tôi' }, { title: 'Trang của họ' }], schema: { properties: { lyDo: { title: 'Căn cứ' } } } } })
    expect(wentOn).toEqual([7, theirs])
    expect(store.toUndo).toBe('mergeTheirs')
    store.undo()
    expect(JSON.stringify(store.document)).toBe(JSON.stringify(mine))
  })
  it('go on as theirs, and undo brings mine back', async () => {
    await open()
    await press('Chỉ lấy bản của họ')
    expect(JSON.stringify(store.document)).toBe(JSON.stringify(theirs))
    store.undo()
    expect(JSON.stringify(store.document)).toBe(JSON.stringify(mine))
  })
  it('go on as mine, and undo finds theirs', async () => {
    await open()
    await press('Chỉ giữ bản của tôi')
    expect(JSON.stringify(store.document)).toBe(JSON.stringify(mine))
    expect(store.toUndo).toBe('keepMine')
    store.undo()
    expect(JSON.stringify(store.document)).toBe(JSON.stringify(theirs))
  })
})
