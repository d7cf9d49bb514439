// Design errors of opinions and votes: nobody asked, more votes needed than there are, a vote that leads nowhere when it is
// lost, silence that would be waited for for ever.
import type { Step, Workflow } from '#schemas/generated/types.ts'
import type { Issue } from '../issues/issue.ts'
import { titleWords } from '../issues/title-words.ts'

const lintVote = (step: Step, pointer: string): Issue[] => {
  const { opinions = [], need, against } = step
  const params = { title: titleWords(step, step.id), need, n: opinions.length }
  return [
    ...(need !== undefined && need > opinions.length ? [{ pointer, code: 'lint.needTooMany', params }] : []),
    ...(need !== undefined && against === undefined ? [{ pointer, code: 'lint.againstMissing', params }] : []),
    ...(need === undefined && against !== undefined ? [{ pointer, code: 'lint.againstUnused', params }] : []),
  ]
}

/** One that may never come, where nobody is told, nobody can go on without it, and no time ends the step. */
const waitsForEver = ({ opinions = [], timers = [], actions = [], onExpiry }: Step): boolean =>
  opinions.some((request) => request.onExpiry === 'waits') && !onExpiry && actions.length === 0 && !timers.some((timer) => timer.do === 'escalate')

const lintStep = (workflow: Workflow, step: Step, pointer: string): Issue[] => {
  const params = { title: titleWords(step, step.id) }
  const opinions = step.opinions ?? []
  if (step.kind !== 'opinions') return opinions.length > 0 ? [{ pointer, code: 'lint.opinionsElsewhere', params, level: 'warning' }] : []
  return [
    ...(opinions.length === 0 ? [{ pointer, code: 'lint.opinionsMissing', params }] : []),
    ...(step.otherwise === undefined ? [{ pointer, code: 'lint.joinMissing', params }] : []),
    ...opinions.flatMap(({ by, id }, i) => [
      ...(workflow.roles.some((role) => role.id === by.role) ? [] : [{ pointer: `${pointer}/opinions/${i}`, code: 'lint.roleUnknown', params: { id: by.role } }]),
      ...(opinions.findIndex((each) => each.id === id) < i ? [{ pointer: `${pointer}/opinions/${i}`, code: 'lint.idRepeated', params: { id } }] : []),
    ]),
    ...lintVote(step, pointer),
    ...(waitsForEver(step) ? [{ pointer, code: 'lint.opinionWaitsForEver', params, level: 'warning' as const }] : []),
  ]
}

export const lintOpinions = (workflow: Workflow): Issue[] => workflow.steps.flatMap((step, s) => lintStep(workflow, step, `/steps/${s}`))
