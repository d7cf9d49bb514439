// Makes a small set of scenarios: every two choices that conditions read meet in one of them, where they can, and what is
// then still untried is tried one by one. Scenarios that try nothing new are left out.
import type { Condition, Procedure, Scenario } from '#schemas/generated/types.ts'
import { evaluateCondition } from '../condition/evaluate-condition.ts'
import { writeAt, type Answers } from '../issues/json-pointer.ts'
import { aimAnswers, expectationFor, type AimDay } from './aim-answers.ts'
import { conditionsOf, targetKey, targetsOf, triedBy, valuesNamed, type Target } from './coverage.ts'
import { createChance } from './chance.ts'
import type { Records } from './follow-workflow.ts'
import { makeAnswers } from './make-answers.ts'
import { makeAsked, makeHold, type Bending } from './make-hold.ts'
import { expectationOf, playAnswers, type Outcome, type ScenarioJudge } from './play-scenario.ts'
import type { CompiledForm } from '../form/compiled-form.ts'

/** One way to answer a question that conditions read: as a condition on it, or left out. */
export interface Level {
  path: string
  key: string
  /** Absent: not this option but another, or a number beyond a bound. */
  value?: string | number | boolean
  when: Condition
}

export interface MadeScenario {
  answers: Answers
  records?: Records
  outcome: Outcome
  expect: Scenario['expect']
  /** The choices that it was made for, and the target that it was made for. */
  levels: Level[]
  target?: Target
}

const at = (path: string, inner: Condition): Condition =>
  path.split('/').slice(1).reduceRight<Condition>((within, name) => ({ properties: { [name]: within }, required: [name] }), inner)

const bounds = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const

const boundsIn = (condition: Condition, base = ''): { path: string; bound: Condition }[] => [
  ...bounds.flatMap((word) => (condition[word] === undefined ? [] : [{ path: base, bound: { [word]: condition[word] } }])),
  ...Object.entries(condition.properties ?? {}).flatMap(([name, inner]) => boundsIn(inner, `${base}/${name}`)),
  ...[...(condition.allOf ?? []), ...(condition.anyOf ?? []), ...(condition.not ? [condition.not] : [])].flatMap((part) => boundsIn(part, base)),
]

/** More options than these meet by chance only. */
const mostLevels = 8

const levelsOf = (form: CompiledForm, path: string, named: readonly (string | number | boolean)[], limits: readonly Condition[]): Level[] => {
  const found = form.questions.get(path)?.question
  if (!found || path.includes('/*') || found['x-compute'] !== undefined || found.type === 'array' || found.const !== undefined) return []
  const is = (value: string | number | boolean): Level => ({ path, key: JSON.stringify(value), value, when: at(path, { const: value }) })
  if (found.type === 'boolean') return [is(true), is(false)]
  const options = found.enum ?? found.oneOf?.map((option) => option.const)
  if (options && options.length <= mostLevels) return options.map(is)
  if (named.length > 0) return [...[...new Set(named)].slice(0, mostLevels - 1).map(is), { path, key: 'other', when: at(path, { not: { enum: [...new Set(named)] } }) }]
  return limits.slice(0, 3).flatMap((bound, i): Level[] => [{ path, key: `in ${i}`, when: at(path, bound) }, { path, key: `out ${i}`, when: at(path, { not: bound }) }])
}

/** The questions outside of tables that conditions read, each with its levels. */
export const factorsOf = (procedure: Procedure, form: CompiledForm): Level[][] => {
  const conditions = conditionsOf(procedure).filter(({ within }) => within === undefined)
  const named = conditions.flatMap(({ when }) => valuesNamed(when))
  const limits = conditions.flatMap(({ when }) => boundsIn(when))
  const paths = [...new Set([...named, ...limits].map(({ path }) => path))]
  return paths.map((path) => levelsOf(form, path, named.filter((each) => each.path === path).map(({ value }) => value), limits.filter((each) => each.path === path).map(({ bound }) => bound))).filter((levels) => levels.length > 1)
}

const pairKey = (a: Level, b: Level): string => [`${a.path} ${a.key}`, `${b.path} ${b.key}`].sort().join(' × ')

const pairsOf = (factors: readonly Level[][]): [Level, Level][] =>
  factors.flatMap((levels, i) => factors.slice(i + 1).flatMap((others) => levels.flatMap((a) => others.map((b): [Level, Level] => [a, b]))))

const levelsIn = (factors: readonly Level[][], answers: Answers): Level[] => factors.flat().filter((level) => evaluateCondition(level.when, answers))
const pairsIn = (factors: readonly Level[][], answers: Answers): string[] => { const found = levelsIn(factors, answers); return found.flatMap((a, i) => found.slice(i + 1).filter((b) => b.path !== a.path).map((b) => pairKey(a, b))) }

const apply = (levels: readonly Level[]) => (answers: Answers, bending: Bending): Answers =>
  levels.reduce((kept, level) => {
    const asked = makeAsked(bending, level.path, kept)
    return level.value === undefined ? makeHold(bending, { when: level.when }, asked, true) : writeAt(asked, level.path, level.value)
  }, answers)

export interface Progress {
  done: number
  of: number
}

/** Nobody reads more; what is left untried is listed beside them. */
const mostPairwise = 16
const mostMisses = 10

/** The two levels, and of every other question the level that meets most that has not been met. */
const filledUp = (factors: readonly Level[][], [a, b]: readonly [Level, Level], open: ReadonlySet<string>): Level[] =>
  factors.reduce<Level[]>((chosen, levels) => {
    if (levels.some((level) => chosen.some((each) => each.path === level.path))) return chosen
    const worth = (level: Level): number => chosen.filter((each) => open.has(pairKey(each, level))).length
    const best = [...levels].sort((x, y) => worth(y) - worth(x))[0]!
    return worth(best) > 0 ? [...chosen, best] : chosen
  }, [a, b])

function* pairwise(procedure: Procedure, judge: ScenarioJudge, day: AimDay, factors: readonly Level[][], known: ReadonlySet<string>): Generator<Progress, MadeScenario[]> {
  const pairs = pairsOf(factors)
  const open = new Set(pairs.map(([a, b]) => pairKey(a, b)).filter((key) => !known.has(key)))
  const of = open.size
  const made: MadeScenario[] = []
  let misses = 0
  for (const pair of pairs) {
    if (made.length >= mostPairwise || misses >= mostMisses) break
    if (!open.has(pairKey(...pair))) continue
    // First with as many others as possible, then the two alone: others may stand in the way.
    const found = [filledUp(factors, pair, open), [...pair]].map((levels) => {
      const held = (answers: Answers): boolean => pair.every((level) => evaluateCondition(level.when, answers))
      const result = makeAnswers(judge, { seed: day.seed + made.length, on: day.on, calendar: day.calendar, push: apply(levels), isFound: held, fill: 0.6 })
      return result.isFound && result.refused.length === 0 ? { levels, answers: result.answers } : undefined
    }).find((each) => each !== undefined)
    open.delete(pairKey(...pair))
    if (!found) misses += 1
    else {
      const outcome = playAnswers(procedure, judge, found.answers, day)
      for (const key of pairsIn(factors, outcome.answers)) open.delete(key)
      made.push({ answers: outcome.answers, outcome, expect: expectationOf(outcome), levels: levelsIn(factors, outcome.answers) })
    }
    yield { done: of - open.size, of }
  }
  return made
}

const keysOf = (procedure: Procedure, judge: ScenarioJudge, { outcome, expect }: MadeScenario, day: AimDay): Set<string> =>
  triedBy(procedure, judge.form, { on: day.on, expect }, outcome, { today: day.on, calendar: day.calendar })

/** Those that try something that the ones chosen before do not, the most telling first. */
const thinned = (made: readonly { scenario: MadeScenario; keys: ReadonlySet<string> }[], known: ReadonlySet<string>): MadeScenario[] => {
  const met = new Set(known)
  const left = [...made]
  const chosen: MadeScenario[] = []
  for (;;) {
    const news = (keys: ReadonlySet<string>): number => [...keys].filter((key) => !met.has(key)).length
    const best = left.reduce<(typeof left)[number] | undefined>((first, each) => (news(each.keys) > (first ? news(first.keys) : 0) ? each : first), undefined)
    if (!best) return chosen
    chosen.push(best.scenario)
    for (const key of best.keys) met.add(key)
    left.splice(left.indexOf(best), 1)
  }
}

/**
 * Scenarios beside those that are there (`tried` says what these try), with progress on the way: it takes seconds, and
 * whoever calls decides when to go on.
 */
export function* makeSmallSet(procedure: Procedure, judge: ScenarioJudge, day: AimDay, tried: readonly ReadonlySet<string>[]): Generator<Progress, MadeScenario[]> {
  const factors = factorsOf(procedure, judge.form)
  const targets = targetsOf(procedure, judge.form)
  const wanted = new Set(targets.map(targetKey))
  const pairs = yield* pairwise(procedure, judge, day, factors, new Set((procedure.scenarios ?? []).flatMap(({ answers }) => pairsIn(factors, answers))))
  const made = pairs.map((scenario) => ({ scenario, keys: keysOf(procedure, judge, scenario, day) }))
  const met = new Set([...tried, ...made.map(({ keys }) => keys)].flatMap((keys) => [...keys]))
  const chance = createChance(day.seed)
  for (const [i, target] of targets.entries()) {
    yield { done: i, of: targets.length }
    if (met.has(targetKey(target))) continue
    const { outcome, isFound, records } = aimAnswers(procedure, judge, target, { ...day, seed: chance.between(1, 1e6) })
    if (!isFound) continue
    const scenario: MadeScenario = { answers: outcome.answers, ...(records && { records }), outcome, expect: expectationFor(target, outcome), levels: [], target }
    const keys = keysOf(procedure, judge, scenario, day)
    for (const key of keys) met.add(key)
    made.push({ scenario, keys })
  }
  const known = new Set([...tried.flatMap((keys) => [...keys]), ...(procedure.scenarios ?? []).flatMap(({ answers }) => pairsIn(factors, answers))])
  return thinned(made.map(({ scenario, keys }) => ({ scenario, keys: new Set([...[...keys].filter((key) => wanted.has(key)), ...pairsIn(factors, scenario.answers)]) })), known)
}
