// What judging and moving a dossier may know beside it: who, when, which day that is in Vietnam, and the working days.
import { vietnamDate } from '#core/text/format.ts'
import type { FormulaFacts } from '#core/answers/compute-answers.ts'
import type { Facts } from '#core/workflow/facts.ts'
import type { Dossier, Info, Session } from '#schemas/generated/types.ts'
import type { DossierDeps } from './dossier-deps.ts'

export type HandlingFacts = Facts & FormulaFacts

type Person = Pick<Session, 'id' | 'name' | 'roles' | 'standsInFor'>

/** A person as the workflow knows them. */
export const toActor = ({ id, name, roles, standsInFor = [] }: Person): Facts['actor'] => ({ id, name, roles, ...(standsInFor.length > 0 && { standsInFor: standsInFor.map((absent) => absent.id) }) })

/** `of` is the information of the procedure: its office's calendar counts. */
export const gatherFacts = async (deps: Pick<DossierDeps, 'now' | 'calendar'>, actor: Person, of: Pick<Info, 'agency' | 'receivingUnit'>): Promise<HandlingFacts> => {
  const now = deps.now()
  return { actor: toActor(actor), now, today: vietnamDate(now), calendar: await deps.calendar(of) }
}

/** Time limits for filing, and what is owed, look at the day of filing: an office that asks late must not make a timely dossier late. */
export const asFiled = (facts: HandlingFacts, { submittedAt }: Pick<Dossier, 'submittedAt'>): HandlingFacts => ({ ...facts, today: vietnamDate(submittedAt ?? facts.now) })

/** Paper counts from the hour at which it was received, not from that at which it was entered. */
export const asReceived = (facts: HandlingFacts, { intake }: Pick<Dossier, 'intake'>): HandlingFacts =>
  (intake ? { ...facts, now: intake.receivedAt, today: vietnamDate(intake.receivedAt) } : facts)
