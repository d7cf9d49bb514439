// Filing without scripts, page by page, as a browser does it: what is saved, what is told, and that one dossier comes of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answers } from '#core/issues/json-pointer.ts'
import type { Dossier } from '#schemas/generated/types.ts'
import { askingForFiles } from '../../fixtures/asking-for-files.ts'
import { buildProcedure, readGallery, validAnswers } from '../../fixtures/build.ts'
import { fillPage } from '../../fixtures/fill-page.ts'
import type { PlainBrowser } from '../../fixtures/plain-browser.ts'
import { idOf, openPlainOffice, type PlainOffice } from '../../fixtures/plain-office.ts'
import { samplePdf } from '../../fixtures/sample-files.ts'

describe('filing without scripts', () => {
  let plain: PlainOffice
  const begun: PlainOffice['begun'] = (document, browser) => plain.begun(document, browser)
  const dossierOf: PlainOffice['dossierOf'] = (browser) => plain.dossierOf(browser)

  beforeAll(async () => { plain = await openPlainOffice() })
  afterAll(() => plain.office.close())

  const throughAllPages = async (browser: PlainBrowser, answers: Answers): Promise<void> => {
    for (let turn = 0; turn < 30 && !browser.page.url.endsWith('/kiem-tra'); turn++) {
      await fillPage(browser, answers)
      await browser.press('continue')
      expect(browser.page.status, `${browser.page.url} ${browser.page.text}`).toBe(200)
    }
  }
  const withoutFiles = ({ tep: _files, ...answers }: Answers): Answers => answers

  it.each<[string, (title: string) => boolean]>([
    ['15-dang-ky-khai-sinh.json', (title) => title.includes('hộ nghèo')],
    ['03-dang-ky-to-chuc-khoa-hoc-cong-nghe.json', (title) => title.startsWith('TH1')],
  ])('takes %s in page by page, with rows and files, and ends with a code and the very same answers', async (file, chosen) => {
    const document = readGallery(file)
    const answers = document.scenarios!.find(({ title }) => chosen(title))!.answers as Answers
    const browser = await begun(document)

    await throughAllPages(browser, answers)
    await browser.press()

    expect(browser.page.url, browser.page.text).toMatch(/\/da-nop$/)
    const dossier = await dossierOf(browser)
    expect(browser.page.text).toContain(dossier.code)
    expect(withoutFiles(dossier.answers)).toMatchObject(withoutFiles(answers))
    expect(Object.entries(dossier.answers['tep'] ?? {}).map(([name, ids]) => [name, (ids as string[]).length]))
      .toEqual(expect.arrayContaining(Object.entries(answers['tep'] ?? {}).map(([name, ids]) => [name, (ids as string[]).length])))
  }, 120_000)

  it('shows a page again as it was sent, with what is wrong beside each question and above them', async () => {
    const browser = await begun(buildProcedure('1.700001'))
    browser.fill({ '/ten': 'Trần <b>Thị</b> Ân', '/tuoi': 'ba mươi' })
    await browser.press('continue')

    expect(browser.page.status).toBe(422)
    expect(Object.fromEntries(browser.entries())).toMatchObject({ '/ten': 'Trần <b>Thị</b> Ân', '/tuoi': 'ba mươi' })
    expect([...browser.page.document.querySelectorAll('[role=alert] a')].map((link) => link.getAttribute('href'))).toEqual(['#q-tuoi', '#q-khan'])
    expect(browser.page.document.querySelector('#q-tuoi')?.getAttribute('aria-invalid')).toBe('true')
    expect((await dossierOf(browser)).answers).toMatchObject({ tuoi: 'ba mươi' })
  })

  it('asks what an answer brings before it goes on, without blaming anybody for what they have not seen', async () => {
    const browser = await begun(buildProcedure('1.700002'))
    browser.fill({ '/ten': 'An', '/tuoi': '30', '/khan': 'true' })
    await browser.press('continue')

    expect([browser.page.status, browser.names().includes('/lyDo'), browser.page.document.querySelector('[role=alert]')]).toEqual([200, true, null])
    browser.fill({ '/lyDo': 'Con ốm' })
    await browser.press('continue')
    expect(browser.page.url).toMatch(/kiem-tra$/)
    expect(browser.page.text).toContain('50.000')
  })

  it('goes on when Enter is pressed: the first button of the form in the page says nothing else', async () => {
    const browser = await begun(buildProcedure('1.700012'))
    const first = [...browser.page.document.querySelectorAll('button')].find((button) => button.getAttribute('form') === 'filing' || button.closest('form')?.id === 'filing')
    expect([first?.getAttribute('type'), first?.getAttribute('name'), first?.getAttribute('tabindex')]).toEqual(['submit', null, '-1'])
  })

  it('adds and removes rows and keeps what is typed in the others', async () => {
    const browser = await begun(buildProcedure('1.700003'))
    await browser.press('add-row:/so')
    browser.fill({ '/so/0/ten': 'Bản một', '/so/0/soBan': '2' })
    await browser.press('add-row:/so')
    browser.fill({ '/so/1/ten': 'Bản hai', '/ten': 'An' })
    await browser.press('remove-row:/so/0')
    expect(Object.fromEntries(browser.entries())).toMatchObject({ '/so': '1', '/so/0/ten': 'Bản hai', '/so/0/soBan': '', '/ten': 'An' })
    await browser.press('save')
    expect((await dossierOf(browser)).answers).toMatchObject({ ten: 'An', so: [{ ten: 'Bản hai' }] })
  })

  it('keeps a chosen file although the page is wrong, says why another is refused, and lets it go again', async () => {
    const document = askingForFiles()
    const pointer = '/tep/donXin'
    const browser = await begun(document)
    browser.choose(pointer, { name: 'Giấy khai sinh.pdf', bytes: samplePdf() })
    await browser.press(`upload:${pointer}`)
    expect([browser.page.status, browser.page.text.includes('Giấy khai sinh.pdf')]).toEqual([200, true])
    browser.choose(pointer, { name: 'trang.pdf', bytes: new TextEncoder().encode('<html><script>alert(1)</script>') })
    await browser.press('save')
    expect(browser.page.status).toBe(422)
    expect(browser.page.text).toContain('trang.pdf: ')
    const [id] = browser.entries().find(([name]) => name === pointer)!.slice(1)
    await browser.press(`remove-file:${pointer}/${id!}`)
    expect(browser.entries().some(([name, text]) => name === pointer && text === id)).toBe(false)
  })

  it('files once, however often the last page is sent', async () => {
    const browser = await begun(buildProcedure('1.700004'))
    browser.fill({ '/ten': 'An', '/tuoi': '30', '/khan': 'false' })
    await browser.press('continue')
    const filed = await browser.press()
    expect(filed.url).toMatch(/da-nop$/)
    const { code } = await dossierOf(browser)
    const pages = await Promise.all([browser.again(), browser.again()])
    expect(pages.map((page) => page.url)).toEqual([filed.url, filed.url])
    expect((await dossierOf(browser)).code).toBe(code)
  })

  it('files once when the button is pressed twice at the same time', async () => {
    const browser = await begun(buildProcedure('1.700005'))
    browser.fill({ '/ten': 'An', '/tuoi': '30', '/khan': 'false' })
    await browser.press('continue')
    const pages = await Promise.all([browser.press(), browser.again(), browser.again()])
    expect(new Set(pages.map((page) => page.url.replace(/^.*\//, '')))).toEqual(new Set(['da-nop']))
    const own = (await (await plain.office.as('applicant')).get('/api/dossiers')).body as { dossiers: Dossier[] }
    expect(own.dossiers.filter((each) => each.procedureId === undefined || each.id === idOf(browser))).toHaveLength(1)
  })

  it('keeps what was typed here when the dossier was saved elsewhere meanwhile, and overwrites nothing unseen', async () => {
    const browser = await begun(buildProcedure('1.700006'))
    const citizen = await plain.office.as('applicant')
    await citizen.put(`/api/dossiers/${idOf(browser)}/answers`, { answers: { ten: 'Bình', so: [{ ten: 'ở nơi khác' }] } }, 1)
    browser.fill({ '/ten': 'An' })
    await browser.press('save')
    expect(browser.page.status).toBe(409)
    expect((await dossierOf(browser)).answers).toMatchObject({ ten: 'Bình' })
    expect(Object.fromEntries(browser.entries())).toMatchObject({ '/ten': 'An' })
    await browser.press('save')
    expect((await dossierOf(browser)).answers).toMatchObject({ ten: 'An' })
  })

  it('goes back without judging, and speaks the language that was chosen without losing what was typed', async () => {
    const document = readGallery('15-dang-ky-khai-sinh.json')
    const browser = await begun(document)
    await fillPage(browser, validAnswers(document))
    await browser.press('continue')
    browser.fill({ '/nguoiYC/hoTen': 'Lê Thị' })
    await browser.press('back')
    expect(browser.page.url).toMatch(/\/loai$/)
    await browser.press('continue')
    expect(Object.fromEntries(browser.entries())).toMatchObject({ '/nguoiYC/hoTen': 'Lê Thị' })
    browser.fill({ '/nguoiYC/hoTen': 'Lê Thị Thư' })
    await browser.press('language:en')
    expect(browser.page.html).toContain('<html lang="en"')
    expect(Object.fromEntries(browser.entries())).toMatchObject({ '/nguoiYC/hoTen': 'Lê Thị Thư', locale: 'en' })
  }, 60_000)

  it('lets somebody without an account file, and go on in the same browser', async () => {
    const browser = await begun(buildProcedure('1.700007'), plain.browse())
    browser.fill({ '/ten': 'An', '/tuoi': '30', '/khan': 'false' })
    await browser.press('continue')
    await browser.press()
    expect(browser.page.url).toMatch(/da-nop$/)
    expect(browser.page.text).toMatch(/H99-\d{6}-\d{4}/)
  })

  it('refuses names that are no question of the page, foreign pages and other kinds of bodies, and stays up', async () => {
    const browser = await begun(buildProcedure('1.700008'))
    browser.fill({ '/ten': 'An', '/__proto__/polluted': 'x', '/constructor': 'x', '/so': '999999999', asked: ['/ten', '/__proto__', '/so/5/ten'] })
    await browser.press('save')
    expect(browser.page.status).toBe(200)
    expect(({} as { polluted?: string }).polluted).toBeUndefined()
    expect((await dossierOf(browser)).answers).toEqual({ ten: 'An' })
  })
})
