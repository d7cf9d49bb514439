// The people of a journey, each with a browser of their own. Every page they rest on is checked for barriers (axe) and
// for violations of the content security policy.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { visit, type Visitor } from '../support/browser.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
export const demoPassword = 'MotCua-2026'

export interface Person extends Visitor {
  /** Expects no serious barrier on the present page, and no complaint of the browser so far. */
  looksAround(where: string): Promise<void>
}

/** Pages in frames are looked at with the page around them once they can answer it. */
export const bringAxeToFrames = async ({ page }: Visitor): Promise<void> => { for (const frame of page.frames()) await frame.evaluate(axeSource) }

interface AxeResult { violations: { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }[] }

/** While one colour passes over into another it is neither of them; what turns for ever is not waited for. */
const atRest = (page: Page): Promise<unknown> => page.evaluate(`Promise.all(document.getAnimations().filter((each) => each.effect.getComputedTiming().endTime !== Infinity).map((each) => each.finished.catch(() => undefined)))`)

const barriersNow = async (page: Page): Promise<string[]> => {
  await atRest(page)
  // Evaluated through the browser's own debugger, which the policy of the page does not bind.
  await page.evaluate(axeSource)
  const result = await page.evaluate<AxeResult>(`axe.run(document, { resultTypes: ['violations'] })`)
  return result.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`)
}

/** What a motion that began during the look shows is looked at again; a barrier that stays is one. */
const barriers = async (page: Page): Promise<string[]> => {
  const found = await barriersNow(page)
  return found.length === 0 ? found : barriersNow(page)
}

export const person = async (browser: Browser, url: string, viewport?: { width: number; height: number }): Promise<Person> => {
  const visitor = await visit(browser, url, viewport)
  visitor.page.setDefaultTimeout(15_000)
  return {
    ...visitor,
    looksAround: async (where) => {
      expect(await barriers(visitor.page), `barriers on ${where}`).toEqual([])
      expect(visitor.complaints, `complaints on ${where}`).toEqual([])
    },
  }
}

/** Signs in on the sign-in form that is shown or behind the address given. */
export const signIn = async ({ page }: Visitor, email: string): Promise<void> => {
  await page.getByLabel('Thư điện tử').fill(email)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).last().click()
}
