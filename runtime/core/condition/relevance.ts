// Decides which questions are asked for given answers: the only truth about hiding, the same in browser and server.
// A hidden answer counts as absent, and what depends on it follows (contract.md, law 5).
import type { CompiledForm, ScopedCondition } from '../form/compiled-form.ts'
import { expandPath, readAt, rowPointer, toPath, writeAt, type Answers } from '../issues/json-pointer.ts'
import { evaluateCondition } from './evaluate-condition.ts'

/** Whether a condition holds for the answers, or for the row that a pointer lies in. */
export const holdsAt = ({ when, within }: ScopedCondition, answers: Answers, pointer: string): boolean => {
  if (within === undefined) return evaluateCondition(when, answers)
  const row = rowPointer(within, pointer)
  return row !== undefined && evaluateCondition(when, readAt(answers, row))
}

/** Whether the question at a pointer is asked, given answers from which everything irrelevant is already gone. */
const isAskedGiven = (form: CompiledForm, answers: Answers, pointer: string): boolean => {
  let question = form.questions.get(toPath(pointer))
  while (question) {
    if (!question.conditions.every((condition) => holdsAt(condition, answers, pointer))) return false
    question = form.questions.get(question.parent)
  }
  return true
}

const dropOnce = (form: CompiledForm, answers: Answers, judged: Answers): Answers => {
  let kept = answers
  for (const question of form.questions.values()) {
    if (question.conditions.length === 0) continue
    for (const pointer of expandPath(question.path, answers)) {
      if (readAt(kept, pointer) !== undefined && !isAskedGiven(form, judged, pointer)) kept = writeAt(kept, pointer, undefined)
    }
  }
  return kept
}

/** Conditions may depend on each other in a chain of this length at most; lint-form.ts refuses a circle. */
const longestChain = 50

/** The answers without those to questions that are not asked, transitively. Unknown answers stay: validation refuses them. */
export const pruneAnswers = (form: CompiledForm, answers: Answers): Answers => {
  let judged = answers
  for (let round = 0; round < longestChain; round++) {
    const next = dropOnce(form, answers, judged)
    // Nothing was hidden, as in most filings: there is nothing to follow up.
    if (next === judged || (next !== answers && JSON.stringify(next) === JSON.stringify(judged))) return next
    judged = next
  }
  return judged
}

export interface Relevance {
  /** Whether the question, group or table at this pointer is asked now. */
  isAsked(pointer: string): boolean
  /** Whether a page has anything to ask. */
  hasPage(id: string): boolean
  /** The answers that count. */
  answers: Answers
}

export const findRelevance = (form: CompiledForm, answers: Answers): Relevance => {
  const relevant = pruneAnswers(form, answers)
  const isAsked = (pointer: string): boolean => isAskedGiven(form, relevant, pointer)
  return {
    isAsked,
    hasPage: (id) => form.pages.some(({ page, sections }) => page.id === id && sections.some((section) => section.paths.some(isAsked))),
    answers: relevant,
  }
}
