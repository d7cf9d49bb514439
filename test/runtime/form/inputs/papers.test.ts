// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import DateInput from '#runtime/form/inputs/DateInput.vue'
import IdentityInput from '#runtime/form/inputs/IdentityInput.vue'

const typed = async (field: string, text: string): Promise<unknown> => {
  const screen = mount(IdentityInput, { props: { question: { type: 'string', 'x-field': field }, pointer: '/x', locale: 'vi' } })
  await screen.find('input').setValue(text)
  return screen.emitted('update:modelValue')!.at(-1)![0]
}

describe('IdentityInput', () => {
  it.each([
    ['passport', 'c 1234567', 'C1234567'], ['personIdOrPassport', '001 085 012 345', '001085012345'], ['vehiclePlate', '51f-123.45', '51F-123.45'], ['wasteCode', '120103', '12 01 03'],
    ['website', 'coquan.vn/tin', 'https://coquan.vn/tin'], ['time', '8h30', '08:30'], ['hsCode', '3907.20.90', '39072090'],
  ])('of %s takes %s as %s', async (field, text, answer) => {
    expect(await typed(field, text)).toBe(answer)
  })
})

describe('DateInput of an incomplete date', () => {
  it('takes a year alone, and shows it again', async () => {
    const screen = mount(DateInput, { props: { question: { type: 'string', 'x-field': 'partialDate' }, pointer: '/x', locale: 'vi', modelValue: '1985-03' } })
    const [day, month, year] = screen.findAll('input')
    expect([day, month, year].map((each) => (each!.element as HTMLInputElement).value)).toEqual(['', '03', '1985'])

    await month!.setValue('')
    expect(screen.emitted('update:modelValue')!.at(-1)).toEqual(['1985'])
    await day!.setValue('5')
    expect(screen.emitted('update:modelValue')!.at(-1)).toEqual(['1985--05'])
  })
})
