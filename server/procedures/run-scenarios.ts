// Runs the scenarios of a document with the validators that it will be published with: what comes out otherwise than the
// document says keeps it from being published.
import type { Issue } from '#core/issues/issue.ts'
import { runScenarios as run, type ScenarioFacts } from '#core/scenario/run-scenario.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import type { Judges } from '../validators/validator-cache.ts'

export const runScenarios = (procedure: Procedure, judges: Judges, facts: ScenarioFacts): Issue[] =>
  (judges.applicant ? run(procedure, judges.applicant, facts).flatMap(({ issues }) => issues) : [])
