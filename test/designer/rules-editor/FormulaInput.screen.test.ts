// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import FormulaInput from '../../../designer/rules-editor/FormulaInput.vue'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'
import { onScreen, openDocument } from '../open-document.ts'

beforeEach(() => {
  const procedure = sampleProcedure()
  procedure.scenarios![0]!.answers = { dienTich: 120, mau: [{ soLuong: 2, donGia: 50000 }] }
  openDocument(procedure)
})
enableAutoUnmount(afterEach)

const open = (modelValue: unknown = 0, gives: 'number' | 'boolean' = 'number') => {
  const screen = mount(FormulaInput, { ...onScreen(), props: { label: 'Công thức', form: sampleProcedure().form!, gives, modelValue, 'onUpdate:modelValue': (next: unknown) => { void screen.setProps({ modelValue: next }) } } })
  return screen
}
type Screen = ReturnType<typeof open>
/** Types a text with the cursor at its end, as keys do. */
const type = async (screen: Screen, text: string): Promise<void> => {
  const area = screen.get('textarea')
  const element = area.element as HTMLTextAreaElement
  element.value = text
  element.setSelectionRange(text.length, text.length)
  await area.trigger('input')
}
const options = (screen: Screen): string[] => screen.findAll('[role=option]').map((each) => each.text())
const textOf = (screen: Screen): string => (screen.get('textarea').element as HTMLTextAreaElement).value

describe('FormulaInput', () => {
  it('completes a question by its words and a function with its brackets, by keys alone', async () => {
    const screen = open()
    await type(screen, 'dien tich')
    expect(options(screen)[0]).toContain('dienTich')
    await screen.get('textarea').trigger('keydown', { key: 'Enter' })
    await type(screen, `${textOf(screen)} * ro`)
    await screen.get('textarea').trigger('keydown', { key: 'Tab' })
    expect(textOf(screen)).toBe('dienTich * ROUND(')
    await flushPromises()
    expect(screen.text()).toContain('Làm tròn')
  })
  it('moves through the suggestions and closes them with Escape', async () => {
    const screen = open()
    await type(screen, 'add')
    const area = screen.get('textarea')
    await area.trigger('keydown', { key: 'ArrowDown' })
    expect(document.getElementById(area.attributes('aria-activedescendant')!)!.textContent).toContain('ADDMONTHS')
    await area.trigger('keydown', { key: 'Escape' })
    expect(options(screen)).toEqual([])
  })
  it('stores what can be carried out and shows its value on the first scenario at once', async () => {
    const screen = open()
    await type(screen, 'IF(dienTich > 100; SUM(mau; soLuong * donGia) * 1,5; 0)')
    expect(screen.props('modelValue')).toEqual({ if: [{ '>': [{ var: 'dienTich' }, 100] }, { '*': [{ sum: [{ var: 'mau' }, { '*': [{ var: 'soLuong' }, { var: 'donGia' }] }] }, 1.5] }, 0] })
    expect(screen.text()).toContain('Kết quả: 150.000')
    expect(screen.text()).toContain('Cho ra: số')
  })
  it('says what is wrong and where, and leaves the document as it was', async () => {
    const screen = open(5)
    await type(screen, '1 + khongCo')
    expect(screen.text()).toContain('Vị trí 5: Không có câu hỏi nào tên là “khongCo”.')
    expect(screen.props('modelValue')).toBe(5)
    await screen.findAll('button').find((each) => each.text().startsWith('Đến chỗ này'))!.trigger('click')
    await flushPromises()
    expect((screen.get('textarea').element as HTMLTextAreaElement).selectionStart).toBe(4)
    await type(screen, '1 + (')
    expect(screen.text()).toContain('Công thức không đọc được')
  })
  it('follows the answers that the author tries', async () => {
    const screen = open({ '*': [{ var: 'dienTich' }, 2] })
    expect(screen.text()).toContain('Kết quả: 240')
    await screen.get('details input').setValue('7')
    expect(screen.text()).toContain('Kết quả: 14')
  })
})
