// A form is published anew while somebody fills it in on a phone: filing is refused with what to do, the applicant reads what
// changed, goes on, answers the one question again, sees what is not filed, and files.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Dossier, Procedure } from '#schemas/generated/types.ts'
import { signedInClient, type Client } from '../bench/client.ts'
import { buildProcedure } from '../fixtures/build.ts'
import { askDrafts, hastyAnswers, officeMessage, withoutReason } from '../fixtures/name-asked-again.ts'
import { launchBrowser, phone } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/running-server.ts'
import { demoPassword, person } from './people.ts'

const code = '1.990901'

describe('a form that is published anew', () => {
  let server: RunningServer
  let browser: Browser
  let administrator: Client
  let reviewer: Client
  beforeAll(async () => {
    server = await startServer()
    ;[administrator, reviewer] = [await signedInClient(server.url, 'quantri@demo.motcua.vn'), await signedInClient(server.url, 'thamdinh@demo.motcua.vn')]
    browser = await launchBrowser()
  })
  afterAll(async () => { await browser?.close(); await server?.stop() })

  const publish = async (id: string, document: Procedure, version: number, plan?: object): Promise<number> => {
    const saved = await administrator.put<{ version: number }>(`/api/designer/procedures/${id}/draft`, document, { 'If-Match': `"${version}"` })
    const request = await administrator.post<{ id: string, hash: string }>(`/api/designer/procedures/${id}/change-requests`, { comment: 'Theo quy định mới' })
    if (plan) await administrator.put(`/api/designer/change-requests/${request.id}/plan`, plan)
    await reviewer.post(`/api/designer/change-requests/${request.id}/review`, { verdict: 'approve', hash: request.hash, comment: '' })
    await reviewer.post(`/api/designer/change-requests/${request.id}/publication`, {})
    return saved.version
  }

  it('asks whoever is in the middle of it to go on, and loses nothing', async () => {
    const { id: procedure } = await administrator.post<{ id: string }>('/api/designer/procedures', { name: 'Thủ tục thử nghiệm', code })
    const version = await publish(procedure, buildProcedure(code), 1)
    const citizen = await person(browser, server.url, phone)
    const { page } = citizen
    await page.request.post('/api/session', { data: { email: 'congdan@demo.motcua.vn', password: demoPassword }, headers: { origin: server.url } })
    const own = await signedInClient(server.url, 'congdan@demo.motcua.vn')
    const { dossier: { id } } = await own.post<{ dossier: Dossier }>('/api/dossiers', { procedure })
    await own.put(`/api/dossiers/${id}/answers`, { answers: hastyAnswers() }, { 'If-Match': '"1"' })
    await page.goto(`/nop/${id}/kiem-tra`)
    await page.getByText('Đi công tác xa').waitFor()
    await publish(procedure, withoutReason(code), version, { disposition: askDrafts })

    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await page.getByText('Hồ sơ chưa được nộp. Những gì bạn đã khai vẫn còn nguyên.').waitFor()
    await citizen.looksAround('the refused filing')
    await page.getByRole('link', { name: 'Xem thay đổi và làm tiếp' }).click()

    await page.getByRole('heading', { name: 'Mẫu đơn này đã thay đổi', level: 1 }).waitFor()
    for (const words of ['1 câu hỏi cần bạn trả lời lại.', officeMessage.vi, 'Đi công tác xa']) expect(await page.locator('main').innerText()).toContain(words)
    await citizen.looksAround('what changed')
    await page.getByRole('button', { name: 'Làm tiếp theo mẫu mới' }).click()

    await page.getByRole('link', { name: 'Họ và tên' }).click()
    await citizen.looksAround('the form that changed')
    await page.getByLabel('Họ và tên').fill('An')
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await page.getByRole('heading', { name: 'Kiểm tra lại hồ sơ', level: 1 }).waitFor()
    await page.getByRole('heading', { name: 'Câu trả lời không còn chỗ trong mẫu mới' }).waitFor()
    await citizen.looksAround('the check of a form that changed')
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await page.getByRole('heading', { name: 'Đã nộp hồ sơ' }).waitFor()
    expect((await own.get<{ dossier: Dossier }>(`/api/dossiers/${id}`)).dossier).toMatchObject({ state: 'open', answers: { ten: 'An', tuoi: 30, khan: true } })
  })
})
