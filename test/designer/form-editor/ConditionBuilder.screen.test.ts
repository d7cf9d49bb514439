// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { Condition } from '#schemas/generated/types.ts'
import ConditionBuilder from '../../../designer/form-editor/ConditionBuilder.vue'
import { candidatesOf } from '../../../designer/form-editor/condition-candidates.ts'
import { sampleProcedure } from './sample-procedure.ts'

const open = (condition?: Condition) => {
  const screen = mount(ConditionBuilder, {
    attachTo: document.body,
    props: { label: 'Điều kiện', candidates: candidatesOf(sampleProcedure().form!, 'vi'), modelValue: condition, 'onUpdate:modelValue': (next: Condition | undefined) => { void screen.setProps({ modelValue: next }) } },
  })
  return screen
}
type Screen = ReturnType<typeof open>
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
    await pick(screen, 0, 'Loại hình')
    expect(screen.props('modelValue')).toBeUndefined()
    await pick(screen, 2, 'Cấp lại')
    expect(screen.props('modelValue')).toEqual({ properties: { loaiHinh: { const: 'capLai' } }, required: ['loaiHinh'] })
  })
  it('joins rows with all or any', async () => {
    const screen = open({ properties: { loaiHinh: { const: 'moi' } }, required: ['loaiHinh'] })
    await press(screen, 'Thêm điều kiện')
    await pick(screen, 4, 'Diện tích')
    await pick(screen, 5, 'đã trả lời')
    expect(screen.props('modelValue')).toEqual({ allOf: [{ properties: { loaiHinh: { const: 'moi' } }, required: ['loaiHinh'] }, { required: ['dienTich'] }] })
    await pick(screen, 0, 'Có một điều sau đúng')
    expect(screen.props('modelValue')).toHaveProperty('anyOf')
  })
  it('offers the tests that fit the question', async () => {
    const screen = open()
    await pick(screen, 0, 'Diện tích')
    expect(screen.findAll('select')[1]!.findAll('option').map((option) => option.text())).toContain('từ … trở lên')
    await pick(screen, 0, 'Ngày ký')
    expect(screen.findAll('select')[1]!.findAll('option').map((option) => option.text())).toEqual(['đã trả lời', 'chưa trả lời'])
  })
  it('tells questions of the same name apart by their group', () => {
    expect(open().findAll('select')[0]!.text()).toContain('Cơ sở › Tên')
  })
  it('asks what a row of a table must say', async () => {
    const screen = open()
    await pick(screen, 0, 'Mẫu')
    await pick(screen, 2, 'Số lượng')
    await pick(screen, 3, 'đã trả lời')
    expect(screen.props('modelValue')).toEqual({ properties: { mau: { contains: { required: ['soLuong'] } } }, required: ['mau'] })
  })
  it('shows locked, and leaves alone, what no sentence says', () => {
    const condition = { not: { properties: { dienTich: { minimum: 1 } }, required: ['dienTich'] } }
    const screen = open(condition)
    expect(screen.text()).toContain('chỉ xem được')
    expect(screen.findAll('select')).toHaveLength(0)
    expect(screen.props('modelValue')).toEqual(condition)
  })
  it('reads again what an undo brings back', async () => {
    const screen = open({ required: ['dienTich'] })
    await screen.setProps({ modelValue: { required: ['lyDo'] } })
    expect((screen.findAll('select')[0]!.element as HTMLSelectElement).value).toBe('/lyDo')
  })
})
