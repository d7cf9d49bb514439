import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { request, whenUnknown } from '#runtime/client/http.ts'

const heard: { message?: IncomingMessage, body: string } = { body: '' }
const problem = { type: '/problems/stale', title: 'Bản này đã có người sửa', status: 412 }
const replies: Record<string, [number, Record<string, string>, string]> = {
  '/good': [200, { ETag: '"7"' }, '{"version":7}'],
  '/empty': [204, {}, ''],
  '/unknown': [401, { 'Content-Type': 'application/problem+json' }, JSON.stringify({ type: '/problems/unauthenticated', title: 'Hãy đăng nhập', status: 401 })],
  '/stale': [412, { 'Content-Type': 'application/problem+json' }, JSON.stringify(problem)],
  '/proxy': [502, { 'Content-Type': 'text/html' }, '<h1>Bad gateway</h1>'],
}

describe('request', () => {
  let server: Server
  let base: string

  beforeAll(async () => {
    server = createServer(async (message, response) => {
      heard.message = message
      heard.body = ''
      for await (const chunk of message) heard.body += String(chunk)
      const [status, headers, body] = replies[message.url ?? ''] ?? [404, {}, '']
      response.writeHead(status, headers).end(body)
    })
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => { server.close() })
  beforeEach(() => { delete heard.message })

  it('gives the value with its version', async () => {
    expect(await request('GET', `${base}/good`)).toEqual({ ok: true, value: { version: 7 }, etag: '"7"', status: 200 })
  })

  it('tells whoever wants to know that the server does not know any more who asks', async () => {
    let told = 0
    whenUnknown(() => { told += 1 })

    expect(await request('GET', `${base}/good`)).toMatchObject({ ok: true })
    expect(told).toBe(0)
    expect(await request('GET', `${base}/unknown`)).toMatchObject({ ok: false, problem: { status: 401 } })
    expect(told).toBe(1)
  })

  it('sends JSON, the version it stands on, the key of repetition and the language', async () => {
    await request('PUT', `${base}/good`, { body: { answers: {} }, ifMatch: 6, idempotencyKey: 'k1' })

    expect(heard.message?.headers).toMatchObject({ 'content-type': 'application/json', 'if-match': '"6"', 'idempotency-key': 'k1', 'accept-language': 'vi' })
    expect(heard.body).toBe('{"answers":{}}')
  })

  it('leaves a quoted ETag as it came', async () => {
    await request('PUT', `${base}/good`, { body: {}, ifMatch: '"7"' })

    expect(heard.message?.headers['if-match']).toBe('"7"')
  })

  it('sends bytes as they are', async () => {
    await request('POST', `${base}/good`, { raw: new Blob(['%PDF']), headers: { 'X-File-Name': 'a.pdf' } })

    expect(heard.message?.headers).toMatchObject({ 'content-type': 'application/octet-stream', 'x-file-name': 'a.pdf' })
    expect(heard.body).toBe('%PDF')
  })

  it('takes an empty answer for what it is', async () => {
    expect(await request('DELETE', `${base}/empty`)).toMatchObject({ ok: true, value: undefined, status: 204 })
  })

  it('hands on the problem that the server states', async () => {
    expect(await request('PUT', `${base}/stale`, { body: {} })).toEqual({ ok: false, problem })
  })

  it('makes a problem of an answer that nobody can read', async () => {
    expect(await request('GET', `${base}/proxy`)).toMatchObject({ ok: false, problem: { type: '/problems/unreadable', status: 502 } })
  })

  it('says in plain words that the server cannot be reached', async () => {
    expect(await request('GET', 'http://127.0.0.1:9/closed')).toMatchObject({ ok: false, problem: { type: '/problems/offline', title: 'Chưa kết nối được với máy chủ', status: 0 } })
  })

  it('tells a stopped request from a lost connection', async () => {
    expect(await request('GET', `${base}/good`, { signal: AbortSignal.abort() })).toMatchObject({ ok: false, problem: { type: '/problems/stopped' } })
  })
})
