// The schema is the judge (contract.md, law 2): for every procedure of the gallery, our server's judge, the module that
// browsers load and an independent validator on the published schema give the same verdict on thousands of filings.
import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { registerSchema, validate as independentValidator } from '@hyperjump/json-schema/draft-2020-12'
import { describe, expect, it } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import { validatorModule } from '#core/json-schema/compile-validator.ts'
import { validateJson } from '#core/json-schema/validate-json.ts'
import { validatorRuntime, type CompiledValidator } from '#core/json-schema/validator-runtime.ts'
import { compileProcedure } from '../../../server/validators/compile-procedure.ts'
import { createJudges } from '../../../server/validators/validator-cache.ts'
import { answersWithHidden, breaks } from '../../fixtures/arbitrary-answers.ts'
import { readGallery } from '../../fixtures/build.ts'

const gallery = readdirSync(new URL('../../../schemas/examples/procedures/', import.meta.url)).filter((file) => file.endsWith('.json'))

const judgesOf = async (file: string) => {
  const procedure = readGallery(file)
  const reply = await compileProcedure(procedure)
  if ('issues' in reply) throw new Error(JSON.stringify(reply.issues))
  const { applicant } = createJudges(procedure, reply.validators)
  const module = validatorModule(reply.validators.form!)
  const loaded = (await import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(module).toString('base64')}`)) as { default: (runtime: unknown) => CompiledValidator }
  const inBrowser = loaded.default(validatorRuntime)
  registerSchema(JSON.parse(reply.schema) as never, `https://motcua.test/${file}`)
  const independent = await independentValidator(`https://motcua.test/${file}`)
  return {
    form: compileForm(procedure.form!),
    verdicts: (answers: unknown) => ({ server: validateJson(applicant!.form, applicant!.validate, answers).length === 0, browser: inBrowser(answers), independent: independent(answers as never).valid }),
  }
}

const all = (verdict: boolean) => ({ server: verdict, browser: verdict, independent: verdict })

describe('the published schema', () => {
  it.each(gallery)('of %s is judged alike by server, browser and an independent validator, valid or broken in one place', async (file) => {
    const { form, verdicts } = await judgesOf(file)
    const counted = { valid: 0, broken: 0 }
    for (const { valid, full } of fc.sample(answersWithHidden(form), { numRuns: 250, seed: 20261121 })) {
      expect(verdicts(valid), JSON.stringify(valid)).toEqual(all(true))
      counted.valid++
      const broken = breaks(form, valid, full)
      // A tenth of the ways to break each: all of them come round over the samples, in a quarter of a minute.
      for (const { how, answers } of broken.filter((_each, i) => i % 10 === counted.valid % 10)) {
        expect({ how, ...verdicts(answers) }).toEqual({ how, ...all(false) })
        counted.broken++
      }
    }
    expect(counted.valid + counted.broken).toBeGreaterThanOrEqual(2000)
  }, 120_000)
})
