import { describe, expect, it } from 'vitest'
import type { Form } from '#schemas/generated/types.ts'
import { findRelevance } from '#core/condition/relevance.ts'
import { compileForm } from '#core/form/compile-form.ts'
import { columnsOf, isRequired, optionsOf, pageOf } from '#runtime/form/question-facts.ts'
import { listIssues } from '#runtime/form/list-issues.ts'
import { labelOf } from '#runtime/form/question-label.ts'

const text = { type: 'string', maxLength: 60 } as const
const form: Form = {
  schema: {
    type: 'object', required: ['kind', 'rows'],
    properties: {
      kind: { type: 'string', title: 'Loại', oneOf: [{ const: 'a', title: 'A' }, { const: 'b', title: 'B' }] },
      optional: { type: 'object', required: ['inner'], properties: { inner: { ...text, title: 'Trong nhóm' } } },
      note: { ...text, title: 'Ghi chú' },
      rows: { type: 'array', title: 'Bảng', 'x-itemTitle': 'Mẫu {n}', items: { type: 'object', required: ['x'], properties: { x: { ...text, title: 'X' }, y: { ...text, title: 'Y' }, deep: { type: 'object', properties: { z: { ...text, title: 'Z' } } } } } },
    },
  },
  pages: [{ id: 'one', title: 'Một', sections: [{ questions: ['/kind', '/optional', '/note'] }] }, { id: 'two', title: 'Hai', sections: [{ questions: ['/rows'] }] }],
  rules: [
    { id: 'need', title: 'Cần ghi chú', when: { properties: { kind: { const: 'b' } }, required: ['kind'] }, require: ['/note'] },
    { id: 'needY', title: 'Cần Y', within: '/rows', when: { properties: { x: { const: '1' } }, required: ['x'] }, require: ['/y'] },
    { id: 'only', title: 'Chỉ A', when: { required: ['note'] }, limit: { path: '/kind', options: ['a'] } },
  ],
}
const compiled = compileForm(form)

describe('isRequired', () => {
  it.each([['/kind', {}, true], ['/note', {}, false], ['/note', { kind: 'b' }, true], ['/optional/inner', {}, false], ['/rows/0/x', {}, true], ['/rows/0/y', { rows: [{ x: '2' }] }, false], ['/rows/1/y', { rows: [{}, { x: '1' }] }, true]])('says of %s with %o: %s', (pointer, answers, required) => {
    expect(isRequired(compiled, answers, pointer)).toBe(required)
  })
})

describe('the facts of a question', () => {
  it('are the options that may be chosen now', () => {
    const { kind } = form.schema.properties

    expect(optionsOf(compiled, findRelevance(compiled, {}), '/kind', kind!).map((option) => option.const)).toEqual(['a', 'b'])
    expect(optionsOf(compiled, findRelevance(compiled, { note: 'x' }), '/kind', kind!).map((option) => option.const)).toEqual(['a'])
  })

  it('are its page, also for what stands inside it', () => {
    expect([pageOf(compiled, '/note'), pageOf(compiled, '/rows/3/x'), pageOf(compiled, '/optional/inner'), pageOf(compiled, '')]).toEqual(['one', 'two', 'one', undefined])
  })

  it('are the columns of a table, groups opened up', () => {
    expect(columnsOf(compiled, '/rows').map((column) => column.path)).toEqual(['/rows/*/x', '/rows/*/y', '/rows/*/deep/z'])
  })

  it('are the words that lead to it', () => {
    expect(labelOf(compiled, {}, '/rows/1/deep/z', 'vi')).toBe('Bảng, Mẫu 2, Z')
    expect(labelOf(compiled, {}, '/optional/inner', 'vi')).toBe('Trong nhóm')
  })
})

describe('listIssues', () => {
  it('puts errors before warnings and follows the order of the pages', () => {
    const issue = (pointer: string, more = {}) => ({ pointer, code: 'required', ...more })

    const listed = listIssues(compiled, {}, [issue('/rows/10/x'), issue('/rows/2/x'), issue('/kind', { level: 'warning' }), issue('/note')], 'vi')

    expect(listed.map((each) => each.pointer)).toEqual(['/note', '/rows/2/x', '/rows/10/x', '/kind'])
    expect(listed[1]).toMatchObject({ page: 'two', control: 'q-rows-2-x', label: 'Bảng, Mẫu 3, X' })
  })
})
