// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { Condition } from '#schemas/generated/types.ts'
import ConditionBuilder from '../../../designer/form-editor/ConditionBuilder.vue'
import { candidatesOf } from '#core/condition/condition-candidates.ts'
import { sampleProcedure } from './sample-procedure.ts'

const open = (condition?: Condition) => {
  const screen = mount(ConditionBuilder, {
    attachTo: document.body,
    props: { label: 'Điều kiện', candidates: candidatesOf(sampleProcedure().form!, 'vi'), modelValue: condition, 'onUpdate:modelValue': (next: Condition | undefined) => { void screen.setProps({ modelValue: next }) } },
  })
  return screen
}
type Screen = ReturnType<typeof open>
/** Finds a question by a part of its words, as an author types it. */
const ask = async (screen: Screen, n: number, words: string): Promise<void> => {
  const box = screen.findAll('[role=combobox]')[n]!
  await box.setValue(words)
  await box.trigger('keydown', { key: 'Enter' })
  await flushPromises()
}
const pick = async (screen: Screen, n: number, label: string): Promise<void> => {
  const select = screen.findAll('select')[n]!
  await select.setValue(select.findAll('option').find((option) => option.text() === label)!.attributes('value'))
  await flushPromises()
}
const press = (screen: Screen, name: string): Promise<void> => screen.findAll('button').find((each) => each.text() === name)!.trigger('click')

afterEach(() => { document.body.innerHTML = '' })

describe('ConditionBuilder', () => {
  it('writes a condition once a row is finished', async () => {
    const screen = open()
    await ask(screen, 0, 'loai')
    expect(screen.props('modelValue')).toBeUndefined()
    await pick(screen, 1, 'Cấp lại')
    expect(screen.props('modelValue')).toEqual({ properties: { loaiHinh: { const: 'capLai' } }, required: ['loaiHinh'] })
  })
  it('joins rows with all, any or none', async () => {
    const screen = open({ properties: { loaiHinh: { const: 'moi' } }, required: ['loaiHinh'] })
    await press(screen, 'Thêm điều kiện')
    await ask(screen, 1, 'dien tich')
    await pick(screen, 3, 'đã trả lời')
    expect(screen.props('modelValue')).toEqual({ allOf: [{ properties: { loaiHinh: { const: 'moi' } }, required: ['loaiHinh'] }, { required: ['dienTich'] }] })
    await pick(screen, 0, 'Có một điều sau đúng')
    expect(screen.props('modelValue')).toHaveProperty('anyOf')
    await pick(screen, 0, 'Không điều nào sau đây đúng')
    expect(screen.props('modelValue')).toHaveProperty('not.anyOf')
  })
  it('keeps one object of several questions when one of its values changes', async () => {
    const screen = open({ properties: { loaiHinh: { const: 'moi' }, dienTich: { minimum: 3 } }, required: ['loaiHinh', 'dienTich'] })
    await pick(screen, 2, 'Cấp lại')
    expect(screen.props('modelValue')).toEqual({ properties: { loaiHinh: { const: 'capLai' }, dienTich: { minimum: 3 } }, required: ['loaiHinh', 'dienTich'] })
  })
  it('offers the tests that fit the question', async () => {
    const screen = open()
    await ask(screen, 0, 'Diện tích')
    expect(screen.findAll('select')[0]!.findAll('option').map((option) => option.text())).toContain('từ … trở lên')
    await ask(screen, 0, 'Ngày ký')
    expect(screen.findAll('select')[0]!.findAll('option').map((option) => option.text())).toEqual(['đã trả lời', 'chưa trả lời', 'là', 'không phải là'])
  })
  it('keeps the chosen value when a similar test is picked', async () => {
    const screen = open({ properties: { loaiHinh: { const: 'moi' } }, required: ['loaiHinh'] })
    await pick(screen, 0, 'là một trong')
    expect(screen.props('modelValue')).toEqual({ properties: { loaiHinh: { enum: ['moi'] } }, required: ['loaiHinh'] })
  })
  it('tells questions of the same name apart by their group', async () => {
    const screen = open()
    await screen.get('[role=combobox]').setValue('ten')
    expect(screen.findAll('[role=option]').map((option) => option.text())).toEqual(['Cơ sở › Tên'])
  })
  it('asks what a row of a table must say', async () => {
    const screen = open()
    await ask(screen, 0, 'Mẫu')
    await ask(screen, 1, 'Số lượng')
    await pick(screen, 1, 'đã trả lời')
    expect(screen.props('modelValue')).toEqual({ properties: { mau: { contains: { required: ['soLuong'] } } }, required: ['mau'] })
  })
  it('puts in words, and leaves alone, what no row says', () => {
    const condition = { properties: { dienTich: { minimum: 1 } } }
    const screen = open(condition)
    expect(screen.text()).toContain('Diện tích chưa trả lời hoặc Diện tích từ 1 trở lên')
    expect(screen.text()).toContain('Mã nguồn')
    expect(screen.findAll('select')).toHaveLength(0)
    expect(screen.props('modelValue')).toEqual(condition)
  })
  it('rewrites a condition as rows only when asked to', async () => {
    const screen = open({ required: ['lyDo'], not: { required: ['dienTich'] } })
    expect(screen.findAll('[role=combobox]')).toHaveLength(0)
    await press(screen, 'Viết lại thành dòng')
    expect(screen.props('modelValue')).toEqual({ allOf: [{ required: ['lyDo'] }, { not: { required: ['dienTich'] } }] })
    expect(screen.findAll('[role=combobox]')).toHaveLength(2)
  })
  it('reads again what an undo brings back', async () => {
    const screen = open({ required: ['dienTich'] })
    await screen.setProps({ modelValue: { required: ['lyDo'] } })
    expect((screen.get('[role=combobox]').element as HTMLInputElement).value).toBe('Lý do')
  })
})
