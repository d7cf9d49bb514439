// The scenarios of both documents, run under the old rules and under the new ones: what would have come of the same filing.
import { isEqual } from '#core/change/equal.ts'
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts'
import { expectationOf } from '#core/scenario/play-scenario.ts'
import { runScenarios } from '#core/scenario/run-scenario.ts'
import type { Expectation, Procedure, Scenario } from '#schemas/generated/types.ts'
import { judgeOf } from '../../scenarios/scenario-store.ts'

export interface ScenarioResult {
  outcome: Expectation
  /** It came out as the scenario expects. */
  isExpected: boolean
}

export interface ComparedScenario {
  title: string
  /** The document that has it; absent for both. */
  only?: 'before' | 'after'
  before?: ScenarioResult
  after?: ScenarioResult
  differs: boolean
}

/** Scenarios are known by their titles; two of one title by their order. */
const named = (scenarios: readonly Scenario[] = []): Map<string, Scenario> => {
  const names = new Map<string, Scenario>()
  for (const scenario of scenarios) {
    let name = scenario.title
    while (names.has(name)) name += ' '
    names.set(name, scenario)
  }
  return names
}

const runUnder = (procedure: Procedure | undefined, scenarios: readonly Scenario[], facts: { now: string, calendar: WorkingCalendar }): ScenarioResult[] => {
  const judge = procedure && judgeOf(procedure)
  if (!procedure || !judge) return []
  return runScenarios({ ...procedure, scenarios: [...scenarios] }, judge, facts).map(({ outcome, issues }) => ({ outcome: expectationOf(outcome), isExpected: issues.length === 0 }))
}

/** Pages are told on the rendered form; here counts what comes of a filing. */
const told = ({ outcome: { pages: _pages, ...outcome } }: ScenarioResult): unknown => outcome

/** A scenario that changed itself is run as it was under the old rules, and as it is under the new ones. */
export const compareScenarios = (before: Procedure | undefined, after: Procedure, facts: { now: string, calendar: WorkingCalendar }): ComparedScenario[] => {
  const [old, now] = [named(before?.scenarios), named(after.scenarios)]
  const names = [...new Set([...now.keys(), ...old.keys()])]
  const were = runUnder(before, names.map((name) => old.get(name) ?? now.get(name)!), facts)
  const are = runUnder(after, names.map((name) => now.get(name) ?? old.get(name)!), facts)
  return names.map((name, i): ComparedScenario => {
    const [was, is] = [were[i], are[i]]
    return {
      title: name.trim(), differs: was !== undefined && is !== undefined && !isEqual(told(was), told(is)), ...(was && { before: was }), ...(is && { after: is }),
      ...(before && old.has(name) !== now.has(name) && { only: old.has(name) ? 'before' as const : 'after' as const }),
    }
  })
}
