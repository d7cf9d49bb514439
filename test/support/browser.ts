// A real Chromium for journeys and measurements: $CHROMIUM_PATH first, then the one inside the npm package, then the system's.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core'

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none']

const packagedChromium = async (): Promise<string | undefined> => {
  // The package unpacks its libraries only where it believes to run on Lambda, and decides so while it is imported.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    return await packaged.executablePath()
  } catch {
    return undefined
  }
}

export const findChromium = async (): Promise<string> => {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const packaged = await packagedChromium()
  if (packaged) return packaged
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
  if (system) return system
  throw new Error('No Chromium found: set CHROMIUM_PATH, or install @sparticuz/chromium')
}

export const launchBrowser = async (): Promise<Browser> => chromium.launch({ executablePath: await findChromium(), args: flags })

export const desktop = { width: 1280, height: 800 }
export const phone = { width: 360, height: 740 }

export interface Visitor {
  context: BrowserContext
  page: Page
  /** What went wrong in the page: thrown errors, console errors, violations of the content security policy. Empty when all is well. */
  complaints: string[]
}

/** A person with a browser of their own: own cookies, Vietnamese, the clock of Hanoi. */
export const visit = async (browser: Browser, baseURL: string, viewport = desktop): Promise<Visitor> => {
  const context = await browser.newContext({ baseURL, viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', acceptDownloads: true })
  const page = await context.newPage()
  const complaints: string[] = []
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation', event => console.error(`CSP ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`)))
  page.on('pageerror', error => complaints.push(String(error)))
  // A refusal (4xx) is an answer that the page shows, not a fault of the page.
  page.on('console', message => { if (message.type() === 'error' && !/responded with a status of 4\d\d/.test(message.text())) complaints.push(message.text()) })
  return { context, page, complaints }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds against WCAG 2.2 AA and good practice, one line a fault; empty when nothing. */
export const accessibilityFaults = async (page: Page): Promise<string[]> => {
  await page.evaluate(axeSource)
  const results = await page.evaluate(() => (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run())
  return results.violations.flatMap(({ id, help, nodes }) => nodes.map(node => `${id}: ${help} (${node.target.join(' ')})`))
}
