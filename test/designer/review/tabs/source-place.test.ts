import { describe, expect, it } from 'vitest'
import { listDifferences } from '#core/change/list-differences.ts'
import { isRecord, toPointer } from '#core/issues/json-pointer.ts'
import { lineOf, sourcePointer } from '../../../../designer/review/tabs/source-place.ts'
import { printDocument } from '../../../../designer/source/print-document.ts'
import { extension } from '../../../fixtures/build.ts'
import { after, before } from '../../../fixtures/two-revisions.ts'

const pointers = (value: unknown, path: string[] = []): string[][] =>
  (Array.isArray(value) || isRecord(value) ? Object.entries(value).flatMap(([name, inner]) => [[...path, name], ...pointers(inner, [...path, name])]) : [])

describe('lineOf', () => {
  it('finds the line on which every name of a document is printed', () => {
    const document = extension()
    const lines = printDocument(document).split('\n')
    const all = pointers(document)
    expect(all.length).toBeGreaterThan(1000)
    for (const path of all) {
      const line = lines[lineOf(document, toPointer(path))! - 1]!
      // An entry of a list has no name; it stands as deep as it is.
      expect(line.search(/\S/)).toBe(2 * path.length)
      if (!/^\d+$/.test(path.at(-1)!)) expect(line.trim().startsWith(`${JSON.stringify(path.at(-1))}:`)).toBe(true)
    }
  })
  it('finds nothing where nothing is', () => {
    expect(lineOf({ a: 1 }, '/b')).toBeUndefined()
  })
})

describe('sourcePointer', () => {
  it('leads to something in one of the documents for every difference that is about one thing', () => {
    const [old, now] = [before(), after()]
    const lost = listDifferences(old, now).filter(({ part }) => part !== 'settings').filter((difference) => [old, now].every((document) => { const pointer = sourcePointer(document, difference); return pointer === undefined || lineOf(document, pointer) === undefined }))
    expect(lost.map(({ id }) => id)).toEqual([])
  })
  it('leads to the step, the rule, the question', () => {
    const found = (id: string) => sourcePointer(after(), listDifferences(before(), after()).find((difference) => difference.id === id)!)
    expect(found('rule:khan-thi-noi:when')).toBe('/form/rules/0')
    expect(found('question:/lyDo:maxLength')).toBe('/form/schema/properties/lyDo')
    expect(found('step:look')).toBe('/workflow/steps/1')
  })
})
