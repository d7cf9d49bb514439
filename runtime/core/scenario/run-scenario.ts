// Runs the scenarios that a document brings with it: each says what must come of its answers. The designer runs them at
// each save; a revision whose scenarios come out otherwise is not published.
import type { Procedure, Scenario } from '#schemas/generated/types.ts'
import type { WorkingCalendar } from '../deadline/working-calendar.ts'
import { isError, type Issue } from '../issues/issue.ts'
import { vietnamDate } from '../text/format.ts'
import { followPath } from './follow-workflow.ts'
import { playAnswers, refuserOf, type Outcome, type ScenarioJudge } from './play-scenario.ts'

export interface ScenarioFacts {
  now: string
  calendar: WorkingCalendar
}

type Difference = (expect: Scenario['expect'], outcome: Outcome) => { at: string; what: string; params: Record<string, unknown> } | undefined

const errorsOf = (outcome: Outcome): string => outcome.issues.filter(isError).map(refuserOf).join(', ')

const verdict: Difference = ({ valid }, outcome) => {
  if (outcome.valid === valid) return undefined
  return { at: '/valid', what: valid ? 'refused' : 'accepted', params: { found: errorsOf(outcome) } }
}

const refusal: Difference = ({ refusedBy }, outcome) =>
  (refusedBy === undefined || outcome.refusedBy.includes(refusedBy) ? undefined : { at: '/refusedBy', what: 'refusedBy', params: { expected: refusedBy, found: errorsOf(outcome) } })

const pages: Difference = ({ pages: expected }, outcome) =>
  (!expected || expected.join() === outcome.pages.join() ? undefined : { at: '/pages', what: 'pages', params: { expected: expected.join(', '), found: outcome.pages.join(', ') } })

const fee: Difference = ({ fee: expected }, outcome) =>
  (expected === undefined || expected === outcome.fee.total ? undefined : { at: '/fee', what: 'fee', params: { expected, found: outcome.fee.total } })

const dueOn: Difference = ({ dueOn: expected }, outcome) =>
  (expected === undefined || expected === outcome.dueOn ? undefined : { at: '/dueOn', what: 'dueOn', params: { expected, found: outcome.dueOn ?? '—' } })

const path: Difference = ({ path: expected }, { filing }) => {
  const broken = expected && filing ? followPath(filing, expected).broken : undefined
  return broken === undefined ? undefined : { at: `/path/${expected!.indexOf(broken)}`, what: 'path', params: { found: broken } }
}

/** What is asked of every filing, and what only of one that is accepted. */
const always = [verdict, refusal, pages]
const accepted = [fee, dueOn, path]

/** The first difference between what a scenario expects and what comes of it; with a pointer into the document. */
export const compareOutcome = (scenario: Scenario, index: number, outcome: Outcome): Issue[] => {
  const differences = (scenario.expect.valid ? [...always, ...accepted] : always).map((each) => each(scenario.expect, outcome)).filter((each) => each !== undefined)
  return differences.slice(0, 1).map(({ at, what, params }) => ({ pointer: `/scenarios/${index}/expect${at}`, code: 'publish.scenarioFails', params: { title: scenario.title, field: what, ...params } }))
}

export interface ScenarioRun {
  outcome: Outcome
  /** Empty when it comes out as expected. */
  issues: Issue[]
}

export const runScenario = (procedure: Procedure, judge: ScenarioJudge, scenario: Scenario, index: number, { now, calendar }: ScenarioFacts): ScenarioRun => {
  const outcome = playAnswers(procedure, judge, scenario.answers, { on: scenario.on ?? vietnamDate(now), calendar, ...(scenario.records && { records: scenario.records }) })
  return { outcome, issues: compareOutcome(scenario, index, outcome) }
}

/** All runs in the order of the document. */
export const runScenarios = (procedure: Procedure, judge: ScenarioJudge, facts: ScenarioFacts): ScenarioRun[] =>
  (procedure.scenarios ?? []).map((scenario, index) => runScenario(procedure, judge, scenario, index, facts))
