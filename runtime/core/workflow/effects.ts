// The closed list of things that a transition may ask of the world. They are data, saved with the dossier in one
// transaction and carried out afterwards (server/outbox); each gets an id that makes a retry harmless.
import type { Assignment, Dossier } from '#schemas/generated/types.ts'

export type Effect =
  | { kind: 'notify'; to: 'applicant' | 'role' | 'person'; role?: string; /** Of the unit of this code, where the office has one. */ code?: string; person?: string; notice: 'submitted' | 'supplement-asked' | 'ended' | 'task' | 'payment-asked' | 'message' | 'assigned' | 'opinion-asked' | 'reminder' | 'escalated' }
  | { kind: 'issue-paper'; paper: string }
  | { kind: 'request-payment'; amount: number }
  | { kind: 'tell-portal'; status: number }

type Notice = Extract<Effect, { kind: 'notify' }>['notice']

/** Tells everybody who is asked, each role of each unit once. */
export const tellOfficers = (asked: readonly Assignment[], notice: Notice): Effect[] =>
  asked.filter(({ role, code }, i) => asked.findIndex((each) => each.role === role && each.code === code) === i)
    .map(({ role, code }) => ({ kind: 'notify', to: 'role', role, ...(code !== undefined && { code }), notice }))

/** The id under which an effect is carried out at most once. */
export const effectId = (dossier: Pick<Dossier, 'id' | 'version'>, index: number): string => `${dossier.id}:${dossier.version}:${index}`
