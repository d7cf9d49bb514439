// Proves that a pattern inside an advanced rule is looked at like any other before it is compiled, and named with its place.
import { expect, test } from 'vitest'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import { compileProcedure } from '../../../server/validators/compile-procedure.ts'

const withRule = (schema: Record<string, unknown>) => {
  const procedure = emptyProcedure('Thử', 'T-1')
  procedure.form = { schema: { type: 'object', properties: { a: { type: 'string', title: 'A', maxLength: 9 } } }, pages: [{ id: 'p', title: 'P', sections: [{ questions: ['/a'] }] }], advanced: [{ id: 'r', title: 'R', schema }] }
  return procedure
}

test('an evil pattern in an advanced rule stops the publication', async () => {
  const reply = await compileProcedure(withRule({ anyOf: [{ properties: { a: { pattern: '^(a+)+$' } } }] }))
  expect('issues' in reply && reply.issues.map((issue) => issue.pointer)).toEqual(['/form/advanced/0/schema/anyOf/0/properties/a/pattern'])
})

test('an advanced rule is compiled with the rest', async () => {
  const reply = await compileProcedure(withRule({ oneOf: [{ required: ['a'] }, { maxProperties: 0 }] }))
  expect('validators' in reply && reply.validators.form).toContain('oneOf')
  expect('schema' in reply && (JSON.parse(reply.schema) as { allOf: unknown }).allOf).toEqual([{ oneOf: [{ required: ['a'] }, { maxProperties: 0 }] }])
})
