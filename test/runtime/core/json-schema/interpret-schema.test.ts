import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import { compileValidator } from '#core/json-schema/compile-validator.ts'
import { interpretSchema } from '#core/json-schema/interpret-schema.ts'
import { validateJson } from '#core/json-schema/validate-json.ts'
import { validatorRuntime, type CompiledValidator } from '#core/json-schema/validator-runtime.ts'
import { answersWithHidden, breaks } from '../../../fixtures/arbitrary-answers.ts'
import { readGallery } from '../../../fixtures/build.ts'

const gallery = readdirSync(new URL('../../../../schemas/examples/procedures/', import.meta.url)).filter((file) => file.endsWith('.json'))

// Compiled code is allowed here: the test runs in Node.
const compiledOf = (schema: Record<string, unknown>): CompiledValidator => (new Function('runtime', compileValidator(schema)) as (runtime: unknown) => CompiledValidator)(validatorRuntime)

const said = (issues: ReturnType<typeof validateJson>): string[] => issues.map((issue) => `${issue.pointer} ${issue.code} ${issue.source ?? ''}`).sort()

describe('an interpreted schema', () => {
  it.each(gallery)('of %s gives the verdict and the issues of the compiled validator', (file) => {
    const form = compileForm(readGallery(file).form!)
    const interpreted = interpretSchema(form.schema)
    const compiled = compiledOf(form.schema)
    for (const { valid, full } of fc.sample(answersWithHidden(form), { numRuns: 40, seed: 7 })) {
      expect(interpreted(valid)).toBe(true)
      for (const { how, answers } of breaks(form, valid, full).filter((_each, i) => i % 4 === 0)) {
        expect(interpreted(answers), how).toBe(compiled(answers))
        expect({ how, said: said(validateJson(form, interpreted, answers)) }).toEqual({ how, said: said(validateJson(form, compiled, answers)) })
      }
    }
  }, 60_000)

  it('judges what an advanced rule may say', () => {
    const schema = { type: 'object', properties: { a: { anyOf: [{ const: 1 }, { type: 'string' }] }, b: { oneOf: [{ minimum: 3 }, { maximum: 5 }] }, c: { contains: { const: 'x' }, minContains: 2 }, d: { not: { const: 0 } } } }
    const judge = interpretSchema(schema)
    expect([{ a: 1 }, { a: 'x' }, { b: 1 }, { b: 9 }, { c: ['x', 'x'] }, { d: 1 }].map(judge)).toEqual([true, true, true, true, true, true])
    expect([{ a: 2 }, { b: 4 }, { c: ['x'] }, { d: 0 }].map(judge)).toEqual([false, false, false, false])
  })

  it('passes over a pattern that no engine reads', () => {
    expect(interpretSchema({ type: 'string', pattern: '(' })('x')).toBe(true)
  })
})
