import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppEnv } from '../../../server/http/context.ts'
import { pageRoutes } from '../../../server/http/pages.ts'
import { asProblem, problemResponse } from '../../../server/http/problem-response.ts'

describe('pages', () => {
  let webDir: string
  let app: Hono<AppEnv>
  const script = 'console.log("một cửa")\n'.repeat(50)

  beforeAll(() => {
    webDir = mkdtempSync(join(tmpdir(), 'motcua-web-'))
    for (const [file, text] of [['runtime/citizen/index.html', 'citizen'], ['runtime/desk/index.html', 'desk'], ['designer/index.html', 'designer'], ['designer/preview/frame.html', 'frame'], ['assets/main-abc.js', script], ['assets/x.woff2', 'font'], ['.env', 'secret']] as const) {
      mkdirSync(join(webDir, file, '..'), { recursive: true })
      writeFileSync(join(webDir, file), text)
    }
    app = new Hono<AppEnv>().route('/', pageRoutes({ webDir, pagesChange: false }))
    app.onError((error, c) => problemResponse(c, asProblem(error)!))
  })
  afterAll(() => rmSync(webDir, { recursive: true, force: true }))

  it.each([
    ['/', 'citizen'], ['/procedures/1', 'citizen'], ['/deskx', 'citizen'], ['/desk', 'desk'], ['/desk/', 'desk'], ['/desk/dossiers/1', 'desk'], ['/designer', 'designer'], ['/designer/a/b', 'designer'], ['/designer/khung-thu', 'frame'], ['/designer/khung-thu/x', 'designer'],
  ])('answers %s with the app that it belongs to, never kept', async (path, text) => {
    const response = await app.request(path)
    expect([response.status, await response.text(), response.headers.get('cache-control'), response.headers.get('content-type')]).toEqual([200, text, 'no-store', 'text/html; charset=utf-8'])
  })

  it('lets one page stand in a frame of our own, the designer hold frames of our own, and the desk files that it has read', async () => {
    const policyOf = async (path: string) => (await app.request(path)).headers.get('content-security-policy')
    expect(await policyOf('/designer/khung-thu')).toContain("frame-ancestors 'self'")
    expect(await policyOf('/designer/thu-tuc/1/xem-thu')).toMatch(/frame-ancestors 'none'; frame-src 'self'/)
    expect(await policyOf('/desk/ho-so/1')).toMatch(/frame-ancestors 'none'; frame-src blob:;/)
    expect([await policyOf('/'), await policyOf('/designerx')]).toEqual([null, null])
  })

  it.each(['/assets/missing.js', '/api/missing', '/schemas/missing', '/assets/..%2f.env'])('answers not found for %s', async (path) => {
    expect((await app.request(path)).status).toBe(404)
  })

  it.each(['/assets/../.env', '/assets/%2e%2e/.env', '/..%2f.env', '//.env'])('leads nowhere but to a page with %s', async (path) => {
    expect(await (await app.request(path)).text()).toBe('citizen')
  })

  it('never serves files that the build does not know a type for', async () => {
    expect(await (await app.request('/.env')).text()).toBe('citizen')
  })

  it('lets browsers keep assets for ever, squeezed as they like', async () => {
    const ask = (encoding: string) => app.request('/assets/main-abc.js', { headers: { 'Accept-Encoding': encoding } })
    const [brotli, gzip, plain] = await Promise.all([ask('gzip, br'), ask('gzip'), ask('identity')])
    expect(brotli.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect([brotli, gzip, plain].map((each) => each.headers.get('content-encoding'))).toEqual(['br', 'gzip', null])
    expect(brotliDecompressSync(Buffer.from(await brotli.arrayBuffer())).toString()).toBe(script)
    expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString()).toBe(script)
    expect(await plain.text()).toBe(script)
  })
})
