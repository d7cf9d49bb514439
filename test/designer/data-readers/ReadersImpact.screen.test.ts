// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { create } from 'mutative'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Procedure } from '#schemas/generated/types.ts'
import ReadersImpact from '../../../designer/data-readers/ReadersImpact.vue'
import { buildProcedure } from '../../fixtures/build.ts'
import { text } from '../../fixtures/core-builders.ts'
import { renamed } from '../../fixtures/renamed.ts'
import { onScreen, openDocument } from '../open-document.ts'

enableAutoUnmount(afterEach)
afterEach(() => vi.unstubAllGlobals())

const before = buildProcedure()
const longer = create(before, (draft) => { draft.form!.schema.properties['ten']!.maxLength = 200 })
const withMore = create(renamed(before, '/ten', 'hoTen'), (draft) => {
  for (const name of ['email', 'fax', 'dienThoai', 'diaChi']) draft.form!.schema.properties[name] = text(name)
  delete draft.form!.schema.properties['tuoi']
})

const show = async (after: Procedure, readers = 2, isPast = false) => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ readers: Array.from({ length: readers }, (_, i) => ({ id: `${i}`, name: 'N', email: `n${i}@x.vn`, language: 'vi' })) })))
  openDocument(after)
  const screen = mount(ReadersImpact, { ...onScreen(), props: { procedure: 'p', before, after, isPast } })
  await flushPromises()
  return screen
}

describe('what a change does to those who read the data', () => {
  it('is nothing where only words change', async () => {
    const screen = await show(create(before, (draft) => { draft.form!.schema.properties['ten']!.title = 'Tên' }))
    expect(screen.text()).toContain('Không có gì thay đổi đối với người đọc dữ liệu, nên không ai phải nhận thư.')
    expect(screen.find('a').exists()).toBe(false)
  })

  it('says how many are written to, and each change by path', async () => {
    const screen = await show(longer)
    expect(screen.text()).toContain('2 người đọc dữ liệu sẽ nhận thư khi ban hành')
    expect(screen.findAll('li').map((line) => line.text())).toEqual([expect.stringMatching(/^\/ten: .*Họ và tên/)])
    expect(screen.find('details').exists()).toBe(false)
    expect(screen.text()).not.toContain('Cột')
  })

  it('says that nobody is on the list, and leads there', async () => {
    const screen = await show(longer, 0)
    expect(screen.text()).toContain('chưa có ai trong danh sách nhận thư')
    expect(screen.get('a').attributes('href')).toBe('/designer/thu-tuc/p/lich-su')
  })

  it('folds what is more than a few lines, and tells columns that come, go and bear another name', async () => {
    const screen = await show(withMore)
    expect(screen.findAll('summary').map((line) => line.text())).toEqual([expect.stringMatching(/^Thay đổi trong dữ liệu \(\d+\)$/), 'Cột mới của bảng câu trả lời tải về (4)'])
    const [, ...columns] = screen.findAll('ul').map((list) => list.findAll('li').map((line) => line.text()))
    expect(columns).toEqual([['/email', '/fax', '/dienThoai', '/diaChi'], ['/tuoi'], ['/ten → /hoTen']])
  })

  it('promises no letters once it is in force', async () => {
    expect((await show(longer, 2, true)).text()).not.toContain('sẽ nhận thư')
  })
})
