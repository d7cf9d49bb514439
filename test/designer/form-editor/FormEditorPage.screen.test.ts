// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { useDocumentStore } from '../../../designer/editing/document-store.ts'
import { useSelectionStore } from '../../../designer/editing/selection-store.ts'
import { formCommands } from '../../../designer/form-editor/form-commands.ts'
import FormEditorPage from '../../../designer/form-editor/FormEditorPage.vue'
import { sampleProcedure } from './sample-procedure.ts'

let pinia: Pinia
let store: ReturnType<typeof useDocumentStore>

beforeEach(() => {
  pinia = createPinia()
  setActivePinia(pinia)
  store = useDocumentStore()
  store.open({ id: 'p', document: sampleProcedure() }, true)
})
afterEach(() => { document.body.innerHTML = '' })

const open = () => {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: { template: '<i/>' } }] })
  return mount(FormEditorPage, { attachTo: document.body, global: { plugins: [pinia, router] } })
}
type Screen = ReturnType<typeof open>
const find = (screen: Screen, name: string) => screen.findAll('button').find((each) => (each.attributes('aria-label') ?? each.text()).startsWith(name))!
const press = async (screen: Screen, name: string): Promise<void> => {
  await find(screen, name).trigger('click')
  await flushPromises()
}
const questions = (): string[] => store.document.form!.pages[0]!.sections[0]!.questions

describe('the form editor', () => {
  it('draws the page with the citizen’s own components and says what is behind each question', () => {
    const text = open().text()
    expect(text).toContain('Trang 1 trên 2')
    expect(text).toContain('Cấp lại')
    expect(text).toContain('Khi Loại hình là Cấp lại')
  })
  it('puts a new question after the selected one and into the hands of the inspector', async () => {
    const screen = open()
    await press(screen, 'Sửa: Loại hình')
    await screen.findAll('[role=tab]').find((tab) => tab.text() === 'Thêm câu hỏi')!.trigger('mousedown')
    await flushPromises()
    await press(screen, 'Trả lời ngắn')
    expect(questions()).toEqual(['/loaiHinh', '/cauHoi', '/lyDo'])

    await screen.get('#question-title').setValue('Họ và tên')
    expect(questions()).toEqual(['/loaiHinh', '/hoVaTen', '/lyDo'])
    expect((screen.get('#question-title').element as HTMLTextAreaElement).value).toBe('Họ và tên')
  })
  it('moves the selected question with Alt and an arrow', async () => {
    const screen = open()
    await press(screen, 'Sửa: Lý do')
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true }))
    expect(questions()).toEqual(['/lyDo', '/loaiHinh'])
  })
  const chooseFromMenu = async (screen: Screen, menu: string, item: string): Promise<void> => {
    await screen.findAll('button').find((each) => each.text() === menu)!.trigger('keydown', { key: 'Enter' })
    await flushPromises()
    const entry = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find((each) => each.textContent?.trim() === item)!
    entry.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await flushPromises()
  }
  const dialogText = (): string => document.querySelector('[role=dialog]')?.textContent ?? ''

  it('removes at once what nothing depends on', async () => {
    const document = store.document
    store.run(formCommands.addQuestion, { type: 'text', title: 'Ghi chú', at: { page: 'chung', section: 0, index: 0 } })
    const screen = open()
    await chooseFromMenu(screen, 'Việc khác: Ghi chú', 'Xóa câu hỏi')
    expect(store.document.form).toEqual(document.form)
  })
  it('asks before a question goes that rules depend on', async () => {
    const screen = open()
    await chooseFromMenu(screen, 'Việc khác: Lý do', 'Xóa câu hỏi')
    expect(dialogText()).toContain('Những chỗ sau sẽ đổi theo')
    expect(questions()).toContain('/lyDo')
    const confirm = [...document.querySelectorAll<HTMLElement>('[role=dialog] button')].find((each) => each.textContent?.trim() === 'Xóa')!
    confirm.click()
    await flushPromises()
    expect(questions()).not.toContain('/lyDo')
  })
  it('refuses while money depends on the answer', async () => {
    const screen = open()
    await chooseFromMenu(screen, 'Việc khác: Diện tích', 'Xóa câu hỏi')
    expect(dialogText()).toContain('Phí thẩm định')
    expect([...document.querySelectorAll('[role=dialog] button')].some((each) => each.textContent?.trim() === 'Xóa')).toBe(false)
  })
  it('adds options by Enter, and by pasting many lines', async () => {
    const screen = open()
    await press(screen, 'Sửa: Loại hình')
    const input = screen.findAll('input').find((each) => each.attributes('aria-label') === 'Lựa chọn 2')!
    await input.trigger('keydown', { key: 'Enter' })
    await flushPromises()
    const third = screen.findAll('input').find((each) => each.attributes('aria-label') === 'Lựa chọn 3')!
    const event = new Event('paste', { bubbles: true, cancelable: true }) as Event & { clipboardData?: { getData: () => string } }
    event.clipboardData = { getData: () => 'Gia hạn\nĐiều chỉnh\nGia hạn' }
    third.element.dispatchEvent(event)
    await flushPromises()
    expect(store.document.form!.schema.properties['loaiHinh']!.oneOf!.map((option) => [option.const, option.title])).toEqual([['moi', 'Mới'], ['capLai', 'Cấp lại'], ['giaHan', 'Gia hạn'], ['dieuChinh', 'Điều chỉnh']])
  })
  it('says when a question is asked, in a sentence', async () => {
    const screen = open()
    useSelectionStore().select({ kind: 'question', path: '/dienTich' })
    await flushPromises()
    await screen.findAll('[role=tab]').find((tab) => tab.text() === 'Điều kiện')!.trigger('mousedown')
    await flushPromises()
    expect(screen.text()).toContain('Mọi người đều được hỏi câu này.')
    await press(screen, 'Chỉ hỏi khi')
    const select = screen.findAll('select').find((each) => each.text().includes('Chọn câu hỏi'))!
    await select.setValue('/lyDo')
    await flushPromises()
    await screen.findAll('select').find((each) => each.text().includes('đã trả lời'))!.setValue('isFilled')
    expect(store.document.form!.rules!.at(-1)).toEqual({ id: 'hoi-dien-tich', title: '', when: { required: ['lyDo'] }, show: ['/dienTich'] })
  })
})
