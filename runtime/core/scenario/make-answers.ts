// Makes up answers that a form accepts: realistic values first, then a bounded search over the answers that rules and
// checks read until nobody refuses them. Says honestly what still refuses when none were found.
import { prepareAnswers } from '../answers/prepare-answers.ts'
import { validateAnswers, type KnownFile } from '../answers/validate-answers.ts'
import { isError, type Issue } from '../issues/issue.ts'
import { isRecord, parsePointer, readAt, toPath, writeAt, type Answers } from '../issues/json-pointer.ts'
import { createChance } from './chance.ts'
import { fitChoices } from './fit-choices.ts'
import type { Bending } from './make-hold.ts'
import { makeValue, type Making } from './make-value.ts'
import { mendAnswers, type Limits } from './mend-answers.ts'
import type { ScenarioJudge } from './play-scenario.ts'

export interface Wish extends Limits {
  seed: number
  /** Answers to begin with; without them everything is made up. */
  from?: Answers
  /** Files that `from` names. */
  files?: ReadonlyMap<string, KnownFile>
  /** How often what may be left out is answered, 0 to 1. */
  fill?: number
  /** Brings answers nearer to what is looked for; tried first and whenever the search has not found it. */
  push?: (answers: Answers, bending: Bending) => Answers
  /** What is looked for besides acceptance, of prepared answers and what refuses them. */
  isFound?: (answers: Answers, issues: readonly Issue[]) => boolean
  /** Refusals that are wanted. */
  mayRefuse?: (issue: Issue) => boolean
}

export interface MadeAnswers {
  answers: Answers
  /** Made up with the answers; kept nowhere. */
  files: ReadonlyMap<string, KnownFile>
  /** What still refuses; empty when the answers are what was asked for. */
  refused: Issue[]
  isFound: boolean
}

interface Judged {
  prepared: Answers
  refused: Issue[]
  /** Stops nothing, but whoever tries a form would rather not be warned. */
  warned: Issue[]
  isFound: boolean
  score: number
}

/** A form that takes longer gets an honest "not found". */
const mostTries = 240
const triesBeforeRestart = 80
const triesAgainstWarnings = 60

const begin = (bending: Bending, wish: Wish): Answers => {
  const { form, making } = bending
  const { properties, required } = form.form.schema
  if (!wish.only && wish.from) return wish.from
  const made = makeValue({ type: 'object', properties, ...(required && { required }) }, '', true, making) as Answers
  if (!wish.only) return made
  // Whole questions of the page only: a group may stand on several.
  const wanted = [...form.questions.values()].filter((each) => each.kind !== 'group' && !each.path.includes('/*') && wish.only!(each.path))
  return wanted.reduce((kept, { path }) => writeAt(kept, path, readAt(made, path)), wish.from ?? {})
}

const createJudge = ({ form, validate }: ScenarioJudge, wish: Wish, making: Making) => (typed: Answers): Judged => {
  const facts = { today: wish.on, ...(wish.calendar && { calendar: wish.calendar }) }
  const prepared = prepareAnswers(form, typed, facts)
  const files = new Map([...(wish.files ?? []), ...making.files])
  const issues = validateAnswers(form, prepared, { ...facts, validate, files })
  const errors = issues.filter(isError)
  const warned = issues.filter((issue) => !isError(issue))
  const mine = wish.only ? errors.filter((issue) => wish.only!(toPath(issue.pointer)) || wish.only!(`/${parsePointer(issue.pointer)[0] ?? ''}`)) : errors
  const refused = mine.filter((issue) => !wish.mayRefuse?.(issue))
  const isFound = wish.isFound?.(prepared, errors) ?? true
  return { prepared, refused, warned, isFound, score: refused.length + (isFound ? 0 : 2) + warned.length * 0.05 }
}

interface Best {
  typed: Answers
  judged: Judged
}

const climb = (bending: Bending, wish: Wish, judge: (typed: Answers) => Judged): Best => {
  const { form, making: { chance } } = bending
  const settle = (answers: Answers): Answers => fitChoices(form, answers, chance.pick)
  const pushed = (answers: Answers): Answers => wish.push?.(answers, bending) ?? answers
  const start = (): Best => { const typed = settle(pushed(begin(bending, wish))); return { typed, judged: judge(typed) } }
  let present = start()
  let best = present
  for (let round = 1, polishing = 0; round <= mostTries && best.judged.score > 0 && polishing < triesAgainstWarnings; round++) {
    if (best.judged.score < 1) polishing += 1
    if (round % triesBeforeRestart === 0 && !wish.from) present = start()
    // A new start may be all that was wished for.
    if (present.judged.score < best.judged.score) best = present
    if (best.judged.score === 0) break
    const { refused, warned, isFound } = present.judged
    const isAiming = !isFound && (refused.length === 0 || chance.often(0.4))
    const changed = isAiming ? pushed(present.typed) : mendAnswers(bending, chance.pick(refused.length > 0 ? refused : warned), present.typed, wish)
    const typed = settle(changed)
    const judged = judge(typed)
    // Sideways is a way on too: two checks may have to give way to each other.
    if (judged.score <= present.judged.score || chance.often(0.08)) present = { typed, judged }
    if (judged.score < best.judged.score) best = { typed, judged }
  }
  return best
}

/** Files that the answers name, of those made along the way. */
const named = (answers: Answers, files: ReadonlyMap<string, KnownFile>): Map<string, KnownFile> => {
  const found = new Map<string, KnownFile>()
  const visit = (value: unknown): void => {
    if (typeof value === 'string') { const file = files.get(value); if (file) found.set(value, file) }
    else if (Array.isArray(value)) value.forEach(visit)
    else if (isRecord(value)) Object.values(value).forEach(visit)
  }
  visit(answers)
  return found
}

export const makeAnswers = (judge: ScenarioJudge, wish: Wish): MadeAnswers => {
  const making: Making = { chance: createChance(wish.seed), definitions: judge.form.form.schema.$defs, today: wish.on, fill: wish.fill ?? 0.8, files: new Map(wish.files) }
  const { typed, judged } = climb({ form: judge.form, making }, wish, createJudge(judge, wish, making))
  const answers = wish.only ? typed : judged.prepared
  return { answers, files: named(answers, making.files), refused: judged.refused, isFound: judged.isFound }
}
