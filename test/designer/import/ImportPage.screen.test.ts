// @vitest-environment happy-dom
// Proves that nothing enters the form before it was looked at, that the review goes by keyboard, and that one undo takes all back.
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Router } from 'vue-router'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import SchemaImport from '../../../designer/import/SchemaImport.vue'
import WordImport from '../../../designer/import/WordImport.vue'
import AdvancedRules from '../../../designer/import/AdvancedRules.vue'
import { p, wordFile } from '../../fixtures/word-file.ts'
import { onScreen, openDocument, routerTo, type DocumentStore } from '../open-document.ts'

let router: Router
let store: DocumentStore

beforeEach(() => {
  store = openDocument(emptyProcedure('Thử', ''))
  router = routerTo({ form: '/:id/form' })
})
enableAutoUnmount(afterEach)

const show = (component: typeof WordImport | typeof SchemaImport | typeof AdvancedRules) => mount(component as typeof WordImport, onScreen(router))
type Screen = ReturnType<typeof show>
const names = (): string[] => Object.keys(store.document.form!.schema.properties)
const give = async (screen: Screen, file: File): Promise<void> => {
  const input = screen.find('input[type=file]')
  Object.defineProperty(input.element, 'files', { value: [file], configurable: true })
  await input.trigger('change')
  for (let wait = 0; wait < 50 && (screen.find('[data-review], [role=alert]').exists() ? false : screen.find('[role=status] p').exists() === false); wait += 1) await new Promise((resolve) => { setTimeout(resolve, 20) })
  await flushPromises()
}
const press = async (screen: Screen, name: RegExp): Promise<void> => {
  await screen.findAll('button').find((each) => name.test(each.text()))!.trigger('click')
  await flushPromises()
}

it('shows what a Word form asks, and takes in what is kept, as one entry', async () => {
  const screen = show(WordImport)
  await give(screen, new File([wordFile(p('Họ và tên: ......') + p('Ngày sinh: ......') + p('Giới tính: ☐ Nam ☐ Nữ')) as unknown as ArrayBuffer], 'don.docx'))
  expect(screen.find('h2').text()).toBe('Tìm thấy 3 câu hỏi trong tệp don.docx')
  expect(names()).toEqual([])

  const boxes = screen.findAll<HTMLInputElement>('input[data-column=keep]')
  boxes[0]!.element.focus()
  await boxes[0]!.trigger('keydown', { key: 'ArrowDown' })
  expect(document.activeElement).toBe(boxes[1]!.element)
  await boxes[1]!.setValue(false)
  await screen.findAll('input[data-column=title]')[0]!.setValue('Tên đầy đủ')
  expect(screen.find('[role=status]').text()).toBe('Giữ 2 trong 3 câu')
  await press(screen, /^Đưa 2 câu/)
  expect(names()).toEqual(['tenDayDu', 'gioiTinh'])
  expect(store.document.form!.schema.properties['gioiTinh']!.oneOf!.map((option) => option.title)).toEqual(['Nam', 'Nữ'])
  store.undo()
  expect(names()).toEqual([])
})

it('says why a file is refused', async () => {
  const screen = show(WordImport)
  await give(screen, new File(['<html>'], 'x.docx'))
  expect(screen.find('[role=alert]').text()).toContain('Đây không phải tệp Word (.docx).')
})

it('shows what became of every part of a schema, and locks what no rule can say', async () => {
  const screen = show(SchemaImport)
  const schema = { properties: { a: { type: 'string', title: 'Mục A' }, b: { type: 'string', title: 'Mục B' }, c: { $ref: 'x:y' } }, anyOf: [{ required: ['a'] }, { required: ['b'] }] }
  await give(screen, new File([JSON.stringify(schema)], 's.json'))
  expect(screen.text()).toContain('Nhận được 1 trang, 2 câu hỏi, 1 quy tắc.')
  expect(screen.findAll('summary').map((each) => each.text())).toEqual(['Không nhận1', 'Khóa thành quy tắc nâng cao1', 'Chuyển đổi3', 'Giữ nguyên2'])
  expect(screen.text()).toContain('/properties/c/$ref')
  await press(screen, /^Đưa 2 câu/)
  expect(names()).toEqual(['a', 'b'])

  const locked = show(AdvancedRules)
  expect(locked.text()).toContain('Nói về: Mục A, Mục B')
  await locked.find('button').trigger('click')
  expect(store.document.form).not.toHaveProperty('advanced')
})
