// Optimistic locking on the wire: a version goes out as ETag and comes back as If-Match (RFC 9110 §13). Without it a
// save is refused, so that nobody overwrites what they have not seen.
import type { Context } from 'hono'
import type { AppEnv } from './context.ts'
import { ProblemError } from './problem-response.ts'

export const setEtag = (c: Context<AppEnv>, version: number): void => c.header('ETag', `"${version}"`)

/** The version that the caller has seen; 428 when it says none. */
export const requireIfMatch = (c: Context<AppEnv>): number => {
  const header = c.req.header('If-Match')
  if (header === undefined) throw new ProblemError('precondition-required')
  const version = /^(?:W\/)?"(0|[1-9][0-9]{0,14})"$/.exec(header.trim())
  if (!version) throw new ProblemError('stale')
  return Number(version[1])
}
