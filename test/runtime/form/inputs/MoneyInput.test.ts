import { afterEach, describe, expect, it } from 'vitest'
import MoneyInput from '#runtime/form/inputs/MoneyInput.vue'
import { readMoney } from '#core/typing/read-money.ts'
import { mountInput } from './support.ts'

const question = { type: 'integer', minimum: 0, title: 'Vốn', 'x-field': 'money' } as const

afterEach(() => { document.body.innerHTML = '' })

describe('MoneyInput', () => {
  it('groups digits while they are typed and answers with whole đồng', async () => {
    const { input, answer, shown } = mountInput(MoneyInput, question)

    await input.get('input').setValue('1000000')

    expect(shown()).toEqual(['1.000.000'])
    expect(answer()).toBe(1000000)
  })

  it('goes on from a grouped amount', async () => {
    const { input, answer, shown } = mountInput(MoneyInput, question, { modelValue: 1000 })

    await input.get('input').setValue('1.0005')

    expect(shown()).toEqual(['10.005'])
    expect(answer()).toBe(10005)
  })

  it('keeps the caret behind the digit that was typed', async () => {
    const { input } = mountInput(MoneyInput, question, { modelValue: 1234567 })
    const field = input.get('input').element as HTMLInputElement

    field.value = '1.9234.567'
    field.setSelectionRange(3, 3)
    await input.get('input').trigger('input')
    await new Promise((resolve) => setTimeout(resolve))

    expect(field.value).toBe('19.234.567')
    expect(field.selectionStart).toBe(2)
  })

  it('keeps what is no amount, for the judge to refuse', async () => {
    const { input, answer, shown } = mountInput(MoneyInput, question)

    await input.get('input').setValue('một triệu')

    expect(shown()).toEqual(['một triệu'])
    expect(answer()).toBe('một triệu')
  })

  it('is unanswered when it is emptied, not zero', async () => {
    const { input, answer } = mountInput(MoneyInput, question, { modelValue: 5000 })

    await input.get('input').setValue('')

    expect(answer()).toBeUndefined()
  })

  it.each([['1 000 000 đ', 1000000], ['1.000.000 VND', 1000000], ['0', 0], ['-5', undefined], ['1e9', undefined], ['99999999999999999', undefined], ['đ', undefined], ['1,5', undefined], ['1,50 đ', undefined], ['1,500', 1500], ['1.5', 15]])('reads %s as %s', (typed, value) => {
    expect(readMoney(typed, 'vi')).toBe(value)
  })
})
