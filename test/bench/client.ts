// A signed-in person who talks to the API without a browser.
import { demoPassword } from '../journeys/people.ts'

export interface Client {
  headers: Record<string, string>
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: unknown, headers?: Record<string, string>): Promise<T>
  put<T>(path: string, body: unknown, headers?: Record<string, string>): Promise<T>
}

export const signedInClient = async (url: string, email: string): Promise<Client> => {
  const session = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json', origin: url }, body: JSON.stringify({ email, password: demoPassword }) })
  if (session.status !== 201) throw new Error(`${email} could not sign in: ${session.status} ${await session.text()}`)
  const cookie = session.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ')
  const headers = { cookie, origin: url }
  const ask = async <T>(method: string, path: string, body: unknown, more: Record<string, string> = {}): Promise<T> => {
    const answer = await fetch(url + path, { method, headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...more }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return (answer.status === 204 ? undefined : await answer.json()) as T
  }
  return {
    headers,
    get: (path) => ask('GET', path, undefined),
    post: (path, body, more) => ask('POST', path, body, more),
    put: (path, body, more) => ask('PUT', path, body, more),
  }
}
