// A birth is registered on an old phone: 360 pixels, a processor four times slower, a line of 40 KB a second that answers after
// half a second. Nobody signs in: the person keeps a code.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, phone } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/running-server.ts'
import { birth, birthAnswers, birthForm, birthPages } from './birth.ts'
import { person } from './people.ts'
import { applicant, pdf } from './steps/applicant.ts'

const slowLine = { offline: false, latency: 500, downloadThroughput: 40 * 1024, uploadThroughput: 20 * 1024 }

describe('registering a birth on an old phone and a bad line', () => {
  let server: RunningServer
  let browser: Browser
  beforeAll(async () => { server = await startServer(); browser = await launchBrowser() })
  afterAll(async () => { await browser?.close(); await server?.stop() })

  it('goes from the search to the dossier code, without an account', async () => {
    const citizen = await person(browser, server.url, phone)
    const { page } = citizen
    page.setDefaultTimeout(60_000)
    const debug = await page.context().newCDPSession(page)
    await debug.send('Network.enable')
    await debug.send('Network.emulateNetworkConditions', slowLine)
    await debug.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const me = applicant(citizen)
    const isNarrow = async (where: string): Promise<void> => expect(await page.evaluate(() => document.documentElement.scrollWidth), `width of ${where}`).toBeLessThanOrEqual(phone.width)

    await me.findsProcedure('khai sinh', birth.info.name)
    await citizen.looksAround('the procedure')
    await isNarrow('the procedure')
    await me.startsAsGuest()
    for (const { id, title } of birthPages) {
      await page.getByRole('heading', { name: title, level: 1 }).waitFor()
      await me.answers(birthForm, id, birthAnswers, pdf('giấy chứng sinh.pdf'))
      await citizen.looksAround(title)
      await isNarrow(title)
      await page.getByRole('button', { name: 'Tiếp tục' }).click()
    }
    await page.getByRole('heading', { name: 'Kiểm tra lại hồ sơ', level: 1 }).waitFor()
    await citizen.looksAround('check your answers')
    await isNarrow('check your answers')
    expect(await me.files()).toMatch(/[A-Z0-9.]+-\d{6}-\d{4,}/)
    await citizen.looksAround('filed')
    await isNarrow('filed')
  })
})
