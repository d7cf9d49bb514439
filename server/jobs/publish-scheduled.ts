// Publishes what was approved for a day when that day has come. Whoever dies before it has done nothing, and whoever is second finds it
// done: the request's version is part of the unit of work.
import { clock, findRequest, gatherContext } from '../change-requests/gather-context.ts'
import { carryOut, sendBack } from '../change-requests/publish-change.ts'
import { createChangeRequestRepository } from '../change-requests/repository.ts'
import { ConflictError } from '../db/unit-of-work.ts'
import { ProblemError } from '../http/problem-response.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'

const publishOne = async (deps: DesignerDeps, id: string): Promise<boolean> => {
  const gathered = await gatherContext(deps, clock, await findRequest(deps, id))
  try {
    await carryOut(deps, clock, gathered, 'clock')
    return true
  } catch (error) {
    // Its own scenarios come out otherwise on that day: no draft moved, yet nobody has approved this.
    if (error instanceof ProblemError && error.kind === 'invalid-document') await sendBack(deps, clock, gathered, 'notProved')
    throw error
  }
}

/** Gives how many were published. Another process that was faster, or a fault of one, holds up no other. */
export const publishScheduled = async (deps: DesignerDeps): Promise<number> => {
  let published = 0
  for (const id of await createChangeRequestRepository(deps.database).listDue(deps.now())) {
    try {
      if (await publishOne(deps, id)) published++
    } catch (error) {
      if (error instanceof ConflictError) continue
      const kind = error instanceof ProblemError ? error.kind : String(error)
      deps.log.error({ request: id, err: { message: kind } }, 'a scheduled change was not published')
    }
  }
  return published
}
