// The line breaks while a birth is registered: the form that was opened stays usable, over a reload too, nothing typed is lost,
// and the filing that was asked for arrives once when the line is back.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, phone } from '../support/browser.ts'
import { lineTo, type Line } from '../support/line.ts'
import { startServer, type RunningServer } from '../support/running-server.ts'
import { birth, birthAnswers, birthForm, birthPages } from './birth.ts'
import { demoPassword, person } from './people.ts'
import { applicant, pdf } from './steps/applicant.ts'

const isKept = (page: Page, dossier: string): Promise<boolean> => page.evaluate(async (path) => {
  const kept = await caches.match(path, { ignoreVary: true })
  const files = kept ? (await kept.json() as { files: unknown[] }).files.length : 0
  return files === 1 && (await caches.keys()).some((name) => name.startsWith('motcua-shell'))
}, `/api/dossiers/${dossier}`)

describe('registering a birth on a line that breaks', () => {
  let server: RunningServer
  let line: Line
  let browser: Browser
  beforeAll(async () => { server = await startServer(); line = await lineTo(server.url); browser = await launchBrowser() })
  afterAll(async () => { await browser?.close(); await line?.close(); await server?.stop() })

  it('goes on without it, and files once when it is back', async () => {
    const citizen = await person(browser, line.url, phone)
    const { page, context } = citizen
    const me = applicant(citizen)
    const headers = { origin: line.url }
    await page.request.post('/api/session', { data: { email: 'congdan@demo.motcua.vn', password: demoPassword }, headers })
    const { procedures } = await (await page.request.get('/api/procedures')).json() as { procedures: { id: string, name: string }[] }
    const started = await page.request.post('/api/dossiers', { data: { procedure: procedures.find(({ name }) => name === birth.info.name)!.id }, headers })
    const { dossier } = await started.json() as { dossier: { id: string } }

    await page.goto(`/nop/${dossier.id}`)
    // All but the last page with the line; the attachment needs it.
    for (const { id } of birthPages.slice(0, -1)) {
      await me.answers(birthForm, id, birthAnswers, pdf('giấy chứng sinh.pdf'))
      await page.getByRole('button', { name: 'Tiếp tục' }).click()
    }
    await page.getByRole('heading', { name: birthPages.at(-1)!.title, level: 1 }).waitFor()
    await expect.poll(() => isKept(page, dossier.id), { timeout: 30_000 }).toBe(true)

    line.cut()
    await me.answers(birthForm, birthPages.at(-1)!.id, birthAnswers)
    await page.getByText('Chưa lưu lên máy chủ').or(page.getByText('Mất kết nối')).or(page.getByRole('status')).first().waitFor()
    await page.reload()
    await page.getByRole('heading', { name: birthPages.at(-1)!.title, level: 1 }).waitFor()
    expect(await page.getByRole('group', { name: birthForm.questions.get('/banSao')!.question.title! }).getByRole('radio', { name: 'Có', exact: true }).isChecked()).toBe(true)
    await citizen.page.getByRole('button', { name: 'Tiếp tục' }).click()
    await page.getByRole('heading', { name: 'Kiểm tra lại hồ sơ', level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await page.getByText('hồ sơ đang chờ nộp').waitFor()
    await page.close()

    line.mend()
    const again = await context.newPage()
    await again.goto(`/nop/${dossier.id}/kiem-tra`)
    await again.getByRole('heading', { name: 'Đã nộp hồ sơ' }).waitFor()
    const { dossiers } = await (await again.request.get('/api/dossiers')).json() as { dossiers: { state: string }[] }
    expect(dossiers.filter((each) => each.state !== 'draft')).toHaveLength(1)

    // Nothing of the person stays behind in this browser.
    await again.request.delete('/api/session', { headers })
    expect(await again.evaluate(() => Object.keys(localStorage).filter((key) => /draft|filing/.test(key)))).toEqual([])
  })
})
