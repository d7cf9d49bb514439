// How a citizen's form feels on a weak phone, beside a plain Vue form and a plain HTML form of the same 60 questions, and with 300:
// what loads, when the first question takes a key, when a key is on the screen, how long the next page takes.
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import type { Procedure } from '#schemas/generated/types.ts'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import { largeForm } from '../fixtures/large-form.ts'
import { launchBrowser, phone, visit } from '../support/browser.ts'
import { signedInClient, type Client } from './client.ts'
import { weighCitizenForm } from './page-weight.ts'
import { servePlainForms } from './plain-forms/serve.ts'
import { cost, repeat, spread, take, type Cost } from './presses.ts'
import { publish } from './publish.ts'

/** As much slower as an old phone is than this processor. */
const slowdown = 4
const opens = 9
const keys = 30

/** Milliseconds from the start of the navigation. */
interface Opening {
  /** The first question takes an answer and shows it: the page as the server drew it is a form already, and what is answered there is kept. */
  usable: number
  /** The question that depends on that answer takes a key: the app has taken over. */
  alive: number
  /** Whether the first answer still stands then. */
  kept: boolean
}

interface Felt extends Omit<Opening, 'kept'> {
  key: Cost
  nextPage: number | undefined
}

/** What the law asks to publish comes from the gallery. */
const { info } = JSON.parse(readFileSync(new URL('../../schemas/examples/procedures/02-gia-han-phe-duyet-mau.json', import.meta.url), 'utf8')) as Procedure

const asProcedure = (questions: number): Procedure => {
  const [name, code] = [`Đo ${questions} câu hỏi`, `BENCH-${questions}`]
  return { ...emptyProcedure(name, code), info: { ...info, name, code, components: info.components?.map(({ title }) => ({ title })) ?? [] }, form: largeForm(questions, questions) }
}

const opening = (page: Page): Promise<Opening> =>
  page.evaluate(() => new Promise((resolve) => {
    const painted = (then: (at: number) => void): void => void requestAnimationFrame(() => setTimeout(() => then(performance.now())))
    const choice = (): HTMLInputElement | null => document.querySelector('input[type=radio]')
    let usable: number | undefined
    let isAnswered = false
    const look = setInterval(() => {
      if (!choice()) return
      if (!isAnswered) {
        choice()!.click()
        isAnswered = true
        painted((at) => { usable = at })
      }
      // As long as the drawn page stands, nothing follows from an answer.
      const next = usable === undefined || document.querySelector('input[name=asked]') ? null : document.querySelector<HTMLInputElement>('input[inputmode=numeric]')
      next?.focus()
      if (!next || !document.execCommand('insertText', false, '1') || !next.value.includes('1')) return
      clearInterval(look)
      painted((alive) => resolve({ usable: usable!, alive, kept: choice()!.checked }))
    }, 5)
  }))

const slowPage = async (browser: Browser, url: string, cookies: { name: string, value: string, url: string }[]): Promise<Page> => {
  const { context, page } = await visit(browser, url, phone)
  await context.addCookies(cookies)
  // The loader of these sources names functions by it, those too that run in the page.
  await context.addInitScript({ content: 'globalThis.__name = (made) => made' })
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return page
}

/** A server that has served for a while: a page that a person waits for is seldom its first. */
const servedBefore = 60
const serve = async (url: string, path: () => Promise<string>, cookies: readonly { name: string, value: string }[]): Promise<void> => {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  for (let i = 0; i < servedBefore; i++) await (await fetch(url + await path(), { headers: { cookie, 'accept-encoding': 'gzip' } })).arrayBuffer()
}

/** Each time with an empty cache: the first visit is the one that counts. */
const feel = async (browser: Browser, url: string, path: () => Promise<string>, cookies: { name: string, value: string, url: string }[] = []): Promise<Felt> => {
  await serve(url, path, cookies)
  const openings: Opening[] = []
  let page = await slowPage(browser, url, cookies)
  for (let i = 0; i < opens; i++) {
    if (i > 0) { await page.context().close(); page = await slowPage(browser, url, cookies) }
    await page.goto(await path(), { waitUntil: 'commit' })
    openings.push(await opening(page))
  }
  const control = page.locator('input[inputmode=numeric]').first()
  await control.click()
  const typed = await repeat(keys, (i) => take(page, () => page.keyboard.press(i % 4 === 3 ? 'Backspace' : '1')))
  const key = cost(typed)
  const links = page.locator('a[href$="/trang-2"]')
  const began = Date.now()
  const hasPages = await links.count() > 0
  if (hasPages) {
    await links.first().dispatchEvent('click')
    await page.locator('[data-pointer="/cau30"], [data-pointer="/cau26"]').first().waitFor()
  }
  const nextPage = hasPages ? Date.now() - began : undefined
  await page.context().close()
  if (openings.some(({ kept }) => !kept)) throw new Error('What was answered before the app took over is lost')
  return { usable: spread(openings.map((each) => each.usable)).median, alive: spread(openings.map((each) => each.alive)).median, key, nextPage }
}

const told = (name: string, { usable, alive, key, nextPage }: Felt, base: Felt): string =>
  `  ${name.padEnd(28)} usable after ${usable.toFixed(0)} ms (${(usable / base.usable).toFixed(2)} of plain Vue), questions follow answers after ${alive.toFixed(0)} ms (${(alive / base.alive).toFixed(2)})   key on screen p50 ${key.paint.median.toFixed(0)} ms, worst ${key.paint.worst.toFixed(0)}${nextPage === undefined ? '' : `   next page ${nextPage} ms`}`

export const benchCitizen = async (url: string, administrator: Client, reviewer: Client): Promise<string[]> => {
  const applicant = await signedInClient(url, 'congdan@demo.motcua.vn')
  const cookies = applicant.headers['cookie']!.split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url }))
  const plain = await servePlainForms(largeForm(60, 60))
  const browser = await launchBrowser()
  try {
    const html = await feel(browser, plain.url, () => Promise.resolve('/html'))
    const vue = await feel(browser, plain.url, () => Promise.resolve('/vue'))
    const own = async (questions: number): Promise<{ felt: Felt, id: string }> => {
      const { id } = await publish(administrator, reviewer, asProcedure(questions))
      const draft = async (): Promise<string> => `/nop/${(await applicant.post<{ dossier: { id: string } }>('/api/dossiers', { procedure: id })).dossier.id}`
      return { id, felt: await feel(browser, url, draft, cookies) }
    }
    const [sixty, large] = [await own(60), await own(300)]
    const weight = await weighCitizenForm(url, sixty.id)
    return [
      `citizen's form of 60 questions, 60 rules, processor ${slowdown} times slower, 360 px, empty cache: ${(weight.script / 1024).toFixed(1)} KB gz of JavaScript in ${weight.files} files (plain Vue ${(plain.scriptBytes / 1024).toFixed(1)}), ${(weight.style / 1024).toFixed(1)} KB gz of CSS, its judge ${(weight.validator / 1024).toFixed(1)}`,
      told('plain HTML', html, vue), told('plain Vue', vue, vue), told('ours', sixty.felt, vue), told('ours, 300 questions', large.felt, vue),
    ]
  } finally {
    await browser.close()
    plain.stop()
  }
}
