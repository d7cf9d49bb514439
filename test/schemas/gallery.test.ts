// The gallery as an office meets it: each document is accepted by the server that saves and publishes documents, complete
// in English, and its scenarios come out as they say on the way that publication takes (compiled validator, working days).
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mayPublish } from '#core/revision/publish-checks.ts'
import { missingEnglish } from '#core/revision/missing-english.ts'
import { judgeDocument } from '../../server/procedures/document-shape.ts'
import { runScenarios } from '../../server/procedures/run-scenarios.ts'
import { compileProcedure } from '../../server/validators/compile-procedure.ts'
import { createJudges } from '../../server/validators/validator-cache.ts'
import { readGallery } from '../fixtures/build.ts'
import { calendar2026 } from '../fixtures/calendar.ts'

const gallery = readdirSync(new URL('../../schemas/examples/procedures/', import.meta.url)).filter((file) => file.endsWith('.json'))

describe.each(gallery)('gallery procedure %s', (file) => {
  const procedure = readGallery(file)

  it('is a document that the server takes and lets publish', () => {
    expect(judgeDocument(procedure, Buffer.byteLength(JSON.stringify(procedure)))).toEqual([])
    expect(mayPublish(procedure)).toBe(true)
  })

  it('is complete in English', () => {
    expect(missingEnglish(procedure)).toEqual([])
  })

  it('comes out in every scenario as the scenario says', async () => {
    const compiled = await compileProcedure(procedure)
    if ('issues' in compiled) throw new Error(JSON.stringify(compiled.issues))
    expect(procedure.scenarios?.length).toBeGreaterThanOrEqual(5)
    expect(runScenarios(procedure, createJudges(procedure, compiled.validators), { now: '2026-11-20T03:00:00.000Z', calendar: calendar2026 })).toEqual([])
  })
})
