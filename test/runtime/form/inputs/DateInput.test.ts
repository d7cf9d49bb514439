import { afterEach, describe, expect, it } from 'vitest'
import { joinParts, readWholeDate, splitDate } from '#core/typing/date-parts.ts'
import DateInput from '#runtime/form/inputs/DateInput.vue'
import { mountInput } from './support.ts'

const question = { type: 'string', format: 'date', title: 'Ngày ký' } as const
const open = (modelValue?: unknown) => mountInput(DateInput, question, { modelValue })
const paste = (text: string) => ({ clipboardData: { getData: () => text } })

afterEach(() => { document.body.innerHTML = '' })

describe('DateInput', () => {
  it('answers with a date when day, month and year are typed', async () => {
    const { input, answer } = open()
    const [day, month, year] = input.findAll('input')

    await day!.setValue('5')
    await month!.setValue('3')
    await year!.setValue('2026')

    expect(answer()).toBe('2026-03-05')
  })

  it('keeps incomplete typing, also after a reload', async () => {
    const { input, answer, shown } = open()
    await input.findAll('input')[0]!.setValue('21')
    await input.findAll('input')[1]!.setValue('11')

    expect(shown()).toEqual(['21', '11', ''])
    expect(open(answer()).shown()).toEqual(['21', '11', ''])
  })

  it('leaves what is typed alone while it goes on', async () => {
    const { input, shown } = open()

    await input.findAll('input')[0]!.setValue('0')
    await input.findAll('input')[2]!.setValue('20')

    expect(shown()).toEqual(['0', '', '20'])
  })

  it.each(['21/11/2026', '21-11-2026', '2026-11-21', 'ngày 21 tháng 11 năm 2026'])('takes %s pasted into any field', async (text) => {
    const { input, answer, shown } = open()

    await input.findAll('input')[1]!.trigger('paste', paste(text))

    expect(answer()).toBe('2026-11-21')
    expect(shown()).toEqual(['21', '11', '2026'])
  })

  it('is unanswered when everything is cleared', async () => {
    const { input, answer } = open('2026-11-21')

    for (const field of input.findAll('input')) await field.setValue('')

    expect(answer()).toBeUndefined()
  })

  it('goes to the next field at a slash', async () => {
    const { input, answer } = open()

    await input.findAll('input')[0]!.setValue('7/')

    expect(document.activeElement).toBe(input.findAll('input')[1]!.element)
    expect(answer()).toBe('--07')
  })

  it('says its parts', () => {
    const { input } = open()

    expect(input.findAll('label').map((label) => label.text())).toEqual(['Ngày', 'Tháng', 'Năm'])
  })
})

describe('date parts', () => {
  it.each([['2026-11-21', { day: '21', month: '11', year: '2026' }], ['-11-', { day: '', month: '11', year: '' }], [undefined, { day: '', month: '', year: '' }], [7, { day: '', month: '', year: '' }]])('splits %s', (answer, parts) => {
    expect(splitDate(answer)).toEqual(parts)
  })

  it('joins what it split', () => {
    for (const answer of ['2026-11-21', '-11-', '2026--', '--07']) expect(joinParts(splitDate(answer))).toBe(answer)
  })

  it('reads no date out of half a date', () => {
    expect(readWholeDate('21/11')).toBeUndefined()
    expect(readWholeDate('21/11/26')).toBeUndefined()
  })
})
