// What every request must pass before a feature sees it: a sane address, the right origin and type for anything that
// changes something, and a signed-in person for everything that is not open to all.
import type { MiddlewareHandler } from 'hono'
import type { Config } from '../config.ts'
import { limits } from '../limits.ts'
import type { AppEnv } from './context.ts'
import { ProblemError } from './problem-response.ts'
import { requireJsonType } from './read-body.ts'
import { requireSession } from './session.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])
const known = new Set([...safe, 'POST', 'PUT', 'DELETE'])

const bringsBytes = (method: string, path: string): boolean => !path.startsWith('/api/') || path === '/api/files' || (method === 'PUT' && path.startsWith('/api/uploads/'))

export const guardShape: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { url, method } = c.req
  const address = url.slice(url.indexOf('/', 8))
  if (address.length > limits.urlLength) throw new ProblemError('too-large')
  const query = address.indexOf('?')
  if (query !== -1 && address.slice(query).split('&').length > limits.queryParameters) throw new ProblemError('too-large')
  if (!known.has(method)) throw new ProblemError('not-found')
  // A body is expected by these; uploads bring raw bytes, pages their forms, and check their own type.
  if ((method === 'POST' || method === 'PUT') && !bringsBytes(method, c.req.path)) requireJsonType(c)
  await next()
}

/**
 * Refuses requests that another site makes a browser send. A browser names its origin with every unsafe request; a
 * program of another office sends neither header and carries no cookie of a person that could be abused.
 */
export const guardOrigin = ({ publicUrl, demo }: Pick<Config, 'publicUrl' | 'demo'>): MiddlewareHandler<AppEnv> => async (c, next) => {
  if (!safe.has(c.req.method)) {
    const site = c.req.header('Sec-Fetch-Site')
    const origin = c.req.header('Origin')
    // The demonstration is reached under whatever name the machine has.
    const own = origin === publicUrl || (demo && origin === `http://${c.req.header('Host')}`)
    const allowed = site !== undefined ? site === 'same-origin' || site === 'none' : origin === undefined || own
    if (!allowed) throw new ProblemError('cross-site')
  }
  await next()
}

/** What a stranger may change: begin a first draft, which makes a guest of them, go on with a code, and choose a password with a link. */
const openDeeds = new Set(['/api/dossiers', '/api/guest/resumption', '/api/accounts/password', '/api/accounts/password-link'])

/** Open to everyone: signing in, beginning, and what the office publishes. Everything else below /api needs a session. */
const isOpen = (method: string, path: string): boolean =>
  path === '/api/session' || (method === 'POST' && openDeeds.has(path)) || (safe.has(method) && /^\/api\/(procedures|code-lists|calendar|look-up|public-statistics)(\/|$)/.test(path))

export const guardSession: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.req.path.startsWith('/api/') && !isOpen(c.req.method, c.req.path)) await requireSession(c)
  await next()
}
