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

const submissions = 1000
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

interface Task { path: string, texts: [string, string[]][], rows: number }

/** Runs in the page, as hands would: opens the draft within the app, answers every question in its own control, goes on, files. */
const fileInApp = async ({ path, texts, rows }: Task): Promise<void> => {
  const until = async <T>(found: () => T | null | undefined | false): Promise<T> => {
    for (let i = 0; i < 4000; i++) {
      const it = found()
      if (it) return it
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    throw new Error(`Nothing more happens on ${location.pathname}: ${document.querySelector('main')?.textContent}`)
  }
  const goTo = (to: string): void => { history.pushState({}, '', to); dispatchEvent(new PopStateEvent('popstate')) }
  const isHeaded = (title: string): boolean => document.querySelector('h1')?.textContent?.trim() === title
  const press = async (name: string): Promise<void> => (await until(() => [...document.querySelectorAll('button')].find((each) => each.textContent?.trim() === name))).click()
  const set = (control: HTMLInputElement, text: string): void => {
    if (control.value === text) return
    control.value = text
    for (const type of ['input', 'change', 'focusout']) control.dispatchEvent(new Event(type, { bubbles: true }))
  }
  const answer = async ([name, values]: [string, string[]]): Promise<void> => {
    const [pointer, part] = name.split(':') as [string, string | undefined]
    const controls = [...document.querySelectorAll<HTMLInputElement>(`[data-pointer="${pointer}"] :is(input, select, textarea)`)]
    const [first] = controls
    if (first?.type !== 'radio' && first?.type !== 'checkbox') { if (first) set(controls[part === undefined ? 0 : ['day', 'month', 'year'].indexOf(part)]!, values[0] ?? ''); return }
    for (const control of controls) {
      const wanted = controls.length === 1 ? values.length > 0 : values.includes(control.value)
      if (control.checked !== wanted && (wanted || control.type === 'checkbox')) control.click()
      // A person is never so fast that a page has not drawn the last tick.
      if (control.type === 'checkbox') await Promise.resolve()
    }
  }
  const isFaulty = (): boolean => document.querySelector('[role=alert] a') !== null

  goTo('/tra-cuu')
  await until(() => isHeaded('Tra cứu hồ sơ'))
  goTo(path)
  await until(() => document.querySelector('[data-pointer="/ten"] input'))
  const shown = (): number => document.querySelectorAll('[data-pointer^="/hang/"][data-pointer$="/ten"]').length
  for (let i = shown(); i < rows; i++) {
    document.querySelector<HTMLElement>('[data-add-row]')!.click()
    await until(() => shown() > i)
  }
  // What the first answers made appear is answered by the second round.
  for (let round = 0; round < 2; round++) for (const each of texts) await answer(each)
  await press('Tiếp tục')
  await until(() => isHeaded('Kiểm tra lại hồ sơ') || isFaulty())
  if (!isHeaded('Kiểm tra lại hồ sơ')) return
  await press('Nộp hồ sơ')
  await until(() => isHeaded('Đã nộp hồ sơ') || isFaulty())
}

const byApp = (page: Page) => async (client: Client, procedure: string, answers: Answers): Promise<Outcome> => {
  const id = await start(client, procedure)
  await page.evaluate(fileInApp, { path: `/nop/${id}/mot`, texts: [...typedTexts(form, answers)], rows: (answers['hang'] as unknown[] | undefined)?.length ?? 0 })
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
    expect(counted.filed).toBeGreaterThanOrEqual(submissions * 0.4)
    expect(counted.refused).toBeGreaterThanOrEqual(submissions * 0.4)
  }, 900_000)
})
