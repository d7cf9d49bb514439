// The document behind the form: as text, in its languages, under find and replace, and between two authors. Under the real
// content security policy, with what is stored compared to the last byte.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/running-server.ts'
import { person, type Person } from './people.ts'
import { administrator } from './steps/administrator.ts'

const code = 'DL-PDM-GH'

const idOf = async (page: Page): Promise<string> => {
  const { procedures } = await (await page.request.get('/api/designer/procedures')).json() as { procedures: { id: string, code: string }[] }
  return procedures.find((each) => each.code === code)!.id
}
const storedText = async (page: Page, id: string): Promise<string> =>
  JSON.stringify((await (await page.request.get(`/api/designer/procedures/${id}`)).json() as { document: object }).document)
const holds = async (page: Page, id: string, words: string): Promise<boolean> => (await storedText(page, id)).includes(words)
const isSaved = (page: Page): Promise<void> => page.getByText(/^Đã lưu/).first().waitFor()
const status = (page: Page) => page.getByRole('status').filter({ hasText: /biểu mẫu/i }).last()

describe('the document behind the form', () => {
  let server: RunningServer
  let browser: Browser
  let author: Person
  let page: Page
  let id: string

  beforeAll(async () => {
    server = await startServer()
    browser = await launchBrowser()
    author = await person(browser, server.url)
    page = author.page
    await administrator(author).signsIn('quantri@demo.motcua.vn')
    await page.getByRole('link', { name: 'Gia hạn hiệu lực' }).first().waitFor()
    id = await idOf(page)
  })
  afterAll(async () => { await browser?.close(); await server?.stop() })

  const openSource = async (): Promise<void> => {
    await page.goto(`/designer/thu-tuc/${id}/bieu-mau`)
    await page.locator('[data-stop]').first().waitFor()
    await page.keyboard.press('Control+`')
    await page.getByRole('tab', { name: 'Mã nguồn' }).click()
    await page.locator('.cm-content').waitFor()
  }

  it('is edited as text and comes back to the last byte', async () => {
    const before = await storedText(page, id)
    await openSource()
    await author.looksAround('the source')
    await page.locator('[data-stop]').nth(3).click()
    await expect.poll(() => page.locator('.cm-activeLine').textContent()).toContain('"maSo"')

    await page.locator('.cm-content').focus()
    await page.keyboard.press('Control+f')
    await page.keyboard.type('"title": "Mã số doanh nghiệp')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type(' mới')
    await page.getByRole('button', { name: 'Hoàn tác: Sửa mã nguồn' }).waitFor()
    await expect.poll(async () => await storedText(page, id) === before.replace('"Mã số doanh nghiệp', '"Mã số doanh nghiệp mới'), { timeout: 10_000 }).toBe(true)

    await page.getByRole('button', { name: 'Hoàn tác: Sửa mã nguồn' }).click()
    await expect.poll(async () => await storedText(page, id) === before, { timeout: 10_000 }).toBe(true)
    await author.looksAround('the source after undo')
  })

  it('keeps text that says no document yet, shows the last whole one, and finds the text again after a reload', async () => {
    await page.locator('.cm-content').focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('dở dang')
    await expect.poll(() => status(page).textContent()).toContain('Mã nguồn có')
    expect(await page.locator('[data-stop]').count()).toBeGreaterThan(3)
    await author.looksAround('a source with a fault')

    await page.reload()
    await page.getByRole('button', { name: 'Mở mã nguồn' }).click()
    await expect.poll(() => page.locator('.cm-line').first().textContent()).toContain('dở dang')
    await page.getByRole('button', { name: /^Bỏ phần sửa/ }).click()
    await expect.poll(() => status(page).textContent()).toContain('Khớp với biểu mẫu')
  })

  it('is translated side by side, and says where the Vietnamese has left the English behind', async () => {
    await page.goto(`/designer/thu-tuc/${id}/bieu-mau`)
    await page.locator('[data-stop]').nth(3).click()
    await page.locator('#question-title').fill('Mã số doanh nghiệp, mã số thuế')
    await page.getByRole('button', { name: /^Vấn đề/ }).click()
    await page.getByRole('button', { name: /sửa sau khi dịch/ }).click()
    await page.keyboard.press('Control+`')
    const row = page.locator('[data-at="/form/schema/properties/coSo/properties/maSo/title"]')
    await row.getByText('Tiếng Việt đã sửa sau khi dịch').waitFor()
    await author.looksAround('the languages')
    await row.getByRole('button', { name: 'Bản dịch vẫn đúng' }).click()
    await expect.poll(() => row.getByText('Tiếng Việt đã sửa sau khi dịch').count()).toBe(0)
    await isSaved(page)
  })

  it('has its words found without accents and replaced all at once, as one edit', async () => {
    await page.getByRole('button', { name: 'Tìm và thay' }).click()
    await page.getByLabel('Tìm', { exact: true }).fill('phuong tien do')
    await page.getByLabel('Thay bằng').fill('thiết bị đo')
    await page.getByText(/chỗ trong \d+ văn bản/).waitFor()
    await author.looksAround('find and replace')
    await page.getByRole('button', { name: 'Thay tất cả' }).click()
    await page.getByRole('dialog').getByText('Không tìm thấy').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Hoàn tác: Thay chữ' }).click()
    await isSaved(page)
  })

  it('takes in what another author saved elsewhere, and asks only where both wrote', async () => {
    const other = await person(browser, server.url)
    await administrator(other).signsIn('quantri@demo.motcua.vn')
    await other.page.getByRole('link', { name: 'Gia hạn hiệu lực' }).first().waitFor()
    await other.page.goto(`/designer/thu-tuc/${id}/thong-tin`)
    await other.page.getByLabel('Cơ quan có thẩm quyền').waitFor()

    await page.goto(`/designer/thu-tuc/${id}/bieu-mau`)
    await page.locator('[data-stop]').nth(3).click()
    await page.locator('#question-title').fill('Mã số thuế')
    await isSaved(page)
    await page.goto(`/designer/thu-tuc/${id}/thong-tin`)
    await page.getByLabel('Cơ quan có thẩm quyền').fill('Ủy ban của tôi')
    await expect.poll(() => holds(page, id, 'Ủy ban của tôi'), { timeout: 10_000 }).toBe(true)

    await other.page.getByLabel('Trình tự thực hiện').fill('Trình tự của người kia')
    await expect.poll(() => holds(page, id, 'Trình tự của người kia'), { timeout: 10_000 }).toBe(true)
    expect(await holds(page, id, 'Ủy ban của tôi')).toBe(true)

    await page.getByLabel('Trình tự thực hiện').fill('Trình tự của tôi')
    await page.getByText('Có người khác vừa lưu thủ tục này').first().waitFor()
    await author.looksAround('two versions')
    await page.getByRole('radio', { name: /Của người kia/ }).check()
    await page.getByRole('button', { name: 'Ghép cả hai' }).click()
    await isSaved(page)
    expect(await holds(page, id, 'Trình tự của người kia')).toBe(true)
    expect([...author.complaints, ...other.complaints]).toEqual([])
  })
})
