// Carries out what was promised: takes effects that are due, in the order of each dossier, tries again after growing
// pauses, and gives up loudly. May run in several processes; a lease keeps an effect to one of them at a time.
import type { Deps } from '../deps.ts'
import { FinalError } from '../integrations/final-error.ts'
import { limits } from '../limits.ts'
import type { Write } from '../db/unit-of-work.ts'
import type { Handlers } from './handlers.ts'
import { lease, markDone, markFailed, markLater, markWaiting, type Promised } from './repository.ts'

type DispatcherDeps = Pick<Deps, 'database' | 'now' | 'log'>

const later = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString()

/** 10 s, 20 s, 40 s … at most an hour: about six hours before giving up. */
export const pauseMs = (attempts: number): number => Math.min(10_000 * 2 ** (attempts - 1), 3_600_000)

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 500)

const carryOut = async ({ now, log }: DispatcherDeps, handlers: Handlers, promised: Promised): Promise<{ done: boolean; write: Write }> => {
  try {
    const handler = handlers[promised.kind]
    if (!handler) throw new Error(`Nobody handles ${promised.kind}`)
    await handler(promised)
    return { done: true, write: markDone(promised.id) }
  } catch (error) {
    const fault = describe(error)
    if (promised.attempts >= limits.outboxAttempts || error instanceof FinalError) {
      log.error({ effect: promised.id, kind: promised.kind, fault }, 'gave up on an effect')
      return { done: false, write: markFailed(promised.id, fault) }
    }
    log.warn({ effect: promised.id, kind: promised.kind, fault, attempts: promised.attempts }, 'effect will be tried again')
    return { done: false, write: markLater(promised.id, later(now(), pauseMs(promised.attempts)), fault) }
  }
}

/** One round; gives the number of effects that it took. */
export const dispatchOnce = async (deps: DispatcherDeps, handlers: Handlers): Promise<number> => {
  const taken = await lease(deps.database, deps.now(), later(deps.now(), limits.outboxLeaseMs), limits.outboxBatch)
  const held = new Set<string>()
  for (const promised of taken) {
    // What comes after a failed effect of the same dossier waits for it: a decision is not told before its receipt.
    const waits = promised.dossierId !== undefined && held.has(promised.dossierId)
    const { done, write } = waits ? { done: false, write: markWaiting(promised.id, deps.now()) } : await carryOut(deps, handlers, promised)
    if (!done && promised.dossierId !== undefined) held.add(promised.dossierId)
    await deps.database.commit([write])
  }
  return taken.length
}
