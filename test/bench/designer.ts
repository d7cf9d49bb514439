// How quick the form designer is with a form of three hundred questions and three hundred rules, in a real Chromium: a key
// while typing, an edit until it is on the screen, and compiling the form. Every figure is a median of several.
import { compileForm } from '#core/form/compile-form.ts'
import { publishChecks } from '#core/revision/publish-checks.ts'
import { largeProcedure } from '../fixtures/large-form.ts'
import { launchBrowser, visit } from '../support/browser.ts'
import { signedInClient } from './client.ts'
import { cost, repeat, spread, take, type Cost } from './presses.ts'

export interface DesignerSpeed {
  typing: Cost
  edit: Cost
  turnPage: Cost
  open: number
  /** The form with its schema, and the judge that the server makes of it. */
  compile: number
  validator: number
  problems: number
}

const timed = (run: () => void): number => {
  const all = Array.from({ length: 5 }, () => {
    const began = performance.now()
    run()
    return performance.now() - began
  })
  return spread(all).median
}

export const measureDesigner = async (url: string): Promise<DesignerSpeed> => {
  const administrator = await signedInClient(url, 'quantri@demo.motcua.vn')
  const document = largeProcedure()
  const created = await administrator.post<{ id: string; version: number }>('/api/designer/procedures', { name: document.info.name, code: document.info.code })
  await administrator.put(`/api/designer/procedures/${created.id}/draft`, document, { 'if-match': `"${created.version}"` })
  const asked = performance.now()
  const answer = await fetch(`${url}/api/designer/procedures/${created.id}/draft/validator.js?version=${created.version + 1}`, { headers: administrator.headers })
  if (!answer.ok) throw new Error(`No judge of the draft: ${answer.status} ${await answer.text()}`)
  await answer.text()
  const validator = performance.now() - asked
  const browser = await launchBrowser()
  const { context, page } = await visit(browser, url, { width: 1440, height: 900 })
  await context.addCookies(administrator.headers['cookie']!.split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url })))
  const began = performance.now()
  await page.goto(`/designer/thu-tuc/${created.id}/bieu-mau`)
  await page.locator('[data-stop="/cau1"]').waitFor()
  const open = performance.now() - began
  await page.locator('[data-stop="/cau5"]').click()
  const title = page.locator('#question-title')
  await title.click()
  const typing = await repeat(40, () => take(page, () => page.keyboard.press('a')))
  await page.locator('[data-stop]').nth(3).click()
  const edit = await repeat(20, (i) => take(page, () => page.keyboard.press(i % 2 === 0 ? 'Alt+ArrowDown' : 'Alt+ArrowUp')))
  await page.getByRole('treeitem').first().focus()
  const turnPage = await repeat(6, () => take(page, () => page.keyboard.press('ArrowDown')))
  await browser.close()
  return { typing: cost(typing), edit: cost(edit), turnPage: cost(turnPage), open, compile: timed(() => void compileForm(document.form!).schema), validator, problems: timed(() => void publishChecks(document)) }
}
