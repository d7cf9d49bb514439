// A page that is sent when nobody knows any more by whom, or by somebody else: nothing that was typed is lost, nothing is
// written into a dossier of somebody else, and what was pressed is done once it is known who pressed it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../../server/accounts/demo-accounts.ts'
import { limits } from '../../../server/limits.ts'
import { askingForFiles } from '../../fixtures/asking-for-files.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import type { PlainBrowser } from '../../fixtures/plain-browser.ts'
import { idOf, openPlainOffice, passwordOf, type PlainOffice } from '../../fixtures/plain-office.ts'
import { samplePdf } from '../../fixtures/sample-files.ts'

describe('a page that is sent after the session has ended', () => {
  let plain: PlainOffice
  beforeAll(async () => { plain = await openPlainOffice() })
  afterAll(() => plain.office.close())

  const sent = (browser: PlainBrowser): Record<string, string> => Object.fromEntries(browser.entries().map(([name, text]) => [name, text.replaceAll('\r\n', '\n')]))
  const enter = async (browser: PlainBrowser, fields: Record<string, string> = passwordOf('applicant'), by = 'account') => {
    browser.fill(fields)
    return browser.press(by)
  }
  /** One form of the page of a filed dossier, sent after the session has ended. */
  const sentFromDossier = async (code: string, form: string, fields: Record<string, string>) => {
    const browser = await plain.begun(buildProcedure(code))
    browser.fill({ '/ten': 'An', '/tuoi': '30', '/khan': 'false' })
    await browser.press('continue')
    await browser.press()
    const id = idOf(browser)
    await browser.open(`/ho-so/${id}`)
    browser.turnTo(form)
    browser.fill(fields)
    browser.forget()
    await browser.press()
    return { browser, id }
  }

  it('says so, keeps every word, and goes on with what was pressed once its owner has signed in', async () => {
    const browser = await plain.begun(buildProcedure('1.710001'))
    const typed = 'Trần <b>"Thị"</b> &amp; Ân'
    browser.fill({ '/ten': typed, '/tuoi': 'ba mươi' })
    browser.forget()
    const page = await browser.press('continue')

    expect([page.status, page.url]).toEqual([401, expect.stringMatching(/^\/nop\/[^?]*$/)])
    expect(sent(browser)).toMatchObject({ '/ten': typed, '/tuoi': 'ba mươi', do: 'continue' })
    expect(page.html).not.toContain('<b>"Thị"')
    expect(page.text).toContain(typed)
    expect(page.html).not.toContain('<script')

    await enter(browser)
    expect(browser.page.status).toBe(422)
    expect(browser.page.document.querySelector('#q-tuoi')?.getAttribute('aria-invalid')).toBe('true')
    expect((await plain.dossierOf(browser)).answers).toMatchObject({ ten: typed, tuoi: 'ba mươi' })
  })

  it('takes every word along through wrong passwords and missing ones, the password excepted', async () => {
    const browser = await plain.begun(buildProcedure('1.710002'))
    const long = `Dòng một\nDòng hai ${'ấ'.repeat(70)}`
    browser.fill({ '/ten': long, '/tuoi': '30', '/khan': 'false' })
    browser.forget()
    await browser.press('continue')
    await enter(browser, { ...passwordOf('applicant'), 'sign-in:password': 'không phải' })
    expect([browser.page.status, browser.page.html.includes('không phải')]).toEqual([401, false])
    expect(browser.page.document.querySelector('[role=alert]')?.textContent).toContain('mật khẩu')
    await enter(browser, { 'sign-in:email': 'congdan@demo.motcua.vn' })
    expect([browser.page.status, browser.page.text.includes('Nhập mật khẩu')]).toEqual([422, true])
    expect(sent(browser)).toMatchObject({ '/ten': long, 'sign-in:email': 'congdan@demo.motcua.vn', 'sign-in:password': '' })
    await enter(browser, { 'sign-in:password': demoPassword })
    expect([browser.page.url, browser.page.status]).toEqual([expect.stringMatching(/kiem-tra$/), 200])
    expect((await plain.dossierOf(browser)).answers).toMatchObject({ ten: long })
  })

  it('saves nothing for somebody else who signs in, says so, and shows what was typed with its questions', async () => {
    const browser = await plain.begun(buildProcedure('1.710003'))
    browser.fill({ '/ten': 'Nguyễn Thị Bình', '/khan': 'true' })
    browser.forget()
    await browser.press('save')
    await enter(browser, passwordOf('specialist'))

    expect(browser.page.status).toBe(404)
    expect(browser.page.text).toContain('thuộc về người khác')
    const shown = [...browser.page.document.querySelectorAll('details[open] dl > div')].map((row) => row.textContent?.replace(/\s+/g, ' ').trim())
    expect(shown).toEqual(['Họ và tênNguyễn Thị Bình', 'Cần gấpCó'])
    expect((await plain.dossierOf(browser)).answers).toEqual({})
    await enter(browser)
    expect(browser.page.status).toBe(200)
    expect((await plain.dossierOf(browser)).answers).toMatchObject({ ten: 'Nguyễn Thị Bình' })
  })

  it('lets a guest go on with the code, also by Enter, and carries the page along when the code is wrong', async () => {
    const browser = await plain.begun(buildProcedure('1.710004'), plain.browse())
    const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(browser.page.text)![0]
    browser.fill({ '/ten': 'An', '/tuoi': '30', '/khan': 'false' })
    browser.forget()
    await browser.press('continue')
    await enter(browser, { 'sign-in:code': '0000-0000-0000-0000' }, 'code')
    expect([browser.page.status, sent(browser)['/ten'], sent(browser)['sign-in:code']]).toEqual([404, 'An', '0000-0000-0000-0000'])
    browser.fill({ 'sign-in:code': code })
    await browser.press()
    expect(browser.page.url).toMatch(/kiem-tra$/)
    expect(browser.page.text).toContain('An')
  })

  it('names the files that it cannot carry, and asks for them again beside their question', async () => {
    const browser = await plain.begun(askingForFiles())
    browser.fill({ '/ten': 'An' })
    browser.choose('/tep/donXin', { name: 'Giấy khai sinh.pdf', bytes: samplePdf() })
    browser.forget()
    await browser.press('save')
    expect(browser.page.text).toContain('Giấy khai sinh.pdf')
    await enter(browser, { ...passwordOf('applicant'), 'sign-in:password': 'sai' })
    expect(browser.page.text).toContain('Giấy khai sinh.pdf')
    await enter(browser)
    expect([browser.page.status, browser.page.text.includes('Giấy khai sinh.pdf: tệp này chưa đến')]).toEqual([422, true])
    expect((await plain.dossierOf(browser)).answers).toMatchObject({ ten: 'An' })
    expect(sent(browser)).not.toHaveProperty('lost:/tep/donXin')
  })

  it('is held to the size of the page itself, neither less nor more', async () => {
    const browser = await plain.begun(buildProcedure('1.710005'))
    const most = limits.submissionBytes - 1_000
    browser.fill({ '/ten': 'ấ'.repeat(most - 500) })
    browser.forget()
    await browser.press('save')
    expect(browser.page.status).toBe(401)
    await enter(browser)
    expect(sent(browser)['/ten']).toHaveLength(most - 500)
    browser.fill({ '/ten': 'ấ'.repeat(limits.submissionBytes + 1) })
    browser.forget()
    expect((await browser.press('save')).status).toBe(413)
  })

  it('speaks the language that is chosen there and forgets neither the words nor the button', async () => {
    const browser = await plain.begun(buildProcedure('1.710006'))
    browser.fill({ '/ten': 'An', '/tuoi': '30', '/khan': 'false' })
    browser.forget()
    await browser.press('continue')
    await browser.press('language:en')
    expect([browser.page.status, browser.page.html.includes('<html lang="en"')]).toEqual([401, true])
    expect(sent(browser)).toMatchObject({ '/ten': 'An', do: 'continue' })
    await enter(browser)
    expect(browser.page.url).toMatch(/kiem-tra$/)
  })

  it('files the checked draft once its owner has signed in, and once only', async () => {
    const browser = await plain.begun(buildProcedure('1.710007'))
    browser.fill({ '/ten': 'An', '/tuoi': '30', '/khan': 'false' })
    await browser.press('continue')
    browser.forget()
    await browser.press()
    expect(browser.page.status).toBe(401)
    await enter(browser)
    expect(browser.page.url).toMatch(/da-nop$/)
    const { code } = await plain.dossierOf(browser)
    expect((await browser.again()).url).toBe(browser.page.url)
    expect((await plain.dossierOf(browser)).code).toBe(code)
  })

  it('shows what was typed when the dossier was filed meanwhile and takes nothing more', async () => {
    const browser = await plain.begun(buildProcedure('1.710008'))
    browser.fill({ '/ten': 'An', '/tuoi': '30', '/khan': 'false' })
    await browser.press('save')
    const { id, version } = await plain.dossierOf(browser)
    const reply = await (await plain.office.as('applicant')).send('POST', `/api/dossiers/${id}/submission`, {}, { 'If-Match': `"${version}"`, 'Idempotency-Key': crypto.randomUUID() })
    expect(reply.status, reply.text).toBe(201)
    browser.fill({ '/ten': 'Bình' })
    await browser.press('save')
    expect([browser.page.status, browser.page.text.includes('Bình'), browser.page.text.includes('không sửa được nữa')]).toEqual([409, true, true])
    expect((await plain.dossierOf(browser)).answers).toMatchObject({ ten: 'An' })
  })

  it('keeps a message, and writes it once its writer is known', async () => {
    const { browser, id } = await sentFromDossier('1.710009', 'form[action$="tin-nhan"]', { text: 'Thưa anh chị,\nem cần hỏi <ngày hẹn>.' })
    expect([browser.page.status, browser.page.text.includes('em cần hỏi <ngày hẹn>.')]).toEqual([401, true])
    await enter(browser)
    expect(browser.page.url).toBe(`/ho-so/${id}`)
    expect(browser.page.text).toContain('em cần hỏi <ngày hẹn>.')
  })

  it('keeps the reason of a withdrawal, and withdraws nothing for somebody else', async () => {
    const { browser } = await sentFromDossier('1.710010', 'details form', { reason: 'Tôi nộp nhầm nơi' })
    expect([browser.page.status, sent(browser)['reason']]).toEqual([401, 'Tôi nộp nhầm nơi'])
    await enter(browser, passwordOf('reviewer'))
    expect([browser.page.status, browser.page.text.includes('Tôi nộp nhầm nơi')]).toEqual([404, true])
    expect((await plain.dossierOf(browser)).state).toBe('open')
    await enter(browser)
    expect((await plain.dossierOf(browser)).state).toBe('ended')
  })

  it('is never taken from another site, whatever it says of its sender', async () => {
    const browser = await plain.begun(buildProcedure('1.710011'))
    const id = idOf(browser)
    const body = new URLSearchParams({ ...passwordOf('applicant'), '/ten': 'Kẻ khác', asked: '/ten', version: '1', do: 'save' })
    const reply = await (await plain.office.as()).send('POST', `/nop/${id}/page-1`, body.toString(), { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'cross-site', Origin: 'https://elsewhere.test' })
    expect(reply.status).toBe(403)
    expect((await plain.dossierOf(browser)).answers).toEqual({})
  })

  it('is known by what the server knows, not by a cookie that is still there', async () => {
    const browser = await plain.begun(buildProcedure('1.710012'))
    browser.fill({ '/ten': 'An', '/tuoi': '30', '/khan': 'false' })
    const ended = await (await plain.office.as()).send('DELETE', '/api/session', undefined, { Cookie: browser.cookie(), Origin: 'http://office.test' })
    expect(ended.status).toBe(204)
    await browser.press('continue')
    expect([browser.page.status, sent(browser)['/ten']]).toEqual([401, 'An'])
    await enter(browser)
    expect(browser.page.url).toMatch(/kiem-tra$/)
  })
})
