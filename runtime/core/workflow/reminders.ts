// What only reminds or reports changes nothing that anybody reads or writes: work that was begun before goes on after it.
import type { DossierEvent, Workflow } from '#schemas/generated/types.ts'
import { findStep } from './facts.ts'
import { opinionOfTimer } from './timers.ts'

/** A reminder or an escalation. Silence that counts as consent is an opinion of its own, and what ends a step is no reminder. */
export const onlyReminds = (workflow: Workflow, { type, action = '', from, to }: Pick<DossierEvent, 'type' | 'action' | 'from' | 'to'>): boolean =>
  type === 'timer' && from === to && findStep(workflow, from)?.opinions?.find(({ id }) => id === opinionOfTimer(action))?.onExpiry !== 'consents'
