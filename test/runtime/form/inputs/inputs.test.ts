import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { Question } from '#schemas/generated/types.ts'
import ChoiceInput from '#runtime/form/inputs/ChoiceInput.vue'
import ChoicesInput from '#runtime/form/inputs/ChoicesInput.vue'
import ComboboxInput from '#runtime/form/inputs/ComboboxInput.vue'
import ConsentInput from '#runtime/form/inputs/ConsentInput.vue'
import IdentityInput from '#runtime/form/inputs/IdentityInput.vue'
import { inputKindOf } from '#core/form/input-kind.ts'
import NumberInput from '#runtime/form/inputs/NumberInput.vue'
import { rowTitle } from '#runtime/form/inputs/row-title.ts'
import SelectInput from '#runtime/form/inputs/SelectInput.vue'
import SuggestInput from '#runtime/form/inputs/SuggestInput.vue'
import YesNoInput from '#runtime/form/inputs/YesNoInput.vue'
import { mountInput } from './support.ts'

const options = (count: number) => Array.from({ length: count }, (_each, i) => ({ const: `o${i}`, title: `Mục ${i}` }))
const countries: Question = { type: 'string', title: 'Nước', oneOf: [{ const: 'VN', title: 'Việt Nam' }, { const: 'DE', title: 'Đức' }, { const: 'US', title: 'Hoa Kỳ' }, { const: 'NL', title: 'Hà Lan' }] }

afterEach(() => { document.body.innerHTML = '' })

describe('inputKindOf', () => {
  it.each<[string, Question]>([
    ['radio', { type: 'string', oneOf: options(7) }], ['select', { type: 'string', oneOf: options(8) }], ['combobox', { type: 'string', oneOf: options(249) }],
    ['select', { type: 'string', oneOf: options(2), 'x-widget': 'select' }], ['yesNo', { type: 'boolean' }], ['consent', { type: 'boolean', const: true }],
    ['choices', { type: 'array', items: { type: 'string', oneOf: options(3) } }], ['repeat', { type: 'array', items: { type: 'object', properties: {} } }],
    ['file', { type: 'array', items: { type: 'string' }, 'x-file': { accept: ['pdf'], maxBytes: 1 } }], ['address', { type: 'object', 'x-field': 'address', properties: {} }],
    ['money', { type: 'integer', 'x-field': 'money' }], ['number', { type: 'number' }], ['date', { type: 'string', format: 'date' }], ['identity', { type: 'string', 'x-field': 'phone' }],
    ['longText', { type: 'string', maxLength: 2000 }], ['suggest', { type: 'string', maxLength: 60, 'x-widget': 'autocomplete', examples: ['a', 'b'] }], ['text', { type: 'string', maxLength: 60 }],
    ['computed', { type: 'number', readOnly: true, 'x-compute': 1 }],
  ])('is %s', (kind, question) => {
    expect(inputKindOf(question)).toBe(kind)
  })
})

describe('NumberInput', () => {
  it('reads a number as it is written in Vietnamese and writes it out when it is left', async () => {
    const { input, answer, shown } = mountInput(NumberInput, { type: 'number', title: 'Diện tích' })

    await input.get('input').setValue('1234,5')
    expect(answer()).toBe(1234.5)
    expect(shown()).toEqual(['1234,5'])

    await input.get('input').trigger('blur')
    expect(shown()).toEqual(['1.234,5'])
  })

  it('keeps what is no number', async () => {
    const { input, answer } = mountInput(NumberInput, { type: 'number' })

    await input.get('input').setValue('12 con')

    expect(answer()).toBe('12 con')
  })
})

describe('IdentityInput', () => {
  it('drops the spaces that people type between digits and shows them all the same', async () => {
    const { input, answer, shown } = mountInput(IdentityInput, { type: 'string', 'x-field': 'phone' })

    await input.get('input').setValue('0912 345 678')

    expect(answer()).toBe('0912345678')
    expect(shown()).toEqual(['0912 345 678'])
  })
})

describe('choices', () => {
  it('of yes and no are both to be chosen', async () => {
    const { input, answer } = mountInput(YesNoInput, { type: 'boolean', title: 'Đã gia hạn?' })
    expect(answer()).toBeUndefined()

    await input.findAll('input')[1]!.trigger('change')

    expect(answer()).toBe(false)
  })

  it('of consent are true or unanswered', async () => {
    const { input, answer } = mountInput(ConsentInput, { type: 'boolean', const: true, title: 'Tôi cam đoan' })

    await input.get('input').setValue(true)
    expect(answer()).toBe(true)
    await input.get('input').setValue(false)
    expect(answer()).toBeUndefined()
  })

  it('keep numbers as numbers', async () => {
    const question: Question = { type: 'integer', oneOf: [{ const: 1, title: 'Một' }, { const: 2, title: 'Hai' }] }
    const { input, answer } = mountInput(SelectInput, question)

    await input.get('select').setValue('2')

    expect(answer()).toBe(2)
  })

  it('of several keep the order of the list', async () => {
    const question: Question = { type: 'array', items: { type: 'string' } }
    const { input, answer } = mountInput(ChoicesInput, question, { options: options(3) })

    await input.findAll('input')[2]!.setValue(true)
    await input.findAll('input')[0]!.setValue(true)
    expect(answer()).toEqual(['o0', 'o2'])

    await input.findAll('input')[0]!.setValue(false)
    await input.findAll('input')[2]!.setValue(false)
    expect(answer()).toBeUndefined()
  })

  it('can be taken back where no answer is needed', async () => {
    const { input, answer } = mountInput(ChoiceInput, { type: 'string', oneOf: options(2) }, { modelValue: 'o1' })

    await input.get('button').trigger('click')

    expect(answer()).toBeUndefined()
  })
})

describe('ComboboxInput', () => {
  it('finds a country without accents and chooses it by keyboard', async () => {
    const { input, answer, shown } = mountInput(ComboboxInput, countries)

    await input.get('input').setValue('duc')
    expect(input.findAll('[role=option]').map((each) => each.text())).toEqual(['Đức'])
    await input.get('input').trigger('keydown', { key: 'Enter' })

    expect(answer()).toBe('DE')
    expect(shown()).toEqual(['Đức'])
    expect(input.get('input').attributes('aria-expanded')).toBe('false')
  })

  it('goes back to what was chosen when it is left with half a word', async () => {
    const { input, answer, shown } = mountInput(ComboboxInput, countries, { modelValue: 'VN' })

    await input.get('input').setValue('hoa')
    await input.get('input').trigger('blur')

    expect(answer()).toBe('VN')
    expect(shown()).toEqual(['Việt Nam'])
  })

  it('is unanswered when it is emptied', async () => {
    const { input, answer } = mountInput(ComboboxInput, countries, { modelValue: 'VN' })

    await input.get('input').setValue('')

    expect(answer()).toBeUndefined()
  })

  it('names the active option for screen readers', async () => {
    const { input } = mountInput(ComboboxInput, countries)

    await input.get('input').trigger('keydown', { key: 'ArrowDown' })
    await input.get('input').trigger('keydown', { key: 'ArrowDown' })
    await flushPromises()

    const active = input.get('input').attributes('aria-activedescendant')!
    expect(document.getElementById(active)?.textContent).toContain('Việt Nam')
  })
})

describe('SuggestInput', () => {
  it('takes a suggestion or any other words', async () => {
    const { input, answer } = mountInput(SuggestInput, { type: 'string', examples: ['Cân bàn', 'Cân ô tô'] })

    await input.get('input').setValue('can o')
    expect(answer()).toBe('can o')
    await input.get('[role=option]').trigger('mousedown')
    expect(answer()).toBe('Cân ô tô')

    await input.get('input').setValue('Máy đo lạ')
    await input.get('input').trigger('blur')
    expect(answer()).toBe('Máy đo lạ')
  })
})

describe('rowTitle', () => {
  it('fills in the number of the row and answers in it', () => {
    expect(rowTitle({ 'x-itemTitle': 'Mẫu {n}', 'x-i18n': { en: { 'x-itemTitle': 'Type {n}' } } }, {}, 1, 'en')).toBe('Type 2')
    expect(rowTitle({ 'x-itemTitle': '{n}. {ten}' }, { ten: 'Cân' }, 0, 'vi')).toBe('1. Cân')
    const kinds = { kinds: { type: 'string' as const, oneOf: [{ const: 'ban_do', title: 'Bản đồ', 'x-i18n': { en: { title: 'Map' } } }] } }
    expect(rowTitle({ 'x-itemTitle': '{n}: {loai}', items: { properties: { loai: { $ref: '#/$defs/kinds' } } } }, { loai: 'ban_do' }, 0, 'en', kinds)).toBe('1: Map')
    expect(rowTitle({}, {}, 0, 'vi')).toBe('Dòng 1')
  })
})
