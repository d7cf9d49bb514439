import fc from 'fast-check'
import { apply } from 'mutative'
import { describe, expect, it } from 'vitest'
import { minimalPatches } from '../../../designer/editing/minimal-patches.ts'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'

describe('minimalPatches', () => {
  it('says nothing about equal documents, and little about one changed word', () => {
    const after = sampleProcedure()
    expect(minimalPatches(sampleProcedure(), after).patches).toEqual([])
    after.form!.schema.properties['lyDo']!.title = 'Khác'
    expect(minimalPatches(sampleProcedure(), after).patches).toEqual([{ op: 'replace', path: ['form', 'schema', 'properties', 'lyDo', 'title'], value: 'Khác' }])
  })
  it('keeps what did not change as the same object, so that nothing else is drawn again', () => {
    const before = sampleProcedure()
    const after = sampleProcedure()
    after.form!.pages[0]!.title = 'Khác'
    const next = apply(before, minimalPatches(before, after).patches)
    expect(next.form!.schema).toBe(before.form!.schema)
  })

  const json = fc.letrec((tie) => ({ value: fc.oneof({ depthSize: 'small' }, fc.constant(null), fc.integer(), fc.string(), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tie('value'), { maxKeys: 4, noNullPrototype: true })) })).value
  const documents = fc.dictionary(fc.constantFrom('x', 'y', 'z'), json, { noNullPrototype: true })
  it('goes there and back to the last byte, the order of names included', () => {
    fc.assert(fc.property(documents, documents, (before, after) => {
      const { patches, inverse } = minimalPatches(before, after)
      const there = apply(before, patches)
      expect(JSON.stringify(there)).toBe(JSON.stringify(after))
      expect(JSON.stringify(apply(there, inverse))).toBe(JSON.stringify(before))
    }), { numRuns: 500 })
  })
})
