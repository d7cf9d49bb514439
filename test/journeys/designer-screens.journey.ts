// Every screen of the designer and every state that it can be in, in both languages and on a phone: no serious barrier for
// anybody (axe), no violation of the content security policy, no error in the console.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/running-server.ts'
import { demoPassword, person, type Person } from './people.ts'

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

describe('the screens of the designer', () => {
  let server: RunningServer
  let browser: Browser
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
})
