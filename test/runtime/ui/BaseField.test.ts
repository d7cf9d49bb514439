import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { h } from 'vue'
import BaseField from '#runtime/ui/BaseField.vue'
import BaseRadioGroup from '#runtime/ui/BaseRadioGroup.vue'
import BaseTextInput from '#runtime/ui/BaseTextInput.vue'

const field = (props: Record<string, unknown>) =>
  mount(BaseField, { props: { label: 'Họ và tên', ...props }, slots: { default: (wiring: object) => h(BaseTextInput, { ...wiring, modelValue: '' }) } })

describe('BaseField', () => {
  it('names its input by the label', () => {
    const wrapper = field({})

    expect(wrapper.get('label').attributes('for')).toBe(wrapper.get('input').attributes('id'))
    expect(wrapper.get('input').attributes('aria-invalid')).toBeUndefined()
  })

  it('ties hint and error to the input and marks it as wrong', () => {
    const wrapper = field({ hint: 'Viết như trên căn cước', error: 'Nhập họ và tên' })
    const described = wrapper.get('input').attributes('aria-describedby')?.split(' ') ?? []

    expect(described.map(id => wrapper.get(`#${CSS.escape(id)}`).text())).toEqual(['Viết như trên căn cước', 'Lỗi: Nhập họ và tên'])
    expect(wrapper.get('input').attributes('aria-invalid')).toBe('true')
  })

  it('makes a fieldset of a group and lets the id lead to the first choice', () => {
    const options = [{ value: 'a', label: 'Tại quầy' }, { value: 'b', label: 'Bưu điện' }]
    const wrapper = mount(BaseField, { props: { label: 'Nhận ở đâu?', group: true, id: 'noi-nhan', error: 'Chọn một' }, slots: { default: (wiring: object) => h(BaseRadioGroup, { ...wiring, options, modelValue: '' }) } })

    expect(wrapper.get('fieldset legend').text()).toBe('Nhận ở đâu?')
    expect(wrapper.get('fieldset').attributes('aria-describedby')).toBe('noi-nhan-error')
    expect(wrapper.get('#noi-nhan').attributes('value')).toBe('a')
  })
})
