// A class never understates (contract.md, "Revision life"): over thousands of random changes to the gallery, what an independent
// validator accepted and now refuses is at least "asks again", and what has no place any more at least "loses data".
import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { registerSchema, unregisterSchema, validate, type Validator } from '@hyperjump/json-schema/draft-2020-12'
import { describe, expect, it } from 'vitest'
import { overallClass, riskOf, type ChangeClass } from '#core/change/change-class.ts'
import { classifyChange, compiledOnce } from '#core/change/classify-change.ts'
import type { JsonSchema, JudgingForm } from '#core/form/compiled-form.ts'
import { expandPath, isRecord, readAt, toPath, toPointer, writeAt, type Answers } from '#core/issues/json-pointer.ts'
import { stripAnnotations } from '#core/json-schema/compile-validator.ts'
import { interpretSchema } from '#core/json-schema/interpret-schema.ts'
import { canonicalJson } from '#core/procedure/canonical-json.ts'
import { createChance } from '#core/scenario/chance.ts'
import { optionsOf } from '#core/scenario/make-value.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { validAnswers } from '../../../fixtures/arbitrary-answers.ts'
import { readGallery } from '../../../fixtures/build.ts'
import { mutateOften } from '../../../fixtures/mutations.ts'

const gallery = readdirSync(new URL('../../../../schemas/examples/procedures/', import.meta.url)).filter((file) => file.endsWith('.json'))
const changesEach = Math.ceil(5000 / gallery.length)

/** With the code lists cut short: thousands of codes say nothing more here, and each change is compiled anew. */
const shortened = (procedure: Procedure): Procedure => ({
  ...procedure,
  form: { ...procedure.form!, schema: { ...procedure.form!.schema, $defs: Object.fromEntries(Object.entries(procedure.form!.schema.$defs ?? {}).map(([name, list]) => [name, list.oneOf ? { ...list, oneOf: list.oneOf.slice(0, 8) } : list])) } },
})

const independent = async (schema: JsonSchema, name: string): Promise<{ accepts: (answers: Answers) => boolean; forget: () => void }> => {
  const address = `https://motcua.test/change/${name}`
  registerSchema(structuredClone(schema) as never, address)
  const judge: Validator = await validate(address)
  return { accepts: (answers) => judge(answers as never).valid, forget: () => unregisterSchema(address) }
}

const pathsOf = (value: unknown, pointer = ''): string[] =>
  [...(pointer === '' ? [] : [toPath(pointer)]), ...(typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, pointer + toPointer([name]))) : [])]

/** Whether the properties of a schema name a path, definitions followed. */
const names = (root: JsonSchema, path: string): boolean => {
  const resolved = (schema: unknown): JsonSchema => (isRecord(schema) && typeof schema['$ref'] === 'string' ? { ...(root['$defs'] as Record<string, JsonSchema>)[schema['$ref'].slice('#/$defs/'.length)], ...schema } : (schema as JsonSchema))
  let at: JsonSchema | undefined = root
  for (const name of path.split('/').slice(1)) at = at && (name === '*' ? resolved(at)['items'] : (resolved(at)['properties'] as Record<string, JsonSchema> | undefined)?.[name]) as JsonSchema | undefined
  return at !== undefined
}

const migrated = (path: string, { migrations = [] }: Procedure): string =>
  migrations.reduce((at, { from, to }) => (at === from || at.startsWith(`${from}/`) ? to + at.slice(from.length) : at), path)

/** Answers that differ from given ones where the documents differ: at the edges of what was allowed there. */
const atTheEdges = (before: JudgingForm, after: JudgingForm, answers: Answers): Answers[] => {
  const rules = (form: JudgingForm): string => JSON.stringify(form.form.rules ?? [])
  const touched = [...before.questions.values()].filter(({ path, question, required }) => after.questions.get(path)?.question !== question || after.questions.get(path)?.required !== required || (rules(before) !== rules(after) && question.type === 'boolean'))
  return touched.slice(0, 6).flatMap(({ path, question }) => {
    const numbers = [question.minimum ?? 0, question.maximum ?? 1e6, 7]
    const lengths = [1, question.minLength ?? 1, question.maxLength ?? 255]
    const rows = readAt(answers, path)
    const values: unknown[] = [undefined, true, false, ...numbers, ...lengths.map((length) => 'a'.repeat(length)), '7', ...(optionsOf(question)?.slice(0, 12) ?? []), [],
      ...(Array.isArray(rows) && rows.length > 0 ? [rows.slice(0, 1), Array.from({ length: question.maxItems ?? 20 }, () => rows[0] as unknown)] : [])]
    return expandPath(path, answers).slice(0, 2).flatMap((pointer) => values.map((value) => writeAt(answers, pointer, value)))
  })
}

describe('the class of a change', () => {
  it.each(gallery)('never understates what happens to the answers of %s', async (file) => {
    const procedure = shortened(readGallery(file))
    const before = compiledOnce(procedure.form!)
    const old = await independent(before.schema, file)
    const accepts = interpretSchema(before.schema)
    const pool = fc.sample(validAnswers(before), { numRuns: 10, seed: 20261121 }).filter(old.accepts)
    const places = new Set(pool.flatMap((answers) => pathsOf(answers)))
    const judged = canonicalJson(stripAnnotations(before.schema))
    const chance = createChance(file.length * 7919)
    const counted: Partial<Record<ChangeClass, number>> = {}
    for (let i = 0; i < changesEach; i++) {
      const { document, kinds } = mutateOften(procedure, chance, 1 + (i % 3))
      const found = overallClass(classifyChange(procedure, document))
      counted[found] = (counted[found] ?? 0) + 1
      const after = compiledOnce(document.form!)
      const homeless = [...places].filter((path) => !names(after.schema, migrated(path, document)))
      if (homeless.length > 0) expect(riskOf(found), JSON.stringify({ kinds, homeless })).toBeGreaterThanOrEqual(riskOf('losesData'))
      if (riskOf(found) >= riskOf('asksAgain') || (canonicalJson(stripAnnotations(after.schema)) === judged && i % 10 > 0)) continue
      const now = await independent(after.schema, `${file}/${i}`)
      const takes = interpretSchema(after.schema)
      const edges = [pool[i % pool.length]!].flatMap((answers) => atTheEdges(before, after, answers)).filter((answers) => accepts(answers))
      // The independent validator takes its time: first those that our own judge refuses, then some that it takes.
      const [suspicious, plain] = [edges.filter((answers) => !takes(answers)), edges.filter((answers) => takes(answers))]
      const refused = [...suspicious, ...pool, ...plain.slice(0, 12)].find((answers) => !now.accepts(answers) && old.accepts(answers))
      expect(refused && { kinds, found, refused }).toBeUndefined()
      now.forget()
    }
    expect(pool.length).toBeGreaterThan(5)
    // Not by calling everything risky: a fair share of what authors do changes no verdict or only widens.
    expect((counted.cosmetic ?? 0) + (counted.wider ?? 0)).toBeGreaterThan(changesEach / 8)
  }, 240_000)
})
