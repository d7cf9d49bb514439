// The same thousand submissions go through the app in a browser, through plain HTML and through the API: each gets one verdict
// three times, and what is stored is the same three times.
import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import type { Dossier } from '#schemas/generated/types.ts'
import { signedInClient, type Client } from '../bench/client.ts'
import { answersWithHidden, breaks } from '../fixtures/arbitrary-answers.ts'
import { buildProcedure } from '../fixtures/build.ts'
import { openPlainBrowser } from '../fixtures/plain-browser.ts'
import { typedForm, typedTexts } from '../fixtures/typed-form.ts'
import { launchBrowser, phone, visit } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/running-server.ts'
import { demoPassword } from './people.ts'

const submissions = Number(process.env['SUBMISSIONS'] ?? 1000)
const form = compileForm(typedForm())

/** Ways to be wrong that can be typed; others need a program, which the API's own tests are. */
const typable = /^(too long|no such day|against the pattern|too small|too large|a fraction|missing|hidden but answered)/

/** Ticks have the order of the page. */
const ticked = (answers: Answers): Answers => (Array.isArray(answers['mon']) ? { ...answers, mon: answers['mon'].toSorted() } : answers)

/** Half of them right, half broken in one place. */
const samples = (): Answers[] => fc.sample(answersWithHidden(form), { numRuns: submissions / 2, seed: 20261121 }).flatMap(({ valid, full }, i) => {
  const broken = breaks(form, valid, full).filter(({ how }) => typable.test(how) && !how.startsWith('missing /hang'))
  return [valid, broken[i % broken.length]!.answers].map(ticked)
})

interface Outcome { filed: boolean, stored: Answers }

const publish = async (url: string): Promise<string> => {
  const [administrator, reviewer] = [await signedInClient(url, 'quantri@demo.motcua.vn'), await signedInClient(url, 'thamdinh@demo.motcua.vn')]
  const { id } = await administrator.post<{ id: string }>('/api/designer/procedures', { name: 'Nghìn hồ sơ', code: 'NGHIN' })
  await administrator.put(`/api/designer/procedures/${id}/draft`, { ...buildProcedure(), form: typedForm(), fees: [], scenarios: [] }, { 'If-Match': '"1"' })
  const request = await administrator.post<{ id: string, hash: string }>(`/api/designer/procedures/${id}/change-requests`, { comment: '' })
  await reviewer.post(`/api/designer/change-requests/${request.id}/review`, { verdict: 'approve', hash: request.hash })
  await reviewer.post(`/api/designer/change-requests/${request.id}/publication`, {})
  return id
}

const outcomeOf = async (client: Client, id: string): Promise<Outcome> => {
  const { dossier } = await client.get<{ dossier: Dossier }>(`/api/dossiers/${id}`)
  return { filed: dossier.state !== 'draft', stored: dossier.answers }
}

const start = async (client: Client, procedure: string): Promise<string> => (await client.post<{ dossier: { id: string } }>('/api/dossiers', { procedure })).dossier.id

const byApi = async (client: Client, procedure: string, answers: Answers): Promise<Outcome> => {
  const id = await start(client, procedure)
  const { version } = await client.put<{ version: number }>(`/api/dossiers/${id}/answers`, { answers }, { 'If-Match': '"1"' })
  // A refusal is an outcome, not a fault of the journey.
  await client.post(`/api/dossiers/${id}/submission`, {}, { 'If-Match': `"${version}"`, 'Idempotency-Key': `api-${id}` }).catch((error: Error) => { if (!error.message.includes(' 422 ')) throw error })
  return outcomeOf(client, id)
}

const byPlainHtml = (url: string, cookie: string) => {
  const plain = openPlainBrowser((request) => { request.headers.set('cookie', cookie); return fetch(request) }, url)
  return async (client: Client, procedure: string, answers: Answers): Promise<Outcome> => {
    const id = await start(client, procedure)
    await plain.open(`/nop/${id}/mot`)
    const rows = (answers['hang'] as unknown[] | undefined)?.length ?? 0
    const shown = (): number => Number(plain.entries().find(([name]) => name === '/hang')?.[1] ?? 0)
    while (shown() < rows) await plain.press('add-row:/hang')
    plain.fill(Object.fromEntries([...typedTexts(form, answers)].filter(([name]) => plain.names().includes(name))))
    await plain.press('continue')
    // A question may have appeared by what was answered.
    if (plain.page.url.includes('notice=more')) {
      plain.fill(Object.fromEntries([...typedTexts(form, answers)].filter(([name]) => plain.names().includes(name))))
      await plain.press('continue')
    }
    if (plain.page.url.includes('/kiem-tra')) await plain.press()
    return outcomeOf(client, id)
  }
}

/** Runs in the page: types, ticks and chooses in the app's own controls, question by question. */
const typeIn = async (texts: [string, string[]][]): Promise<void> => {
  const set = (control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, text: string): void => {
    if (control.value === text) return
    control.value = text
    control.dispatchEvent(new Event('input', { bubbles: true }))
    control.dispatchEvent(new Event('change', { bubbles: true }))
    control.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  }
  for (const [name, values] of texts) {
    const [pointer, part] = name.split(':') as [string, string | undefined]
    const controls = [...document.querySelectorAll<HTMLInputElement>(`[data-pointer="${pointer}"] :is(input, select, textarea)`)]
    if (controls[0]?.type === 'radio' || controls[0]?.type === 'checkbox') {
      for (const control of controls) {
        const wanted = controls.length === 1 ? values.length > 0 : values.includes(control.value)
        if (control.checked !== wanted && (wanted || control.type === 'checkbox')) control.click()
        // A person is never so fast that a page has not drawn the last tick.
        if (control.type === 'checkbox') await Promise.resolve()
      }
    } else if (controls.length > 0) set(controls[part === undefined ? 0 : ['day', 'month', 'year'].indexOf(part)]!, values[0] ?? '')
  }
}

/** Within the app, as a link of its own leads. */
const goTo = (page: Page, path: string): Promise<void> => page.evaluate((to) => { history.pushState({}, '', to); dispatchEvent(new PopStateEvent('popstate')) }, path)

const byApp = (page: Page) => async (client: Client, procedure: string, answers: Answers): Promise<Outcome> => {
  const id = await start(client, procedure)
  await goTo(page, '/tra-cuu')
  await page.getByRole('heading', { name: 'Tra cứu hồ sơ', level: 1 }).waitFor()
  await goTo(page, `/nop/${id}/mot`)
  await page.locator('[data-pointer="/ten"] input').waitFor()
  const rows = (answers['hang'] as unknown[] | undefined)?.length ?? 0
  for (let i = await page.locator('[data-pointer^="/hang/"][data-pointer$="/ten"]').count(); i < rows; i++) await page.locator('[data-add-row]').click()
  const texts = [...typedTexts(form, answers)]
  await page.evaluate(typeIn, texts)
  // What the first answers made appear is answered by the second round.
  await page.evaluate(typeIn, texts)
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  const check = page.getByRole('heading', { name: 'Kiểm tra lại hồ sơ', level: 1 })
  const faults = page.locator('[role=alert] a').first()
  await check.or(faults).first().waitFor()
  if (await check.isVisible()) {
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await page.getByRole('heading', { name: 'Đã nộp hồ sơ', level: 1 }).or(faults).first().waitFor()
  }
  return outcomeOf(client, id)
}

describe('a thousand submissions', () => {
  let server: RunningServer
  let browser: Browser
  beforeAll(async () => { server = await startServer({ env: { RATE_FACTOR: '1000' } }); browser = await launchBrowser() })
  afterAll(async () => { await browser?.close(); await server?.stop() })

  it('get one verdict and are stored alike, through the app, plain HTML and the API', async () => {
    const procedure = await publish(server.url)
    const client = await signedInClient(server.url, 'congdan@demo.motcua.vn')
    const { page } = await visit(browser, server.url, phone)
    await page.request.post('/api/session', { data: { email: 'congdan@demo.motcua.vn', password: demoPassword }, headers: { origin: server.url } })
    await page.goto('/ho-so')
    await page.getByRole('heading', { level: 1 }).waitFor()
    const [app, plain] = [byApp(page), byPlainHtml(server.url, client.headers['cookie']!)]

    const counted = { filed: 0, refused: 0 }
    for (const [i, answers] of samples().entries()) {
      const api = await byApi(client, procedure, answers)
      const [html, script] = await Promise.all([plain(client, procedure, answers), app(client, procedure, answers)])
      const which = `${i}: ${JSON.stringify(answers)}`
      expect({ html: html.filed, script: script.filed }, which).toEqual({ html: api.filed, script: api.filed })
      if (api.filed) expect({ html: html.stored, script: script.stored }, which).toEqual({ html: api.stored, script: api.stored })
      counted[api.filed ? 'filed' : 'refused']++
    }
    expect(counted.filed + counted.refused).toBe(submissions)
    expect(counted.filed).toBeGreaterThanOrEqual(submissions / 2 - 50)
    expect(counted.refused).toBeGreaterThanOrEqual(submissions / 2 - 150)
  }, 900_000)
})
