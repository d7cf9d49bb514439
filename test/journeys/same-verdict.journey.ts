// The validator that a citizen's browser loads from the running product gives, in that browser and under its policy, the
// verdict of our validate and of an independent validator: thousands of filings for every procedure of the gallery.
import fc from 'fast-check'
import { registerSchema, validate as independentValidator } from '@hyperjump/json-schema/draft-2020-12'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Procedure } from '#schemas/generated/types.ts'
import { compileForm } from '#core/form/compile-form.ts'
import { compileValidator } from '#core/json-schema/compile-validator.ts'
import { validateJson } from '#core/json-schema/validate-json.ts'
import type { CompiledValidator } from '#core/json-schema/validator-runtime.ts'
import { serverRuntime } from '../../server/validators/server-runtime.ts'
import { answersWithHidden, breaks } from '../fixtures/arbitrary-answers.ts'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/running-server.ts'
import { person } from './people.ts'

interface Published { id: string; revision: string; document: Procedure }

const filingsFor = (procedure: Procedure): unknown[] => {
  const form = compileForm(procedure.form!)
  return fc.sample(answersWithHidden(form), { numRuns: 120, seed: 20261121 }).flatMap(({ valid, full }, i) => [valid, ...breaks(form, valid, full).filter((_each, b) => b % 10 === i % 10).map(({ answers }) => answers)])
}

describe('the served validator', () => {
  let server: RunningServer
  let browser: Browser
  beforeAll(async () => { server = await startServer(); browser = await launchBrowser() })
  afterAll(async () => { await browser?.close(); await server?.stop() })

  it('agrees in the browser with our server and with an independent validator on the published schema', async () => {
    const { procedures } = (await (await fetch(`${server.url}/api/procedures`)).json()) as { procedures: { id: string }[] }
    expect(procedures.length).toBeGreaterThanOrEqual(2)
    const citizen = await person(browser, server.url)
    await citizen.page.goto('/')
    for (const { id } of procedures) {
      const published = (await (await fetch(`${server.url}/api/procedures/${id}`)).json()) as Published
      const base = `/api/procedures/${id}/revisions/${published.revision}`
      const filings = filingsFor(published.document)
      expect(filings.length).toBeGreaterThanOrEqual(2000)

      await citizen.page.evaluate((given) => { (globalThis as { filings?: unknown }).filings = given }, filings)
      // As text, so that nothing but the browser reads the import.
      const inBrowser = await citizen.page.evaluate<boolean[]>(`import('${base}/validator.js').then(({ default: create }) => {
        const validate = create({ ucs2length: (text) => [...text].length, equal: (a, b) => JSON.stringify(a) === JSON.stringify(b), regExp: (pattern, flags) => new RegExp(pattern, flags) })
        return filings.map((answers) => validate(answers))
      })`)

      const schema = (await (await fetch(`${server.url}${base}/schema.json`)).json()) as Record<string, unknown>
      const form = compileForm(published.document.form!)
      expect(schema).toEqual(form.schema)
      const ours = new Function('runtime', compileValidator(form.schema))(serverRuntime) as CompiledValidator
      registerSchema(schema as never, `https://motcua.test/served/${id}`)
      const independent = await independentValidator(`https://motcua.test/served/${id}`)
      const disagreements = filings.filter((answers, i) => {
        const verdict = validateJson(form, ours, answers).length === 0
        return verdict !== inBrowser[i] || verdict !== independent(answers as never).valid
      })
      expect(disagreements).toEqual([])
    }
    expect(citizen.complaints).toEqual([])
  })
})
