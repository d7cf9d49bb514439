// Every screen of the designer and every state that it can be in, in both languages and on a phone: no serious barrier for
// anybody (axe), no violation of the content security policy, no error in the console.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Procedure } from '#schemas/generated/types.ts'
import { signedInClient } from '../bench/client.ts'
import { changedCode, changedGallery } from '../fixtures/changed-gallery.ts'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/running-server.ts'
import { bringAxeToFrames, demoPassword, person, type Person } from './people.ts'

interface State {
  name: string
  /** From the form editor with a question selected; leaves it as it was. */
  act(person: Person): Promise<void>
  leave?(person: Person): Promise<void>
}

const press = (...keys: string[]) => async ({ page }: Person): Promise<void> => { for (const key of keys) await page.keyboard.press(key) }
const dialog = async ({ page }: Person): Promise<void> => page.getByRole('dialog').waitFor()
const escape = async ({ page }: Person): Promise<void> => {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}
const opens = (key: string) => async (someone: Person): Promise<void> => {
  await press(key)(someone)
  await dialog(someone)
}
const dockTab = (index: number) => async ({ page }: Person): Promise<void> => {
  if (await page.locator('[data-dock]').count() === 0) await page.keyboard.press('Control+`')
  await page.locator('[data-dock] [role=tab]').nth(index).click()
  await page.locator('[data-dock] [role=tabpanel][data-state=active]').waitFor()
}
const inspectorTab = (index: number) => async ({ page }: Person): Promise<void> => {
  await page.locator('[data-inspector] [role=tab]').nth(index).click()
  await page.locator('[data-inspector] [role=tabpanel][data-state=active]').waitFor()
}

const states: State[] = [
  { name: 'a selected question', act: async () => undefined },
  ...[1, 2, 3].map((index): State => ({ name: `tab ${index + 1} of the settings`, act: inspectorTab(index), leave: inspectorTab(0) })),
  { name: 'a title being written', act: async (someone) => { await someone.page.locator('[data-stop][aria-pressed=true]').focus(); await press('F2')(someone); await someone.page.locator('article textarea').waitFor() }, leave: press('Escape') },
  { name: 'the insert menu', act: opens('/'), leave: escape },
  { name: 'the dialog to move', act: opens('m'), leave: escape },
  { name: 'the name of a group', act: opens('g'), leave: escape },
  { name: 'the guard of a removal', act: opens('Delete'), leave: escape },
  { name: 'the command palette', act: opens('Control+k'), leave: escape },
  { name: 'the sheet of keys', act: opens('?'), leave: escape },
  { name: 'several questions chosen', act: press('Shift+ArrowDown'), leave: press('Escape') },
  { name: 'the problems', act: dockTab(0) },
  { name: 'the second tab of the dock', act: dockTab(1) },
  { name: 'the third tab of the dock', act: dockTab(2) },
  { name: 'the last tab of the dock', act: async (someone) => dockTab((await someone.page.locator('[data-dock] [role=tab]').count()) - 1)(someone), leave: async ({ page }) => { await page.locator('[data-dock] > button').click() } },
  { name: 'finding', act: opens('Control+f'), leave: escape },
  { name: 'finding and replacing', act: opens('Control+h'), leave: escape },
  { name: 'the overview of rules', act: async (someone) => { await press('Control+l')(someone); await someone.page.getByRole('tablist').last().waitFor() }, leave: press('Control+1') },
  { name: 'the map of pages', act: press('Control+3'), leave: press('Control+1') },
  { name: 'the live form beside', act: async (someone) => { await press('Control+2')(someone); await someone.page.locator('iframe').waitFor() }, leave: press('Control+1') },
]

const parts = ['', 'thong-tin', 'phi', 'quy-trinh', 'quy-trinh?view=map', 'quy-trinh?view=play', 'xem-thu', 'ma-nguon', 'ngon-ngu', 'dua-vao', 'lich-su'] as const

/** The largest procedure, published twice, and the request for a change of every kind. */
const underReview = async (url: string): Promise<{ id: string, request: string }> => {
  const [office, second] = await Promise.all(['quantri', 'thamdinh'].map((name) => signedInClient(url, `${name}@demo.motcua.vn`)))
  const { procedures } = await office!.get<{ procedures: { id: string, code: string }[] }>('/api/designer/procedures')
  const { id } = procedures.find(({ code }) => code === changedCode)!
  const send = async (change: (document: Procedure) => Procedure): Promise<{ id: string, hash: string }> => {
    const { document, version } = await office!.get<{ document: Procedure, version: number }>(`/api/designer/procedures/${id}`)
    await office!.put(`/api/designer/procedures/${id}/draft`, change(document), { 'If-Match': `"${version}"` })
    return office!.post(`/api/designer/procedures/${id}/change-requests`, { comment: 'Theo quy định mới' })
  }
  const first = await send((document) => ({ ...document, info: { ...document.info, name: `${document.info.name} (bản mới)` } }))
  await second!.post(`/api/designer/change-requests/${first.id}/review`, { verdict: 'approve', hash: first.hash })
  await second!.post(`/api/designer/change-requests/${first.id}/publication`, {})
  return { id, request: (await send(changedGallery)).id }
}

/** What is drawn in frames comes after the page around them. */
const sheetsAreThere = async ({ page }: Person): Promise<void> => {
  for (const sheet of await page.locator('iframe[src$="#so-sanh"]').all()) await sheet.contentFrame().locator('[data-key]').first().waitFor()
}

describe('the screens of the designer', () => {
  let server: RunningServer
  let browser: Browser
  let reviewed: Awaited<ReturnType<typeof underReview>> | undefined
  beforeAll(async () => { server = await startServer(); browser = await launchBrowser() })
  afterAll(async () => { await browser?.close(); await server?.stop() })

  const signedIn = async (locale: 'vi' | 'en', viewport: { width: number, height: number }): Promise<{ someone: Person, id: string }> => {
    const someone = await person(browser, server.url, viewport)
    await someone.page.addInitScript((wanted) => { localStorage.setItem('motcua.locale', wanted) }, locale)
    await someone.page.request.post('/api/session', { data: { email: 'quantri@demo.motcua.vn', password: demoPassword }, headers: { origin: server.url } })
    const { procedures } = await (await someone.page.request.get('/api/designer/procedures')).json() as { procedures: { id: string, code: string }[] }
    return { someone, id: procedures.find(({ code }) => code === '1.001612')!.id }
  }
  const openForm = async ({ page }: Person, id: string): Promise<void> => {
    await page.goto(`/designer/thu-tuc/${id}/bieu-mau`)
    // The question that decides about others: it is used, so that its removal is guarded.
    await page.locator('[data-stop="/chuThe"]').click()
    await page.locator('[data-inspector]').waitFor()
  }

  it.each(['vi', 'en'] as const)('of the form editor have no barrier in any state (%s)', async (locale) => {
    const { someone, id } = await signedIn(locale, { width: 1440, height: 900 })
    await openForm(someone, id)
    for (const { name, act, leave } of states) {
      await someone.page.locator('[data-stop="/chuThe"]').focus().catch(() => undefined)
      await act(someone)
      await someone.looksAround(name)
      await leave?.(someone)
    }
  })
  it.each([['vi', 1280], ['en', 1280], ['vi', 360]] as const)('of every part have no barrier (%s, %i px)', async (locale, width) => {
    const { someone, id } = await signedIn(locale, { width, height: 800 })
    for (const part of parts) {
      await someone.page.goto(`/designer/thu-tuc/${id}/${part}`)
      await someone.page.getByRole('heading', { level: 1 }).first().waitFor()
      await someone.looksAround(`part ${part}`)
    }
    for (const place of ['', 'danh-muc', 'de-nghi']) {
      await someone.page.goto(`/designer/${place}`)
      await someone.page.getByRole('heading', { level: 1 }).first().waitFor()
      await someone.looksAround(place)
    }
    if (width < 500) {
      await openForm(someone, id)
      await someone.looksAround('the form editor on a phone')
      expect(await someone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  })
  it.each([['vi', 360]] as const)('of a review and of a history have no barrier in any view (%s, %i px)', async (locale, width) => {
    const { someone } = await signedIn(locale, { width, height: 800 })
    const { page } = someone
    reviewed ??= await underReview(server.url)
    const tabsOf = (index: number) => page.getByRole('tablist').nth(index).getByRole('tab')
    const looksAt = async (where: string): Promise<void> => {
      await sheetsAreThere(someone)
      await bringAxeToFrames(someone)
      await someone.looksAround(where)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `width of ${where}`).toBeLessThanOrEqual(width)
    }
    const walk = async (index: number, where: string, at: (tab: number) => Promise<void> = async () => undefined): Promise<void> => {
      for (let tab = 0; tab < await tabsOf(index).count(); tab++) {
        await tabsOf(index).nth(tab).click()
        await looksAt(`${where}, view ${tab + 1}`)
        await at(tab)
      }
    }
    await page.goto(`/designer/de-nghi/${reviewed.request}`)
    await tabsOf(0).first().waitFor()
    await walk(0, 'the request', async (tab) => { if (tab === 1) await walk(1, 'the comparison of the request') })
    await page.goto(`/designer/thu-tuc/${reviewed.id}/lich-su?sau=ban-soan`)
    await page.locator('iframe').first().waitFor()
    await walk(0, 'the comparison of the history')
  })
  it('of a review scroll both forms together, question by question, and step through the changes by keys', async () => {
    const { someone: { page } } = await signedIn('vi', { width: 1280, height: 900 })
    reviewed ??= await underReview(server.url)
    await page.goto(`/designer/de-nghi/${reviewed.request}`)
    await page.getByRole('tab', { name: 'Trước và sau' }).click()
    const sheets = page.locator('iframe[src$="#so-sanh"]')
    const [left, right] = [0, 1].map((index) => sheets.nth(index).contentFrame())
    const top = async (sheet: typeof left, key: string): Promise<number> => Math.round((await sheet!.locator(`[data-key="${key}"]`).evaluate((card) => card.getBoundingClientRect().top)))
    await right!.locator('[data-key="/toChucKHCN/email"]').waitFor()
    // Above it there are ghosts on each side, of other heights than the questions on the other.
    for (const [moved, follows] of [[left, right], [right, left]]) {
      await moved!.locator('[data-key="/qdtl/ngay"]').evaluate((card, by) => window.scrollTo(0, window.scrollY + card.getBoundingClientRect().top - by), moved === left ? 40 : 90)
      await expect.poll(async () => Math.abs(await top(moved, '/qdtl/ngay') - await top(follows, '/qdtl/ngay'))).toBeLessThan(3)
    }
    await left!.locator('[data-key="/toChucKHCN/tenTat"] button').first().press('j')
    const chosen = right!.locator('button[aria-pressed=true]').first()
    await chosen.waitFor()
    await page.keyboard.press('b')
    await expect.poll(() => sheets.count()).toBe(1)
    expect(await sheets.first().getAttribute('title')).toBe('Biểu mẫu của bản trước, chỉ để xem')
    await page.keyboard.press('b')
    await expect.poll(() => sheets.first().getAttribute('title')).toBe('Biểu mẫu của bản sau, chỉ để xem')
  })
})
