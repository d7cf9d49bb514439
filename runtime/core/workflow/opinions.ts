// Opinions of several units asked for at the same time (lấy ý kiến, NĐ 61/2018 Đ.19.5), and a council that decides by so many
// votes: who may still give one, what silence means, and when the dossier goes on.
import type { Dossier, Opinion, OpinionRequest, Step, Workflow } from '#schemas/generated/types.ts'
import { dueAt } from '../deadline/due-date.ts'
import type { WorkingCalendar } from '../deadline/working-calendar.ts'
import { isAskedOf } from '../organisation/places.ts'
import { findStep, type Actor } from './facts.ts'

type Given = Dossier['opinions']

const isGiven = (given: Given, id: string): boolean => given !== undefined && Object.hasOwn(given, id)

export const openOpinions = (step: Step, given: Given): OpinionRequest[] => (step.opinions ?? []).filter(({ id }) => !isGiven(given, id))

const favour = ({ verdict, silent }: Opinion): boolean => verdict === 'for' || silent === true

/**
 * Where the dossier goes on to once the opinions are in; undefined while they are waited for. A council decides as soon as
 * enough members are in favour, or as soon as enough cannot be reached any more.
 */
export const joinOf = (step: Step, given: Given): string | undefined => {
  const open = openOpinions(step, given).length
  if (step.need === undefined) return open === 0 ? step.otherwise : undefined
  const votes = (step.opinions ?? []).filter(({ id }) => isGiven(given, id) && favour(given![id]!)).length
  if (votes >= step.need) return step.otherwise
  return votes + open < step.need ? step.against ?? step.otherwise : undefined
}

/** What an officer may still give an opinion on; in a council nobody votes twice. */
export const availableOpinions = (workflow: Workflow, dossier: Dossier, actor: Actor): OpinionRequest[] => {
  const step = findStep(workflow, dossier.step)
  if (dossier.state !== 'open' || step?.kind !== 'opinions') return []
  const hasVoted = step.need !== undefined && Object.values(dossier.opinions ?? {}).some(({ by }) => by !== undefined && by.id === actor.id)
  return hasVoted ? [] : openOpinions(step, dossier.opinions).filter(({ by }) => isAskedOf(by, actor))
}

export const opinionDueAt = ({ within }: OpinionRequest, enteredAt: string, calendar: WorkingCalendar): string => dueAt(enteredAt, within, calendar)

/** The end of the longest of the times given to opinions: those of a step run at the same time. */
export const lastOpinionDueAt = (step: Step, enteredAt: string, calendar: WorkingCalendar): string | undefined =>
  (step.opinions ?? []).map((request) => opinionDueAt(request, enteredAt, calendar)).sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1)
