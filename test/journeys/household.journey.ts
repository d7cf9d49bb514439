// Procedure 17 of the gallery (đăng ký hộ kinh doanh): its form and its fees are made twice from an empty page, by keys alone
// and by pointer. Both authors end with the same document, and it is the gallery's, with the names that its titles give.
//
// What hands cannot make in the editor, and the gallery has: the title of the form as a whole; the step at which a charge is
// collected (the workflow is made on its own screen); limits of length where the kind of the question gives one (phone numbers,
// computed answers). A section without a heading goes on with the one before, ids that nobody reads are the editor's own, and
// code lists are those of today, as whoever takes one in gets them.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Procedure } from '#schemas/generated/types.ts'
import { readGallery } from '../fixtures/build.ts'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/running-server.ts'
import type { Author } from './household/author.ts'
import { buildProcedure } from './household/build.ts'
import { byKeyboard } from './household/by-keyboard.ts'
import { byPointer } from './household/by-pointer.ts'
import { goalOf } from './household/named.ts'
import { planOf } from './household/plan.ts'
import { comparable } from './household/same.ts'
import { demoPassword, person, type Person } from './people.ts'

const gallery = readGallery('17-dang-ky-ho-kinh-doanh.json')
const goal = goalOf(gallery)

type Made = Pick<Procedure, 'form' | 'fees'>

describe('procedure 17 made from an empty page', () => {
  let server: RunningServer
  let browser: Browser
  const made: Made[] = []
  beforeAll(async () => { server = await startServer(); browser = await launchBrowser() })
  afterAll(async () => { await browser?.close(); await server?.stop() })

  /** An administrator before an empty form; what the law says of the procedure was written on its own screen. */
  const beforeEmptyForm = async (code: string): Promise<{ author: Person, read: () => Promise<Made> }> => {
    const author = await person(browser, server.url, { width: 1440, height: 1000 })
    const request = author.page.request
    const headers = { origin: server.url }
    await request.post('/api/session', { data: { email: 'quantri@demo.motcua.vn', password: demoPassword }, headers })
    const { id, document, version } = await (await request.post('/api/designer/procedures', { data: { name: 'Đăng ký hộ kinh doanh', code }, headers })).json() as { id: string, document: Procedure, version: number }
    const saved = await request.put(`/api/designer/procedures/${id}/draft`, { data: { ...document, info: { ...gallery.info, code } }, headers: { ...headers, 'if-match': `"${version}"` } })
    expect(saved.status(), await saved.text()).toBe(200)
    await author.page.goto(`/designer/thu-tuc/${id}/bieu-mau`)
    await author.page.locator('[data-stop=page]').waitFor()
    const read = async (): Promise<Made> => {
      const { form, fees } = ((await (await request.get(`/api/designer/procedures/${id}`)).json()) as { document: Procedure }).document
      return { form, fees }
    }
    return { author, read }
  }
  const make = async (code: string, hands: (person: Person) => Author): Promise<Made> => {
    const { author, read } = await beforeEmptyForm(code)
    await buildProcedure(hands(author), planOf(goal), author.looksAround)
    await author.page.getByText(/^Đã lưu \d/).waitFor()
    return read()
  }

  it('by keyboard alone is the procedure of the gallery', async () => {
    made.push(await make('17-phim', ({ page }) => byKeyboard(page)))
    expect(comparable(made[0])).toEqual(comparable({ form: goal.form, fees: goal.procedure.fees }))
    expect(goal.leftOut).toEqual(['computed: maxLength', 'phone: maxLength'])
  })
  it('by pointer is the same document to the last sign', async () => {
    expect(JSON.stringify(await make('17-chuot', ({ page }) => byPointer(page)))).toBe(JSON.stringify(made[0]))
  })
})
