// Proves what becomes of foreign schemas, keyword by keyword, and that hostile ones are refused with the limit and the place.
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import { lintForm } from '#core/form/lint-form.ts'
import { importSchema } from '#core/import/import-schema.ts'
import { importText } from '#core/import/import-text.ts'
import { sayLine, type ReportLine } from '#core/import/import-report.ts'
import { schemaLimits } from '#core/import/schema-limits.ts'
import { interpretSchema } from '#core/json-schema/interpret-schema.ts'
import { schemaFiles } from '#schemas/generate.ts'
import { readSource } from '../../../architecture/source-files.ts'

const ajv = new Ajv2020({ strict: false, logger: false })
for (const file of schemaFiles()) ajv.addSchema(JSON.parse(readSource(`schemas/${file}`)) as object)
const isForm = ajv.getSchema('https://motcua.vn/schemas/form/form.schema.json')!

const read = (schema: unknown) => {
  const { form, report } = importSchema(schema)
  expect(isForm(form), JSON.stringify(isForm.errors?.slice(0, 3))).toBe(true)
  expect(lintForm(form!).filter((issue) => issue.level === undefined)).toEqual([])
  return { form: form!, report, accepts: interpretSchema(compileForm(form!).schema) }
}
const object = (properties: Record<string, unknown>, more: Record<string, unknown> = {}): Record<string, unknown> => ({ type: 'object', properties, additionalProperties: false, ...more })
const lines = (report: readonly ReportLine[], ...fates: string[]): string[] => report.filter((line) => fates.includes(line.fate)).map((line) => `${line.pointer} ${line.code}`)
const text = { type: 'string', maxLength: 50 }

describe('questions', () => {
  test('of every kind come with the field type that fits', () => {
    const { form, report } = read({ title: 'Đơn', ...object({
      fullName: { type: 'string', maxLength: 100, title: 'Họ và tên' }, born: { type: 'string', format: 'date' }, mail: { type: 'string', format: 'email' }, count: { type: 'integer', minimum: 1 }, fee: { type: 'integer', minimum: 0, title: 'Số tiền' },
      agree: { type: 'boolean', const: true }, sex: { enum: ['m', 'f'], enumNames: ['Nam', 'Nữ'] }, colours: { type: 'array', items: { oneOf: [{ const: 'r', title: 'Đỏ' }, { const: 'g', title: 'Xanh' }] }, uniqueItems: true },
      children: { type: 'array', maxItems: 5, items: object({ name: text }) }, address: object({ street: text }), reason: { type: 'string', maxLength: 2000 },
    }, { required: ['fullName', 'born'] }) })
    const fields = Object.fromEntries(Object.entries(form.schema.properties).map(([name, question]) => [name, question['x-field']]))
    expect(fields).toEqual({ fullName: 'text', born: 'date', mail: 'email', count: 'integer', fee: 'money', agree: 'consent', sex: 'choice', colours: 'choices', children: 'table', address: 'group', reason: 'longText' })
    expect(form.schema.properties['sex']!.oneOf).toEqual([{ const: 'm', title: 'Nam' }, { const: 'f', title: 'Nữ' }])
    expect(form.schema.properties['children']!.items!.properties).toHaveProperty('childrenName')
    expect(form.schema.required).toEqual(['fullName', 'born'])
    expect(lines(report, 'refused', 'locked')).toEqual([])
    expect(form.pages.map((page) => [page.title, page.sections.flatMap((section) => section.questions)])).toEqual([['Thông tin chung', ['/fullName', '/born', '/mail', '/count', '/fee', '/agree', '/sex', '/colours', '/children']], ['Address', ['/address/street']], ['Thông tin chung', ['/reason']]])
  })

  test('take names that are allowed, and everything that names them follows', () => {
    const { form, accepts, report } = read(object({ 'Loại hình': { enum: ['a', 'b'] }, first_name: text, name: text, 'đ/a': text }, { required: ['Loại hình'], if: { properties: { 'Loại hình': { const: 'a' } }, required: ['Loại hình'] }, then: { required: ['first_name'] }, anyOf: [{ required: ['name'] }, { required: ['đ/a'] }] }))
    expect(Object.keys(form.schema.properties)).toEqual(['loaiHinh', 'firstName', 'itsName', 'dA'])
    expect(lines(report, 'converted')).toEqual(expect.arrayContaining(['/properties/first_name import.renamed', '/properties/đ~1a import.renamed']))
    expect([{ loaiHinh: 'a', firstName: 'x', itsName: 'y' }, { loaiHinh: 'b', dA: 'y' }, { loaiHinh: 'a', itsName: 'y' }, { loaiHinh: 'b' }].map((answers) => accepts(answers))).toEqual([true, true, false, false])
  })

  test('without bounds get bounds, and it is said', () => {
    const { form, report } = read({ properties: { a: { type: 'string' }, rows: { type: 'array', items: { type: 'object', properties: { x: { type: 'number' } } } } } })
    expect(form.schema.properties['a']!.maxLength).toBe(255)
    expect(form.schema.properties['rows']!.maxItems).toBe(20)
    expect(lines(report, 'converted')).toEqual(['/properties/a import.boundAdded', '/properties/rows import.rowsBounded', '/properties/rows/items import.closed', ' import.closed'])
  })

  test('follow references, and lists that are shared stay shared', () => {
    const { form, accepts } = read({ $schema: 'http://json-schema.org/draft-07/schema#', definitions: { person: object({ born: { $ref: '#/definitions/day', title: 'Ngày sinh' } }), day: { type: 'string', format: 'date', $id: '#day' }, colour: { enum: ['r', 'g'] } }, ...object({ me: { $ref: '#/definitions/person' }, mine: { $ref: '#/definitions/colour' }, yours: { $ref: '#/definitions/colour' }, on: { $ref: '#day' } }) })
    expect(form.schema.properties['mine']!.$ref).toBe('#/$defs/colour')
    expect(Object.keys(form.schema.$defs!)).toEqual(['colour'])
    expect(form.schema.properties['me']!.properties!['born']).toMatchObject({ title: 'Ngày sinh', format: 'date' })
    expect([{ mine: 'r', me: { born: '2020-02-29' } }, { yours: 'x' }, { on: '2021-02-29' }].map((answers) => accepts(answers))).toEqual([true, false, false])
  })

  test('of compositions are one question, and null is no answer', () => {
    const { form, report } = read({ $defs: { base: { properties: { a: text }, required: ['a'] } }, allOf: [{ $ref: '#/$defs/base' }, { properties: { b: { anyOf: [text, { type: 'null' }] }, c: { type: ['integer', 'null'] }, d: { allOf: [{ $ref: '#/$defs/base/properties/a' }], title: 'D' } } }] })
    expect(Object.keys(form.schema.properties)).toEqual(['a', 'b', 'c', 'd'])
    expect(form.schema.required).toEqual(['a'])
    expect(form.schema.properties['d']).toMatchObject({ type: 'string', title: 'D', maxLength: 50 })
    expect(lines(report, 'converted')).toEqual(expect.arrayContaining(['/allOf/1/properties/b/anyOf import.nullDropped', '/allOf/1/properties/c/type import.nullDropped']))
  })
})

describe('conditions', () => {
  const kind = { type: 'string', enum: ['a', 'b'] }

  test('that ask for more, as many generators write them, become rules', () => {
    const { form, accepts, report } = read(object({ kind }, { required: ['kind'], allOf: [{ if: { properties: { kind: { const: 'a' } } }, then: { properties: { more: { type: 'string', maxLength: 9 } }, required: ['more'] } }] }))
    expect(form.rules).toEqual([expect.objectContaining({ when: { properties: { kind: { const: 'a' } } }, show: ['/more'] })])
    expect(form.schema.required).toEqual(['kind', 'more'])
    expect(lines(report, 'converted')).toEqual(['/allOf/0 import.rule'])
    expect([{ kind: 'a', more: 'x' }, { kind: 'b' }, { kind: 'a' }, { kind: 'b', more: 'x' }].map((answers) => accepts(answers))).toEqual([true, true, false, false])
  })

  test('in groups and rows speak of the group and the row', () => {
    const inner = object({ kind, more: text }, { required: ['kind'], if: { properties: { kind: { const: 'a' } }, required: ['kind'] }, then: { required: ['more'] }, else: { not: { required: ['more'] } } })
    const { form, accepts } = read(object({ group: inner, rows: { type: 'array', maxItems: 9, items: inner } }))
    expect(form.rules!.map(({ show, within }) => ({ show, within }))).toEqual([{ show: ['/group/more'], within: undefined }, { show: ['/more'], within: '/rows' }])
    expect([{ group: { kind: 'a', more: 'x' }, rows: [{ kind: 'b' }] }, { group: { kind: 'a' } }, { rows: [{ kind: 'b', more: 'x' }] }, {}].map((answers) => accepts(answers))).toEqual([true, false, false, true])
  })

  test('of the other side, of dependencies and of what may not be become rules too', () => {
    const { form, accepts } = read({ $schema: 'http://json-schema.org/draft-07/schema#', ...object({ kind, x: text, y: text, z: text }, { if: { properties: { kind: { const: 'a' } }, required: ['kind'] }, else: { required: ['x'] }, dependencies: { y: ['z'] }, not: { properties: { z: { const: 'no' } }, required: ['z'] } }) })
    expect(form.rules!.map(({ require: needs, refuse }) => needs ?? Boolean(refuse))).toEqual([['/x'], true, ['/z']])
    expect([{ kind: 'a' }, { x: '1', y: '1', z: '1' }, { kind: 'b' }, { kind: 'a', y: '1' }, { kind: 'a', z: 'no' }].map((answers) => accepts(answers))).toEqual([true, true, false, false, false])
  })

  test('that no rule can say are kept word for word, with the questions that they name', () => {
    const { form, accepts, report } = read(object({ pay: { enum: ['card', 'iban'] } }, { oneOf: [{ properties: { pay: { const: 'card' }, card: text }, required: ['pay', 'card'] }, { properties: { pay: { const: 'iban' }, iban: text }, required: ['pay', 'iban'] }] }))
    expect(Object.keys(form.schema.properties)).toEqual(['pay', 'card', 'iban'])
    expect(form.advanced).toHaveLength(1)
    expect(lines(report, 'locked')).toEqual(['/oneOf import.locked'])
    expect([{ pay: 'card', card: '1' }, { pay: 'iban', card: '1' }, {}].map((answers) => accepts(answers))).toEqual([true, false, false])
  })

  test('of lists and counts are kept at their place', () => {
    const { form, accepts } = read(object({ rows: { type: 'array', maxItems: 9, items: object({ k: kind }), contains: { properties: { k: { const: 'a' } }, required: ['k'] }, minContains: 2 }, g: object({ a: text, b: text }, { minProperties: 2 }) }))
    expect(form.advanced!.map((each) => each.schema)).toEqual([{ properties: { rows: { contains: { properties: { k: { const: 'a' } }, required: ['k'] }, minContains: 2 } } }, { properties: { g: { minProperties: 2 } } }])
    expect([{ rows: [{ k: 'a' }, { k: 'a' }] }, { rows: [{ k: 'a' }] }, { g: { a: '1' } }].map((answers) => accepts(answers))).toEqual([true, false, false])
  })

  test.each([
    ['a remote reference', { properties: { a: { $ref: 'https://example.org/a.json' } } }, '/properties/a/$ref import.refRemote'],
    ['a reference to itself', { properties: { a: { $ref: '#' } } }, '/properties/a/$ref import.refCircle'],
    ['a reference to nothing', { properties: { a: { $ref: '#/$defs/x' } } }, '/properties/a/$ref import.refMissing'],
    ['names by pattern', { patternProperties: { '^x': text } }, '/patternProperties import.patternProperties'],
    ['a dynamic reference', { $dynamicRef: '#x' }, '/$dynamicRef import.dynamicRef'],
    ['unevaluated properties', { unevaluatedProperties: text }, '/unevaluatedProperties import.unevaluated'],
    ['open objects', { additionalProperties: text }, '/additionalProperties import.openObject'],
    ['fractions of fractions', { properties: { a: { type: 'number', multipleOf: 0.01 } } }, '/properties/a/multipleOf import.cannot'],
    ['limits of draft 04', { properties: { a: { type: 'number', minimum: 1, exclusiveMinimum: true } } }, '/properties/a/exclusiveMinimum import.draft04'],
    ['lists of lists', { properties: { a: { type: 'array', items: { type: 'array', items: text } } } }, '/properties/a/items import.listOfLists'],
    ['tuples', { properties: { a: { type: 'array', items: [text, text] } } }, '/properties/a import.tuple'],
    ['an evil pattern', { properties: { a: { type: 'string', pattern: '^(a+)+$' } } }, '/properties/a/pattern import.pattern.slow'],
    ['a pattern that looks ahead', { properties: { a: { type: 'string', pattern: '^(?=.*x)' } } }, '/properties/a/pattern import.pattern.look'],
    ['an evil pattern in a condition', { oneOf: [{ properties: { ok: { pattern: '(x*)*y' } } }, { maxProperties: 0 }] }, '/oneOf import.pattern.slow'],
    ['a name that breaks programs', { properties: JSON.parse('{"__proto__":{"type":"string"}}') as object }, '/properties/__proto__ import.forbiddenName'],
    ['another such name', { properties: { constructor: text } }, '/properties/constructor import.forbiddenName'],
  ])('with %s are refused with the place', (_what, schema, line) => {
    const { properties, ...rest } = schema as { properties?: object }
    const { report } = read({ type: 'object', ...rest, properties: Object.fromEntries([['ok', text], ...Object.entries(properties ?? {})]) })
    expect(lines(report, 'refused')).toContain(line)
  })
})

describe('hostile files', () => {
  const refusals = (imported: ReturnType<typeof importSchema>): string[] => {
    expect(imported.form).toBeUndefined()
    return imported.report.map((line) => `${line.pointer} ${line.code} ${String(line.params?.['limit'] ?? '')}`.trim())
  }
  const nested = (levels: number, inner: unknown): unknown => Array.from({ length: levels }).reduce<unknown>((made) => ({ type: 'object', properties: { a: made } }), inner)

  test('of two megabytes are refused', () => {
    expect(refusals(importText(JSON.stringify({ properties: { a: { type: 'string', description: 'x'.repeat(2_000_000) } } })))).toEqual([`import.tooLong ${schemaLimits.characters}`])
  })
  test('of two hundred levels are refused at the level', () => {
    expect(refusals(importText(JSON.stringify(nested(200, text))))).toEqual([`${'/properties/a'.repeat(32)}/type import.tooDeep ${schemaLimits.depth}`.replace('/type', '/properties')])
    expect(() => importText('['.repeat(400_000) + ']'.repeat(400_000))).not.toThrow()
  })
  test('that are no schema at all are refused', () => {
    expect([refusals(importText('{')), refusals(importText('[]')), refusals(importSchema(null)), refusals(importSchema({ type: 'string' })), refusals(importSchema({}))]).toEqual([['import.notJson'], ['import.noObject'], ['import.noObject'], expect.arrayContaining(['import.noQuestions']), expect.arrayContaining(['import.noQuestions'])])
  })
  test('deeper than a form may be keep what stands above', () => {
    const { form, report } = importSchema(nested(12, text))
    expect(form).toBeUndefined()
    expect(lines(report, 'refused')[0]).toBe(`${'/properties/a'.repeat(9)} import.nesting`)
  })
  test('of too many questions keep the first thousand', () => {
    const { form, report } = importSchema({ type: 'object', properties: Object.fromEntries(Array.from({ length: 6 }, (_g, g) => [`g${g}`, object(Object.fromEntries(Array.from({ length: 199 }, (_e, i) => [`q${i}`, text])))])) })
    expect(lines(report, 'refused')).toEqual(['/properties/g5 import.tooManyQuestions'])
    expect(form!.pages.flatMap((page) => page.sections.flatMap((section) => section.questions)).length).toBe(995)
  })
  test('that multiply by references end in bounded time', () => {
    const $defs = Object.fromEntries(Array.from({ length: 30 }, (_e, i) => [`d${i}`, i === 0 ? object({ x: text }) : { allOf: [{ $ref: `#/$defs/d${i - 1}` }, { anyOf: [{ $ref: `#/$defs/d${i - 1}` }, { $ref: `#/$defs/d${i - 1}` }] }] }]))
    const started = performance.now()
    const { report } = importSchema({ $defs, properties: { ok: text, a: { $ref: '#/$defs/d29' } } })
    expect(performance.now() - started).toBeLessThan(3000)
    expect(lines(report, 'refused').some((line) => /tooManySteps|nesting|cannot/.test(line))).toBe(true)
  })
  test('say every line in both languages', () => {
    const { report } = importSchema({ properties: { a: { $ref: 'x:y' }, b: { type: 'string' }, c: { type: 'null' } }, if: { minProperties: 1 }, then: { required: ['b'] } })
    for (const line of report) for (const locale of ['vi', 'en'] as const) expect(sayLine(line, locale)).not.toMatch(/^import\.|\{/)
  })
})
