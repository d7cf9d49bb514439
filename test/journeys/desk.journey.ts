// A day at the desk: the queue is searched and kept as a view, a dossier examined with remarks and sent back once for completion, two
// units give their opinions at the same time, what a colleague did meanwhile is told, and many dossiers are taken in at once.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/running-server.ts'
import { openForWork, type Filed } from './desk/setting.ts'
import { person, type Person } from './people.ts'
import { officer } from './steps/officer.ts'

const names = ['Nguyễn Thị Hòa', 'Trần Văn Bình', 'Lê Minh Châu', 'Phạm Quốc Dũng', 'Đỗ Thu Hà']

describe('a day at the desk', () => {
  let server: RunningServer
  let browser: Browser
  let setting: Awaited<ReturnType<typeof openForWork>>
  /** The dossier that is followed. */
  let subject: Filed
  let desk: Person
  let expert: Person
  const someone = async (email: string): Promise<Person> => {
    const opened = await person(browser, server.url)
    await officer(opened).signsIn(email)
    return opened
  }
  const dossier = async ({ page }: Person, id: string): Promise<void> => {
    await page.goto(`/desk/ho-so/${id}`)
    await page.getByRole('heading', { name: 'Nội dung hồ sơ' }).waitFor()
  }
  const rows = (page: Page) => page.locator('main tbody tr')

  beforeAll(async () => {
    server = await startServer()
    browser = await launchBrowser()
    setting = await openForWork(server.url, names)
    desk = await someone('motcua@demo.motcua.vn')
    expert = await someone('chuyenvien@demo.motcua.vn')
  })
  afterAll(async () => { await browser?.close(); await server?.stop() })

  it('finds dossiers without accents, filters them, and keeps the list by name', async () => {
    const { page } = desk
    await rows(page).nth(4).waitFor()
    await page.getByLabel('Tìm trong danh sách').fill('tran van binh')
    await page.getByRole('button', { name: 'Bỏ lọc Tìm “tran van binh”' }).waitFor()
    await page.getByRole('button', { name: 'Bỏ hết bộ lọc' }).click()
    await page.getByRole('button', { name: 'Bộ lọc', exact: true }).click()
    await page.getByLabel('Cách nộp').selectOption('online')
    await desk.looksAround('the queue with its filters')
    await page.getByRole('button', { name: 'Danh sách đã lưu' }).click()
    await page.getByRole('menuitem', { name: 'Lưu danh sách này' }).click()
    await page.getByRole('dialog').getByLabel('Tên danh sách').fill('Nộp trực tuyến')
    await desk.looksAround('saving a list')
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByRole('button', { name: 'Nộp trực tuyến' }).waitFor()
    expect(new URL(page.url()).searchParams.get('channel')).toBe('online')
    await page.getByRole('button', { name: 'Bỏ hết bộ lọc' }).click()
  })

  it('goes from row to row by keys and takes one on', async () => {
    const { page } = desk
    await rows(page).nth(4).waitFor()
    await page.locator('h1').click()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    // Due at the same time, they stand in the order of their ids.
    const code = await rows(page).first().getByRole('link').innerText()
    subject = setting.dossiers.find((each) => each.code === code)!
    await page.keyboard.press('c')
    await page.getByText(`Nhận xử lý: ${code}`).waitFor()
    await page.getByRole('tab', { name: /^Của tôi/ }).click()
    await page.getByRole('link', { name: code }).waitFor()
    expect(await rows(page).count()).toBe(1)
  })

  it('asks for a supplement that begins with the remarks, and shows what changed', async () => {
    const { page } = desk
    const { id } = subject
    await dossier(desk, id)
    await page.getByRole('button', { name: 'Xem chan-dung.png' }).click()
    await page.getByRole('img', { name: 'chan-dung.png' }).waitFor()
    await desk.looksAround('a dossier with a picture beside it')
    await page.getByRole('button', { name: 'Nhận xét về “Họ và tên”' }).click()
    await page.getByRole('textbox', { name: 'Nhận xét về “Họ và tên”' }).fill('Chưa khớp căn cước.')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Chưa khớp căn cước.').waitFor()
    await page.getByRole('button', { name: 'Nhận xét về “Bản sao, Dòng 1”' }).click()
    await page.getByRole('textbox', { name: 'Nhận xét về “Bản sao, Dòng 1”' }).fill('Ghi rõ bản nào.')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Ghi rõ bản nào.').waitFor()
    await page.getByRole('button', { name: 'Yêu cầu bổ sung' }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByLabel('Lý do').inputValue()).toBe('- Họ và tên: Chưa khớp căn cước.\n- Bản sao, Dòng 1: Ghi rõ bản nào.')
    expect(await dialog.getByRole('checkbox', { name: /Họ và tên/ }).isChecked()).toBe(true)
    await desk.looksAround('asking for a supplement')
    await dialog.getByRole('button', { name: 'Yêu cầu bổ sung' }).click()
    await page.getByText('Hồ sơ đang chờ người nộp bổ sung.').waitFor()

    await setting.complete(id, 'Nguyễn Thị Hoà An')
    await dossier(desk, id)
    await page.getByText('Đã thay đổi', { exact: true }).waitFor()
    await page.getByText(/^Trước đó: \S/).first().waitFor()
    await desk.looksAround('a completed dossier')
    await officer(desk).decides('Tiếp nhận hồ sơ')
  })

  it('two units give their opinions, each from their own queue', async () => {
    const { id, code } = subject
    const { page } = expert
    await page.reload()
    await page.getByRole('row', { name: code }).getByText('Ý kiến chuyên môn').waitFor()
    await expert.looksAround('the queue of an expert')
    await page.getByRole('link', { name: code }).click()
    await page.getByText('10 điểm').waitFor()
    await page.getByText('Người nộp dưới 21 tuổi').waitFor()
    await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
    await expert.looksAround('an opinion that lacks something')
    await page.getByLabel('Số văn bản').fill('12/CV')
    await page.getByRole('radio', { name: 'Đồng ý', exact: true }).check()
    await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
    await page.getByText('Đã ghi nhận ý kiến của bạn').waitFor()

    await dossier(desk, id)
    await desk.page.getByText('Quá hạn mà không trả lời thì coi như đồng ý.').waitFor()
    await desk.page.getByLabel('Nội dung ý kiến').fill('Không có ý kiến khác.')
    await desk.page.getByRole('button', { name: 'Gửi ý kiến' }).click()
    await desk.page.getByText('Hồ sơ đang chờ Chuyên viên ở bước “Thẩm định”.').waitFor()
    await desk.looksAround('a dossier with its opinions')
  })

  it('tells what somebody else did meanwhile, and loses nothing of what was typed', async () => {
    const { id } = subject
    await dossier(expert, id)
    await expert.page.getByLabel('Kết luận').fill('Đủ điều kiện.')
    await setting.takenBy('chuyenvien@demo.motcua.vn', id)
    await expert.page.getByRole('button', { name: 'Đề nghị cấp' }).click()
    await expert.page.getByText('Hồ sơ vừa được người khác xử lý').waitFor()
    await expert.page.getByRole('status').getByText('Nhận xử lý').waitFor()
    expect(await expert.page.getByLabel('Kết luận').inputValue()).toBe('Đủ điều kiện.')
    await expert.looksAround('a dossier that moved meanwhile')
    await officer(expert).decides('Đề nghị cấp')
  })

  it('takes in many at once, and says of each what became of it', async () => {
    const { page } = desk
    await page.goto('/desk')
    await rows(page).nth(3).waitFor()
    await setting.takenBy('motcua@demo.motcua.vn', setting.dossiers.find((each) => each !== subject)!.id)
    await page.locator('h1').click()
    await page.keyboard.press('Control+a')
    await page.getByText('Đã chọn 4 hồ sơ').waitFor()
    await desk.looksAround('many dossiers chosen')
    await page.getByRole('button', { name: 'Xử lý', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Tiếp nhận hồ sơ' }).click()
    await page.getByText('Xong 3 trong 4 hồ sơ.').waitFor()
    await desk.looksAround('what became of many dossiers')
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).last().click()
    await rows(page).first().waitFor()
  })
})
