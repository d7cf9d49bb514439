// Asks our own API in the name of the person whose page it is, inside the process: every guard, permission, limit and use
// case is the one that the app meets. What the API tells the browser to remember is passed on.
import type { Context } from 'hono'
import type { Ask } from '#core/plain/port.ts'
import type { Problem } from '#schemas/generated/types.ts'
import type { AppEnv } from '../http/context.ts'

export type Fetch = (request: Request, env: unknown) => Response | Promise<Response>

export interface Api {
  ask: Ask
  /** Sends JSON; the answer with its body read. */
  send: (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, headers?: Record<string, string>) => Promise<ApiReply>
  read: (path: string) => Promise<ApiReply>
  /** The worst that was answered to a page that reads; 200 when all went well. */
  status: () => number
}

export interface ApiReply {
  status: number
  // What the API answers has the shape of its schema; who asks knows which.
  body: unknown
  problem: Problem | undefined
}

const cookieOf = (header: string): string => header.split(';')[0] ?? ''

export const createApi = (c: Context<AppEnv>, fetch: Fetch): Api => {
  const { origin } = new URL(c.req.url)
  let cookies = c.req.header('Cookie') ?? ''
  let status = 200

  const ask: Ask = async (path, init = {}) => {
    const headers = new Headers(init.headers)
    if (cookies) headers.set('Cookie', cookies)
    headers.set('Accept-Language', c.get('locale'))
    const reply = await fetch(new Request(`${origin}${path}`, { ...init, headers, signal: null } as RequestInit), c.env)
    for (const cookie of reply.headers.getSetCookie()) {
      c.header('Set-Cookie', cookie, { append: true })
      cookies = [cookieOf(cookie), ...cookies.split('; ').filter((each) => each !== '' && each.split('=')[0] !== cookieOf(cookie).split('=')[0])].join('; ')
    }
    const isRead = (init.method ?? 'GET') === 'GET' && !path.startsWith('/api/session')
    if (isRead && reply.status >= 400) status = Math.max(status, reply.status)
    return reply
  }

  const readReply = async (reply: Response): Promise<ApiReply> => {
    const text = await reply.text()
    const body: unknown = text === '' ? undefined : JSON.parse(text)
    return { status: reply.status, body, problem: reply.ok ? undefined : body as Problem }
  }

  return {
    ask,
    status: () => status,
    read: async (path) => readReply(await ask(path)),
    send: async (method, path, body, headers = {}) => readReply(await ask(path, { method, headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }) })),
  }
}
