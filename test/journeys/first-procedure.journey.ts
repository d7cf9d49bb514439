// The way through the whole house: an administrator makes a procedure from nothing, a reviewer approves and publishes it,
// a citizen files, officers handle, the citizen sees the result. Everybody in a browser of their own.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/running-server.ts'
import { person } from './people.ts'
import { administrator } from './steps/administrator.ts'
import { attach } from './steps/answer.ts'
import { applicant, pdf } from './steps/applicant.ts'
import { officer } from './steps/officer.ts'

const name = 'Cấp giấy xác nhận hộ nuôi ong'

describe('a procedure made from nothing', () => {
  let server: RunningServer
  let browser: Browser
  beforeAll(async () => { server = await startServer(); browser = await launchBrowser() })
  afterAll(async () => { await browser?.close(); await server?.stop() })

  it('is designed, previewed, approved by a second person, filed, decided, and its result seen', async () => {
    const author = await person(browser, server.url, { width: 1440, height: 900 })
    const designer = administrator(author)
    const { page } = designer
    await designer.signsIn('quantri@demo.motcua.vn')
    await author.looksAround('the list of procedures')
    await designer.makesProcedure(name, '1.099999')
    await author.looksAround('an empty procedure')

    await designer.opens('Thông tin')
    await page.getByLabel('Cơ quan có thẩm quyền').fill('Ủy ban nhân dân xã')
    await page.getByLabel('Mã định danh cơ quan').fill('H26.12')
    await page.getByRole('button', { name: 'Công dân Việt Nam', exact: true }).click()
    await page.getByLabel('Trình tự thực hiện').fill('Nộp hồ sơ trực tuyến.\nCơ quan thẩm định trong 10 ngày làm việc.\nNhận giấy xác nhận.')
    await page.getByRole('button', { name: 'Thêm giấy tờ' }).click()
    await page.getByLabel('Tên giấy tờ').fill('Đơn đề nghị')
    await author.looksAround('the information of level 1')

    await designer.opens('Biểu mẫu')
    await designer.asks('Trả lời ngắn', 'Họ và tên chủ hộ')
    await designer.requires()
    await designer.asks('Số định danh cá nhân', 'Số định danh')
    await designer.asks('Chọn một', 'Loại đề nghị')
    await designer.offers('Cấp mới', 'Cấp lại')
    await designer.asks('Trả lời dài', 'Lý do cấp lại')
    await designer.requires()
    await designer.asksOnlyIf('Loại đề nghị', 'Cấp lại')
    await designer.asks('Ngày tháng', 'Ngày bắt đầu nuôi')
    await designer.addsPage('Đàn ong và giấy tờ')
    await designer.asks('Bảng nhiều dòng', 'Danh sách đàn ong')
    await designer.requires()
    await designer.addsColumn('Thêm câu hỏi vào đầu: Danh sách đàn ong', 'Trả lời ngắn', 'Giống ong')
    await designer.addsColumn('Thêm câu hỏi sau: Giống ong', 'Số nguyên', 'Số đàn')
    await designer.selects('Danh sách đàn ong')
    await designer.asks('Tệp đính kèm', 'Đơn đề nghị')
    await designer.requires()
    await designer.asks('Địa chỉ', 'Nơi nuôi ong')
    await author.looksAround('the form editor')

    await designer.opens('Phí, lệ phí')
    await page.getByRole('button', { name: 'Thêm phí' }).click()
    await page.getByLabel('Tên khoản thu', { exact: true }).fill('Phí thẩm định')
    await page.getByLabel('Theo công thức').check()
    await page.getByLabel('Công thức tính tiền').fill('SUM(danhSachDanOng, soDan * 5000)')
    await author.looksAround('the fees')
    await designer.opens('Quy trình')
    await page.getByRole('heading', { name: 'Tiếp nhận', exact: true }).waitFor()
    expect(await page.getByRole('article').getByRole('heading').allTextContents()).toEqual(expect.arrayContaining(['Tiếp nhận', 'Thẩm định', 'Quyết định']))
    await author.looksAround('the workflow')

    await designer.opens('Xem thử')
    await page.getByText('Câu trả lời được kiểm tra đúng như khi nộp thật.').waitFor()
    const trial = page.frameLocator('iframe')
    expect(await trial.locator('html').evaluate(() => window.innerWidth)).toBe(320)
    await trial.getByRole('radio', { name: 'Cấp lại' }).check()
    await trial.getByLabel('Lý do cấp lại').waitFor()
    await page.getByRole('button', { name: 'Điền thử' }).click()
    await page.getByRole('menuitem', { name: 'Điền thử cả biểu mẫu' }).click()
    await page.getByText('Hồ sơ này nộp được.').waitFor()
    await author.looksAround('the preview')
    await page.getByRole('button', { name: 'Lưu thành tình huống' }).click()
    await page.getByLabel('Tên tình huống').fill('Cấp lại với câu trả lời thử')
    await author.looksAround('a scenario in hand')
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await designer.opens('Tổng quan')
    await page.getByText('Mọi điểm bắt buộc đã đạt').waitFor()
    await designer.sendsToReview('Thủ tục mới của xã.')

    const second = await person(browser, server.url)
    await administrator(second).signsIn('thamdinh@demo.motcua.vn')
    await second.page.getByRole('link', { name: 'Đề nghị thẩm định' }).first().click()
    await second.looksAround('the requests')
    await second.page.getByRole('link', { name }).first().click()
    await second.page.getByRole('heading', { name: 'Quyết định thẩm định' }).waitFor()
    await second.looksAround('the review')
    await second.page.getByRole('button', { name: 'Duyệt', exact: true }).click()
    await second.page.getByRole('button', { name: 'Ban hành', exact: true }).click()
    await second.page.getByText('Người dân đang nộp hồ sơ theo bản này.').waitFor()

    const citizen = await person(browser, server.url, { width: 360, height: 740 })
    const me = applicant(citizen)
    const main = citizen.page.locator('main')
    await me.findsProcedure('nuoi ong', name)
    await citizen.looksAround('the procedure on a phone')
    await me.startsDossier()
    await me.isStopped('Hãy trả lời câu này')
    await citizen.looksAround('an error on a phone')
    await main.getByRole('textbox', { name: 'Họ và tên chủ hộ' }).fill('Vũ Công Dân')
    await main.getByRole('textbox', { name: /^Số định danh/ }).fill('12345')
    await me.isStopped('Số định danh cá nhân gồm đúng 12 chữ số')
    await main.getByRole('textbox', { name: /^Số định danh/ }).fill('001180012345')
    await main.getByRole('radio', { name: 'Cấp lại' }).check()
    await main.getByRole('textbox', { name: /^Lý do cấp lại/ }).fill('Giấy cũ bị rách.')
    await me.goesOn('Đàn ong và giấy tờ')
    const table = main.getByRole('group', { name: /^Danh sách đàn ong/ })
    await table.getByRole('textbox', { name: /^Giống ong/ }).fill('Ong nội')
    await table.getByRole('textbox', { name: /^Số đàn/ }).fill('30')
    await attach(main, 'Đơn đề nghị', pdf('đơn.pdf'))
    await citizen.looksAround('a table on a phone')
    await me.goesOn('Kiểm tra lại hồ sơ')
    expect(await main.innerText()).toContain('150.000 đ')
    const code = await me.files()
    expect(code).toMatch(/^H26\.12-\d{6}-\d{4}$/)
    expect(await main.innerText()).toMatch(/\d\d:\d\d, \d\d\/\d\d\/\d{4}/)
    await me.follows()

    const desks = await Promise.all(['motcua', 'chuyenvien', 'lanhdao'].map(async (who) => {
      const desk = officer(await person(browser, server.url))
      await desk.signsIn(`${who}@demo.motcua.vn`)
      return desk
    }))
    for (const [i, decision] of ['Tiếp nhận hồ sơ', 'Đề nghị cấp', 'Đồng ý cấp'].entries()) {
      await desks[i]!.opens(code)
      await desks[i]!.decides(decision)
    }

    await citizen.page.reload()
    await citizen.page.getByText('Đã trả kết quả').first().waitFor()
    await citizen.page.getByText('Hồ sơ đã được giải quyết.').waitFor()
    await citizen.looksAround('the result on a phone')
  })
})
