// The gallery's procedure 02, from the applicant's first look to the result: refused for each of its own rules on the
// screen, then filed, handled by everybody in turn, and granted.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import { vietnamDate } from '#core/text/format.ts'
import { addMonths } from '#core/deadline/due-date.ts'
import { readGallery } from '../fixtures/build.ts'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/running-server.ts'
import { person } from './people.ts'
import { applicant, pdf } from './steps/applicant.ts'
import { officer } from './steps/officer.ts'

const procedure = readGallery('02-gia-han-phe-duyet-mau.json')
const form = compileForm(procedure.form!)
const scenario = procedure.scenarios!.find((each) => each.expect.valid)!.answers as Record<string, Record<string, unknown>>
const today = vietnamDate(Date.now())
const inOneYear = addMonths(today, 12)
const signedOn = addMonths(inOneYear, -120)
const answers: Record<string, Record<string, unknown>> = { ...scenario, qd: { ...scenario['qd'], ngay: signedOn, hetHan: inOneYear } }

describe('extension of a type approval', () => {
  let server: RunningServer
  let browser: Browser
  beforeAll(async () => { server = await startServer(); browser = await launchBrowser() })
  afterAll(async () => { await browser?.close(); await server?.stop() })

  it('is refused for each of its rules, then filed, handled step by step, and granted', async () => {
    const citizen = await person(browser, server.url)
    const me = applicant(citizen)
    await me.findsProcedure('gia han hieu luc', procedure.info.name)
    await citizen.looksAround('the procedure')
    await me.startsDossier()

    await me.answers(form, 'co-so', { ...answers, coSo: { ...answers['coSo'], maSo: '0109123459', ngayCap: addMonths(today, 1), dienThoai: '091234567' } })
    await me.isStopped('chữ số kiểm tra không khớp')
    await me.isStopped('Ghi số di động 10 chữ số')
    await me.isStopped('Ngày cấp đăng ký không thể sau hôm nay')
    await citizen.looksAround('a page with errors')
    await me.answers(form, 'co-so', answers)
    await me.goesOn('Quyết định đề nghị gia hạn')

    const decision = answers['qd']!
    await me.answers(form, 'quyet-dinh', { qd: { ...decision, daGiaHan: true } })
    await me.isStopped('chỉ được gia hạn một lần')
    await me.answers(form, 'quyet-dinh', { qd: { ...decision, hetHan: addMonths(today, 0) } })
    await me.isStopped('đã hết hiệu lực')
    await me.answers(form, 'quyet-dinh', { qd: { hetHan: addMonths(today, 1).replace(/\d\d$/, '01') } })
    await me.isStopped('ít nhất 01 tháng')
    await me.answers(form, 'quyet-dinh', { qd: { ...decision, ngay: addMonths(today, 2) } })
    await me.isStopped('Ngày ký quyết định không thể sau hôm nay')
    await me.answers(form, 'quyet-dinh', answers)
    await me.goesOn('Mẫu phương tiện đo')

    await me.isStopped('Hãy điền ít nhất một dòng')
    await me.answers(form, 'mau', answers)
    await me.goesOn('Cam kết về mẫu')
    await me.isStopped('Hãy đánh dấu để xác nhận')
    await me.answers(form, 'cam-ket', answers)
    await me.goesOn('Giấy tờ')
    await me.isStopped('Hãy đính kèm giấy tờ này')
    await me.answers(form, 'giay-to', answers, pdf('quyết định 3412.pdf'))
    await citizen.looksAround('attachments')
    await me.goesOn('Nhận kết quả và cam đoan')

    await me.answers(form, 'nhan-ket-qua', { nhanKQ: { hinhThuc: 'truc_tiep' }, camKet: true })
    await me.isStopped('Hãy chọn một mục')
    // The address of the head office is suggested for the post, and may be changed.
    await me.answers(form, 'nhan-ket-qua', { nhanKQ: { hinhThuc: 'buu_chinh' } })
    expect(await citizen.page.getByLabel('Số nhà, đường, thôn').inputValue()).toBe('Số 12 ngõ 8 phố Trần Thái Tông')
    await me.answers(form, 'nhan-ket-qua', answers)
    await me.goesOn('Kiểm tra lại hồ sơ')
    await citizen.looksAround('check your answers')

    const code = await me.files()
    expect(code).toMatch(/^G06-\d{6}-\d{4}$/)
    await citizen.looksAround('filed')
    await me.follows()
    await citizen.looksAround('my dossier')

    const oneStop = officer(await person(browser, server.url))
    await oneStop.signsIn('motcua@demo.motcua.vn')
    await oneStop.opens(code)
    await oneStop.decides('Tiếp nhận hồ sơ')

    const head = officer(await person(browser, server.url))
    await head.signsIn('lanhdao@demo.motcua.vn')
    await head.opens(code)
    await head.decides('Giao chuyên viên xử lý')

    const specialist = officer(await person(browser, server.url))
    await specialist.signsIn('chuyenvien@demo.motcua.vn')
    await specialist.opens(code)
    const appraisal = compileForm(procedure.workflow!.steps.find((step) => step.id === 'appraise')!.form!)
    await specialist.records(appraisal, { doiChieu: 'khop', ketLuan: 'dat', nhanXet: 'Mẫu không thay đổi.' })
    await specialist.decides('Đề nghị gia hạn')

    await head.opens(code)
    await head.decides('Trình lãnh đạo Ủy ban')
    await head.opens(code)
    await head.decides('Ký quyết định gia hạn')

    await oneStop.opens(code)
    const issue = compileForm(procedure.workflow!.steps.find((step) => step.id === 'issue')!.form!)
    await oneStop.records(issue, { soQuyetDinh: '2210/QĐ-TĐC', ngayKy: today, trichYeu: 'Gia hạn hiệu lực mẫu cân ô tô SH-60T', tepQuyetDinh: ['the signed decision'], daDangCong: true, daGuiChiCuc: true }, pdf('quyết định 2210.pdf'))
    await oneStop.decides('Phát hành quyết định')
    await oneStop.opens(code)
    await oneStop.decides('Trả kết quả')

    await citizen.page.reload()
    await citizen.page.getByText('2210/QĐ-TĐC').first().waitFor()
    await citizen.looksAround('the result')
    const [download] = await Promise.all([citizen.page.waitForEvent('download'), citizen.page.getByRole('link', { name: 'quyết định 2210.pdf' }).click()])
    expect(download.suggestedFilename()).toBe('quyết định 2210.pdf')
    const [year, month, day] = addMonths(today, 120).split('-')
    expect(await citizen.page.locator('main').innerText()).toContain(`${day}/${month}/${year}`)
  })
})
