import { describe, expect, it } from 'vitest'
import type { Procedure } from '#schemas/generated/types.ts'
import { judgeDocument } from '../../../server/procedures/document-shape.ts'
import { contentHash } from '../../../server/procedures/content-hash.ts'
import { buildForm, buildProcedure } from '../../fixtures/build.ts'

const with_ = (change: (procedure: Procedure & Record<string, unknown>) => void): unknown => {
  const procedure = structuredClone(buildProcedure()) as Procedure & Record<string, unknown>
  change(procedure)
  return procedure
}

describe('judgeDocument', () => {
  it('accepts a draft with design errors', () => {
    expect(judgeDocument(with_((procedure) => { procedure.form!.pages = [] }))).toEqual([])
  })

  it.each<[string, unknown, string]>([
    ['that is no object', [], ''],
    ['that is null', null, ''],
    ['of another format', with_((procedure) => { procedure.formatVersion = 2 as never }), '/formatVersion'],
    ['with something unknown', with_((procedure) => { procedure.script = 'alert(1)' }), '/script'],
    ['with such a name in a code list', with_((procedure) => { procedure.form!.schema.$defs = { ds: { type: 'object', properties: { valueOf: { type: 'string' as const } } } } as never }), '/form/schema/$defs/ds/properties/valueOf'],
    ['with a remote reference', with_((procedure) => { procedure.form!.schema.properties.ten!.$ref = 'https://example.com/x' }), '/form/schema/properties/ten/$ref'],
    ['with a question named like what objects inherit', with_((procedure) => { procedure.form = buildForm({ length: { type: 'string', title: 'Dài' } }) }), '/form/schema/properties/length'],
    ['with such a name inside a table', with_((procedure) => { procedure.form!.schema.properties.so!.items!.properties!.name = { type: 'string' } }), '/form/schema/properties/so/items/properties/name'],
    ['with an unknown kind of step', with_((procedure) => { procedure.workflow!.steps[0]!.kind = 'script' as never }), '/workflow/steps/0/kind'],
  ])('refuses a document %s, at its place', (_, document, pointer) => {
    expect(judgeDocument(document).map((issue) => issue.pointer)).toContain(pointer)
  })
})

describe('contentHash', () => {
  it('is the same whatever the order of the names', () => {
    const { form, ...rest } = buildProcedure()
    expect(contentHash({ form, ...rest })).toBe(contentHash({ ...rest, form } as Procedure))
  })

  it('is another for any other content', () => {
    expect(contentHash(buildProcedure('1.000002'))).not.toBe(contentHash(buildProcedure('1.000001')))
  })
})
