// Makes up answers that try one thing that no scenario tries yet: an option, a side of a rule or check, a page, a fee, a way of
// the workflow. What is meant to be refused is refused by that alone.
import type { Condition, Procedure, Scenario } from '#schemas/generated/types.ts'
import { conditionReferences } from '../condition/references.ts'
import type { WorkingCalendar } from '../deadline/working-calendar.ts'
import type { ScopedCondition } from '../form/compiled-form.ts'
import { expandPath, readAt, writeAt, type Answers } from '../issues/json-pointer.ts'
import type { Guard } from '../workflow/guard.ts'
import { targetKey, triedBy, type Target } from './coverage.ts'
import { findPath, type Records } from './follow-workflow.ts'
import { makeAnswers, type MadeAnswers, type Wish } from './make-answers.ts'
import { makeAsked, makeAt, makeHold } from './make-hold.ts'
import { makeRecords } from './make-records.ts'
import { bendCheck } from './mend-answers.ts'
import { expectationOf, playAnswers, type Outcome, type ScenarioJudge } from './play-scenario.ts'

export interface AimDay {
  on: string
  calendar: WorkingCalendar
  seed: number
}

type Push = NonNullable<Wish['push']>

/** A condition that holds, or not, with the questions that it reads being asked. */
const holding = (condition: ScopedCondition, wanted: boolean): Push => (answers, bending) =>
  makeHold(bending, condition, conditionReferences(condition.when, condition.within).reduce((kept, path) => makeAsked(bending, path, kept), answers), wanted)

const scoped = ({ when, within }: ScopedCondition): ScopedCondition => (within === undefined ? { when } : { when, within })

/** Chooses an option in a question that is then asked; in the first row of a table. */
const choosing = (path: string, value: unknown): Push => (answers, bending) => {
  const asked = makeAsked(bending, path, answers)
  const pointer = expandPath(path, asked)[0] ?? path.replaceAll('/*', '/0')
  const table = path.includes('/*') ? path.slice(0, path.lastIndexOf('/*')) : undefined
  const ready = table !== undefined && expandPath(`${table}/*`, asked).length === 0 ? writeAt(asked, table, makeAt(bending, table)) : asked
  const now = readAt(ready, pointer)
  const isList = bending.form.questions.get(path)?.question.type === 'array'
  return writeAt(ready, pointer, isList ? [...new Set([...(Array.isArray(now) ? now : []), value])] : value)
}

const inTurn = (pushes: readonly Push[]): Push => (answers, bending) => pushes.reduce((kept, push) => push(kept, bending), answers)

const pageNo = (id: string): Push => (answers, bending) => {
  const page = bending.form.pages.find((each) => each.page.id === id)
  const conditions = page?.page.when ? [{ when: page.page.when }] : (page?.sections ?? []).flatMap(({ paths }) => paths.flatMap((path) => bending.form.questions.get(path)?.conditions.slice(0, 1) ?? []))
  return inTurn(conditions.map((condition) => holding(condition, false)))(answers, bending)
}

const pageYes = (id: string): Push => (answers, bending) => {
  const path = bending.form.pages.find((each) => each.page.id === id)?.sections.flatMap((section) => section.paths)[0]
  if (path === undefined) return answers
  const asked = makeAsked(bending, path, answers)
  return readAt(asked, path) === undefined ? writeAt(asked, path, makeAt(bending, path)) : asked
}

/** A guard that reads the answers; what officers record is made up by make-records.ts. */
const guardOf = ({ when, of }: Guard): Condition[] => (when && of === undefined ? [when] : [])

/** What the answers must say for a way of the workflow to be open. */
const wayOpen = (procedure: Procedure, target: Extract<Target, { kind: 'transition' }>): Push => {
  const step = procedure.workflow?.steps.find((each) => each.id === target.step)
  const branches = step?.branches ?? []
  const index = target.by.startsWith('branches/') ? Number(target.by.slice('branches/'.length)) : branches.length
  const action = step?.actions?.find((each) => each.id === target.by)
  const owed = step?.kind === 'payment' ? (procedure.fees ?? []).slice(0, 1).flatMap((fee) => (fee.when ? [holding({ when: fee.when }, true)] : [])) : []
  return inTurn([
    ...(step?.kind === 'automatic' ? branches.slice(0, index).flatMap(guardOf).map((when) => holding({ when }, false)) : []),
    ...[...guardOf(branches[index] ?? {}), ...guardOf(action ?? {})].map((when) => holding({ when }, true)), ...owed,
  ])
}

const pushFor = (procedure: Procedure, target: Target, day: AimDay): Push => {
  switch (target.kind) {
    case 'option': return choosing(target.path, target.value)
    case 'rule': {
      const rule = procedure.form?.rules?.find((each) => each.id === target.id)
      return rule ? holding(scoped(rule), target.side === 'yes') : (answers) => answers
    }
    case 'check': {
      const check = procedure.form?.checks?.find((each) => each.id === target.id)
      return (answers, bending) => (check ? bendCheck(bending, check, makeAsked(bending, check.at, answers), day, target.side === 'yes') : answers)
    }
    case 'page': return target.side === 'yes' ? pageYes(target.id) : pageNo(target.id)
    case 'fee': {
      const when = procedure.fees?.find((each) => each.id === target.id)?.when
      return when ? holding({ when }, target.side === 'yes') : (answers) => answers
    }
    case 'transition': return wayOpen(procedure, target)
  }
}

/** The rule or check whose refusal is what is tried. */
const refuserIn = (target: Target): string | undefined => ((target.kind === 'rule' && target.side === 'yes') || (target.kind === 'check' && target.side === 'no') ? target.id : undefined)

export interface Aimed {
  made: MadeAnswers
  outcome: Outcome
  isFound: boolean
  /** What officers must record for it. */
  records?: Records
}

const through = (target: Target) => (target.kind === 'transition' ? { step: target.step, to: target.to } : undefined)

/** Whether answers try the target, with the path that they would be recorded with. */
export const tries = (procedure: Procedure, judge: ScenarioJudge, target: Target, answers: Answers, { on, calendar, records }: Omit<AimDay, 'seed'> & { records?: Records }): Outcome | undefined => {
  const outcome = playAnswers(procedure, judge, answers, { on, calendar, ...(records && { records }) })
  if (target.kind === 'transition') return outcome.valid && outcome.filing && findPath(outcome.filing, through(target)) ? outcome : undefined
  return triedBy(procedure, judge.form, { on, expect: { valid: outcome.valid } }, outcome, { today: on, calendar }).has(targetKey(target)) ? outcome : undefined
}

/** Answers that try the target, or the nearest that was found: `isFound` says which. */
export const aimAnswers = (procedure: Procedure, judge: ScenarioJudge, target: Target, day: AimDay): Aimed => {
  const refuser = refuserIn(target)
  const records = target.kind === 'transition' && procedure.workflow ? makeRecords(procedure.workflow, target, day) : undefined
  const noted = records && { records }
  const attempt = (mayRefuse: Wish['mayRefuse']): Aimed => {
    const made = makeAnswers(judge, {
      seed: day.seed, on: day.on, calendar: day.calendar, push: pushFor(procedure, target, day), fill: 0.7, ...(mayRefuse && { mayRefuse }),
      isFound: (answers) => tries(procedure, judge, target, answers, { ...day, ...noted }) !== undefined,
    })
    return { made, outcome: playAnswers(procedure, judge, made.answers, { ...day, ...noted }), isFound: made.isFound && made.refused.length === 0, ...noted }
  }
  const first = attempt(refuser === undefined ? undefined : (issue) => issue.source === refuser)
  if (first.isFound || refuser !== undefined || target.kind === 'transition' || target.kind === 'fee') return first
  // Some answers are there to be refused: whoever gives them is told why.
  const refused = attempt((issue) => issue.code === 'refused' || issue.code === 'check')
  return refused.isFound ? refused : first
}

/** What is expected of answers that were made to try a target: what comes of them. */
export const expectationFor = (target: Target, outcome: Outcome): Scenario['expect'] => expectationOf(outcome, through(target))
