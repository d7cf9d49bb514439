import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, documentText } from '#core/procedure/canonical-json.ts'

describe('canonicalJson', () => {
  it('orders names as RFC 8785 does and leaves no room', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'đ' }], a: 1e21, ä: -0, '': true })).toBe('{"":true,"a":1e+21,"b":[1,{"c":"đ","d":null}],"ä":0}')
  })
  it('gives one text for a value, whatever the order of its names', () => {
    const shuffle = (value: unknown): unknown => (Array.isArray(value) ? value.map(shuffle) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([name, inner]) => [name, shuffle(inner)])) : value)
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(shuffle(value))).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }))
  })
})

describe('documentText', () => {
  const table = (...columns: string[]): object => ({ title: 'Bảng', items: { type: 'object', properties: Object.fromEntries(columns.map((name) => [name, { title: name, type: 'string' }])) } })

  it('tells two orders of columns apart', () => expect(documentText(table('ten', 'tuoi'))).not.toBe(documentText(table('tuoi', 'ten'))))
  it('gives one text whatever the order of keywords', () => {
    expect(documentText({ a: 1, properties: { ten: { title: 'Tên', type: 'string' } } })).toBe(documentText({ properties: { ten: { type: 'string', title: 'Tên' } }, a: 1 }))
  })
})
