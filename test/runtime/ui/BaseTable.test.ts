import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import BaseTable from '#runtime/ui/BaseTable.vue'

const columns = [{ key: 'code', title: 'Mã hồ sơ', head: true }, { key: 'due', title: 'Hẹn trả' }]
const rowKey = (row: object): string => (row as { code: string }).code

describe('BaseTable', () => {
  it('heads each row and repeats the column on the card of a phone', () => {
    const wrapper = mount(BaseTable, { props: { caption: 'Hồ sơ', columns, rows: [{ code: 'H26-1', due: '02/12/2026' }], rowKey } })

    expect(wrapper.get('caption').text()).toBe('Hồ sơ')
    expect(wrapper.get('tbody th').text()).toBe('H26-1')
    expect(wrapper.get('tbody td').text()).toBe('Hẹn trả02/12/2026')
  })

  it('draws a cell by its slot', () => {
    const wrapper = mount(BaseTable, { props: { caption: 'Hồ sơ', columns, rows: [{ code: 'H26-1', due: '' }], rowKey }, slots: { 'cell-code': '<a href="/x">mở</a>' } })

    expect(wrapper.get('tbody th a').text()).toBe('mở')
  })

  it('gives its place to the empty state where there are no rows', () => {
    const wrapper = mount(BaseTable, { props: { caption: 'Hồ sơ', columns, rows: [], rowKey }, slots: { empty: 'Chưa có hồ sơ' } })

    expect(wrapper.find('table').exists()).toBe(false)
    expect(wrapper.text()).toBe('Chưa có hồ sơ')
  })
})
