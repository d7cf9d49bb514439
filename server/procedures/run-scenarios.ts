// Runs the scenarios that a document brings with it: each says what must come of its answers. A revision whose scenarios
// come out otherwise is not published.
import { prepareAnswers } from '#core/answers/prepare-answers.ts'
import { validateAnswers } from '#core/answers/validate-answers.ts'
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts'
import { computeFee } from '#core/fee/compute-fee.ts'
import { isError, type Issue } from '#core/issues/issue.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { Dossier, FeeStatement, Procedure, Scenario, Workflow } from '#schemas/generated/types.ts'
import { findStep, type Facts } from '#core/workflow/enter-step.ts'
import { transition, type DossierChange } from '#core/workflow/transition.ts'
import type { Judges } from '../validators/validator-cache.ts'

export interface ScenarioFacts {
  now: string
  calendar: WorkingCalendar
}

const newDossier = (answers: Answers): Dossier => ({
  id: 'scenario', procedureId: 'scenario', revision: 'scenario', applicantId: 'scenario', channel: 'online', state: 'draft', answers, records: {}, version: 0,
})

/** What could be done with a dossier where it stands; for each, how. */
const waysOn = (workflow: Workflow, dossier: Dossier, answers: Answers, fee: FeeStatement): DossierChange[] => {
  const step = findStep(workflow, dossier.step)
  if (step?.kind === 'applicant') return [{ type: 'supplement', answers, fee }]
  if (step?.kind === 'payment') return [{ type: 'pay', receiptNumber: 'scenario' }]
  return (step?.actions ?? []).map((action) => ({ type: 'act', action: action.id, reason: 'scenario', fields: ['/scenario'], record: {} }))
}

/** Follows the steps that a scenario names; the first that cannot be reached from the one before, or undefined. */
const findBrokenStep = (workflow: Workflow, path: readonly string[], answers: Answers, fee: FeeStatement, facts: Facts): string | undefined => {
  const start = transition(workflow, newDossier(answers), { type: 'submit', answers, fee }, facts)
  if ('refused' in start) return path[0]
  let { dossier } = start
  // Automatic steps are passed through, and so is a payment of nothing: a path may name them, a dossier never stands there.
  const stands = path.filter((id) => findStep(workflow, id)?.kind !== 'automatic' && !(findStep(workflow, id)?.kind === 'payment' && fee.total === 0))
  const [first, ...rest] = stands
  if (first !== undefined && dossier.step !== first) return first
  for (const id of rest) {
    const role = findStep(workflow, dossier.step)?.by?.role
    const next = waysOn(workflow, dossier, answers, fee)
      .map((change) => transition(workflow, dossier, change, { ...facts, actor: { ...facts.actor, roles: role === undefined ? [] : [role] } }))
      .find((moved) => 'dossier' in moved && moved.dossier.step === id)
    if (!next || !('dossier' in next)) return id
    dossier = next.dossier
  }
  return undefined
}

const surprise = (index: number, { title }: Scenario, what: string, params: Record<string, unknown> = {}): Issue =>
  ({ pointer: `/scenarios/${index}/expect${what}`, code: 'publish.scenarioFails', params: { title, ...params } })

const runScenario = (procedure: Procedure, judges: Judges, scenario: Scenario, index: number, { now, calendar }: ScenarioFacts): Issue[] => {
  if (!judges.applicant) return []
  const { form, validate } = judges.applicant
  const today = scenario.on ?? vietnamDate(now)
  const { expect } = scenario
  // Whoever wrote `valid: false` may mean an answer that preparing would drop; unknown ones stay and are refused.
  const answers = prepareAnswers(form, scenario.answers, { today, calendar })
  const errors = validateAnswers(form, answers, { validate, today, calendar }).filter(isError)
  if (errors.length === 0 !== expect.valid) return [surprise(index, scenario, '/valid', { found: errors.map((issue) => issue.source ?? issue.pointer).join(', ') })]
  const { refusedBy } = expect
  if (refusedBy !== undefined && !errors.some((issue) => issue.source === refusedBy || issue.pointer === refusedBy)) {
    return [surprise(index, scenario, '/refusedBy', { found: errors.map((issue) => issue.source ?? issue.pointer).join(', ') })]
  }
  if (!expect.valid) return []
  const fee = computeFee(procedure.fees ?? [], answers, { today, calendar })
  if (expect.fee !== undefined && fee.total !== expect.fee) return [surprise(index, scenario, '/fee', { found: fee.total })]
  if (!expect.path || !procedure.workflow) return []
  // Filed in the morning of that day in Vietnam.
  const facts: Facts = { actor: { id: 'scenario', name: 'scenario', roles: [] }, now: `${today}T02:00:00.000Z`, calendar }
  const broken = findBrokenStep(procedure.workflow, expect.path, answers, fee, facts)
  return broken === undefined ? [] : [surprise(index, scenario, `/path/${expect.path.indexOf(broken)}`, { found: broken })]
}

export const runScenarios = (procedure: Procedure, judges: Judges, facts: ScenarioFacts): Issue[] =>
  (procedure.scenarios ?? []).flatMap((scenario, index) => runScenario(procedure, judges, scenario, index, facts))
