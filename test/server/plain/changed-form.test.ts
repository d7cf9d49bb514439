// A form that is published anew while somebody fills it in without scripts: they are told, they decide, and every word is kept.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Disposition, Dossier } from '#schemas/generated/types.ts'
import { moveDue } from '../../../server/features.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import { askDrafts, hastyAnswers, officeMessage, withoutReason } from '../../fixtures/name-asked-again.ts'
import type { Person } from '../../fixtures/open-office.ts'
import type { PlainBrowser } from '../../fixtures/plain-browser.ts'
import { openPlainOffice, type PlainOffice } from '../../fixtures/plain-office.ts'
import { openReviewRoomOn, type ReviewRoom } from '../../fixtures/review-room.ts'

describe('a form that is published anew, without scripts', () => {
  let room: ReviewRoom
  let plain: PlainOffice
  let citizen: Person
  beforeAll(async () => {
    room = await openReviewRoomOn('sqlite')
    plain = await openPlainOffice(room.office)
    citizen = await room.office.as('applicant')
  })
  afterAll(() => room.office.close())

  const dossierOf = async (id: string): Promise<Dossier> => (await citizen.get(`/api/dossiers/${id}`)).body.dossier as Dossier

  /** A draft with answers, open in a browser; what is published when it is told so. */
  const begin = async (code: string, disposition: Disposition = askDrafts) => {
    const { id: procedure, hash, version } = await room.putInForce(buildProcedure(code))
    const { id } = (await citizen.post('/api/dossiers', { procedure })).body.dossier as Dossier
    await citizen.put(`/api/dossiers/${id}/answers`, { answers: hastyAnswers() }, 1)
    const browser = await plain.signedIn()
    await browser.open(`/nop/${id}/page-1`)
    const publish = async (): Promise<string> => {
      const request = await room.approveNext(procedure, version, withoutReason(code), { disposition })
      expect((await room.publish(room.reviewer, request)).status).toBe(201)
      while (await moveDue(room.office.deps));
      return request.hash
    }
    return { id, procedure, hash, browser, publish }
  }
  const heading = ({ page }: PlainBrowser): string | undefined => page.document.querySelector('h1')?.textContent?.trim()

  it('asks whether to go on before anything moves, and then leads to what waits', async () => {
    const { id, hash, browser, publish } = await begin('1.811001')
    const next = await publish()
    await browser.open(`/nop/${id}`)
    expect(heading(browser)).toBe('Mẫu đơn này đã thay đổi')
    for (const words of ['thay đổi ngày 20/11', '1 câu hỏi cần bạn trả lời lại.', officeMessage.vi, 'Họ và tên', 'Lý do cần gấp', 'Đi công tác xa']) expect(browser.page.text).toContain(words)
    expect((await dossierOf(id)).revision).toBe(hash)

    browser.turnTo('form[action$="/mau-moi"]')
    await browser.press()
    expect(browser.page.url).toBe(`/nop/${id}/page-1`)
    expect(await dossierOf(id)).toMatchObject({ revision: next, answers: { ten: 'Nguyễn Văn An', tuoi: 30 } })
    expect(browser.page.text).toContain('1 câu hỏi cần bạn trả lời lại.')
    expect(browser.page.document.querySelector('details')?.textContent).toContain('Đi công tác xa')

    browser.fill({ '/ten': 'An' })
    await browser.press('continue')
    expect(browser.page.url).toBe(`/nop/${id}/kiem-tra`)
    expect(browser.page.text).toContain('Câu trả lời không còn chỗ trong mẫu mới')
    expect(browser.page.text).toContain('Đi công tác xa')
    await browser.press()
    expect(browser.page.url).toBe(`/ho-so/${id}/da-nop`)
    expect(await dossierOf(id)).toMatchObject({ revision: next, state: 'open', answers: { ten: 'An' } })
  })

  it('says so in the list of dossiers', async () => {
    const { browser, publish } = await begin('1.811002')
    await publish()
    await browser.open('/ho-so')
    expect(browser.page.text).toContain('Mẫu đơn này đã thay đổi ngày 20/11. 1 câu hỏi cần bạn trả lời lại.')
    expect(browser.page.text).toContain(`Cơ quan nhắn: ${officeMessage.vi}`)
  })

  it('keeps what was typed on a page of the old form, and the filing waits', async () => {
    const { id, hash, browser, publish } = await begin('1.811003')
    await publish()
    browser.fill({ '/lyDo': 'Con ốm' })
    await browser.press('continue')
    expect(heading(browser)).toBe('Mẫu đơn này đã thay đổi')
    expect(await dossierOf(id)).toMatchObject({ revision: hash, answers: { lyDo: 'Con ốm' } })
  })

  it('tells who files what to do, and files nothing', async () => {
    const { id, browser, publish } = await begin('1.811004')
    await browser.press('continue')
    expect(browser.page.url).toBe(`/nop/${id}/kiem-tra`)
    await publish()
    await browser.press()
    expect(browser.page.status).toBe(409)
    expect(heading(browser)).toBe('Mẫu đơn này đã thay đổi')
    expect(browser.page.text).toContain('Thủ tục đã có bản mới')
    expect(await dossierOf(id)).toMatchObject({ state: 'draft', answers: hastyAnswers() })
  })

  it('gives back in words what was typed on a page of the old form when the draft has moved, in the language that is chosen', async () => {
    const { id, browser, publish } = await begin('1.811005', { ...askDrafts, drafts: 'move' })
    const next = await publish()
    browser.fill({ '/ten': 'Trần Thị Bình', '/lyDo': 'Con ốm' })
    await browser.press('continue')
    expect(browser.page.status).toBe(409)
    expect(heading(browser)).toBe('Chưa lưu: mẫu đơn vừa thay đổi')
    for (const words of ['Trần Thị Bình', 'Con ốm', 'Lý do cần gấp']) expect(browser.page.text).toContain(words)
    expect(browser.page.document.querySelector(`a[href="/nop/${id}"]`)?.textContent?.trim()).toBe('Mở bản nháp theo mẫu mới')
    expect(await dossierOf(id)).toMatchObject({ revision: next, answers: { ten: 'Nguyễn Văn An' } })

    await browser.press('language:en')
    expect(heading(browser)).toBe('Not saved: the form has just changed')
    expect(browser.page.text).toContain('Con ốm')
  })

  it('keeps the draft of a procedure that was withdrawn, and says so where it is filed', async () => {
    const { id, procedure, hash, browser } = await begin('1.811006')
    expect((await room.reviewer.post(`/api/designer/procedures/${procedure}/withdrawal`, { reason: 'Sai căn cứ', hash })).status).toBe(403)
    expect((await room.administrator.post(`/api/designer/procedures/${procedure}/withdrawal`, { reason: 'Sai căn cứ', hash })).status).toBe(200)
    browser.fill({ '/lyDo': 'Con ốm' })
    await browser.press('continue')
    expect(browser.page.text).toContain('Thủ tục này tạm ngừng nhận hồ sơ từ ngày 20/11.')
    await browser.press()
    expect(browser.page.status).toBe(409)
    expect(browser.page.text).toContain('Hồ sơ chưa được nộp. Những gì bạn đã khai vẫn còn nguyên.')
    expect(await dossierOf(id)).toMatchObject({ state: 'draft', answers: { lyDo: 'Con ốm' } })

    await browser.open(`/thu-tuc/${procedure}`)
    expect(heading(browser)).toBe('Thủ tục tạm ngừng nhận hồ sơ')
    expect(browser.page.document.querySelector('main a[href="/ho-so"]')?.textContent?.trim()).toBe('Xem hồ sơ của tôi')
    await browser.open(`/thu-tuc/${procedure}/nop`)
    expect(browser.page.text).toContain('Thủ tục này tạm ngừng nhận hồ sơ từ ngày 20/11.')
    expect(browser.page.text).not.toContain('Bắt đầu hồ sơ mới')
  })

  it('says until when a draft may be filed as it is', async () => {
    const { id, browser, publish } = await begin('1.811007', { ...askDrafts, drafts: 'finish', draftsUntil: '2026-12-10' })
    await publish()
    await browser.open(`/nop/${id}/page-1`)
    expect(browser.page.text).toContain('Mẫu đơn này đã thay đổi ngày 20/11. Bạn vẫn nộp được theo mẫu đang khai đến hết ngày 10/12.')
    await browser.press('continue')
    await browser.press()
    expect(browser.page.url).toBe(`/ho-so/${id}/da-nop`)
  })
})
