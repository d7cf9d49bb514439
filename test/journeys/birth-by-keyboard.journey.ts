// A birth is registered without a mouse, from the catalogue to the dossier code: every page by Tab, arrows, Space and Enter.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/running-server.ts'
import { birth, birthAnswers, birthForm, birthPages } from './birth.ts'
import { demoPassword, person } from './people.ts'
import { byKeys } from './steps/answer-by-keys.ts'
import { pdf } from './steps/applicant.ts'

describe('registering a birth by keyboard alone', () => {
  let server: RunningServer
  let browser: Browser
  beforeAll(async () => { server = await startServer(); browser = await launchBrowser() })
  afterAll(async () => { await browser?.close(); await server?.stop() })

  it('goes from the catalogue to the dossier code', async () => {
    const citizen = await person(browser, server.url)
    const { page } = citizen
    const hands = byKeys(page)
    const headed = (title: string): Promise<void> => page.getByRole('heading', { name: title, level: 1 }).waitFor()
    await page.request.post('/api/session', { data: { email: 'congdan@demo.motcua.vn', password: demoPassword }, headers: { origin: server.url } })

    await page.goto('/')
    await page.getByLabel('Tìm thủ tục').waitFor()
    await hands.tabUntil(() => page.evaluate(() => document.activeElement?.matches('input[type=search], input[name=q]') ?? false), 'the search')
    await page.keyboard.type('khai sinh')
    await page.getByRole('link', { name: birth.info.name }).first().waitFor()
    await hands.tabUntil(async () => (await hands.named()).includes(birth.info.name), 'the procedure')
    await hands.key('Enter')
    await headed(birth.info.name)
    await hands.tabUntil(async () => (await hands.named()).includes('Nộp hồ sơ trực tuyến'), 'the way to file')
    await hands.key('Enter')

    await page.waitForURL(/\/nop\//)
    for (const { id, title } of birthPages) {
      await headed(title)
      await hands.answers(birthForm, id, birthAnswers, pdf('giấy chứng sinh.pdf'))
      await citizen.looksAround(title)
      await hands.press('Tiếp tục')
    }
    await headed('Kiểm tra lại hồ sơ')
    await citizen.looksAround('check your answers')
    await hands.press('Nộp hồ sơ')
    await headed('Đã nộp hồ sơ')
    expect(await page.locator('main').innerText()).toMatch(/[A-Z0-9.]+-\d{6}-\d{4,}/)
    await citizen.looksAround('filed')
  })
})
