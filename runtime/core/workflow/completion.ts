// How far a dossier is, in the words that may be told to anybody who has its code (TT 01/2018/TT-VPCP Đ.16.2d): no outcome,
// no name, no subject.
import type { Step, Workflow } from '#schemas/generated/types.ts'

export interface Completion {
  state: 'received' | 'processing' | 'waiting' | 'finished'
  /** Steps of the office done, of all that lie on the way. */
  done: number
  of: number
}

interface Standing {
  state: 'draft' | 'open' | 'ended'
  step?: string
  publicStatus?: string
}

const leadsTo = ({ actions = [], branches = [], otherwise, against }: Step, id: string | undefined): boolean =>
  actions.some(({ to }) => to === id) || branches.some(({ to }) => to === id) || [otherwise, against].includes(id)

export const completion = ({ steps }: Workflow, { state, step, publicStatus }: Standing): Completion => {
  const office = steps.filter(({ kind }) => kind === 'task' || kind === 'opinions')
  const of = office.length
  if (state === 'ended') return { state: 'finished', done: of, of }
  const waits = publicStatus === 'supplement' || publicStatus === 'payment'
  const at = office.findIndex(({ id }) => id === step)
  // A dossier that waits for its applicant is as far as the step that sent it there.
  const done = Math.max(0, at === -1 ? office.findIndex((each) => leadsTo(each, step)) : at)
  return { state: waits ? 'waiting' : done === 0 ? 'received' : 'processing', done, of }
}
