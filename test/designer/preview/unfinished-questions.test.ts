import { expect, it } from 'vitest'
import { unfinishedQuestions } from '../../../designer/preview/unfinished-questions.ts'
import { buildForm, choice, text } from '../../fixtures/core-builders.ts'

it('names questions without words, options or columns, and no others', () => {
  const form = buildForm({
    ten: text('Họ và tên'), trong: text(' '), chon: choice('Chọn một'), nhieu: { type: 'array', title: 'Chọn nhiều', 'x-field': 'choices', items: { type: 'string' } }, du: choice('Đủ', 'a', 'b'),
    bang: { type: 'array', title: 'Bảng', 'x-field': 'table', items: { type: 'object', properties: {} } }, nhom: { type: 'object', properties: { x: text('') } },
  })
  expect(unfinishedQuestions(form).map(({ path, missing }) => [path, missing])).toEqual([['/trong', 'title'], ['/chon', 'options'], ['/nhieu', 'options'], ['/bang', 'columns'], ['/nhom/x', 'title']])
})
