import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Hono } from 'hono'
import type { AppEnv } from '../../../server/http/context.ts'
import { contentSecurityPolicy, securityHeaders } from '../../../server/http/security-headers.ts'
import { openOffice, type Office } from '../../fixtures/open-office.ts'

describe('every answer', () => {
  let office: Office
  beforeAll(async () => { office = await openOffice() })
  afterAll(() => office.close())

  const requests: [string, string, string, unknown?, Record<string, string>?][] = [
    ['a value', 'GET', '/api/session'],
    ['a list', 'GET', '/api/procedures'],
    ['a page that is not built, or a page', 'GET', '/tra-cuu'],
    ['a schema file', 'GET', '/schemas/api/act.schema.json'],
    ['that it is alive', 'GET', '/healthz'],
    ['not found', 'GET', '/api/nothing-here'],
    ['not signed in', 'GET', '/api/dossiers'],
    ['another site', 'POST', '/api/session', { email: 'a', password: 'b' }, { 'Sec-Fetch-Site': 'cross-site' }],
    ['broken JSON', 'POST', '/api/session', '{'],
    ['a wrong type', 'POST', '/api/session', 'x', { 'Content-Type': 'text/plain' }],
    ['an unknown method', 'PATCH', '/api/session'],
    ['a long address', 'GET', `/api/procedures?q=${'x'.repeat(3000)}`],
    ['too many parameters', 'GET', `/api/procedures?${'a=1&'.repeat(60)}`],
    ['a path out of the folder', 'GET', '/assets/..%2f..%2fpackage.json'],
  ]

  it.each(requests)('carries the headers that protect the person, also when it is %s', async (_, method, path, body, headers) => {
    const reply = await (await office.as()).send(method, path, body, headers)
    expect(reply.status).toBeLessThan(500)
    expect(Object.fromEntries(['content-security-policy', 'x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy'].map((name) => [name, reply.headers.get(name)]))).toEqual({
      'content-security-policy': contentSecurityPolicy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin',
    })
    expect(reply.headers.get('permissions-policy')).toContain('microphone=()')
    expect(reply.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    if (reply.status >= 400) {
      expect([reply.headers.get('content-type'), reply.headers.get('cache-control')]).toEqual(['application/problem+json', 'no-store'])
      expect([reply.body.status, reply.body.instance]).toEqual([reply.status, reply.headers.get('x-request-id')])
    }
  })

  it('speaks the language that the reader asks for', async () => {
    const nobody = await office.as()
    const title = async (language: string) => (await nobody.send('GET', '/api/dossiers', undefined, { 'Accept-Language': language })).body.title
    expect(await title('en-GB,en;q=0.9')).toBe('You are not signed in')
    expect(await title('fr, vi;q=0.5, en;q=0.4')).toBe('Bạn chưa đăng nhập')
    expect(await title('')).toBe('Bạn chưa đăng nhập')
  })
})

describe('securityHeaders', () => {
  const ask = (publicUrl: string) => new Hono<AppEnv>().use(securityHeaders({ publicUrl })).get('/', (c) => c.text('')).request('/')

  it('asks for HTTPS for ever only where the site is reached by HTTPS', async () => {
    expect((await ask('https://motcua.example.vn')).headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
    expect((await ask('http://localhost:3000')).headers.get('strict-transport-security')).toBeNull()
  })

  it('allows no inline code and no code from text', () => {
    expect(contentSecurityPolicy).not.toContain('unsafe')
    expect(contentSecurityPolicy).toContain("default-src 'none'")
  })
})
