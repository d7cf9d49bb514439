// Copy and paste: names stay unique, rules follow what they read, and nothing is guessed.
import { describe, expect, it } from 'vitest'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import { lintForm } from '#core/form/lint-form.ts'
import type { Form, Procedure } from '#schemas/generated/types.ts'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import { clipText, copyQuestions, readClip } from '../../../designer/form-editor/clip.ts'
import { knownHere, pasteQuestions, unconnected, type Pasting } from '../../../designer/form-editor/paste-command.ts'
import { sampleProcedure } from './sample-procedure.ts'

const paste = (args: Pasting, into: Procedure = sampleProcedure()): Form => carryOut(into, pasteQuestions, args, {}, 0)!.document.form!
const copied = (...paths: string[]) => copyQuestions(sampleProcedure().form!, paths)
const atTop = { at: { page: 'chung', section: 1, index: 1 } }

const emptyForm = (): Procedure => {
  const procedure = emptyProcedure('Thủ tục khác', 'TT-02')
  procedure.form = { schema: { type: 'object', properties: {} }, pages: [{ id: 'mot', title: 'Một', sections: [{ questions: [] }] }] }
  return procedure
}
const intoEmpty = { at: { page: 'mot', section: 0, index: 0 } }

describe('pasteQuestions', () => {
  it('gives a question beside its original a free name, and its rule reads what the original reads', () => {
    const clip = copied('/lyDo')
    const form = paste({ clip, target: atTop, connect: knownHere(sampleProcedure().form!, clip) })
    expect(form.pages[0]!.sections[1]!.questions).toEqual(['/dienTich', '/lyDo2'])
    expect(form.rules!.at(-1)).toEqual({ id: 'hoi-ly-do2', title: '', when: { properties: { loaiHinh: { const: 'capLai' } }, required: ['loaiHinh'] }, show: ['/lyDo2'] })
    expect(form.schema.required).toEqual(['loaiHinh', 'lyDo', 'lyDo2'])
  })
  it('maps rules between questions that are copied together to the copies', () => {
    const form = paste({ clip: copied('/loaiHinh', '/lyDo'), target: atTop })
    expect(form.rules!.at(-1)).toMatchObject({ when: { properties: { loaiHinh2: { const: 'capLai' } }, required: ['loaiHinh2'] }, show: ['/lyDo2'] })
  })
  it('leaves out, and names, the rules whose question is not here', () => {
    const clip = copied('/lyDo')
    const form = paste({ clip, target: intoEmpty }, emptyForm())
    expect(unconnected(clip, knownHere(emptyForm().form!, clip))).toEqual(['/loaiHinh'])
    expect(clip.outside).toEqual({ '/loaiHinh': 'Loại hình' })
    expect(Object.keys(form.schema.properties)).toEqual(['lyDo'])
    expect(form.rules ?? []).toEqual([])
  })
  it('takes a table with the rules and checks of its rows and the code lists of its columns', () => {
    const form = paste({ clip: copied('/mau', '/coSo', '/ngayKy', '/dienTich'), target: intoEmpty }, emptyForm())
    expect(form.rules!.map((rule) => rule.within ?? '')).toEqual(['', '/mau', ''])
    expect(form.checks).toHaveLength(1)
    expect(form.schema.$defs).toHaveProperty('provinces')
    expect(lintForm(form).filter((issue) => issue.level === undefined)).toEqual([])
  })
  it('keeps a code list that has another content here under a name of its own', () => {
    const other = emptyForm()
    other.form!.schema.$defs = { provinces: { type: 'string', oneOf: [{ const: '79', title: 'Thành phố Hồ Chí Minh' }] } }
    const form = paste({ clip: copied('/coSo'), target: intoEmpty }, other)
    expect(Object.keys(form.schema.$defs!)).toEqual(['provinces', 'provinces2'])
    expect(form.schema.properties['coSo']!.properties!['tinh']!.$ref).toBe('#/$defs/provinces2')
  })
  it('puts columns into another table with the rule about their row', () => {
    const target = sampleProcedure()
    target.form!.schema.properties['khac'] = { type: 'array', title: 'Khác', 'x-field': 'table', items: { type: 'object', properties: {} } }
    const form = paste({ clip: copied('/mau/*/soLuong', '/mau/*/donGia'), target: { parent: '/khac', index: 0 } }, target)
    expect(Object.keys(form.schema.properties['khac']!.items!.properties!)).toEqual(['soLuong', 'donGia'])
    expect(form.rules!.at(-1)).toMatchObject({ within: '/khac', require: ['/donGia'] })
  })
})

describe('the clip', () => {
  it('survives the clipboard as text', () => {
    const clip = copied('/mau', '/lyDo')
    expect(readClip(JSON.stringify(clip))).toEqual(clip)
    expect(clipText(clip)).toBe('Mẫu\nLý do')
  })
  it.each([['words', 'Họ và tên'], ['other JSON', '{"kind":"procedure-questions"}'], ['half of it', JSON.stringify(copied('/lyDo')).slice(0, 80)], ['a wild path', JSON.stringify({ ...copied('/lyDo'), questions: [{ path: '/__proto__', question: {} }] })]])('is not made of %s', (_what, text) => {
    expect(readClip(text)).toBeUndefined()
  })
  it('holds a part only once when the group that holds it is copied too', () => {
    expect(copied('/coSo', '/coSo/ten').questions.map((each) => each.path)).toEqual(['/coSo'])
  })
})
