// Brings a refusal of the server back to the questions: each error of the problem becomes an issue at its pointer, in
// the server's words.
import type { Problem } from '#schemas/generated/types.ts'
import type { Issue } from '#core/issues/issue.ts'

export interface ShownProblem {
  issues: Issue[]
  /** Sentences about something else than an answer. */
  others: string[]
}

const unescaped = (fragment: string): string => {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** `base` is where the answers stand in what was sent: '#/answers' in the body of a filing, '#/record' of an action. */
export const showProblem = (problem: Problem, base = '#/answers'): ShownProblem =>
  (problem.errors ?? []).reduce<ShownProblem>(({ issues, others }, { pointer, code, detail, params }) => {
    const place = unescaped(pointer)
    if (place !== base && !place.startsWith(`${base}/`)) return { issues, others: [...others, detail] }
    return { issues: [...issues, { pointer: place.slice(base.length), code, ...(params && { params }), authored: { message: detail } }], others }
  }, { issues: [], others: [] })
