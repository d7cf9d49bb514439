import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { h } from 'vue'
import { kindsOnPage } from '#runtime/form/inputs/kinds-on-page.ts'
import { lateInput, loadInputs } from '#runtime/form/inputs/late-inputs.ts'
import { readForm } from '#core/form/read-form.ts'
import type { Form } from '#schemas/generated/types.ts'

const file = { type: 'array', title: 'Giấy', items: { type: 'string' }, 'x-field': 'file', 'x-file': { accept: ['pdf'], maxBytes: 10 } }
const form = {
  schema: {
    type: 'object', $defs: { xa: { oneOf: Array.from({ length: 60 }, (_each, i) => ({ const: `x${i}`, title: `Xã ${i}` })) } },
    properties: {
      ten: { type: 'string', title: 'Tên' },
      noi: { type: 'object', title: 'Nơi ở', 'x-field': 'address', properties: { xa: { type: 'string', title: 'Xã', $ref: '#/$defs/xa' } } },
      mau: { type: 'array', title: 'Mẫu', items: { type: 'object', properties: { giay: file } } },
    },
  },
  pages: [{ id: 'mot', title: 'Một', sections: [{ questions: ['/ten'] }] }, { id: 'hai', title: 'Hai', sections: [{ questions: ['/noi', '/mau'] }] }],
} as unknown as Form

describe('kindsOnPage', () => {
  it('knows what a page asks with, in tables and parts of answers too', () => {
    const compiled = readForm(form, () => undefined)

    expect([...kindsOnPage(compiled, 'mot')]).toEqual(['text'])
    expect([...kindsOnPage(compiled, 'hai')].sort()).toEqual(['address', 'combobox', 'file', 'repeat'])
    expect([...kindsOnPage(compiled, 'none')]).toEqual([])
  })
})

describe('lateInput', () => {
  it('comes by itself where nobody fetched it, and is there at once after that', async () => {
    const props = { question: { type: 'string', title: 'Điện thoại', 'x-field': 'phone' }, pointer: '/x', locale: 'vi' }
    const draw = () => mount(() => h('div', [h(lateInput('identity'), props)]))
    const first = draw()
    expect(first.find('input').exists()).toBe(false)
    await expect.poll(() => first.find('input').exists()).toBe(true)

    await loadInputs(['text', 'identity'])
    expect(draw().find('input').exists()).toBe(true)
  })
})
