// Procedure 17 of the gallery (đăng ký hộ kinh doanh) is built twice from an empty page, by keys alone and by pointer; both
// authors end with the same document, and it asks what the gallery's asks.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Form } from '#schemas/generated/types.ts'
import { readGallery } from '../fixtures/build.ts'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/running-server.ts'
import type { Author } from './household/author.ts'
import { buildForm } from './household/build.ts'
import { byKeyboard } from './household/by-keyboard.ts'
import { byPointer } from './household/by-pointer.ts'
import { checkLines, outlineOf, planOf, whenLines, type PlannedCondition } from './household/plan.ts'
import { demoPassword, person, type Person } from './people.ts'

const byAsked = (a: PlannedCondition, b: PlannedCondition): number => a.asked.localeCompare(b.asked)
const gallery = readGallery('17-dang-ky-ho-kinh-doanh.json').form!

describe('procedure 17 built from an empty page', () => {
  let server: RunningServer
  let browser: Browser
  const built: Form[] = []
  beforeAll(async () => { server = await startServer(); browser = await launchBrowser() })
  afterAll(async () => { await browser?.close(); await server?.stop() })

  /** An administrator before an empty form. */
  const beforeEmptyForm = async (code: string): Promise<{ author: Person, read: () => Promise<Form> }> => {
    const author = await person(browser, server.url, { width: 1440, height: 1000 })
    const request = author.page.request
    await request.post('/api/session', { data: { email: 'quantri@demo.motcua.vn', password: demoPassword }, headers: { origin: server.url } })
    const created = await (await request.post('/api/designer/procedures', { data: { name: 'Đăng ký hộ kinh doanh', code }, headers: { origin: server.url } })).json() as { id: string }
    await author.page.goto(`/designer/thu-tuc/${created.id}/bieu-mau`)
    await author.page.locator('[data-stop=page]').waitFor()
    const read = async (): Promise<Form> => ((await (await request.get(`/api/designer/procedures/${created.id}`)).json()) as { document: { form: Form } }).document.form
    return { author, read }
  }
  const build = async (code: string, hands: (person: Person) => Author): Promise<Form> => {
    const { author, read } = await beforeEmptyForm(code)
    await buildForm(hands(author), planOf(gallery), author.looksAround)
    await author.page.getByText(/^Đã lưu \d/).waitFor()
    await author.looksAround('the whole form')
    return read()
  }

  it('by keyboard alone asks what the gallery asks', async () => {
    const form = await build('17-phim', ({ page }) => byKeyboard(page))
    built.push(form)
    expect(outlineOf(form)).toEqual(outlineOf(gallery))
    expect(planOf(form).conditions.toSorted(byAsked)).toEqual(planOf(gallery).conditions.toSorted(byAsked))
    expect(checkLines(planOf(form).checks)).toEqual(checkLines(planOf(gallery).checks))
    expect(whenLines(form)).toEqual(whenLines(gallery))
  })
  it('by pointer gives the same document as by keyboard', async () => {
    const form = await build('17-chuot', ({ page }) => byPointer(page))
    expect(JSON.stringify(form)).toBe(JSON.stringify(built[0]))
  })
})
