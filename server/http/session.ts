// Who is asking: routes call one of these before anything else. Roles are checked here; ownership in the use case.
import type { Context } from 'hono'
import type { Session } from '#schemas/generated/types.ts'
import type { AppEnv } from './context.ts'
import { ProblemError } from './problem-response.ts'

export const requireSession = async (c: Context<AppEnv>): Promise<Session> => {
  const session = await c.get('readSession')()
  if (!session) throw new ProblemError('unauthenticated')
  return session
}

/** The session, when it has at least one of the roles. */
export const requireRole = async (c: Context<AppEnv>, ...roles: string[]): Promise<Session> => {
  const session = await requireSession(c)
  if (!roles.some((role) => session.roles.includes(role))) throw new ProblemError('forbidden')
  return session
}

/** An officer: someone with a role other than applicant. */
export const isStaff = (session: Session): boolean => session.roles.some((role) => role !== 'applicant')

export const requireStaff = async (c: Context<AppEnv>): Promise<Session> => {
  const session = await requireSession(c)
  if (!isStaff(session)) throw new ProblemError('forbidden')
  return session
}
