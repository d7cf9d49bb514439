// The closed list of things that a transition may ask of the world. They are data, saved with the dossier in one
// transaction and carried out afterwards (server/outbox); each gets an id that makes a retry harmless.
import type { Dossier } from '#schemas/generated/types.ts'

export type Effect =
  | { kind: 'notify'; to: 'applicant' | 'role' | 'person'; role?: string; person?: string; notice: 'submitted' | 'supplement-asked' | 'ended' | 'task' | 'payment-asked' | 'message' | 'assigned' | 'opinion-asked' | 'reminder' | 'escalated' }
  | { kind: 'issue-paper'; paper: string }
  | { kind: 'request-payment'; amount: number }
  | { kind: 'tell-portal'; status: number }

/** The id under which an effect is carried out at most once. */
export const effectId = (dossier: Pick<Dossier, 'id' | 'version'>, index: number): string => `${dossier.id}:${dossier.version}:${index}`
