import { describe, expect, it } from 'vitest'
import { wordAside, wordQuestions } from '#core/change/notice-words.ts'
import { compileForm } from '#core/form/compile-form.ts'
import type { Form, Question } from '#schemas/generated/types.ts'
import { buildForm, choice, text } from '../../../fixtures/core-builders.ts'

const english = (question: Question, title: string): Question => ({ ...question, 'x-i18n': { en: { title } } })
const fileId = '3b241101-e2bb-4255-8caf-4136c566a962'

const form: Form = buildForm({
  kind: english(choice('Loại', 'moi', 'lai'), 'Kind'),
  owner: { type: 'object', title: 'Chủ cơ sở', properties: { name: english(text('Họ tên'), 'Name'), born: { type: 'string', format: 'date', title: 'Ngày sinh', 'x-field': 'date' } } },
  seals: { type: 'array', title: 'Mẫu dấu', 'x-field': 'table', maxItems: 3, items: { type: 'object', properties: { mark: english(text('Ký hiệu'), 'Mark') } } },
  paper: { type: 'array', title: 'Quyết định', 'x-field': 'file', maxItems: 2, items: { type: 'string' }, 'x-file': { accept: ['pdf'], maxBytes: 1000 } },
}, [])
const compiled = compileForm(form)

describe('questions that need an answer again', () => {
  it('are told with their page, in the order of the form and in both languages', () => {
    expect(wordQuestions(compiled, ['/seals/1/mark', '/owner/name', '/kind', '/kind'])).toMatchObject([
      { pointer: '/kind', title: { vi: 'Loại', en: 'Kind' } },
      { pointer: '/owner/name', title: { vi: 'Họ tên', en: 'Name' } },
      { pointer: '/seals/1/mark', title: { vi: 'Mẫu dấu 2, Ký hiệu', en: 'Mẫu dấu 2, Mark' } },
    ])
    expect(wordQuestions(compiled, ['/kind'])[0]!.page).toBe(form.pages[0]!.id)
  })

  it('lead to the table where every row is meant', () => {
    expect(wordQuestions(compiled, ['/seals/*/mark'])).toMatchObject([{ pointer: '/seals', title: { vi: 'Mẫu dấu, Ký hiệu' } }])
  })

  it('are questions of the form: nothing else is listed', () => {
    expect(wordQuestions(compiled, ['', '/gone', '/gone/deeper'])).toEqual([])
  })
})

describe('answers without a place', () => {
  const files = new Map([[fileId, { name: 'quyet-dinh.pdf' }]])
  const told = (pointer: string, value: unknown) => wordAside(compiled, [{ pointer, value }], files).map(({ title, text: words }) => [title.vi, words.vi])

  it('are read as they were answered', () => {
    expect(told('/kind', 'moi')).toEqual([['Loại', 'MOI']])
    expect(told('/owner/born', '1990-02-01')).toEqual([['Ngày sinh', '01/02/1990']])
    expect(told('/paper', [fileId])).toEqual([['Quyết định', 'quyet-dinh.pdf']])
  })

  it('are told one by one where a group or a table went', () => {
    expect(told('/owner', { name: 'An', born: '1990-02-01' })).toEqual([['Họ tên', 'An'], ['Ngày sinh', '01/02/1990']])
    expect(told('/seals', [{ mark: 'A' }, { mark: 'B' }])).toEqual([['Mẫu dấu 1, Ký hiệu', 'A'], ['Mẫu dấu 2, Ký hiệu', 'B']])
  })

  it('are told by their name where even their form does not know them', () => {
    expect(told('/old/note', 'x')).toEqual([['old, note', 'x']])
  })
})
