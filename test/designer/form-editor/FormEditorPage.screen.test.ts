// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useSelectionStore } from '../../../designer/editing/selection-store.ts'
import { formCommands } from '../../../designer/form-editor/form-commands.ts'
import FormEditorPage from '../../../designer/form-editor/FormEditorPage.vue'
import { onScreen, openDocument, type DocumentStore } from '../open-document.ts'
import { sampleProcedure } from './sample-procedure.ts'

let store: DocumentStore
beforeEach(() => { store = openDocument(sampleProcedure()) })
enableAutoUnmount(afterEach)

const open = () => mount(FormEditorPage, onScreen())
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
  it('writes the options on the card: Enter adds the next, Backspace takes an empty one away', async () => {
    const screen = open()
    const titles = (): string[] => store.document.form!.schema.properties['loaiHinh']!.oneOf!.map((option) => option.title)
    const before = titles()
    await press(screen, 'Sửa: Loại hình')
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'o' }))
    await flushPromises()
    const written = () => screen.findAll('input[data-title]')
    await written().at(-1)!.trigger('keydown', { key: 'Enter' })
    await written().at(-1)!.setValue('Gia hạn')
    expect(titles()).toEqual([...before, 'Gia hạn'])

    await written().at(-1)!.trigger('keydown', { key: 'ArrowUp', altKey: true })
    expect(titles()).toEqual([...before.slice(0, -1), 'Gia hạn', before.at(-1)])

    await written().at(-1)!.trigger('keydown', { key: 'Enter' })
    await written().at(-1)!.trigger('keydown', { key: 'Backspace' })
    await written().at(-1)!.trigger('keydown', { key: 'Escape' })
    await flushPromises()
    expect(titles()).toHaveLength(before.length + 1)
    expect(written()).toHaveLength(0)
  })
  it('keeps a note beside a question and says on its card that there is one', async () => {
    const screen = open()
    await press(screen, 'Sửa: Lý do')
    await screen.findAll('[role=tab]').find((tab) => tab.text() === 'Ghi chú')!.trigger('mousedown')
    await flushPromises()
    await screen.get('[data-state=active] textarea').setValue('Nguồn: Mẫu số 01')
    expect(store.document.form!.schema.properties['lyDo']!['x-note']).toBe('Nguồn: Mẫu số 01')
    expect(screen.text()).toContain('Có ghi chú')
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
    await chooseFromMenu(screen, 'Việc khác: Ghi chú', 'Xóa')
    expect(store.document.form).toEqual(document.form)
  })
  it('asks before a question goes that rules depend on', async () => {
    const screen = open()
    await chooseFromMenu(screen, 'Việc khác: Lý do', 'Xóa')
    expect(dialogText()).toContain('Những chỗ sau sẽ đổi theo')
    expect(questions()).toContain('/lyDo')
    const confirm = [...document.querySelectorAll<HTMLElement>('[role=dialog] button')].find((each) => each.textContent?.trim() === 'Xóa')!
    confirm.click()
    await flushPromises()
    expect(questions()).not.toContain('/lyDo')
  })
  it('refuses while money depends on the answer', async () => {
    const screen = open()
    await chooseFromMenu(screen, 'Việc khác: Diện tích', 'Xóa')
    expect(dialogText()).toContain('Phí thẩm định')
    expect([...document.querySelectorAll('[role=dialog] button')].some((each) => each.textContent?.trim() === 'Xóa')).toBe(false)
  })
  const key = async (name: string, more: KeyboardEventInit = {}): Promise<void> => {
    (document.activeElement ?? window).dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }))
    await flushPromises()
  }
  it('walks the page by arrows, chooses several with Shift, and moves them together', async () => {
    const screen = open()
    await press(screen, 'Sửa: Loại hình')
    document.querySelector<HTMLElement>('[data-stop="/loaiHinh"]')!.focus()
    await key('ArrowDown', { shiftKey: true })
    expect(screen.text()).toContain('2 câu hỏi')
    await key('ArrowDown', { altKey: true })
    expect(store.document.form!.pages[0]!.sections.map((section) => section.questions)).toEqual([[], ['/loaiHinh', '/lyDo', '/dienTich']])
  })
  it('inserts after the selection what is typed: the words become the title', async () => {
    const screen = open()
    await press(screen, 'Sửa: Loại hình')
    await key('/')
    const input = document.querySelector<HTMLInputElement>('[role=dialog] [role=combobox]')!
    input.value = 'Tên người nộp'
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await flushPromises()
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    await new Promise((resolve) => setTimeout(resolve, 80))
    expect(questions()).toEqual(['/loaiHinh', '/tenNguoiNop', '/lyDo'])
  })
  it('writes a title in place; Escape brings the old one back', async () => {
    const screen = open()
    await press(screen, 'Sửa: Lý do')
    await key('F2')
    const area = document.querySelector<HTMLTextAreaElement>('article textarea')!
    area.value = 'Vì sao'
    area.dispatchEvent(new Event('input', { bubbles: true }))
    await flushPromises()
    expect(store.document.form!.schema.properties).toHaveProperty('viSao')
    document.querySelector<HTMLTextAreaElement>('article textarea')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await flushPromises()
    expect(store.document.form!.schema.properties['lyDo']!.title).toBe('Lý do')
  })
  it('leaves letters to people who write', async () => {
    const screen = open()
    await press(screen, 'Sửa: Lý do')
    document.querySelector<HTMLElement>('#question-title')!.focus()
    await key('m')
    await key('/')
    expect(document.querySelector('[role=dialog]')).toBeNull()
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
    const box = screen.findAll('[data-inspector] [role=combobox]')[0]!
    await box.setValue('ly do')
    await box.trigger('keydown', { key: 'Enter' })
    await flushPromises()
    await screen.findAll('select').find((each) => each.text().includes('đã trả lời'))!.setValue('isFilled')
    expect(store.document.form!.rules!.at(-1)).toEqual({ id: 'hoi-dien-tich', title: '', when: { required: ['lyDo'] }, show: ['/dienTich'] })
  })
})
