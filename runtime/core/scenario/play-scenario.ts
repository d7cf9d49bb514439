// Plays answers through a procedure: what a citizen who filed them would meet. The designer records it as a scenario; a
// scenario that says otherwise fails (run-scenario.ts).
import type { FeeStatement, Procedure, Scenario } from '#schemas/generated/types.ts'
import { prepareAnswers } from '../answers/prepare-answers.ts'
import { validateAnswers, type KnownFile } from '../answers/validate-answers.ts'
import { findRelevance } from '../condition/relevance.ts'
import { toLocal, type WorkingCalendar } from '../deadline/working-calendar.ts'
import { computeFee } from '../fee/compute-fee.ts'
import type { CompiledForm } from '../form/compiled-form.ts'
import { isError, type Issue } from '../issues/issue.ts'
import type { Answers } from '../issues/json-pointer.ts'
import type { CompiledValidator } from '../json-schema/validator-runtime.ts'
import { dueInstant, findPath, type Filing, type Records, type Way } from './follow-workflow.ts'

/** Who judges answers of the applicant's form. */
export interface ScenarioJudge {
  form: CompiledForm
  validate: CompiledValidator
}

export interface ScenarioDay {
  /** Day of filing in Vietnam. */
  on: string
  calendar: WorkingCalendar
  /** Uploads that the answers may name; absent where none are kept. */
  files?: ReadonlyMap<string, KnownFile>
  /** What officers would write down on the way. */
  records?: Records
}

export interface Outcome {
  /** Prepared: what would be filed. */
  answers: Answers
  /** Errors and warnings. */
  issues: Issue[]
  valid: boolean
  /** Rules, checks and places that refuse it. */
  refusedBy: string[]
  fee: FeeStatement
  /** The pages that are asked, in order. */
  pages: string[]
  /** The day by which the office must answer; absent without a legal clock. */
  dueOn?: string
  /** How it would stand in the workflow; absent without one. */
  filing?: Filing
}

export const refuserOf = (issue: Issue): string => issue.source ?? issue.pointer

export const playAnswers = (procedure: Procedure, { form, validate }: ScenarioJudge, given: Answers, { on, calendar, files, records }: ScenarioDay): Outcome => {
  const facts = { today: on, calendar }
  // Whoever wrote `valid: false` may mean an answer that preparing would drop; unknown ones stay and are refused.
  const answers = prepareAnswers(form, given, facts)
  const issues = validateAnswers(form, answers, { ...facts, validate, ...(files && { files }) })
  const errors = issues.filter(isError)
  const fee = computeFee(procedure.fees ?? [], answers, facts)
  const relevance = findRelevance(form, answers)
  const filing = procedure.workflow && { workflow: procedure.workflow, answers, fee, fees: procedure.fees ?? [], on, calendar, ...(records && { records }) }
  const due = filing && dueInstant(filing)
  return {
    answers, issues, fee, valid: errors.length === 0, refusedBy: [...new Set(errors.flatMap((issue) => [refuserOf(issue), issue.pointer]))],
    pages: form.pages.map(({ page }) => page.id).filter(relevance.hasPage),
    ...(due !== undefined && { dueOn: toLocal(due, calendar).date }), ...(filing && { filing }),
  }
}

/** What came of the answers as what is expected from now on; with `through`, on a walk that takes this way. */
export const expectationOf = ({ valid, issues, fee, pages, dueOn, filing }: Outcome, through?: Pick<Way, 'step' | 'to'>): Scenario['expect'] => {
  const error = issues.find(isError)
  if (!valid) return { valid, ...(error && { refusedBy: refuserOf(error) }), pages }
  const path = filing && findPath(filing, through)
  return { valid, fee: fee.total, pages, ...(path && { path }), ...(dueOn !== undefined && { dueOn }) }
}
