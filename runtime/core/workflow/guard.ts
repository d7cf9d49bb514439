// Whether a way of the workflow is open to a dossier: by what the applicant answered, by what an officer recorded in an
// earlier step, or by the score of a risk table.
import type { Branch, Condition, Dossier, RiskScore, ScoreRow, Step } from '#schemas/generated/types.ts'
import { evaluateCondition } from '../condition/evaluate-condition.ts'

export interface Guard {
  when?: Condition
  /** The step whose record is read instead of the answers; before it recorded anything, nothing is there. */
  of?: string
}

export type Known = Pick<Dossier, 'answers' | 'records'>

export const holds = ({ when, of }: Guard, { answers, records }: Known): boolean => !when || evaluateCondition(when, of === undefined ? answers : records[of] ?? {})

/** The points of all rows that hold, and which they were (quản lý rủi ro). */
export const scoreOf = (step: Pick<Step, 'id'> & { score: readonly ScoreRow[] }, known: Known): RiskScore => {
  const found = step.score.filter((row) => holds(row, known))
  return { step: step.id, score: found.reduce((sum, { points }) => sum + points, 0), reasons: found.map(({ id }) => id) }
}

export interface Passage {
  /** The branch that was taken, by its number, or `otherwise`. */
  by: string
  to: string
  risk?: RiskScore
}

const takes = (branch: Branch, known: Known, risk: RiskScore | undefined): boolean =>
  (branch.atLeast === undefined ? branch.when !== undefined && holds(branch, known) : (risk?.score ?? 0) >= branch.atLeast)

/** The way out of an automatic step: the first branch that holds, else `otherwise`. */
export const passageOf = (step: Step, dossier: Pick<Dossier, 'answers' | 'records' | 'risk'>): Passage | undefined => {
  const risk = step.score ? scoreOf({ id: step.id, score: step.score }, dossier) : undefined
  const index = (step.branches ?? []).findIndex((branch) => takes(branch, dossier, risk ?? dossier.risk))
  const to = index >= 0 ? step.branches![index]!.to : step.otherwise
  return to === undefined ? undefined : { by: index >= 0 ? `branches/${index}` : 'otherwise', to, ...(risk && { risk }) }
}
