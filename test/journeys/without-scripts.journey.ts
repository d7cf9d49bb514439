// A birth is registered on an old phone whose browser runs no scripts: every page is a plain form, read by axe as it came from
// the server, and a dossier code stands at the end.
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAt } from '#core/issues/json-pointer.ts'
import { accessibilityFaults, launchBrowser, phone } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/running-server.ts'
import { samplePdf } from '../fixtures/sample-files.ts'
import { birth, birthAnswers, birthForm } from './birth.ts'
import { demoPassword } from './people.ts'

const pointerOf = (name: string): string => name.replace(/:(day|month|year)$/, '')

const partOf = (name: string, value: unknown): string => {
  const [year = '', month = '', day = ''] = String(value ?? '').split('-')
  return name.endsWith(':day') ? day : name.endsWith(':month') ? month : year
}

/** Types, ticks and chooses what the answers say in every control of the page. */
const fillIn = async (page: Page): Promise<void> => {
  for (const control of await page.locator('form#filing [name^="/"]:not([type=hidden])').all()) {
    const name = (await control.getAttribute('name'))!
    const type = await control.getAttribute('type')
    const value = readAt(birthAnswers, pointerOf(name))
    if (value === undefined || (await control.getAttribute('readonly')) !== null) continue
    if (type === 'file') await control.setInputFiles({ name: 'Giấy chứng sinh.pdf', mimeType: 'application/pdf', buffer: samplePdf() })
    else if (type === 'radio' || type === 'checkbox') {
      if ([value].flat().map(String).includes((await control.getAttribute('value'))!)) await control.check()
    } else if (await control.evaluate((element) => element.tagName === 'SELECT')) await control.selectOption(String(value))
    else await control.fill(name === pointerOf(name) ? String(value) : partOf(name, value))
  }
}

/** Without scripts every press is a new page. */
const press = async (page: Page, button: Locator): Promise<void> => {
  const loaded = page.waitForEvent('domcontentloaded')
  await button.click()
  await loaded
}

describe('registering a birth without scripts', () => {
  let server: RunningServer
  let browser: Browser
  let person: BrowserContext
  /** The same person in a browser that may be asked, in which the app's scripts never arrive. */
  let reader: BrowserContext
  beforeAll(async () => {
    server = await startServer()
    browser = await launchBrowser()
    const one = { baseURL: server.url, viewport: phone, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' }
    person = await browser.newContext({ ...one, javaScriptEnabled: false })
    reader = await browser.newContext(one)
    await reader.route('**/*.js', (route) => route.abort())
  })
  afterAll(async () => { await browser?.close(); await server?.stop() })

  const isReadable = async (page: Page): Promise<void> => {
    await reader.addCookies(await person.cookies())
    const same = await reader.newPage()
    await same.goto(page.url())
    expect(await same.locator('h1').innerText()).toBe(await page.locator('h1').innerText())
    expect({ page: page.url().slice(server.url.length), faults: await accessibilityFaults(same) }).toEqual({ page: page.url().slice(server.url.length), faults: [] })
    expect(await same.evaluate(() => document.documentElement.scrollWidth - innerWidth), 'nothing stands out of the screen').toBeLessThanOrEqual(0)
    await same.close()
  }

  it('leads from the list of procedures to a dossier code', async () => {
    const page = await person.newPage()
    await page.goto('/dang-nhap')
    await isReadable(page)
    await page.getByLabel('Thư điện tử').fill('congdan@demo.motcua.vn')
    await page.getByLabel('Mật khẩu').fill(demoPassword)
    await press(page, page.getByRole('main').getByRole('button', { name: 'Đăng nhập' }))
    await isReadable(page)

    await press(page, page.getByRole('link', { name: birth.info.name }).first())
    await isReadable(page)
    await press(page, page.getByRole('link', { name: 'Nộp hồ sơ' }).first())
    await isReadable(page)
    await press(page, page.getByRole('button', { name: 'Bắt đầu điền hồ sơ' }))

    // Going on with nothing filled in says what is missing, and where.
    await press(page, page.getByRole('button', { name: 'Tiếp tục' }))
    await page.getByRole('alert').getByRole('link').first().waitFor()
    for (let turn = 0; turn < 15 && !page.url().includes('/kiem-tra'); turn++) {
      await fillIn(page)
      await isReadable(page)
      await press(page, page.getByRole('button', { name: 'Tiếp tục' }))
    }
    await isReadable(page)
    await press(page, page.getByRole('button', { name: 'Nộp hồ sơ' }))

    await page.getByRole('heading', { name: 'Đã nộp hồ sơ', level: 1 }).waitFor()
    expect(await page.getByRole('main').innerText()).toMatch(/[A-Z]\d+(?:\.\d+)*-\d{6}-\d{4}/)
    await isReadable(page)
    await press(page, page.getByRole('link', { name: 'Theo dõi hồ sơ' }))
    await isReadable(page)
    await page.goto('/ho-so')
    await isReadable(page)
  })

  it('hands over to the app what was typed and chosen before its scripts came', async () => {
    const context = await browser.newContext({ baseURL: server.url, viewport: phone, locale: 'vi-VN' })
    await context.addCookies(await person.cookies())
    const { procedures } = await (await context.request.get('/api/procedures?q=khai%20sinh')).json() as { procedures: { id: string, name: string }[] }
    const started = await context.request.post('/api/dossiers', { data: { procedure: procedures.find(({ name }) => name === birth.info.name)!.id }, headers: { origin: server.url } })
    const { dossier } = await started.json() as { dossier: { id: string } }
    let release = (): void => undefined
    const slow = new Promise<void>((resolve) => { release = resolve })
    await context.route('**/*.js', async (route) => { await slow; await route.continue() })

    const page = await context.newPage()
    await page.goto(`/nop/${dossier.id}/loai`, { waitUntil: 'commit' })
    await page.locator('form#filing').waitFor()
    await page.getByLabel(birthForm.questions.get('/noiDangKy/xa')!.question.title!).pressSequentially('Phường Hải')
    await page.locator('[name="/loaiKS"][value="thuong"]').check()
    await page.getByLabel(birthForm.questions.get('/noiDangKy/xa')!.question.title!).focus()
    release()
    await page.locator('form#filing').waitFor({ state: 'detached' })

    await page.keyboard.type(' Châu')
    expect(await page.getByLabel(birthForm.questions.get('/noiDangKy/xa')!.question.title!).inputValue()).toBe('Phường Hải Châu')
    await expect.poll(async () => ((await (await context.request.get(`/api/dossiers/${dossier.id}`)).json()) as { dossier: { answers: unknown } }).dossier.answers, { timeout: 20_000 })
      .toMatchObject({ loaiKS: 'thuong', noiDangKy: { xa: 'Phường Hải Châu' } })
    await context.close()
  })
})
