import { describe, expect, it } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import { suggestAnswers, withoutSuggestions } from '#runtime/form/suggest-answers.ts'

const text = { type: 'string', maxLength: 60, 'x-field': 'text' } as const
const form = compileForm({
  schema: {
    type: 'object',
    properties: {
      name: { ...text, title: 'Tên' },
      short: { ...text, title: 'Tên ngắn', 'x-prefill': { from: 'formula', formula: { var: 'name' } } },
      shorter: { ...text, title: 'Tên rất ngắn', 'x-prefill': { from: 'formula', formula: { var: 'short' } } },
      mail: { ...text, title: 'Thư', 'x-prefill': { from: 'profile', key: 'person.email' } },
      rows: { type: 'array', title: 'Bảng', items: { type: 'object', properties: { a: { ...text, title: 'A' }, b: { ...text, title: 'B', 'x-prefill': { from: 'formula', formula: { var: 'a' } } } } } },
    },
  },
  pages: [{ id: 'p', title: 'P', sections: [{ questions: ['/name', '/short', '/shorter', '/mail', '/rows'] }] }],
})
const facts = { today: '2026-11-21' }

describe('suggestAnswers', () => {
  it('fills in from formulas and from formulas over suggestions; what the office knows is not its matter', () => {
    const { answers, pointers } = suggestAnswers(form, { name: 'Viện A' }, new Set(), facts)

    expect(answers).toEqual({ name: 'Viện A', short: 'Viện A', shorter: 'Viện A' })
    expect([...pointers].sort()).toEqual(['/short', '/shorter'])
  })

  it('reads the row that the question stands in', () => {
    expect(suggestAnswers(form, { rows: [{ a: '1' }, { a: '2', b: 'x' }] }, new Set(), facts).answers['rows']).toEqual([{ a: '1', b: '1' }, { a: '2', b: 'x' }])
  })

  it('leaves alone what the person answered or emptied', () => {
    expect(suggestAnswers(form, { name: 'A', short: 'B' }, new Set(['/shorter', '/mail']), facts).answers).toEqual({ name: 'A', short: 'B' })
  })

  it('changes nothing where nothing is known', () => {
    const given = {}

    expect(suggestAnswers(form, given, new Set(['/mail']), facts).answers).toBe(given)
  })
})

describe('withoutSuggestions', () => {
  it('lets what was only suggested follow again after a reload, and keeps what the person wrote', () => {
    expect(withoutSuggestions(form, { name: 'A', short: 'A' }, facts)).toEqual({ name: 'A' })
    expect(withoutSuggestions(form, { name: 'A', short: 'khác' }, facts)).toEqual({ name: 'A', short: 'khác' })
  })
})

describe('the author\'s own first value', () => {
  const preset = compileForm({
    schema: {
      type: 'object', required: ['firm'],
      properties: {
        way: { ...text, title: 'Cách', default: 'qua mạng' },
        sure: { type: 'boolean', const: true, title: 'Cam đoan', default: true },
        firm: { type: 'object', title: 'Cơ sở', required: ['land'], properties: { land: { ...text, title: 'Nước', default: 'VN' } } },
        other: { type: 'object', title: 'Khác', properties: { land: { ...text, title: 'Nước', default: 'VN' }, name: { ...text, title: 'Tên' } } },
      },
    },
    pages: [{ id: 'p', title: 'P', sections: [{ questions: ['/way', '/sure', '/firm', '/other'] }] }],
  })

  it('stands until the person answers, begins no optional group and makes no declaration', () => {
    expect(suggestAnswers(preset, {}, new Set(), facts).answers).toEqual({ way: 'qua mạng', firm: { land: 'VN' } })
    expect(suggestAnswers(preset, { other: { name: 'A' } }, new Set(), facts).answers['other']).toEqual({ name: 'A', land: 'VN' })
    expect(suggestAnswers(preset, {}, new Set(['/way']), facts).answers).toEqual({ firm: { land: 'VN' } })
  })
})
