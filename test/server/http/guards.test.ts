import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { AppEnv } from '../../../server/http/context.ts'
import { guardOrigin, guardSession, guardShape } from '../../../server/http/guards.ts'
import { asProblem, problemResponse } from '../../../server/http/problem-response.ts'

const createGuarded = (demo = false) => {
  const app = new Hono<AppEnv>()
  app.onError((error, c) => problemResponse(c, asProblem(error)!))
  app.use(async (c, next) => {
    c.set('readSession', async () => null)
    await next()
  })
  app.use(guardShape, guardOrigin({ publicUrl: 'https://motcua.example.vn', demo }), guardSession)
  return app.all('*', (c) => c.text('through'))
}

const statusOf = async (method: string, path: string, headers: Record<string, string> = {}, demo = false): Promise<number> =>
  (await createGuarded(demo).request(path, { method, headers: { 'Content-Type': 'application/json', ...headers } })).status

describe('guardOrigin', () => {
  it.each<[Record<string, string>, number]>([
    [{ 'Sec-Fetch-Site': 'same-origin' }, 200],
    [{ 'Sec-Fetch-Site': 'none' }, 200],
    [{ 'Sec-Fetch-Site': 'same-site' }, 403],
    [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://motcua.example.vn' }, 403],
    [{ Origin: 'https://motcua.example.vn' }, 200],
    [{ Origin: 'https://motcua.example.vn.evil.example' }, 403],
    [{ Origin: 'http://motcua.example.vn' }, 403],
    [{ Origin: 'null' }, 403],
    [{ Origin: 'http://localhost', Host: 'localhost' }, 403],
    [{}, 200],
  ])('answers what changes something and says %j with %i', async (headers, status) => {
    expect(await statusOf('POST', '/api/session', headers)).toBe(status)
  })

  it('leaves reading alone: nothing changes by it', async () => {
    expect(await statusOf('GET', '/api/session', { 'Sec-Fetch-Site': 'cross-site' })).toBe(200)
  })

  it('takes the name of the machine for its own only in the demonstration', async () => {
    const headers = { Origin: 'http://192.168.1.5:3000', Host: '192.168.1.5:3000' }
    expect([await statusOf('POST', '/api/session', headers), await statusOf('POST', '/api/session', headers, true)]).toEqual([403, 200])
  })
})

describe('guardSession', () => {
  it.each([
    ['GET', '/api/procedures', 200], ['GET', '/api/procedures/x/revisions/y/validator.js', 200], ['GET', '/api/code-lists', 200], ['GET', '/api/calendar', 200], ['POST', '/api/session', 200],
    ['POST', '/api/procedures', 401], ['GET', '/api/proceduresx', 401], ['GET', '/api/dossiers', 401], ['GET', '/api/anything/new', 401], ['DELETE', '/api/files/x', 401],
    ['POST', '/api/dossiers', 200], ['POST', '/api/guest/resumption', 200], ['GET', '/api/look-up/H01-261121-0001', 200], ['GET', '/api/public-statistics', 200], ['GET', '/api/statistics', 401],
    ['POST', '/api/guest/take-over', 401], ['DELETE', '/api/guest', 401], ['POST', '/api/session/renewal', 401], ['PUT', '/api/accounts/x/suspension', 401], ['POST', '/api/submissions', 401],
    ['GET', '/desk', 200],
  ])('lets nobody in by default: %s %s gives %i', async (method, path, status) => {
    expect(await statusOf(method, path)).toBe(status)
  })
})
