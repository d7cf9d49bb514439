import { branchOrigins } from '#core/form/branch-origins.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Procedure } from '#schemas/generated/types.ts'
import { compileForm } from '#core/form/compile-form.ts'
import { hasFormulas, readForm } from '#core/form/read-form.ts'
import { evaluateFormula } from '#core/formula/evaluate-formula.ts'

const folder = fileURLToPath(new URL('../../../../schemas/examples/procedures/', import.meta.url))
const gallery = readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => [file, (JSON.parse(readFileSync(folder + file, 'utf8')) as Procedure).form!] as const)

describe('readForm', () => {
  it.each(gallery)('%s is read as it is compiled, branch for branch of the published schema, without the schema', (_file, form) => {
    const compiled = compileForm(form)
    const read = readForm(form, evaluateFormula)

    expect(branchOrigins(read.parts)).toEqual(branchOrigins(compiled.parts))
    expect(branchOrigins(read.parts)).toHaveLength((compiled.schema['allOf'] as unknown[] | undefined)?.length ?? 0)
    expect([...read.questions.keys()]).toEqual([...compiled.questions.keys()])
    expect(read).not.toHaveProperty('schema')
  })
})

describe('hasFormulas', () => {
  const schema = { type: 'object' as const, properties: { a: { type: 'integer' as const, title: 'A' } } }

  it('says no for a form that only asks', () => {
    expect(hasFormulas({ schema, pages: [] })).toBe(false)
  })

  it.each([
    ['a computed answer', { schema: { ...schema, properties: { ...schema.properties, b: { type: 'integer' as const, title: 'B', readOnly: true, 'x-compute': { '+': [{ var: 'a' }, 1] } } } }, pages: [] }],
    ['a suggested answer', { schema: { ...schema, properties: { ...schema.properties, b: { type: 'integer' as const, title: 'B', 'x-prefill': { from: 'formula' as const, formula: { var: 'a' } } } } }, pages: [] }],
    ['a check', { schema, pages: [], checks: [{ id: 'c', formula: { '>': [{ var: 'a' }, 1] }, at: '/a', message: 'Hơn 1' }] }],
  ])('says yes for %s', (_what, form) => {
    expect(hasFormulas(form)).toBe(true)
  })
})
