// A class never understates (contract.md, "Revision life"): over thousands of random changes to the gallery, what an independent
// validator accepted and now refuses is at least "asks again", and what has no place any more, by its name or where a migration takes it,
// at least "loses data".
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overallClass, riskOf, type ChangeClass } from '#core/change/change-class.ts'
import { classifyChange, compiledOnce } from '#core/change/classify-change.ts'
import { pathsInSchema } from '#core/form/advanced-rules.ts'
import type { JsonSchema, JudgingForm } from '#core/form/compiled-form.ts'
import { expandPath, readAt, toPath, toPointer, writeAt, type Answers } from '#core/issues/json-pointer.ts'
import { interpretSchema } from '#core/json-schema/interpret-schema.ts'
import { createChance } from '#core/scenario/chance.ts'
import { optionsOf } from '#core/scenario/make-value.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { validAnswers } from '../../../fixtures/arbitrary-answers.ts'
import { changeGrounds, gallery } from '../../../fixtures/change-grounds.ts'
import { acceptsAll, judgeStatements, judgeWhole, saidOnlyBy, type Statements } from '../../../fixtures/independent-judge.ts'
import { mutateOften } from '../../../fixtures/mutations.ts'

const changesEach = Math.ceil(5000 / gallery.length)

const pathsOf = (value: unknown, pointer = ''): string[] =>
  [...(pointer === '' ? [] : [toPath(pointer)]), ...(typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, pointer + toPointer([name]))) : [])]

/** Whether the properties of a schema name a path, definitions followed. */
const names = (root: JsonSchema, path: string): boolean => {
  const definitions = root['$defs'] as Record<string, JsonSchema> | undefined
  const said = (schema: JsonSchema, keyword: string): unknown => schema[keyword] ?? (typeof schema['$ref'] === 'string' ? definitions?.[schema['$ref'].slice('#/$defs/'.length)]?.[keyword] : undefined)
  let at: JsonSchema | undefined = root
  for (const name of path.split('/').slice(1)) at = at && (name === '*' ? said(at, 'items') : (said(at, 'properties') as Record<string, JsonSchema> | undefined)?.[name]) as JsonSchema | undefined
  return at !== undefined
}

const migrated = (path: string, { migrations = [] }: Procedure): string =>
  migrations.reduce((at, { from, to }) => (at === from || at.startsWith(`${from}/`) ? to + at.slice(from.length) : at), path)

/** Questions that are another now, and those that a rule reads which is another now. */
const touched = (before: JudgingForm, after: JudgingForm, rules: readonly JsonSchema[]): string[] => {
  const read = new Set(rules.flatMap(pathsInSchema))
  return [...before.questions.values()].filter(({ path, question, required }) => after.questions.get(path)?.question !== question || after.questions.get(path)?.required !== required || read.has(path)).map(({ path }) => path).slice(0, 8)
}

/** Answers that differ from given ones there: at the edges of what was allowed. */
const atTheEdges = (before: JudgingForm, paths: readonly string[], answers: Answers): Answers[] => paths.flatMap((path) => {
  const { question } = before.questions.get(path)!
  const numbers = [question.minimum ?? 0, question.maximum ?? 1e6, 7]
  const lengths = [1, question.minLength ?? 1, question.maxLength ?? 255]
  const rows = readAt(answers, path)
  const values: unknown[] = [undefined, ...(question.type === 'boolean' ? [true, false] : question.type === 'string' || question.$ref ? [...lengths.map((length) => 'a'.repeat(length)), '7'] : question.type === 'array' ? [] : numbers),
    ...(optionsOf(question)?.slice(0, 12) ?? []), ...(Array.isArray(rows) && rows.length > 0 ? [rows.slice(0, 1), Array.from({ length: question.maxItems ?? 20 }, () => rows[0] as unknown)] : [])]
  return expandPath(path, answers).slice(0, 2).flatMap((pointer) => values.map((value) => writeAt(answers, pointer, value)))
})

/** What is said of verdicts: other words do not hide it. */
const verdictOf = (before: Procedure, after: Procedure): ChangeClass => overallClass(classifyChange(before, after).filter((each) => each.class !== 'changesMeaning'))

const rulesIn = (statements: Statements): JsonSchema[] => [...statements.keys()].map((text) => JSON.parse(text) as JsonSchema).filter((statement) => !('type' in statement) && Object.keys(statement).join() !== 'properties')

describe('the class of a change', () => {
  it.each(gallery)('never understates what happens to the answers of %s', async (file) => {
    const procedure = changeGrounds(file)
    const before = compiledOnce(procedure.form!)
    const old = await judgeStatements(before.schema)
    const accepts = interpretSchema(before.schema)
    const pool = fc.sample(validAnswers(before), { numRuns: 12, seed: 20261121 }).filter((answers) => acceptsAll(old, answers)).slice(0, 10)
    const places = new Set(pool.flatMap((answers) => pathsOf(answers)))
    const chance = createChance(file.length * 7919)
    const counted = { harmless: 0, narrower: 0, tried: 0 }
    for (let i = 0; i < changesEach; i++) {
      const { document, kinds } = mutateOften(procedure, chance, 1 + (i % 2))
      const found = verdictOf(procedure, document)
      const after = compiledOnce(document.form!)
      const homeless = [...places].filter((path) => !names(after.schema, migrated(path, document)))
      if (homeless.length > 0) expect(riskOf(found), JSON.stringify({ kinds, homeless })).toBeGreaterThanOrEqual(riskOf('losesData'))
      const isSafe = riskOf(found) >= riskOf('asksAgain')
      // What was said to be risky is tried now and then: whether it is so.
      if (isSafe && (found === 'losesData' || i % 10 > 0)) continue
      const now = await judgeStatements(after.schema)
      const [only, gone] = [saidOnlyBy(now, old), saidOnlyBy(old, now)]
      const edges = only.size === 0 ? [] : atTheEdges(before, touched(before, after, rulesIn(new Map([...only, ...gone]))), pool[i % pool.length]!)
      // Our own judge only spares the other one the trouble.
      const refused = [...pool, ...edges].find((answers) => !acceptsAll(only, answers) && accepts(answers) && acceptsAll(old, answers))
      if (i % 100 === 0) {
        const whole = await judgeWhole(after.schema)
        for (const answers of pool) expect(whole(answers), JSON.stringify(kinds)).toBe(acceptsAll(now, answers))
      }
      if (isSafe) { counted.tried += 1; if (refused) counted.narrower += 1; continue }
      counted.harmless += 1
      expect(refused && { kinds, found, refused }).toBeUndefined()
    }
    expect(pool.length).toBeGreaterThan(5)
    // Not by calling everything risky: a fair share of what authors do changes no verdict or only widens, and what is said to ask
    // again mostly does so for these few answers already.
    expect(counted.harmless).toBeGreaterThan(changesEach / 8)
    expect(counted.narrower / counted.tried).toBeGreaterThan(0.4)
  }, 240_000)
})
