// For whom a condition holds now and did not before, and the other way round: found by trying all answers that matter, told in
// as few groups as say it all.
import type { Condition } from '#schemas/generated/types.ts'
import { factorsOf, holdsFor, isNone, type AboutQuestions, type Factor } from './condition-factors.ts'

export interface RuleDelta {
  /** Each a group for whom it holds now only. */
  gained: Condition[]
  lost: Condition[]
}

/** More is not tried: nobody reads what came of it. */
const mostTried = 4096

type Box = boolean[][]
type Row = readonly number[]

const rowsOf = (factors: readonly Factor[]): Row[] =>
  factors.reduce<Row[]>((rows, { levels }) => rows.flatMap((row) => levels.map((_level, i) => [...row, i])), [[]])

const within = (box: Box, row: Row): boolean => row.every((level, i) => box[i]![level])

/** The largest group around one row that has no other rows in it than these: whole questions first, then level by level. */
const grown = (factors: readonly Factor[], row: Row, others: readonly Row[]): Box => {
  const isFree = (box: Box): boolean => !others.some((other) => within(box, other))
  return factors.reduce<Box>((box, { levels }, i) => {
    const widened = (chosen: boolean[]): Box => box.map((each, k) => (k === i ? chosen : each))
    const whole = widened(levels.map(() => true))
    if (isFree(whole)) return whole
    return levels.reduce<Box>((kept, _level, level) => {
      const more = kept.map((each, k) => (k === i ? each.map((is, l) => is || l === level) : each))
      return isFree(more) ? more : kept
    }, box)
  }, factors.map(({ levels }, i) => levels.map((_level, level) => level === row[i])))
}

const consts = (conditions: readonly Condition[]): (string | number | boolean)[] => {
  const last = (condition: Condition): Condition => { const [inner] = Object.values(condition.properties ?? {}); return inner ? last(inner) : condition }
  return conditions.flatMap((condition) => last(condition).const ?? [])
}

const writeTest = (path: string, inner: Condition): Condition =>
  path.split('/').slice(1).reduceRight<Condition>((deeper, name) => ({ ...(Object.keys(deeper).length > 0 && { properties: { [name]: deeper } }), required: [name] }), inner)

/** Neighbouring numbers as one range. */
const ranges = (path: string, { levels }: Factor, chosen: readonly boolean[]): Condition[] => {
  const answered = levels.filter((level) => !isNone(level))
  const runs: [number, number][] = []
  answered.forEach((_level, i) => { if (chosen[i]) { const run = runs.at(-1); if (run && run[1] === i - 1) run[1] = i; else runs.push([i, i]) } })
  const test = (i: number): Condition => { let condition = levels[i]!.when; for (const name of path.split('/').slice(1)) condition = condition.properties?.[name] ?? {}; return condition }
  return runs.map(([from, to]) => {
    const [low, high] = [test(from), test(to)]
    const least = low.const !== undefined ? { minimum: Number(low.const) } : low.exclusiveMinimum !== undefined ? { exclusiveMinimum: low.exclusiveMinimum } : {}
    const most = high.const !== undefined ? { maximum: Number(high.const) } : high.exclusiveMaximum !== undefined ? { exclusiveMaximum: high.exclusiveMaximum } : {}
    return writeTest(path, from === to && low.const !== undefined ? { const: low.const } : { ...least, ...most })
  })
}

const isNumeric = ({ levels }: Factor): boolean => levels.every(({ value }) => typeof value === 'number' || value === undefined) && levels.some(({ when }) => JSON.stringify(when).includes('exclusive'))

/** What a group says of one question; nothing where every answer is in it. */
const sayFactor = (factor: Factor, chosen: readonly boolean[]): Condition | undefined => {
  if (chosen.every(Boolean)) return undefined
  const { path, pick, levels } = factor
  const picked = levels.filter((_level, i) => chosen[i])
  if (pick !== undefined || picked.length === 1) return picked[0]!.when
  const [none] = picked.filter(isNone)
  const answered = picked.filter((level) => !isNone(level))
  const others = levels.filter((level, i) => !chosen[i] && !isNone(level))
  const parts: Condition[] = isNumeric(factor)
    ? ranges(path, factor, chosen)
    : others.length === 0 ? [writeTest(path, {})]
      : consts(answered.map(({ when }) => when)).length === answered.length ? [writeTest(path, answered.length === 1 ? { const: answered[0]!.value as string } : { enum: answered.map(({ value }) => value as string) })]
        : [{ not: writeTest(path, others.length === 1 ? { const: others[0]!.value as string } : { enum: others.map(({ value }) => value as string) }) }]
  // "Not one of" holds for no answer as well.
  const isDenied = parts[0]?.not !== undefined
  const all = none && !isDenied ? [...parts, none.when] : !none && isDenied && levels.some(isNone) ? [{ allOf: [writeTest(path, {}), ...parts] }] : parts
  return all.length === 1 ? all[0] : { anyOf: all }
}

const sayBox = (factors: readonly Factor[], box: Box): Condition => {
  const parts = factors.flatMap((factor, i) => sayFactor(factor, box[i]!) ?? [])
  return parts.length === 1 ? parts[0]! : { allOf: parts }
}

const groups = (factors: readonly Factor[], rows: readonly Row[], others: readonly Row[]): Condition[] => {
  const boxes: Box[] = []
  for (const row of rows) if (!boxes.some((box) => within(box, row))) boxes.push(grown(factors, row, others))
  // One that the others say already is left out.
  const needed = boxes.reduce((kept, box) => {
    const rest = kept.filter((other) => other !== box)
    return rows.every((row) => rest.some((other) => within(other, row))) ? rest : kept
  }, boxes)
  return needed.map((box) => sayBox(factors, box))
}

/** An absent condition always holds. Undefined where the answers that matter are too many, or stand in the rows of a table. */
export const ruleDelta = (before: Condition | undefined, after: Condition | undefined, about: AboutQuestions): RuleDelta | undefined => {
  const [old, now] = [before ?? {}, after ?? {}]
  const factors = factorsOf([old, now], about)
  if (!factors || factors.reduce((product, { levels }) => product * levels.length, 1) > mostTried) return undefined
  const judged = rowsOf(factors).map((row) => ({ row, old: holdsFor(old, factors, row), now: holdsFor(now, factors, row) }))
  const rows = (isWanted: (each: (typeof judged)[number]) => boolean): [Row[], Row[]] => [judged.filter(isWanted).map(({ row }) => row), judged.filter((each) => !isWanted(each)).map(({ row }) => row)]
  return { gained: groups(factors, ...rows((each) => each.now && !each.old)), lost: groups(factors, ...rows((each) => each.old && !each.now)) }
}
