// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import FormRenderer from '#runtime/form/FormRenderer.vue'
import { buildForm, choice, text } from '../../../fixtures/core-builders.ts'

const form = compileForm(buildForm({
  mau: { type: 'array', title: 'Danh sách mẫu', 'x-field': 'table', 'x-widget': 'table', 'x-itemTitle': 'ten', maxItems: 3, items: { type: 'object', required: ['ten'], properties: { ten: text('Tên'), loai: choice('Loại', 'a', 'b') } } },
}, ['mau']))

const open = async (width: number) => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(width)
  const screen = mount(FormRenderer, { attachTo: document.body, props: { compiled: form, locale: 'vi', answers: { mau: [{ ten: 'Cân' }, { ten: 'Thước' }] } } })
  await flushPromises()
  return screen
}
afterEach(() => { vi.restoreAllMocks(); document.body.innerHTML = '' })

describe('a table of answers', () => {
  it('is a real table where there is room: heads, named rows, answers in cells', async () => {
    const screen = await open(900)
    const table = screen.find('table')

    expect(table.find('caption').text()).toBe('Danh sách mẫu')
    expect(table.findAll('thead th').map((head) => head.attributes('scope'))).toEqual(['col', 'col', 'col', 'col'])
    expect(table.findAll('tbody th').length).toBe(2)
    expect((table.findAll('input').map((input) => (input.element as HTMLInputElement).value))).toEqual(['Cân', 'Thước'])
    expect(table.findAll('select').length).toBe(2)
    expect(table.find('label[for="q-mau-0-ten"]').classes()).toContain('sr-only')
  })

  it('removes and adds rows like the cards do', async () => {
    const screen = await open(900)
    await screen.findAll('tbody button')[0]!.trigger('click')
    await screen.find('[data-add-row]').trigger('click')
    await flushPromises()

    expect(screen.findAll('tbody tr').length).toBe(2)
    expect((document.activeElement as HTMLElement).id).toBe('q-mau-1-ten')
  })

  it('is cards where there is none', async () => {
    const screen = await open(320)
    expect([screen.find('table').exists(), screen.findAll('ol > li').length]).toEqual([false, 2])
  })
})
