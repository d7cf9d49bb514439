// Who may: every route asks here first. What the table of permissions (runtime/core/access) does not allow is denied.
import type { Context } from 'hono'
import { can, type Permission, type Relation } from '#core/access/can.ts'
import type { Session } from '#schemas/generated/types.ts'
import type { AppEnv } from '../http/context.ts'
import { ProblemError } from '../http/problem-response.ts'
import { requireSession } from '../http/session.ts'

/** The person who asks, when they have the permission whatever it is about. */
export const requirePermission = async (c: Context<AppEnv>, permission: Permission, relation?: Relation): Promise<Session> => {
  const session = await requireSession(c)
  if (!can(session, permission, relation)) throw new ProblemError('forbidden')
  return session
}

/** For one thing of somebody: whoever may not see it learns nothing, not even that it exists. */
export const assertVisible = (session: Session, permission: Permission, relation: Relation): void => {
  if (!can(session, permission, relation)) throw new ProblemError('not-found')
}
