// Proves that what an import does not report it does not change: whatever conditions a foreign schema combines, the imported
// form judges every answer as an independent validator judges it by the source.
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import { importSchema } from '#core/import/import-schema.ts'
import { compileValidator } from '#core/json-schema/compile-validator.ts'
import { interpretSchema } from '#core/json-schema/interpret-schema.ts'

type Json = Record<string, unknown>

const names = ['a', 'b', 'c', 'd']
const leaves: Json = { a: { type: 'string', enum: ['x', 'y'] }, b: { type: 'string', maxLength: 9 }, c: { type: 'integer', minimum: 0, maximum: 3 }, d: { type: 'boolean' } }
const some = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 2 })
const test1 = fc.oneof(fc.constant<Json>({ const: 'x' }), fc.constant<Json>({ enum: ['x', 'z'] }), fc.constant<Json>({ minimum: 2 }), fc.constant<Json>({ const: true }))

const condition = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...names), test1, fc.boolean()).map(([name, inner, firm]): Json => ({ properties: { [name]: inner }, ...(firm && { required: [name] }) })) },
  some.map((required): Json => ({ required })),
  some.map((required): Json => ({ not: { required } })),
  fc.tuple(some, fc.constantFrom(...names)).map(([required, name]): Json => ({ anyOf: [{ required }, { properties: { [name]: { const: 'x' } } }] })),
)

const effect = fc.oneof(
  some.map((required): Json => ({ required })),
  fc.constantFrom(...names).map((name): Json => ({ properties: { [name]: false } })),
  fc.constantFrom(...names).map((name): Json => ({ not: { required: [name] } })),
  fc.tuple(some, fc.constantFrom(...names)).map(([required, name]): Json => ({ required, properties: { [name]: { enum: ['x'] } } })),
  fc.constant<Json | boolean>(false),
  fc.constant<Json>({ properties: { a: { maxLength: 2 } } }),
  fc.constant<Json>({ properties: { neu: { type: 'string', maxLength: 5 } }, required: ['neu'] }),
)

const branch = fc.tuple(condition, effect, fc.option(effect, { nil: undefined, freq: 3 })).map(([when, then, otherwise]): Json => ({ if: when, then, ...(otherwise !== undefined && { else: otherwise }) }))

const extra = fc.oneof(
  branch, branch, branch,
  fc.tuple(fc.constantFrom(...names), some).map(([name, others]): Json => ({ dependentRequired: { [name]: others } })),
  condition.map((not): Json => ({ not })),
  fc.tuple(some, some).map(([one, two]): Json => ({ oneOf: [{ required: one }, { required: two }] })),
  fc.tuple(fc.constantFrom(...names), branch).map(([name, then]): Json => ({ dependentSchemas: { [name]: then } })),
  fc.constant<Json>({ minProperties: 2 }),
)

const owner = (more: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.tuple(fc.constant(leaves), fc.uniqueArray(fc.constantFrom(...names), { maxLength: 1 }), fc.array(more, { maxLength: 2 })).map(([properties, required, allOf]) => ({
    // What a consequence introduces is a question of the closed form, so the source must know it too.
    type: 'object', properties, additionalProperties: false, required, ...(allOf.length > 0 && { allOf }),
  }))

const withIntroduced = (schema: Json): Json => {
  const text = JSON.stringify(schema['allOf'] ?? [])
  const properties = { ...(schema['properties'] as Json), ...(text.includes('"neu"') && { neu: true }) }
  return { ...schema, properties }
}

const root = fc.tuple(owner(extra), fc.option(owner(extra), { nil: undefined }), fc.option(owner(extra), { nil: undefined }), fc.option(fc.tuple(condition, fc.constantFrom('group', 'rows')), { nil: undefined })).map(([top, group, rows, last]): Json => {
  const parts = { ...(top['properties'] as Json), ...(group && { group }), ...(rows && { rows: { type: 'array', maxItems: 4, items: rows } }) }
  const asks = last && Object.hasOwn(parts, last[1]) ? [{ if: last[0], then: { required: [last[1]] }, else: { properties: { [last[1]]: false } } }] : []
  return { ...top, properties: parts, allOf: [...((top['allOf'] as unknown[] | undefined) ?? []), ...asks] }
})

/** The same schema with what its consequences introduce named, at every level: the source as a closed form reads it. */
const closed = (schema: Json): Json => {
  const properties = schema['properties'] as Record<string, Json>
  const inner = Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, each['type'] === 'object' ? withIntroduced(each) : each['type'] === 'array' ? { ...each, items: withIntroduced(each['items'] as Json) } : each]))
  return withIntroduced({ ...schema, properties: inner })
}

const row = fc.record({ a: fc.constantFrom('x', 'y'), b: fc.constantFrom('x', 'abc'), c: fc.constantFrom(1, 3, 2), d: fc.boolean() }, { requiredKeys: [] }).chain((given) => fc.constantFrom(undefined, undefined, undefined, 'x', 'abcdef').map((neu) => ({ ...given, ...(neu && { neu }) })))
const answers = fc.tuple(row, fc.option(row, { nil: undefined }), fc.option(fc.array(row, { minLength: 1, maxLength: 2 }), { nil: undefined })).map(([top, group, rows]) => ({ ...top, ...(group && { group }), ...(rows && { rows }) }))

/** A question that only a condition introduces is asked only under it: that is the one thing an import of an open consequence makes narrower. */
const isNarrowed = (schema: Json): boolean => JSON.stringify(schema).includes('"neu"')

const seen = { rules: 0, advanced: 0, accepted: 0 }

test('rules and advanced rules together say what the source said', () => {
  fc.assert(fc.property(root, fc.array(answers, { minLength: 20, maxLength: 40 }), (schema, tries) => {
    const { form, report } = importSchema(JSON.parse(JSON.stringify(schema)))
    const refused = report.filter((line) => line.fate === 'refused')
    expect(refused).toEqual([])
    const made = compileForm(form!).schema
    compileValidator(made)
    const narrows = isNarrowed(schema)
    const judge = new Ajv2020({ strict: false, logger: false, validateSchema: false }).compile(narrows ? closed(schema) : schema)
    const ours = interpretSchema(made)
    seen.rules += form!.rules?.length ?? 0
    seen.advanced += form!.advanced?.length ?? 0
    for (const given of tries) {
      const mine = ours(given)
      if (mine) seen.accepted += 1
      if (!narrows || mine) expect({ given, verdict: mine }).toEqual({ given, verdict: judge(given) })
    }
  }), { numRuns: 400, seed: 7 })
  // Both ways were tried, and answers that fit were among them.
  expect(seen.rules).toBeGreaterThan(200)
  expect(seen.advanced).toBeGreaterThan(50)
  expect(seen.accepted).toBeGreaterThan(200)
}, 120_000)
