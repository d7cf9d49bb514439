import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import BaseButton from '#runtime/ui/BaseButton.vue'

describe('BaseButton', () => {
  it('is a button that never submits a form by accident', () => {
    expect(mount(BaseButton, { slots: { default: 'Lưu' } }).attributes('type')).toBe('button')
  })

  it('is a link where it goes somewhere', () => {
    const wrapper = mount(BaseButton, { props: { href: '/desk' }, slots: { default: 'Bàn làm việc' } })

    expect(wrapper.element.tagName).toBe('A')
    expect(wrapper.attributes('href')).toBe('/desk')
    expect(wrapper.attributes('type')).toBeUndefined()
  })

  it('ignores presses while busy and says that it is', async () => {
    const presses: Event[] = []
    const wrapper = mount(BaseButton, { props: { busy: true, onClick: (event: Event) => presses.push(event) }, slots: { default: 'Gửi' } })

    await wrapper.trigger('click')
    expect(presses).toHaveLength(0)
    expect(wrapper.attributes('aria-busy')).toBe('true')

    await wrapper.setProps({ busy: false })
    await wrapper.trigger('click')
    expect(presses).toHaveLength(1)
  })
})
