// Judges what an officer records in a step, by the step's own form and validator, as the applicant's answers are judged by
// theirs.
import { prepareAnswers } from '#core/answers/prepare-answers.ts'
import { validateAnswers } from '#core/answers/validate-answers.ts'
import { isError, under, type Issue } from '#core/issues/issue.ts'
import { toPath, type Answers } from '#core/issues/json-pointer.ts'
import { questionAt } from '#core/form/question-at.ts'
import type { Act, Action } from '#schemas/generated/types.ts'
import { knownFiles } from '../dossiers/dossier-files.ts'
import type { HandlingFacts } from '../dossiers/facts.ts'
import { ProblemError } from '../http/problem-response.ts'
import type { Database } from '../db/database.ts'
import type { Revision } from '../procedures/revision.ts'

const unknownField = (pointer: string): Issue => ({ pointer, code: 'unknown' })

/** What may be asked to be completed: questions of the applicant's form, whole tables and groups, or a row. */
export const judgeFields = ({ judges }: Revision, fields: readonly string[]): Issue[] => {
  const form = judges.applicant?.form
  const known = (field: string): boolean => field.startsWith('/') && Boolean(form && (form.questions.has(toPath(field)) || questionAt(form, field)))
  return fields.flatMap((field, i) => (known(field) ? [] : [unknownField(`/fields/${i}`)]))
}

/** By the form of that name; undefined where nothing is recorded. */
export const judgeForm = async (database: Database, revision: Revision, dossierId: string, name: string, given: Answers | undefined, facts: HandlingFacts): Promise<Answers | undefined> => {
  const judge = revision.judges.steps.get(name)
  if (!judge) {
    if (given && Object.keys(given).length > 0) throw new ProblemError('invalid-answers', [unknownField('/record')])
    return undefined
  }
  const record = prepareAnswers(judge.form, given ?? {}, facts)
  const files = await knownFiles(database, revision, dossierId)
  const issues = validateAnswers(judge.form, record, { validate: judge.validate, today: facts.today, calendar: facts.calendar, files }).filter(isError)
  if (issues.length > 0) throw new ProblemError('invalid-answers', under('/record', issues))
  return record
}

/** The record to keep; undefined when the step asks for none, or an action that needs a reason came without one. */
export const judgeRecord = async (database: Database, revision: Revision, dossierId: string, step: string, action: Action | undefined, act: Act, facts: HandlingFacts): Promise<Answers | undefined> => {
  // Who sends a dossier back or refuses it explains it in the reason, not in the record.
  const excused = act.record === undefined && action?.asks?.includes('reason')
  return excused ? undefined : judgeForm(database, revision, dossierId, step, act.record, facts)
}
