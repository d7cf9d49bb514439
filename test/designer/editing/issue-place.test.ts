import { describe, expect, it } from 'vitest'
import { issuePlace } from '../../../designer/editing/issue-place.ts'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'

const place = (pointer: string) => issuePlace(sampleProcedure(), pointer)

describe('issuePlace', () => {
  it.each([
    ['/form/schema/properties/lyDo', { kind: 'question', path: '/lyDo' }],
    ['/form/schema/properties/lyDo/pattern', { kind: 'question', path: '/lyDo' }],
    ['/form/schema/properties/coSo/properties/ten/title', { kind: 'question', path: '/coSo/ten' }],
    ['/form/schema/properties/mau/items/properties/kyHieu', { kind: 'question', path: '/mau/*/kyHieu' }],
    ['/form/schema/properties/mau/items/required/0', { kind: 'question', path: '/mau' }],
    ['/form/pages/1', { kind: 'page', page: 'chi-tiet' }],
    ['/form/pages/0/sections/1/questions/0', { kind: 'section', page: 'chung', section: 1 }],
    ['/form/rules/0', { kind: 'question', path: '/lyDo' }],
    ['/form/rules/2', { kind: 'question', path: '/mau/*/donGia' }],
    ['/form/checks/0/formula', { kind: 'question', path: '/ngayKy' }],
  ])('finds %s in the form', (pointer, selection) => expect(place(pointer)).toEqual({ route: 'form', selection }))
  it('finds fields of the information, steps and fees', () => {
    expect(place('/info/sequence')).toEqual({ route: 'information', anchor: 'info-sequence' })
    expect(place('/workflow/steps/1')).toEqual({ route: 'workflow', anchor: 'step', selection: { kind: 'step', id: 'appraisal' } })
    expect(place('/workflow/steps/1/timers/0')).toEqual({ route: 'workflow', anchor: 'timers', selection: { kind: 'step', id: 'appraisal' } })
    expect(place('/fees/0/amount')).toEqual({ route: 'fees', selection: { kind: 'fee', id: 'phi' } })
  })
  it('leads to the page when the thing is gone', () => {
    expect(place('/form/schema/properties/khongCo')).toEqual({ route: 'form' })
    expect(place('/workflow/clock')).toEqual({ route: 'workflow', anchor: 'settings' })
    expect(place('')).toEqual({ route: 'overview' })
  })
})
