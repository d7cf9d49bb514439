// The forms of the product itself without scripts: for whom one files, what is kept for the next time, what was begun without
// an account and is taken over.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Procedure } from '#schemas/generated/types.ts'
import { demoAccounts, demoPassword } from '../../../server/accounts/demo-accounts.ts'
import { askingForFiles } from '../../fixtures/asking-for-files.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import type { PlainBrowser } from '../../fixtures/plain-browser.ts'
import { idOf, openPlainOffice, passwordOf, type PlainOffice } from '../../fixtures/plain-office.ts'
import { samplePdf } from '../../fixtures/sample-files.ts'

const person = { '/person/name': 'Nguyễn Văn Cha', '/person/personId': '001055000111', '/person/relation': 'family' }
const representative = { '/representative/name': 'Vũ Công Dân', '/representative/personId': '001088012345', '/representative/phone': '0912345678' }

const knowing = (code: string): Procedure => {
  const procedure = buildProcedure(code)
  const { ten } = procedure.form!.schema.properties!
  Object.assign(ten!, { 'x-prefill': { from: 'profile', key: 'person.fullName', editable: true } })
  return procedure
}

describe('forms of the product itself without scripts', () => {
  let plain: PlainOffice
  beforeAll(async () => { plain = await openPlainOffice() })
  afterAll(() => plain.office.close())

  const sent = (browser: PlainBrowser): Record<string, string> => Object.fromEntries(browser.entries())
  const askedWhom = async (document: Procedure): Promise<PlainBrowser> => {
    const browser = await plain.begun(document)
    await browser.press('go:nguoi-nop')
    expect(browser.page.url).toMatch(/nguoi-nop$/)
    return browser
  }

  it('asks for whom one files on the first page, saves what was typed on the way, and brings the questions that follow', async () => {
    const browser = await plain.begun(buildProcedure('1.720001'))
    expect(browser.page.text).toContain('Bạn đang nộp cho chính mình')
    browser.fill({ '/ten': 'Vũ Thị Mai' })
    await browser.press('go:nguoi-nop')
    expect((await plain.dossierOf(browser)).answers).toMatchObject({ ten: 'Vũ Thị Mai' })
    expect(browser.names()).not.toContain('/person/name')

    browser.fill({ '/for': 'person' })
    await browser.press()
    expect([browser.page.status, browser.page.document.querySelector('[role=alert]')]).toEqual([200, null])
    expect(browser.names()).toEqual(expect.arrayContaining(['/person/name', '/representative/phone']))
    expect(browser.page.text).toContain('có thêm câu hỏi')
  })

  it('keeps everything typed about another person, tells faults beside their questions, and takes the authorisation', async () => {
    const browser = await askedWhom(buildProcedure('1.720002'))
    browser.fill({ '/for': 'person' })
    await browser.press()
    browser.fill({ ...person, ...representative, '/person/personId': '12' })
    await browser.press()
    expect([browser.page.status, browser.names().includes('/authorisation')]).toEqual([200, true])
    await browser.press()
    expect(browser.page.status).toBe(422)
    expect([...browser.page.document.querySelectorAll('[role=alert] a')].map((link) => link.getAttribute('href'))).toEqual(['#q-person-personId', '#q-authorisation'])
    expect(browser.page.document.querySelector('#q-person-personId')?.getAttribute('aria-invalid')).toBe('true')
    expect(sent(browser)).toMatchObject({ ...person, ...representative, '/person/personId': '12' })

    browser.fill({ '/person/personId': '001055000111' })
    browser.choose('/authorisation', { name: 'uy-quyen.pdf', bytes: samplePdf() })
    await browser.press('upload:/authorisation')
    expect([browser.page.status, browser.page.text.includes('uy-quyen.pdf')]).toEqual([200, true])
    await browser.press(`remove-file:/authorisation/${sent(browser)['/authorisation']!}`)
    expect([browser.page.status, browser.page.text.includes('uy-quyen.pdf'), sent(browser)['/person/name']]).toEqual([200, false, 'Nguyễn Văn Cha'])
    browser.choose('/authorisation', { name: 'giay-moi.pdf', bytes: samplePdf() })
    await browser.press('upload:/authorisation')
    await browser.press('language:en')
    expect([browser.page.html.includes('<html lang="en"'), sent(browser)['/person/name']]).toEqual([true, 'Nguyễn Văn Cha'])
    await browser.press()
    expect(browser.page.url).toMatch(/page-1$/)
    expect(browser.page.text).toContain('Nguyễn Văn Cha')
    expect(await plain.dossierOf(browser)).toMatchObject({ applicantName: 'Nguyễn Văn Cha', representation: { for: 'person', person: { relation: 'family' }, authorisation: [expect.any(String)] } })
  })

  it('keeps who files through an ended session and through a draft that was saved elsewhere', async () => {
    const browser = await askedWhom(buildProcedure('1.720003'))
    browser.fill({ '/for': 'organisation' })
    await browser.press()
    const organisation = { '/organisation/name': 'Viện Đo lường', '/organisation/code': '0100109106', '/organisation/role': 'representative' }
    browser.fill({ ...organisation, ...representative })
    browser.forget()
    await browser.press()
    expect([browser.page.status, sent(browser)['/organisation/name'], browser.page.text.includes('Viện Đo lường')]).toEqual([401, 'Viện Đo lường', true])
    await (await plain.office.as('applicant')).put(`/api/dossiers/${idOf(browser)}/answers`, { answers: { ten: 'Ở nơi khác' } }, Number(sent(browser)['version']))
    browser.fill(passwordOf('applicant'))
    await browser.press('account')
    expect([browser.page.status, sent(browser)['/organisation/name']]).toEqual([409, 'Viện Đo lường'])
    await browser.press()
    expect(await plain.dossierOf(browser)).toMatchObject({ applicantName: 'Viện Đo lường', answers: { ten: 'Ở nơi khác' } })
  })

  it('asks nothing of the kind where nobody may file for another', async () => {
    const own = buildProcedure('1.720004')
    const browser = await plain.begun({ ...own, info: { ...own.info, representation: 'none' } })
    expect(browser.page.html).not.toContain('go:nguoi-nop')
  })

  it('keeps of a filed dossier what its owner ticks, for the next time', async () => {
    const document = knowing('1.720005')
    const browser = await plain.begun(document)
    browser.fill({ '/ten': 'Vũ Công Minh', '/tuoi': '30', '/khan': 'false' })
    await browser.press('continue')
    await browser.press()
    browser.turnTo('form:has(input[name^="keep:"])')
    expect(sent(browser)).toEqual({ 'keep:person.fullName': 'on' })
    const page = browser.page.url
    await browser.press()
    expect([browser.page.url, browser.page.text.includes('Lần sau chúng tôi điền sẵn')]).toEqual([`${page}?kept=1`, true])
    const { body } = await (await plain.office.as('applicant')).get('/api/profile')
    expect(body).toMatchObject({ profile: { person: { fullName: 'Vũ Công Minh' } } })
  })

  it('says that nothing is kept when nothing is ticked', async () => {
    const browser = await plain.begun(knowing('1.720006'))
    browser.fill({ '/ten': 'Vũ Công Khác', '/tuoi': '30', '/khan': 'false' })
    await browser.press('continue')
    await browser.press()
    browser.turnTo('form:has(input[name^="keep:"])')
    browser.fill({ 'keep:person.fullName': [] })
    await browser.press()
    browser.turnTo('form:has(input[name^="keep:"])')
    expect([browser.page.status, browser.page.text.includes('chưa có gì được lưu'), browser.entries()]).toEqual([422, true, []])
  })

  it('saves a profile, tells faults beside their questions, and forgets it when asked to', async () => {
    const browser = await plain.signedIn()
    await browser.open('/ho-so-cua-toi')
    browser.fill({ '/person/fullName': 'Vũ Công Dân', '/person/personId': '12' })
    await browser.press()
    expect([browser.page.status, browser.page.document.querySelector('#q-person-personId')?.getAttribute('aria-invalid')]).toEqual([422, 'true'])
    expect(sent(browser)).toMatchObject({ '/person/fullName': 'Vũ Công Dân', '/person/personId': '12' })
    browser.fill({ '/person/personId': '001088012345' })
    browser.forget()
    await browser.press()
    expect(browser.page.status).toBe(401)
    browser.fill(passwordOf('applicant'))
    await browser.press('account')
    expect(browser.page.text).toContain('Đã lưu thông tin')
    const profile = async () => (await (await plain.office.as('applicant')).get('/api/profile')).body
    expect(await profile()).toMatchObject({ profile: { person: { personId: '001088012345' } } })
    await browser.press('forget')
    expect(await profile()).toMatchObject({ profile: {} })
  })

  it('keeps a rating through another language and an ended session, with what is missing beside its question', async () => {
    const browser = await plain.begun(buildProcedure('1.720007'))
    browser.fill({ '/ten': 'An', '/tuoi': '30', '/khan': 'false' })
    await browser.press('continue')
    await browser.press()
    const { id, version } = await plain.dossierOf(browser)
    await (await plain.office.as('applicant')).post(`/api/dossiers/${id}/withdrawal`, { version, reason: 'Nộp nhầm' })
    await browser.open(`/ho-so/${id}/danh-gia`)
    const questions = browser.names().filter((name) => name.startsWith('/'))
    const rated = questions[0]!
    browser.fill({ [rated]: '2' })
    await browser.press('language:en')
    expect([browser.page.html.includes('<html lang="en"'), sent(browser)[rated]]).toEqual([true, '2'])
    browser.forget()
    await browser.press()
    expect([browser.page.status, sent(browser)[rated]]).toEqual([401, '2'])
    browser.fill(passwordOf('applicant'))
    await browser.press('account')
    expect([browser.page.status, sent(browser)[rated]]).toEqual([422, '2'])
    expect(browser.page.document.querySelectorAll('fieldset[aria-describedby$="-error"]').length).toBeGreaterThan(0)
    // Each fault by the name of its question, once in the list and once beside it.
    expect(browser.page.document.querySelectorAll('[role=alert]')).toHaveLength(1)
  })

  it('takes over what was begun without an account, when its owner says so after signing in', async () => {
    const browser = await plain.begun(askingForFiles(), plain.browse())
    browser.fill({ '/ten': 'Khách' })
    await browser.press('save')
    const id = idOf(browser)
    await browser.open('/dang-nhap')
    browser.fill({ email: demoAccounts.applicant.email, password: demoPassword })
    await browser.press()
    expect([browser.page.url, browser.page.text.includes('Chuyển 1 hồ sơ')]).toEqual(['/ho-so', true])
    browser.turnTo('form[action="/ho-so"]')
    await browser.press('take-over')
    expect([browser.page.url, browser.page.html.includes('take-over')]).toEqual(['/ho-so', false])
    const { body } = await (await plain.office.as('applicant')).get(`/api/dossiers/${id}`)
    expect(body.dossier.answers).toMatchObject({ ten: 'Khách' })
  })
})
