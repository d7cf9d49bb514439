// A long scan on a slow line that breaks, from a phone: it goes on by itself, also after a reload, from where it was; what may
// not be attached is refused in words that say what to do.
import { randomBytes } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { samplePdf, samplePng } from '../fixtures/sample-files.ts'
import { launchBrowser, phone } from '../support/browser.ts'
import { lineTo, type Line } from '../support/line.ts'
import { startServer, type RunningServer } from '../support/running-server.ts'
import { demoPassword, person } from './people.ts'

const scan = (name: string, bytes: number) => ({ name, mimeType: 'application/pdf', buffer: samplePdf({ filler: randomBytes(bytes) }) })

describe('attaching papers on a line that breaks', () => {
  let server: RunningServer
  let line: Line
  let browser: Browser
  beforeAll(async () => { server = await startServer(); line = await lineTo(server.url); browser = await launchBrowser() })
  afterAll(async () => { await browser?.close(); await line?.close(); await server?.stop() })

  it('goes on where it was, over a cut line and a reload', async () => {
    const citizen = await person(browser, line.url, phone)
    const { page, context } = citizen
    const headers = { origin: line.url }
    await page.request.post('/api/session', { data: { email: 'congdan@demo.motcua.vn', password: demoPassword }, headers })
    const { procedures } = await (await page.request.get('/api/procedures')).json() as { procedures: { id: string, code: string }[] }
    const started = await page.request.post('/api/dossiers', { data: { procedure: procedures.find(({ code }) => code === 'DL-PDM-GH')!.id }, headers })
    const { dossier } = await started.json() as { dossier: { id: string } }
    const offsets: number[] = []
    page.on('request', (request) => { if (request.method() === 'PUT' && request.url().includes('/api/uploads/')) offsets.push(Number(request.headers()['upload-offset'])) })

    await page.goto(`/nop/${dossier.id}/giay-to`)
    const decision = page.getByRole('button', { name: /^Bản sao quyết định/ })
    await decision.setInputFiles({ name: 'ảnh.png', mimeType: 'image/png', buffer: samplePng() })
    await page.getByText('Chỉ nhận tệp PDF. Hãy chụp ảnh giấy tờ').waitFor()
    await citizen.looksAround('a refused file')

    const network = await context.newCDPSession(page)
    await network.send('Network.enable')
    await network.send('Network.emulateNetworkConditions', { offline: false, latency: 100, downloadThroughput: 500_000, uploadThroughput: 300_000 })
    const file = scan('Quyết định phê duyệt mẫu.pdf', 2_500_000)
    await decision.setInputFiles(file)
    await expect.poll(() => offsets.at(-1) ?? 0, { timeout: 60_000 }).toBeGreaterThan(0)
    line.cut()
    await page.getByText('Mất mạng. Tệp sẽ tự gửi tiếp').waitFor({ timeout: 60_000 })

    line.mend()
    const before = offsets.length
    await page.reload()
    await expect.poll(() => offsets.length, { timeout: 60_000 }).toBeGreaterThan(before)
    expect(offsets[before]).toBeGreaterThan(0)
    await network.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 })
    await page.getByRole('link', { name: file.name }).waitFor({ timeout: 60_000 })

    const { files } = await (await page.request.get(`/api/dossiers/${dossier.id}`)).json() as { files: { name: string, size: number }[] }
    expect(files.map(({ name, size }) => [name, size])).toEqual([[file.name, file.buffer.length]])
    await expect.poll(async () => (await (await page.request.get(`/api/dossiers/${dossier.id}`)).json() as { dossier: { answers: { tep?: { qd?: string[] } } } }).dossier.answers.tep?.qd?.length, { timeout: 30_000 }).toBe(1)
  })
})
