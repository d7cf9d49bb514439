// How often one person, and one address, may do the everyday things: generous to an office behind one line, enough to
// keep one broken program from taking the place of everybody. The figures are in limits.ts.
import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import type { Write } from '../db/unit-of-work.ts'
import { limits } from '../limits.ts'
import { networkOf } from './address.ts'
import type { AppEnv } from './context.ts'
import { assertTurns, takeTurn, turn, type Window } from './rate-limit.ts'

type Deed = keyof typeof limits.rates

const counted = ({ config }: Pick<Deps, 'config'>, c: Context<AppEnv>, deed: Deed, actorId: string | undefined): [string, Window][] => {
  const { person, address } = limits.rates[deed]
  const network = networkOf(c, config)
  const scaled = ({ most, seconds }: Window): Window => ({ most: Math.ceil(most * config.rateFactor), seconds })
  return [
    ...(actorId === undefined ? [] : [[`${deed}:${actorId}`, scaled(person)] as [string, Window]]),
    ...(network === undefined ? [] : [[`${deed}-from:${network}`, scaled(address)] as [string, Window]]),
  ]
}

/**
 * Writes to put last into the unit of work of the deed: it counts when it is done. Beyond the limit it is refused (429), as a
 * rule before anything is done for it; of those that come at the same moment, by the unit itself.
 */
export const turnsOf = async (deps: Pick<Deps, 'config' | 'now' | 'database'>, c: Context<AppEnv>, deed: Deed, actorId: string | undefined): Promise<Write[]> => {
  const all = counted(deps, c, deed, actorId)
  for (const [key, window] of all) await assertTurns(deps.database, key, window, deps.now())
  return all.map(([key, window]) => turn(key, window, deps.now()))
}

/** Takes the turn before the work is begun: for what costs before anything is stored. */
export const takeTurns = async (deps: Pick<Deps, 'config' | 'now' | 'database'>, c: Context<AppEnv>, deed: Deed, actorId: string | undefined): Promise<void> => {
  for (const [key, window] of counted(deps, c, deed, actorId)) await takeTurn(deps.database, key, window, deps.now())
}
