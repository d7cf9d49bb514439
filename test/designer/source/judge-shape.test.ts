import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRecord } from '#core/issues/json-pointer.ts'
import { judgeShape } from '../../../designer/source/judge-shape.ts'
import { judgeShape as judgeByServer } from '../../../server/http/schemas.ts'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'

const folder = new URL('../../../schemas/examples/procedures/', import.meta.url)
const gallery = readdirSync(folder).map((file) => [file, JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as object] as const)

const places = (value: unknown, at: readonly string[] = []): (readonly string[])[] =>
  [at, ...(typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, inner]) => places(inner, [...at, name])) : [])]

const strangers = [null, 0, -1.5, 'x', '', '/x', 'A B', true, [], {}, [1, 1], { x: 1 }, 'x'.repeat(25_000), { constructor2: {} }]

/** The document with one place replaced, or with something added there. */
const broken = (document: object, place: readonly string[], stranger: unknown, isAdded: boolean): unknown => {
  const copy = structuredClone(document)
  const owner = place.slice(0, -1).reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], copy) as Record<string, unknown>
  const target = place.length === 0 ? copy : owner[place.at(-1)!]
  if (isAdded && isRecord(target)) target['khongBiet'] = stranger
  else if (place.length > 0) owner[place.at(-1)!] = stranger
  return copy
}

describe('judgeShape', () => {
  it.each(gallery)('accepts %s', (_file, document) => expect(judgeShape(document)).toEqual([]))
  it('says where and by which keyword', () => {
    const document = sampleProcedure() as unknown as Record<string, unknown>
    document['info'] = { ...sampleProcedure().info, serviceLevel: 9, extra: 1 }
    delete document['formatVersion']
    expect(judgeShape(document).map(({ keyword, pointer }) => `${keyword} ${pointer}`)).toEqual(['required ', 'maximum /info/serviceLevel', 'additionalProperties /info/extra'])
  })
  it('gives the verdict of the server, whatever stands in whatever place', () => {
    const all = places(sampleProcedure())
    fc.assert(fc.property(fc.nat(all.length - 1), fc.constantFrom(...strangers), fc.boolean(), (n, stranger, isAdded) => {
      const document = broken(sampleProcedure(), all[n]!, stranger, isAdded)
      expect(judgeShape(document).length === 0, JSON.stringify({ place: all[n], stranger, isAdded })).toBe(judgeByServer('procedure/procedure', document).length === 0)
    }), { numRuns: 400 })
  })
})
