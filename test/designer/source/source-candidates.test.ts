import { describe, expect, it } from 'vitest'
import { namesAt, descriptionAt } from '../../../designer/source/document-schema.ts'
import { selectionPointer } from '../../../designer/source/selection-pointer.ts'
import { nameCandidates, valueCandidates } from '../../../designer/source/source-candidates.ts'
import { issuePlace } from '../../../designer/editing/issue-place.ts'
import type { Selection } from '../../../designer/editing/selection.ts'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'

const at = (pointer: string): string[] => pointer.slice(1).split('/')
const values = (pointer: string) => valueCandidates(sampleProcedure(), at(pointer)).map(({ value }) => value)

describe('the source offers', () => {
  it.each<[string, unknown[]]>([
    ['/form/schema/properties/lyDo/type', ['object', 'array', 'string', 'number', 'integer', 'boolean']],
    ['/form/schema/properties/lyDo/x-widget', ['radio', 'select']],
    ['/form/schema/properties/lyDo/x-field', ['text', 'money', 'file']],
    ['/form/schema/properties/coSo/properties/tinh/$ref', ['#/$defs/provinces']],
    ['/form/schema/required/0', ['loaiHinh', 'lyDo', 'mau']],
    ['/form/schema/properties/mau/items/required/0', ['kyHieu', 'soLuong']],
    ['/form/schema/properties/mau/x-uniqueBy/0', ['kyHieu', 'soLuong', 'donGia']],
    ['/form/pages/0/sections/0/questions/2', ['/loaiHinh', '/coSo/ten', '/mau/*/kyHieu']],
    ['/form/rules/0/show/0', ['/lyDo']],
    ['/form/rules/0/when/properties/loaiHinh/const', ['moi', 'capLai']],
    ['/form/rules/0/when/properties/loaiHinh/enum/0', ['moi', 'capLai']],
    ['/form/rules/0/when/required/0', ['loaiHinh', 'lyDo']],
    ['/form/rules/2/when/required/0', ['soLuong', 'donGia']],
    ['/form/pages/1/when/properties/coSo/properties/tinh/const', ['01']],
    ['/fees/0/kind', ['fee', 'charge']],
    ['/fees/0/when/properties/loaiHinh/const', ['moi']],
    ['/workflow/start', ['intake']],
    ['/workflow/steps/0/by/role', ['one-stop']],
    ['/workflow/steps/0/actions/0/to', ['intake', 'granted']],
    ['/info/channels/0/kind', ['online', 'counter', 'post']],
  ])('at %s what fits there', (pointer, some) => expect(values(pointer)).toEqual(expect.arrayContaining(some)))

  it('the names that an object may have, and in a condition the questions it may speak of', () => {
    expect([...namesAt(at('/form/schema/properties/lyDo')).keys()]).toEqual(expect.arrayContaining(['title', 'x-privacy', 'oneOf']))
    expect([...namesAt(at('/workflow/steps/0/actions/0')).keys()]).toEqual(expect.arrayContaining(['to', 'asks', 'when']))
    expect(nameCandidates(sampleProcedure(), at('/form/rules/0/when/properties')).map(({ value }) => value)).toEqual(['loaiHinh', 'lyDo', 'dienTich', 'ngayKy', 'coSo', 'mau', 'tong'])
    expect(nameCandidates(sampleProcedure(), at('/form/rules/2/when/properties')).map(({ value }) => value)).toEqual(['kyHieu', 'soLuong', 'donGia'])
    expect(nameCandidates(sampleProcedure(), at('/form/schema/properties'))).toEqual([])
  })
  it('what the schema says about a place', () => expect(descriptionAt(at('/form/schema/properties/lyDo/x-uniqueBy'))).toContain('Columns'))
})

describe('the card and the text', () => {
  it.each<[string, Selection]>([
    ['/form/schema/properties/coSo/properties/ten', { kind: 'question', path: '/coSo/ten' }],
    ['/form/schema/properties/mau/items/properties/kyHieu', { kind: 'question', path: '/mau/*/kyHieu' }],
    ['/form/pages/1', { kind: 'page', page: 'chi-tiet' }],
    ['/form/pages/0/sections/1', { kind: 'section', page: 'chung', section: 1 }],
    ['/workflow/steps/0', { kind: 'step', id: 'intake' }],
    ['/fees/0', { kind: 'fee', id: 'phi' }],
  ])('find each other at %s', (pointer, selection) => {
    expect(selectionPointer(sampleProcedure(), selection)).toBe(pointer)
    expect(issuePlace(sampleProcedure(), pointer).selection).toEqual(selection)
  })
})
