// A change is reviewed: an administrator asks for more and takes an option away; a reviewer sees how many people that meets, comments,
// asks for a change, and approves what was read and nothing else; then drafts and open dossiers go on as the author chose.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Dossier, Procedure } from '#schemas/generated/types.ts'
import { signedInClient, type Client } from '../bench/client.ts'
import { buildProcedure } from '../fixtures/build.ts'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/running-server.ts'
import { person } from './people.ts'
import { administrator } from './steps/administrator.ts'

const code = '1.990902'
const copies = [{ ten: 'Giấy phép cũ', soBan: 1 }]

/** Results can be fetched or sent by post; copies may be asked for. */
const procedure = (): Procedure => {
  const document = buildProcedure(code)
  document.form!.schema.properties['nhan'] = { type: 'string', title: 'Cách nhận kết quả', oneOf: [{ const: 'quay', title: 'Tại bộ phận một cửa' }, { const: 'buuDien', title: 'Qua bưu điện' }], 'x-field': 'choice', 'x-widget': 'radio' }
  document.form!.pages[0]!.sections.push({ questions: ['/nhan'] })
  for (const scenario of document.scenarios!) scenario.answers = { ...scenario.answers, nhan: 'quay', so: copies }
  return document
}
const byPost = { ten: 'An', tuoi: 30, khan: false, nhan: 'buuDien' }

interface Opened { document: Procedure; version: number }

describe('a change that asks more of people', () => {
  let server: RunningServer
  let browser: Browser
  let office: Client
  let second: Client
  let citizen: Client
  beforeAll(async () => {
    server = await startServer()
    ;[office, second, citizen] = await Promise.all(['quantri', 'thamdinh', 'congdan'].map((name) => signedInClient(server.url, `${name}@demo.motcua.vn`))) as [Client, Client, Client]
    browser = await launchBrowser()
  })
  afterAll(async () => { await browser?.close(); await server?.stop() })

  const putInForce = async (document: Procedure): Promise<string> => {
    const { id } = await office.post<{ id: string }>('/api/designer/procedures', { name: 'Thủ tục thử nghiệm', code })
    await office.put(`/api/designer/procedures/${id}/draft`, document, { 'If-Match': '"1"' })
    const request = await office.post<{ id: string, hash: string }>(`/api/designer/procedures/${id}/change-requests`, { comment: 'Mới' })
    await second.post(`/api/designer/change-requests/${request.id}/review`, { verdict: 'approve', hash: request.hash })
    await second.post(`/api/designer/change-requests/${request.id}/publication`, {})
    return id
  }
  const begin = async (id: string): Promise<string> => {
    const { dossier } = await citizen.post<{ dossier: Dossier }>('/api/dossiers', { procedure: id })
    await citizen.put(`/api/dossiers/${dossier.id}/answers`, { answers: byPost }, { 'If-Match': '"1"' })
    return dossier.id
  }
  const file = (id: string): Promise<{ dossier: Dossier }> => citizen.post(`/api/dossiers/${id}/submission`, {}, { 'If-Match': '"2"', 'Idempotency-Key': crypto.randomUUID() })
  const dossierOf = async (id: string): Promise<Dossier> => (await citizen.get<{ dossier: Dossier }>(`/api/dossiers/${id}`)).dossier
  const saves = async (id: string, change: (document: Procedure) => void): Promise<void> => {
    const { document, version } = await office.get<Opened>(`/api/designer/procedures/${id}`)
    change(document)
    await office.put(`/api/designer/procedures/${id}/draft`, document, { 'If-Match': `"${version}"` })
  }

  it('is understood, discussed, approved as it was read, and carried out as planned', async () => {
    const id = await putInForce(procedure())
    const [draft, filed] = [await begin(id), await begin(id)]
    await file(filed)
    const old = (await dossierOf(draft)).revision

    const author = await person(browser, server.url, { width: 1440, height: 900 })
    const designer = administrator(author)
    const mine = author.page
    await designer.signsIn('quantri@demo.motcua.vn')
    await mine.getByRole('button', { name: 'Tạo thủ tục' }).first().waitFor()
    await mine.goto(`/designer/thu-tuc/${id}/bieu-mau`)
    await designer.selects('Bản sao')
    await designer.requires()
    await designer.selects('Cách nhận kết quả')
    await designer.inspector.getByRole('button', { name: 'Thao tác với Qua bưu điện' }).click()
    await mine.getByRole('menuitem', { name: 'Xóa' }).click()
    await designer.opens('Tổng quan')
    await designer.sendsToReview('Bưu điện không còn nhận trả kết quả.')
    await mine.getByRole('link', { name: 'Xem đề nghị' }).click()

    await mine.getByText('nên không tự thẩm định được').waitFor()
    expect(await mine.getByRole('button', { name: 'Duyệt', exact: true }).count()).toBe(0)
    await author.looksAround('the request of the author')
    await mine.getByRole('tab', { name: 'Tác động' }).click()
    await mine.getByRole('button', { name: 'Chạy thử' }).click()
    await mine.getByText('1 bản nháp phải trả lời lại.').waitFor()
    await author.looksAround('the impact')
    await mine.getByLabel('Làm nốt theo bản cũ').check()
    await mine.getByLabel('Giữ theo bản lúc nộp').check()
    await mine.getByLabel('Lời báo cho người dân, tiếng Việt').fill('Không còn trả kết quả qua bưu điện.')
    await mine.getByLabel('Lời báo cho người dân, tiếng Anh').fill('Results are no longer sent by post.')
    await mine.getByRole('button', { name: 'Lưu cách xử lý' }).click()
    await mine.getByText('Đã lưu cách xử lý').first().waitFor()

    const reviewer = await person(browser, server.url)
    const { page } = reviewer
    await administrator(reviewer).signsIn('thamdinh@demo.motcua.vn')
    await page.getByRole('link', { name: 'Đề nghị thẩm định' }).first().waitFor()
    await page.goto(new URL(mine.url()).pathname)
    await page.getByRole('heading', { name: 'Quyết định thẩm định' }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('s')
    await page.getByText(/Bạn đã xem 1\/\d/).waitFor()
    await page.keyboard.press('c')
    await page.getByLabel('Nhận xét về thay đổi này').fill('Người ở xa nhận kết quả bằng cách nào?')
    await page.keyboard.press('Control+Enter')
    await page.getByText('1 nhận xét đang mở').first().waitFor()
    await reviewer.looksAround('a comment at a change')
    await page.getByRole('tab', { name: 'Tác động' }).click()
    await page.getByText('1 hồ sơ có điều bản mới sẽ hỏi lại.').waitFor()
    await page.getByText('1 người đã chọn ở câu “Cách nhận kết quả” một mục nay không còn được nhận.').first().waitFor()
    await page.getByLabel('Ý kiến kèm quyết định').fill('Ghi rõ cách nhận cho người ở xa.')
    await page.getByRole('button', { name: 'Đề nghị sửa' }).click()
    await page.getByText('đề nghị sửa lúc').waitFor()

    await saves(id, (document) => { document.form!.schema.properties['nhan']!.description = 'Người ở xa có thể nhờ người khác nhận thay.' })
    await mine.reload()
    await mine.getByText('Ghi rõ cách nhận cho người ở xa.').waitFor()
    await mine.getByRole('button', { name: 'Gửi thẩm định lại' }).click()
    await mine.getByText('Đã gửi thẩm định lại').first().waitFor()

    await page.reload()
    await page.getByRole('button', { name: 'Duyệt', exact: true }).waitFor()
    await saves(id, (document) => { document.form!.schema.properties['nhan']!.description = 'Người ở xa có thể ủy quyền nhận thay.' })
    await page.getByRole('button', { name: 'Duyệt', exact: true }).click()
    await page.getByText('Bản soạn đã đổi trong lúc bạn đọc: 1 điểm khác bản bạn đã đọc').waitFor()
    await reviewer.looksAround('a decision that came too late')
    await page.getByRole('button', { name: 'Duyệt', exact: true }).click()
    await page.getByText('Mọi phần đã được duyệt').waitFor()
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click()
    await page.getByText('Người dân đang nộp hồ sơ theo bản này.').waitFor()

    expect(await dossierOf(filed)).toMatchObject({ state: 'open', revision: old })
    expect((await file(draft)).dossier).toMatchObject({ state: 'open', revision: old, answers: { nhan: 'buuDien' } })
    const late = await begin(id)
    expect((await dossierOf(late)).revision).not.toBe(old)
    await expect(file(late)).rejects.toThrow(/422/)
  })
})
