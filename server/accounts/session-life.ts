// How long a session lives: until it has not been used for a while, and never longer than a working day. Officers' sessions
// end sooner, because more is behind them (ASVS 5.0 V7.3).
import type { Session } from '#schemas/generated/types.ts'
import { limits } from '../limits.ts'

/** A session with its times, in milliseconds. */
export interface LiveSession {
  session: Session
  token: string
  startedAt: number
  seenAt: number
}

export const endOf = ({ session, startedAt, seenAt }: LiveSession): number => {
  const { idle, whole } = limits.sessions[session.roles.every((role) => role === 'applicant') ? 'applicant' : 'staff']
  return Math.min(startedAt + whole * 1000, seenAt + idle * 1000)
}

export const isOver = (live: LiveSession, now: number): boolean => endOf(live) <= now

/** Noting each single request would be dear and say no more. */
export const isWorthNoting = ({ seenAt }: LiveSession, now: number): boolean => now - seenAt > limits.sessionSeenSeconds * 1000
