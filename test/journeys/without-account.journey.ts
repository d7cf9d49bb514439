// A birth is registered without an account: begun on a phone, lost and found again, gone on with at another device by the
// code and the papers that were attached, filed, looked up by anybody who has the receipt, and taken into an account.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, phone } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/running-server.ts'
import { birth, birthAnswers, birthForm, birthPages as pages } from './birth.ts'
import { person, signIn } from './people.ts'
import { applicant, pdf } from './steps/applicant.ts'

const paper = pdf('giấy chứng sinh.pdf')

describe('registering a birth without an account', () => {
  let server: RunningServer
  let browser: Browser
  beforeAll(async () => { server = await startServer(); browser = await launchBrowser() })
  afterAll(async () => { await browser?.close(); await server?.stop() })

  it('begins on a phone, goes on elsewhere by the code, is filed, looked up and taken over', async () => {
    const first = await person(browser, server.url, phone)
    const onPhone = applicant(first)
    const { procedures } = await (await first.page.request.get('/api/procedures')).json() as { procedures: { id: string, name: string }[] }
    await first.page.goto(`/thu-tuc/${procedures.find(({ name }) => name === birth.info.name)!.id}`)
    await onPhone.startsAsGuest()
    await first.page.getByText('Giữ mã này để làm tiếp').click()
    const code = (await first.page.locator('summary').innerText()).match(/([0-9A-Z]{4}-){3}[0-9A-Z]{4}/)![0]
    await first.page.getByRole('button', { name: 'Chép mã' }).waitFor()
    await first.looksAround('a form with the code')

    await onPhone.answers(birthForm, pages[0]!.id, birthAnswers, paper)
    // The browser forgets who this is: the page goes on by the code that it still knows.
    await first.context.clearCookies()
    await onPhone.goesOn(pages[1]!.title)
    await onPhone.answers(birthForm, pages[1]!.id, birthAnswers, paper)
    await onPhone.goesOn(pages[2]!.title)
    await first.page.getByText(/Đã lưu/).waitFor()
    await first.page.close()

    const second = await person(browser, server.url)
    const atDesk = applicant(second)
    await second.page.goto('/tiep-tuc')
    await second.page.getByLabel('Mã làm tiếp').fill('AAAA-AAAA-AAAA-AAAA')
    await second.page.getByRole('button', { name: 'Làm tiếp', exact: true }).click()
    await second.page.getByRole('alert').getByText('Không có hồ sơ nào đi với mã này').waitFor()
    await second.page.getByLabel('Mã làm tiếp').fill(code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'))
    await second.page.getByRole('button', { name: 'Làm tiếp', exact: true }).click()
    await second.page.waitForURL(/\/nop\//)
    await second.page.getByRole('heading', { name: pages[2]!.title, level: 1 }).waitFor()
    for (const { id } of pages.slice(2)) {
      await atDesk.answers(birthForm, id, birthAnswers, paper)
      await second.page.getByRole('button', { name: 'Tiếp tục' }).click()
    }
    await second.page.getByRole('heading', { name: 'Kiểm tra lại hồ sơ', level: 1 }).waitFor()
    const dossierCode = await atDesk.files()

    const stranger = await person(browser, server.url, phone)
    await stranger.page.goto(`/tra-cuu?ma=${dossierCode}`)
    await stranger.page.getByText('Đã tiếp nhận').waitFor()
    await stranger.looksAround('the public look-up')
    const shown = await stranger.page.locator('main').innerText()
    for (const secret of ['khai sinh', 'Nguyễn', 'Trần', 'Lê']) expect(shown).not.toContain(secret)

    await second.page.getByRole('banner').getByRole('link', { name: 'Đăng nhập' }).click()
    await signIn(second, 'congdan@demo.motcua.vn')
    await second.page.getByRole('button', { name: 'Chuyển vào tài khoản của tôi' }).click()
    await second.page.getByRole('link', { name: birth.info.name }).click()
    await second.page.getByText('Bạn đã chuyển hồ sơ vào tài khoản').waitFor()
    await second.page.getByText('giấy chứng sinh.pdf').first().waitFor()
  })
})
