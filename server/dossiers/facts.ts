// What judging and moving a dossier may know beside it: who, when, which day that is in Vietnam, and the working days.
import { vietnamDate } from '#core/text/format.ts'
import type { FormulaFacts } from '#core/answers/compute-answers.ts'
import type { Facts } from '#core/workflow/facts.ts'
import type { Dossier, Info, Session } from '#schemas/generated/types.ts'
import { readPlaces } from '../organisation/known-places.ts'
import type { DossierDeps } from './dossier-deps.ts'

export type HandlingFacts = Facts & FormulaFacts

type Person = Pick<Session, 'id' | 'name' | 'roles' | 'standsInFor' | 'units'>

/** A person as the workflow knows them. */
export const toActor = async ({ database }: Pick<DossierDeps, 'database'>, person: Person): Promise<Facts['actor']> => {
  const { id, name, roles, standsInFor = [] } = person
  return { id, name, roles, ...(standsInFor.length > 0 && { standsInFor: standsInFor.map((absent) => absent.id) }), places: await readPlaces(database, person) }
}

/** `of` is the information of the procedure: its office's calendar counts. */
export const gatherFacts = async (deps: Pick<DossierDeps, 'database' | 'now' | 'calendar'>, actor: Person, of: Pick<Info, 'agency' | 'receivingUnit'>): Promise<HandlingFacts> => {
  const now = deps.now()
  return { actor: await toActor(deps, actor), now, today: vietnamDate(now), calendar: await deps.calendar(of) }
}

/** Time limits for filing, and what is owed, look at the day of filing: an office that asks late must not make a timely dossier late. */
export const asFiled = (facts: HandlingFacts, { submittedAt }: Pick<Dossier, 'submittedAt'>): HandlingFacts => ({ ...facts, today: vietnamDate(submittedAt ?? facts.now) })

/** Paper counts from the hour at which it was received, not from that at which it was entered. */
export const asReceived = (facts: HandlingFacts, { intake }: Pick<Dossier, 'intake'>): HandlingFacts =>
  (intake ? { ...facts, now: intake.receivedAt, today: vietnamDate(intake.receivedAt) } : facts)
