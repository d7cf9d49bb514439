// The two servers that the real one is compared with: one that only echoes JSON, and one that validates it and stores
// nothing. Started by bench.ts in a process of their own; the kind and the port come as arguments.
import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Procedure } from '#schemas/generated/types.ts'
import { validateAnswers } from '#core/answers/validate-answers.ts'
import { prepareAnswers } from '#core/answers/prepare-answers.ts'
import { compileForm } from '#core/form/compile-form.ts'
import { compileValidator } from '#core/json-schema/compile-validator.ts'
import type { CompiledValidator } from '#core/json-schema/validator-runtime.ts'
import { serverRuntime } from '../../server/validators/server-runtime.ts'

const [kind, port, documentFile] = process.argv.slice(2)
const app = new Hono()
app.get('/healthz', (c) => c.json({ kind }))

if (kind === 'echo') app.post('/', async (c) => c.json(await c.req.json<Record<string, unknown>>()))
else {
  const procedure = JSON.parse(readFileSync(documentFile!, 'utf8')) as Procedure
  const form = compileForm(procedure.form!)
  const validate = new Function('runtime', compileValidator(form.schema))(serverRuntime) as CompiledValidator
  const today = '2026-11-20'
  app.post('/', async (c) => {
    const { answers } = await c.req.json<{ answers: Record<string, unknown> }>()
    const issues = validateAnswers(form, prepareAnswers(form, answers, { today }), { validate, today })
    return issues.some((issue) => issue.level !== 'warning') ? c.json({ issues }, 422) : c.json({ valid: true })
  })
}

serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' })
