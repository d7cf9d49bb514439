// Which open dossiers come along when they are migrated to a new revision, and which stay on their own: steps are known by their
// ids, and nobody who filed is trapped between what was accepted then and what is asked for now.
import type { Dossier, StayingDossiers, Workflow } from '#schemas/generated/types.ts'
import { findStep } from '../workflow/facts.ts'
import { askedAgain, type Replayed } from './replay.ts'

export type Staying = Omit<StayingDossiers, 'count'>

export const staysBehind = (before: Workflow | undefined, after: Workflow | undefined, { step, supplement }: Pick<Dossier, 'step' | 'supplement'>, replayed: Pick<Replayed, 'reasons'>): Staying | undefined => {
  const [was, is] = [before && findStep(before, step), after && findStep(after, step)]
  if (!was || !is || was.kind !== is.kind) return { why: 'stepGone', ...(step !== undefined && { step }) }
  // The applicant was told what to complete, in the words of the old form (NĐ 61/2018 Đ.15.3: once and in full).
  if (supplement) return { why: 'supplement', step: is.id }
  // A later supplement would be judged whole, and what it was not about the applicant may not mend.
  return askedAgain(replayed).length > 0 ? { why: 'asksAgain' } : undefined
}

const keyOf = ({ why, step = '' }: Staying): string => `${why}/${step}`

/** Equal ones together, the most frequent first. */
export const countStaying = (all: readonly (Staying & { count?: number })[]): StayingDossiers[] => {
  const counted = new Map<string, StayingDossiers>()
  for (const { count = 1, ...each } of all) counted.set(keyOf(each), { ...each, count: (counted.get(keyOf(each))?.count ?? 0) + count })
  return [...counted.values()].sort((a, b) => b.count - a.count || (keyOf(a) < keyOf(b) ? -1 : 1))
}
