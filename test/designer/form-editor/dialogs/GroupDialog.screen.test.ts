// @vitest-environment happy-dom
// Chosen questions become a group by keys: the name is asked, the page stays as it is, and the focus is on the first of them again.
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { useSelectionStore } from '../../../../designer/editing/selection-store.ts'
import FormEditorPage from '../../../../designer/form-editor/FormEditorPage.vue'
import { onScreen, openDocument, type DocumentStore } from '../../open-document.ts'
import { sampleProcedure } from '../sample-procedure.ts'

let store: DocumentStore
beforeEach(() => { store = openDocument(sampleProcedure()) })
enableAutoUnmount(afterEach)

const settle = async (): Promise<void> => {
  for (let i = 0; i < 3; i++) await flushPromises()
}

it('groups the chosen questions under a name and gives the focus back to the first of them', async () => {
  mount(FormEditorPage, onScreen())
  useSelectionStore().selectAll(['/loaiHinh', '/lyDo'], {})
  await settle()
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'g' }))
  await settle()
  const name = document.querySelector<HTMLInputElement>('[role=dialog] input')!
  name.value = 'Đơn đề nghị'
  name.dispatchEvent(new Event('input'))
  name.form!.dispatchEvent(new Event('submit', { cancelable: true }))
  await settle()
  expect(store.document.form!.pages[0]!.sections[0]!.questions).toEqual(['/donDeNghi/loaiHinh', '/donDeNghi/lyDo'])
  expect(store.document.form!.schema.properties['donDeNghi']!.title).toBe('Đơn đề nghị')
  expect(document.activeElement?.getAttribute('data-stop')).toBe('/donDeNghi/loaiHinh')
  expect(store.toUndo).toBe('groupQuestions')
}, 20_000)
