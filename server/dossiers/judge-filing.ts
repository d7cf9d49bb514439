// Judges a filing: prepared answers against the revision, files that belong to the dossier, and the fee worked out again.
// Nothing that the applicant's screen found is taken for granted.
import { prepareAnswers } from '#core/answers/prepare-answers.ts'
import { tidyAnswers } from '#core/answers/tidy-answers.ts'
import { validateAnswers, type KnownFile } from '#core/answers/validate-answers.ts'
import { computeFee } from '#core/fee/compute-fee.ts'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import { isError, under, type Issue } from '#core/issues/issue.ts'
import { expandPath, isRecord, readAt, toPointer, type Answers } from '#core/issues/json-pointer.ts'
import type { FeeStatement } from '#schemas/generated/types.ts'
import { ProblemError } from '../http/problem-response.ts'
import type { Revision } from '../procedures/revision.ts'
import { computedByUs, notFiledOnline } from './dossier-problems.ts'
import type { HandlingFacts } from './facts.ts'

export interface Filing {
  answers: Answers
  fee: FeeStatement
}

const refuseIfAny = (issues: readonly Issue[]): void => {
  if (issues.length > 0) throw new ProblemError('invalid-answers', under('/answers', issues))
}

/** The revision's form with its validator; a procedure without one takes no dossiers online. */
const judgeOf = ({ judges, procedure }: Revision) => {
  if (!judges.applicant || !procedure.workflow) throw notFiledOnline()
  return judges.applicant
}

const judge = (revision: Revision, answers: Answers, files: ReadonlyMap<string, KnownFile>, { today, calendar }: HandlingFacts): Filing => {
  const { form, validate } = judgeOf(revision)
  refuseIfAny(validateAnswers(form, answers, { validate, today, calendar, files }).filter(isError))
  return { answers, fee: computeFee(revision.procedure.fees ?? [], answers, { today, calendar }) }
}

/** For a draft: what is not asked any more is dropped, as the applicant was shown. */
export const judgeDraft = (revision: Revision, answers: Answers, files: ReadonlyMap<string, KnownFile>, facts: HandlingFacts): Filing =>
  judge(revision, prepareAnswers(judgeOf(revision).form, answers, facts), files, facts)

const readOnlyAnswers = (form: CompiledForm, answers: Answers): Issue[] =>
  [...form.questions.values()].filter(({ question }) => question['x-compute'] !== undefined || question.readOnly).flatMap(({ path }) =>
    expandPath(path, answers).filter((pointer) => readAt(answers, pointer) !== undefined).map(computedByUs))

/** Pointers of what stands in `sent` and no longer in `kept`. */
const lost = (sent: unknown, kept: unknown, pointer = ''): string[] => {
  if (kept === undefined) return [pointer]
  if (Array.isArray(sent)) return sent.length === (Array.isArray(kept) ? kept.length : 0) ? sent.flatMap((item, i) => lost(item, (kept as unknown[])[i], `${pointer}/${i}`)) : [pointer]
  return isRecord(sent) && isRecord(kept) ? Object.entries(sent).flatMap(([name, inner]) => lost(inner, kept[name], pointer + toPointer([name]))) : []
}

const mostIssues = 100

/**
 * For a filing in one request: whoever sends answers to questions that are not asked, or in place of ours, is told so
 * instead of losing them silently (contract.md, law 5).
 */
export const judgeWhole = (revision: Revision, sent: Answers, facts: HandlingFacts): Filing => {
  const { form } = judgeOf(revision)
  const tidied = tidyAnswers(sent)
  refuseIfAny(readOnlyAnswers(form, tidied).slice(0, mostIssues))
  const prepared = prepareAnswers(form, tidied, facts)
  refuseIfAny(lost(tidied, prepared).slice(0, mostIssues).map((pointer): Issue => ({ pointer, code: 'notAsked' })))
  return judge(revision, prepared, new Map(), facts)
}
