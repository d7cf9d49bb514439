// What is kept from an officer: a step may hide answers from those who act in it, and somebody who only looks sees no more
// than in the steps that are theirs.
import { expandPath, readAt, toPath, writeAt } from '#core/issues/json-pointer.ts'
import { findStep } from '#core/workflow/facts.ts'
import type { Dossier, Workflow } from '#schemas/generated/types.ts'

export const hiddenPaths = (workflow: Workflow, dossier: Dossier, roles: readonly string[]): string[] => {
  const present = findStep(workflow, dossier.step)
  const acting = present?.by && roles.includes(present.by.role)
  const steps = acting ? [present] : workflow.steps.filter((step) => step.by && roles.includes(step.by.role))
  return [...new Set([...(present?.sees?.hide ?? []), ...steps.flatMap((step) => step.sees?.hide ?? [])])]
}

/** Whether a question lies at or below a hidden one. */
export const isHidden = (hidden: readonly string[], question: string): boolean => {
  const path = toPath(question)
  return hidden.some((each) => path === each || path.startsWith(`${each}/`))
}

/** What was set aside stands under names of other revisions, which other steps hide (judged-under.ts). */
export const hideAnswers = ({ aside: _elsewhere, ...dossier }: Dossier, hidden: readonly string[]): Dossier => ({
  ...dossier,
  answers: hidden.flatMap((path) => expandPath(path, dossier.answers).reverse()).reduce(
    (answers, pointer) => (readAt(answers, pointer) === undefined ? answers : writeAt(answers, pointer, undefined)), dossier.answers),
})
