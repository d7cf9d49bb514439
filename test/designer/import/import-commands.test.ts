// Proves that a form comes in as one entry: into an empty form as it is, behind what is there otherwise, under free names.
import { describe, expect, test } from 'vitest'
import { listDifferences } from '#core/change/list-differences.ts'
import { lintForm } from '#core/form/lint-form.ts'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import type { Form, Procedure } from '#schemas/generated/types.ts'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import { emptyHistory, record, undo } from '../../../designer/editing/history.ts'
import { usesOf } from '../../../designer/form-editor/form-rules.ts'
import { renameQuestion } from '../../../designer/form-editor/form-renames.ts'
import { insertForm, removeAdvanced } from '../../../designer/import/import-commands.ts'
import { orderedText } from '../form-editor/ordered-text.ts'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'

const brought: Form = {
  schema: {
    type: 'object', required: ['lyDo'],
    properties: { lyDo: { type: 'string', title: 'Lý do', oneOf: [{ const: 'a', title: 'A' }, { const: 'b', title: 'B' }] }, them: { type: 'string', title: 'Thêm' }, tinh: { $ref: '#/$defs/provinces', title: 'Tỉnh' } },
    $defs: { provinces: { type: 'string', oneOf: [{ const: '79', title: 'Thành phố Hồ Chí Minh' }] } },
  },
  pages: [{ id: 'trang-1', title: 'Chung', sections: [{ questions: ['/lyDo', '/them', '/tinh'] }] }],
  rules: [{ id: 'hoi-ly-do', title: '', when: { properties: { lyDo: { const: 'a' } }, required: ['lyDo'] }, show: ['/them'] }],
  advanced: [{ id: 'nang-cao-1', title: 'Một trong hai', schema: { anyOf: [{ required: ['lyDo'] }, { required: ['them'] }] } }],
}

const run = (before: Procedure): Procedure => {
  const done = carryOut(before, insertForm, { form: brought }, {}, 0)!
  expect(orderedText(undo(record(emptyHistory, done.entry), done.document)!.document)).toBe(orderedText(before))
  return done.document
}

describe('a form that is brought in', () => {
  test('stands in an empty procedure as it is', () => {
    const { form } = run(emptyProcedure('Mới', ''))
    expect(form!.pages.map((page) => [page.id, page.title])).toEqual([['chung', 'Chung']])
    expect(form!.schema).toMatchObject(brought.schema)
    expect(lintForm(form!).filter((issue) => issue.level === undefined)).toEqual([])
  })

  test('stands behind what is there, under free names, with everything that names its questions', () => {
    const before = sampleProcedure()
    const { form } = run(before)
    expect(Object.keys(form!.schema.properties).slice(-3)).toEqual(['lyDo2', 'them', 'tinh'])
    expect(form!.pages.map((page) => page.id)).toEqual(['chung', 'chi-tiet', 'chung2'])
    expect(form!.pages.at(-1)!.sections[0]!.questions).toEqual(['/lyDo2', '/them', '/tinh'])
    expect(form!.schema.properties['tinh']!.$ref).toBe('#/$defs/provinces2')
    expect(form!.rules!.at(-1)).toMatchObject({ id: 'hoi-ly-do2', when: { required: ['lyDo2'] }, show: ['/them'] })
    expect(form!.advanced![0]!.schema).toEqual({ anyOf: [{ required: ['lyDo2'] }, { required: ['them'] }] })
    expect(form!.schema.required).toEqual(['loaiHinh', 'lyDo', 'lyDo2'])
    expect(lintForm(form!)).toHaveLength(lintForm(before.form!).length)
  })
})

describe('an advanced rule', () => {
  const withRule = (): Procedure => carryOut(emptyProcedure('Mới', ''), insertForm, { form: brought }, {}, 0)!.document

  test('follows a new name and keeps its questions from going', () => {
    const procedure = JSON.parse(JSON.stringify(withRule())) as Procedure
    expect(usesOf(procedure, ['/them']).blocks.map((site) => site.pointer)).toEqual(['/form/advanced/0'])
    renameQuestion(procedure, '/them', 'khac', {})
    expect(procedure.form!.advanced![0]!.schema).toEqual({ anyOf: [{ required: ['lyDo'] }, { required: ['khac'] }] })
  })

  test('is seen by the reviewer when it comes and when it goes', () => {
    const [without, withOne] = [emptyProcedure('Mới', ''), withRule()]
    expect(listDifferences(without, withOne).filter(({ at }) => at.id === 'nang-cao-1').map(({ part, kind }) => [part, kind])).toEqual([['rule', 'added']])
    expect(listDifferences(withOne, without).filter(({ at }) => at.id === 'nang-cao-1').map(({ part, kind }) => [part, kind])).toEqual([['rule', 'removed']])
  })

  test('can be removed, and no empty list stays', () => {
    const done = carryOut(withRule(), removeAdvanced, { id: 'nang-cao-1' }, {}, 0)!
    expect(done.document.form).not.toHaveProperty('advanced')
    expect(carryOut(done.document, removeAdvanced, { id: 'nang-cao-1' }, {}, 0)).toBeUndefined()
  })
})
