import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAt, toPointer } from '#core/issues/json-pointer.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { minimalPatches } from '../../../designer/editing/minimal-patches.ts'
import { parseTree, placeAt, pointerAt, rangeOf } from '../../../designer/source/json-tree.ts'
import { printDocument } from '../../../designer/source/print-document.ts'
import { readSource } from '../../../designer/source/read-source.ts'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'

const folder = new URL('../../../schemas/examples/procedures/', import.meta.url)
const gallery = readdirSync(folder).map((file) => [file, JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Procedure] as const)

const json = fc.letrec((tie) => ({ value: fc.oneof({ depthSize: 'small' }, fc.constant(null), fc.integer(), fc.double({ noNaN: true, min: -1e15, max: 1e15 }), fc.string({ unit: 'grapheme' }).map((text) => text.normalize('NFC')), fc.boolean(), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.string({ maxLength: 8 }).filter((name) => !/^(__|constructor|prototype|toString|valueOf|then|toJSON|hasOwn)/.test(name)), tie('value'), { maxKeys: 3, noNullPrototype: true })) })).value
/** The sample with keywords that nobody knows, at any question and option, in any order of names. */
const withStrangers = fc.tuple(fc.dictionary(fc.stringMatching(/^[a-z$][A-Za-z-]{0,12}$/).filter((name) => !/^(constructor|prototype|toString|valueOf|then|toJSON|type|title|items|enum|oneOf|format|const|pattern|default|examples|required|properties|description|parent|validTo|readOnly|minimum|maximum|minItems|maxItems|minLength|maxLength|uniqueItems|multipleOf)$/.test(name)), json, { maxKeys: 4, noNullPrototype: true }), fc.boolean()).map(([more, isFirst]) => {
  const procedure = sampleProcedure()
  const mix = (node: object): object => (isFirst ? { ...more, ...node } : { ...node, ...more })
  const { properties } = procedure.form!.schema
  properties['lyDo'] = mix(properties['lyDo']!) as typeof properties[string]
  properties['mau']!.items!.properties!['kyHieu'] = mix(properties['mau']!.items!.properties!['kyHieu']!) as typeof properties[string]
  properties['loaiHinh']!.oneOf![0] = mix(properties['loaiHinh']!.oneOf![0]!) as never
  return procedure
})

describe('readSource', () => {
  it.each(gallery)('gives %s back to the last byte when nothing was changed', (_file, document) => {
    const { document: read, faults } = readSource(printDocument(document))
    expect(faults).toEqual([])
    expect(JSON.stringify(read)).toBe(JSON.stringify(document))
    expect(minimalPatches(document, read!).patches).toEqual([])
  })
  it('gives any document back to the last byte, unknown keywords and the order of names included', () => {
    fc.assert(fc.property(withStrangers, (document) => {
      const stored = JSON.parse(JSON.stringify(document)) as Procedure
      const { document: read, faults } = readSource(printDocument(stored))
      expect(faults).toEqual([])
      expect(JSON.stringify(read)).toBe(JSON.stringify(stored))
    }), { numRuns: 100 })
  })

  const faultsOf = (text: string) => readSource(text).faults.map(({ code, from, to }) => `${code} ${text.slice(from, to)}`)
  it('names the places where the text is no JSON', () => {
    expect(readSource('').faults).toHaveLength(1)
    expect(faultsOf('{"info": }').every((each) => each.startsWith('syntax'))).toBe(true)
    const text = printDocument(sampleProcedure())
    for (const cut of [1, 100, text.length >> 1, text.length - 1]) expect(readSource(text.slice(0, cut)).document).toBeUndefined()
  })
  it('refuses a name that stands twice, at the second place', () => {
    const text = printDocument(sampleProcedure()).replace('"formatVersion": 1,', '"formatVersion": 1, "formatVersion": 1,')
    expect(faultsOf(text)).toEqual(['repeatedName "formatVersion"'])
  })
  it.each(['__proto__', 'constructor', 'toString', 'then'])('refuses %s as a name, wherever it stands', (name) => {
    const text = printDocument(sampleProcedure())
    expect(faultsOf(text.replace('"lyDo": {', `"${name}": {`))).toContain(`forbiddenName "${name}"`)
    expect(faultsOf(text.replace('"maxLength": 500', `"${name}": 1`))).toEqual([`forbiddenName "${name}"`])
  })
  it('refuses names that questions may not have, and numbers that are not kept exactly', () => {
    expect(faultsOf(printDocument(sampleProcedure()).replace('"lyDo": {', '"length": {'))).toContain('reservedName "length"')
    expect(faultsOf(printDocument(sampleProcedure()).replace('"maxLength": 500', '"default": 12345678901234567890'))).toEqual(['number "default": 12345678901234567890'])
  })
  it('says at its place what the shape does not allow', () => {
    expect(faultsOf(printDocument(sampleProcedure()).replace('"serviceLevel": 4', '"serviceLevel": "bốn"'))).toEqual(['type "serviceLevel": "bốn"'])
    expect(faultsOf(printDocument(sampleProcedure()).replace('"formatVersion": 1,', '"formatVersion": 1, "extra": 2,'))).toEqual(['additionalProperties "extra"'])
  })
})

describe('the text and the document', () => {
  const document = sampleProcedure()
  const text = printDocument(document)
  const tree = parseTree(text)
  const places = (value: unknown, at: string[] = []): string[] => [toPointer(at), ...(typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, inner]) => places(inner, [...at, name])) : [])]

  it('find each other, for every place', () => {
    for (const pointer of places(document).filter((each) => each !== '')) {
      const { from, to } = rangeOf(tree, text, pointer)
      const written = text.slice(from, to)
      const value = /^"[^"]*": /.test(written) && !Array.isArray(readAt(document, pointer.replace(/\/[^/]*$/, ''))) ? written.slice(written.indexOf(': ') + 2) : written
      expect(JSON.parse(value), pointer).toEqual(readAt(document, pointer))
      expect(pointerAt(tree, text, from + 1).startsWith(pointer), pointer).toBe(true)
    }
  })
  it('find the nearest place around what is not there', () => {
    expect(rangeOf(tree, text, '/form/schema/properties/khongCo')).toEqual(rangeOf(tree, text, '/form/schema/properties'))
  })
  it('tell a name from its value and from the room between', () => {
    const at = text.indexOf('"lyDo": {')
    expect(placeAt(tree, text, at + 3)).toMatchObject({ part: 'name', segments: ['form', 'schema', 'properties', 'lyDo'] })
    expect(placeAt(tree, text, text.indexOf('"Lý do"') + 2)).toMatchObject({ part: 'value', segments: ['form', 'schema', 'properties', 'lyDo', 'title'] })
    expect(placeAt(tree, text, at + 9)).toMatchObject({ part: 'inside', segments: ['form', 'schema', 'properties', 'lyDo'] })
  })
})
