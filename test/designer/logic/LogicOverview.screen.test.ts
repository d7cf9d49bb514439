// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { provideFormEditor } from '../../../designer/form-editor/use-form-editor.ts'
import LogicOverview from '../../../designer/logic/LogicOverview.vue'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'
import { onScreen, openDocument, type DocumentStore } from '../open-document.ts'

let store: DocumentStore
beforeEach(() => { store = openDocument(sampleProcedure()) })
enableAutoUnmount(afterEach)

const open = () => {
  const Host = defineComponent(() => {
    provideFormEditor({})
    return () => h(LogicOverview)
  })
  return mount(Host, onScreen())
}
type Screen = ReturnType<typeof open>
const entries = (screen: Screen): string[] => screen.findAll('ol > li').map((each) => each.text())
const press = async (screen: Screen, name: string, n = 0): Promise<void> => {
  await screen.findAll('button').filter((each) => each.text() === name)[n]!.trigger('click')
  await flushPromises()
}

describe('the overview of all logic', () => {
  it('lists rules, conditions, checks, formulas and fees in sentences with what they are used for', () => {
    const screen = open()
    expect(entries(screen)[0]).toContain('Loại hình là Cấp lại')
    expect(entries(screen)[1]).toContain('Dùng cho 2 câu: Ngày ký, Tên')
    expect(screen.text()).toContain('ngayKy <= TODAY()')
    expect(screen.text()).toContain('SUM(mau, soLuong * donGia)')
    expect(screen.text()).toContain('Quá cũ')
  })
  it('finds by words without accents, by kind and by page', async () => {
    const screen = open()
    await screen.get('input[type=search]').setValue('ngay ky')
    const byWords = entries(screen).length
    expect(byWords).toBeGreaterThan(1)
    await screen.findAll('select')[0]!.setValue('check')
    expect(entries(screen)).toHaveLength(1)
    await screen.findAll('select')[1]!.setValue('chung')
    expect(entries(screen)).toHaveLength(0)
  })
  it('edits a rule in place', async () => {
    const screen = open()
    await press(screen, 'Sửa')
    const value = screen.findAll('ol > li')[0]!.findAll('select').at(-1)!
    await value.setValue(value.findAll('option').find((option) => option.text() === 'Mới')!.attributes('value'))
    expect(store.document.form!.rules![0]!.when).toEqual({ properties: { loaiHinh: { const: 'moi' } }, required: ['loaiHinh'] })
  })
  it('changes a rule that several questions share only after it has shown which, and what it says before and after', async () => {
    const screen = open()
    await press(screen, 'Sửa', 1)
    const test = screen.findAll('ol > li')[1]!.findAll('select')[0]!
    await test.setValue('isEmpty')
    await flushPromises()
    expect(store.document.form!.rules![1]!.when).toEqual({ required: ['dienTich'] })
    expect(screen.text()).toContain('Quy tắc này dùng cho 2 câu hỏi')
    expect(screen.text()).toContain('Diện tích đã trả lời')
    expect(screen.text()).toContain('Diện tích chưa trả lời')
    await press(screen, 'Đổi cho cả 2 câu')
    expect(store.document.form!.rules![1]!.when).toEqual({ not: { required: ['dienTich'] } })
  })
  it('shows who is asked what', async () => {
    const screen = open()
    await screen.findAll('[role=tab]')[1]!.trigger('mousedown')
    await flushPromises()
    const row = screen.findAll('tr').find((each) => each.text() === 'Lý do')!
    expect(row.findAll('svg').map((icon) => icon.attributes('aria-label'))).toEqual(['Không được hỏi', 'Luôn được hỏi'])
  })
})
