import { describe, expect, it } from 'vitest'
import { restoredRevision } from '#core/change/restore-revision.ts'
import { answerCells, answerColumns, answerPaths, type AskedRevision } from '#core/export/answer-columns.ts'
import { compileForm } from '#core/form/compile-form.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import type { Procedure, Question } from '#schemas/generated/types.ts'
import { buildForm, buildProcedure } from '../../../fixtures/build.ts'
import { text } from '../../../fixtures/core-builders.ts'
import { renamed } from '../../../fixtures/renamed.ts'

const asking = (properties: Record<string, Question>, migrations: Procedure['migrations'] = []): Procedure => ({ ...buildProcedure(), form: buildForm(properties), migrations })
const asked = (revision: string, procedure: Procedure): AskedRevision => ({ revision, procedure, paths: answerPaths(compileForm(procedure.form!).schema, procedure) })
const table = (revisions: AskedRevision[], ...dossiers: [revision: string, answers: Answers][]) => {
  const { names, of } = answerColumns(revisions)
  return { names, rows: dossiers.map(([revision, answers]) => answerCells(answers, of.get(revision)!, names.length)) }
}

describe('answerPaths', () => {
  it('are single answers, of tables the columns, of lists the list, without what is sensitive', () => {
    const procedure = asking({
      ten: text('Tên'), mau: { type: 'array', title: 'Mẫu', items: { type: 'object', properties: { so: text('Số') } } }, chon: { type: 'array', title: 'Chọn', items: text('') },
      nhom: { type: 'object', title: 'Nhóm', properties: { a: text('A'), benh: text('Bệnh', { 'x-privacy': { class: 'sensitive' } }) } }, mau2: text('', { 'x-privacy': { class: 'sensitive' } }),
    })
    expect(asked('1', procedure).paths).toEqual(['/ten', '/mau/*/so', '/chon', '/nhom/a'])
  })
})

describe('answerColumns', () => {
  it('has one column for an answer, under its newest name', () => {
    const first = asking({ ten: text('Tên') })
    const second = renamed(first, '/ten', 'hoTen')
    expect(table([asked('1', first), asked('2', second)], ['1', { ten: 'An' }], ['2', { hoTen: 'Bình' }])).toEqual({ names: ['/hoTen'], rows: [['An'], ['Bình']] })
  })
  it('follows over several revisions, and keeps what is asked no more', () => {
    const first = asking({ ten: text('Tên'), fax: text('Fax') })
    const second = asking({ hoTen: text('Tên') }, [{ from: '/ten', to: '/hoTen' }])
    const third = asking({ nguoi: { type: 'object', title: '', properties: { ten: text('') } }, email: text('') }, [{ from: '/ten', to: '/hoTen' }, { from: '/hoTen', to: '/nguoi/ten' }])
    expect(table([asked('1', first), asked('2', second), asked('3', third)], ['1', { ten: 'An', fax: '1' }], ['3', { nguoi: { ten: 'Bình' }, email: 'b@x.vn' }]))
      .toEqual({ names: ['/nguoi/ten', '/fax', '/email'], rows: [['An', '1', undefined], ['Bình', undefined, 'b@x.vn']] })
  })
  it('gives two answers a column each that bore one name at different times', () => {
    const first = asking({ a: text(''), b: text('') })
    const second = asking({ b: text('') }, [{ from: '/a', to: '/b' }])
    expect(table([asked('1', first), asked('2', second)], ['1', { a: 'An', b: 'Bình' }], ['2', { b: 'Chi' }])).toEqual({ names: ['/b', '/b'], rows: [['An', 'Bình'], ['Chi', undefined]] })
  })
  it('calls answers again as they were called when an older revision comes into force again', () => {
    const first = asking({ ten: text('Tên') })
    const second = renamed(first, '/ten', 'hoTen')
    const rows: [string, Answers][] = [['1', { ten: 'An' }], ['2', { hoTen: 'Bình' }]]
    const expected = { names: ['/ten'], rows: [['An'], ['Bình']] }
    expect(table([asked('1', first), asked('2', second), asked('1', first)], ...rows)).toEqual(expected)
    expect(table([asked('1', first), asked('2', second), asked('3', restoredRevision(first, second))], ...rows)).toEqual(expected)
  })
  it('writes rows of tables line by line, lists and numbers as they are', () => {
    const procedure = asking({ mau: { type: 'array', title: '', items: { type: 'object', properties: { so: text(''), n: { type: 'integer', title: '' } } } }, chon: { type: 'array', title: '', items: text('') }, gap: { type: 'boolean', title: '' }, tuoi: { type: 'integer', title: '' } })
    expect(table([asked('1', procedure)], ['1', { mau: [{ so: 'A', n: 1 }, { so: 'B' }], chon: ['x', 'y'], gap: false, tuoi: 30 }]).rows).toEqual([['A\nB', '1\n', 'x; y', 'false', 30]])
  })
})
