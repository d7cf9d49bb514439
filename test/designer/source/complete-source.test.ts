import { CompletionContext } from '@codemirror/autocomplete'
import { json } from '@codemirror/lang-json'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { completeSource } from '../../../designer/source/complete-source.ts'
import { printDocument } from '../../../designer/source/print-document.ts'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'

/** What is offered when `typed` stands in place of `mark`; the cursor stands at the |. */
const offers = (mark: string, typed: string, explicit = false): string[] => {
  const text = printDocument(sampleProcedure()).replace(mark, typed)
  const at = text.indexOf('|')
  const state = EditorState.create({ doc: text.replace('|', ''), extensions: [json()] })
  return completeSource(sampleProcedure)(new CompletionContext(state, at, explicit))?.options.map(({ label }) => label) ?? []
}

describe('completion', () => {
  it('offers names that begin to be typed, with or without quotes, and none that are there', () => {
    expect(offers('"maxLength": 500,', '"maxLength": 500,\n x-w|')).toEqual(['x-widget'])
    expect(offers('"maxLength": 500,', '"maxLength": 500,\n "x-w|": "",')).toEqual(['x-widget'])
    expect(offers('"maxLength": 500,', '"maxLength": 500,\n |\n', true)).toContain('pattern')
    expect(offers('"maxLength": 500,', '"maxLength": 500,\n |\n', true)).not.toContain('maxLength')
  })
  it('offers values inside of quotes, behind the colon, and in lists', () => {
    expect(offers('"x-widget": "radio"', '"x-widget": "ra|"')).toEqual(['"radio"'])
    expect(offers('"x-widget": "radio"', '"x-widget": |', true)).toEqual(expect.arrayContaining(['"radio"', '"select"']))
    expect(offers('"x-widget": "radio"', '"x-widget": se|')).toEqual(['"select"'])
    expect(offers('"/loaiHinh",', '"/loaiHinh", |', true)).toEqual(expect.arrayContaining(['"/lyDo"', '"/mau/*/kyHieu"']))
  })
  it('finds a question by its words', () => expect(offers('"/loaiHinh",', '"Ngày ký|",')).toEqual(['"/ngayKy"']))
  it('keeps quiet where nobody asked', () => expect(offers('"maxLength": 500,', '"maxLength": 500,\n |\n')).toEqual([]))
})
