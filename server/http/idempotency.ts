// Exactly once: a filing that is sent again under the same Idempotency-Key gets the first answer again. The answer is
// stored in the same unit of work as what it tells of, so that neither exists without the other.
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import { ConflictError, type Write } from '../db/unit-of-work.ts'
import type { AppEnv } from './context.ts'
import { ProblemError } from './problem-response.ts'

/** The write that remembers the answer; put it into the unit of work. The last answer remembered is the one sent. */
export type Remember = (status: 200 | 201, body: unknown) => Write

interface Stored {
  request_digest: string
  status: number
  body: string
}

const keyPattern = /^[\x21-\x7e]{8,128}$/

const requireKey = (c: Context<AppEnv>): string => {
  const key = c.req.header('Idempotency-Key')
  if (key === undefined || !keyPattern.test(key)) throw new ProblemError('missing-key')
  return key
}

const answer = (c: Context<AppEnv>, status: number, body: string): Response =>
  c.body(body, status as 200 | 201, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })

/**
 * Carries out `perform` once for this person and key. `request` is what the key stands for: the same key with another
 * request is refused. `perform` must commit the write that `remember` gives.
 */
export const idempotently = async (
  deps: Pick<Deps, 'database' | 'now'>, c: Context<AppEnv>, actorId: string, request: unknown, perform: (remember: Remember) => Promise<unknown>,
): Promise<Response> => {
  const key = requireKey(c)
  const digest = createHash('sha256').update(`${c.req.method} ${c.req.path}\n${JSON.stringify(request)}`).digest('hex')
  const replay = async (): Promise<Response | undefined> => {
    const [stored] = await deps.database.read<Stored>('SELECT request_digest, status, body FROM idempotency WHERE actor_id = ? AND key = ?', [actorId, key])
    if (!stored) return undefined
    if (stored.request_digest !== digest) throw new ProblemError('key-reused')
    return answer(c, stored.status, stored.body)
  }

  const before = await replay()
  if (before) return before

  let told: { status: number; body: string } | undefined
  const remember: Remember = (status, body) => {
    told = { status, body: JSON.stringify(body) }
    return {
      sql: 'INSERT INTO idempotency (key, actor_id, request_digest, status, body, created_at) VALUES (?, ?, ?, ?, ?, ?)',
      parameters: [key, actorId, digest, status, told.body, deps.now()],
      conflict: 'request-in-progress',
    }
  }
  try {
    await perform(remember)
  } catch (error) {
    // A twin of this request may have won the race: then its answer is ours, whichever write noticed.
    const twin = error instanceof ConflictError || error instanceof ProblemError ? await replay() : undefined
    if (!twin) throw error
    return twin
  }
  if (!told) throw new Error('The answer of an idempotent request was not remembered')
  return answer(c, told.status, told.body)
}
