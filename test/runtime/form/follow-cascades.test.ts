import { describe, expect, it } from 'vitest'
import { findRelevance } from '#core/condition/relevance.ts'
import { compileForm } from '#core/form/compile-form.ts'
import { followCascades } from '#runtime/form/follow-cascades.ts'
import { awaitedAt, optionsOf } from '#runtime/form/question-facts.ts'
import { useForm } from '#runtime/form/use-form.ts'
import { buildForm, choice, is, rule, text } from '../../fixtures/core-builders.ts'

const child = (title: string, ...pairs: [string, string?][]) => ({ ...choice(title), oneOf: pairs.map(([value, parent]) => ({ const: value, title: value.toUpperCase(), ...(parent && { parent }) })) })
const form = compileForm(buildForm({
  kind: choice('Loại', 'a', 'b'),
  province: choice('Tỉnh', 'p', 'q'),
  district: child('Huyện', ['p1', 'p'], ['p2', 'p'], ['q1', 'q']),
  village: child('Thôn', ['p1x', 'p1'], ['q1x', 'q1'], ['khac']),
  many: { type: 'array', title: 'Nhiều', 'x-field': 'choices', items: { type: 'string', oneOf: child('', ['p1', 'p'], ['q1', 'q'], ['x']).oneOf } },
  rows: { type: 'array', title: 'Bảng', 'x-field': 'table', items: { type: 'object', properties: { note: text('Ghi chú'), province: choice('Tỉnh', 'p', 'q'), district: child('Huyện', ['p1', 'p'], ['q1', 'q']) } } },
}, [], { rules: [
  rule('shown', is('kind', 'a'), { show: ['/province'] }),
  rule('district', {}, { limit: { path: '/district', by: '/province' } }), rule('village', {}, { limit: { path: '/village', by: '/district' } }),
  rule('many', {}, { limit: { path: '/many', by: '/province' } }), rule('rows', {}, { within: '/rows', limit: { path: '/district', by: '/province' } }),
] }))
const full = { kind: 'a', province: 'p', district: 'p1', village: 'p1x', many: ['p1', 'x'] }

describe('followCascades', () => {
  it('drops what belonged to the answer before, however long the chain', () => {
    expect(followCascades(form, full, { ...full, province: 'q' })).toEqual({ answers: { kind: 'a', province: 'q', many: ['x'] }, dropped: ['/district', '/village', '/many'] })
    expect(followCascades(form, full, { ...full, district: 'p2' })).toEqual({ answers: { ...full, district: 'p2', village: undefined }, dropped: ['/village'] })
  })

  it('keeps what belongs everywhere, and everything when nothing that limits it changed', () => {
    const before = { ...full, village: 'khac' }
    expect(followCascades(form, before, { kind: 'a', district: 'p1', village: 'khac', many: ['x'] })).toEqual({ answers: { kind: 'a', village: 'khac', many: ['x'] }, dropped: ['/district'] })
    expect(followCascades(form, full, { ...full, kind: 'b' }).dropped).toEqual([])
  })

  it('follows each row by itself, also when a row above it goes', () => {
    const rows = [{ province: 'p', district: 'p1' }, { province: 'q', district: 'q1' }]
    expect(followCascades(form, { rows }, { rows: [rows[0], { province: 'p', district: 'q1' }] })).toEqual({ answers: { rows: [rows[0], { province: 'p' }] }, dropped: ['/rows/1/district'] })
    expect(followCascades(form, { rows }, { rows: [rows[1]] })).toEqual({ answers: { rows: [rows[1]] }, dropped: [] })
  })
})

describe('the options of a cascade', () => {
  const values = (answers: Record<string, unknown>, pointer: string) => optionsOf(form, findRelevance(form, answers), pointer, form.questions.get(pointer.replace(/\/\d+/, '/*'))!.question).map((option) => option.const)

  it('are those of the answer', () => {
    expect(values({ kind: 'a', province: 'p' }, '/district')).toEqual(['p1', 'p2'])
    expect(values({ district: 'q1' }, '/village')).toEqual(['q1x', 'khac'])
    expect(values({ rows: [{ province: 'q' }] }, '/rows/0/district')).toEqual(['q1'])
  })

  it('wait for the answer while that is asked, and are all of them when it is not', () => {
    expect(values({ kind: 'a' }, '/district')).toEqual([])
    expect(awaitedAt(form, findRelevance(form, { kind: 'a' }), '/district')).toBe('/province')
    expect(values({}, '/district')).toEqual(['p1', 'p2', 'q1'])
    expect(awaitedAt(form, findRelevance(form, {}), '/district')).toBeUndefined()
  })
})

describe('useForm', () => {
  it('drops an answer that no longer fits and says whose, until it is answered again', () => {
    const state = useForm({ compiled: form, answers: full, locale: 'vi' })

    state.write('/province', 'q')
    expect([state.read('/district'), state.dropped.value, state.wasDropped('/district')]).toEqual([undefined, 'Huyện, Thôn, Nhiều', true])

    state.write('/district', 'q1')
    expect([state.dropped.value, state.wasDropped('/district'), state.wasDropped('/village')]).toEqual(['', false, true])
  })
})
