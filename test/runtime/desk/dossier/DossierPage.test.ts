import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { useSession } from '#runtime/client/session.ts'
import type { Examination, TaskView } from '#schemas/generated/types.ts'
import DossierPage from '../../../../runtime/desk/dossier/DossierPage.vue'
import { buildForm, text } from '../../../fixtures/core-builders.ts'
import { deskServer, officerAccount, taskView, type Sent } from '../../../fixtures/desk.ts'

const remark = { question: '/ten', text: 'Chưa khớp.', number: 2, author: 'Lê Văn B', at: '2026-11-21T02:00:00Z' }
const examination: Examination = { remarks: [], opinionsDue: {} }
const conflict = { type: '/problems/version-conflict', title: 'Hồ sơ vừa thay đổi', status: 409 }

describe('a dossier at the desk', () => {
  let page: VueWrapper
  let sent: Sent[]
  const open = async (view: TaskView, answers: Record<string, unknown> = {}): Promise<void> => {
    const path = `/api/tasks/${view.dossier.id}`
    sent = deskServer({ [`GET ${path}`]: view, [`GET ${path}/examination`]: examination, [`GET ${path}/messages`]: { messages: [], read: 0 }, ...Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key.replace(':', path), answer])) })
    await useSession().refresh()
    const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', name: 'queue', component: { template: '<p />' } }, { path: '/ho-so/:id', name: 'dossier', component: DossierPage, props: true }] })
    page = mount(DossierPage, { props: { id: view.dossier.id }, global: { plugins: [router] }, attachTo: document.body })
    await flushPromises()
  }
  const button = (title: string) => page.findAll('button').find((each) => each.text() === title)!
  const press = async (title: string): Promise<void> => { await button(title).trigger('click'); await flushPromises() }
  afterEach(() => { page.unmount(); vi.unstubAllGlobals(); document.body.innerHTML = '' })

  it('keeps a remark beside its answer, and begins a supplement request with it', async () => {
    await open(taskView(), { 'PUT :/remarks': { ...examination, remarks: [remark] } })
    await press('Nhận xét về “Tên cơ sở”')
    await page.find('textarea').setValue(' Chưa khớp. ')
    await press('Lưu')
    expect(sent.find(({ method }) => method === 'PUT')?.body).toEqual({ question: '/ten', text: 'Chưa khớp.', number: 0 })
    await press('Yêu cầu bổ sung')
    const dialog = document.querySelector('[role=dialog]')!
    expect(dialog.querySelector('textarea')!.value).toBe('- Tên cơ sở: Chưa khớp.')
    expect(dialog.querySelectorAll('input:checked')).toHaveLength(1)
  })

  it('shows what a colleague wrote meanwhile beside what was typed', async () => {
    await open(taskView(), { 'PUT :/remarks': conflict, 'GET :/examination': () => (sent.some(({ method }) => method === 'PUT') ? { ...examination, remarks: [remark] } : examination) })
    await press('Nhận xét về “Tên cơ sở”')
    await page.find('textarea').setValue('Của tôi.')
    await press('Lưu')
    expect(page.find('[role=alert]').text()).toContain('Lê Văn B vừa ghi: “Chưa khớp.”')
    expect(page.find('textarea').element.value).toBe('Của tôi.')
    await press('Lưu')
    expect(sent.findLast(({ method }) => method === 'PUT')?.body).toMatchObject({ text: 'Của tôi.', number: 2 })
    await press('Hủy')
    expect(page.find('[data-remark-text]').exists()).toBe(false)
  })

  it('has a remark that was being written when its officer comes back, and does not pull them to it', async () => {
    await open(taskView())
    await press('Nhận xét về “Tên cơ sở”')
    expect(document.activeElement?.tagName).toBe('TEXTAREA')
    await page.find('textarea').setValue('Chưa khớp với')
    page.unmount()
    await open(taskView())
    expect(page.find('textarea').element.value).toBe('Chưa khớp với')
    expect(document.activeElement?.tagName).not.toBe('TEXTAREA')
    await press('Hủy')
  })

  it('says under which revision it is judged, and from which it came', async () => {
    const judged: TaskView['judged'] = {
      revision: 'a1b2c3d4e5f6', publishedAt: '2026-05-03T02:00:00Z', inForce: false, from: { revision: '0123456789ab', publishedAt: '2026-01-05T02:00:00Z', at: '2026-05-03T02:10:00Z' },
      aside: [{ pointer: '/fax', title: { vi: 'Số fax', en: 'Fax' }, text: { vi: '024 1234', en: '024 1234' } }],
    }
    await open(taskView({}, { judged }))
    for (const words of ['Xét theo bản công bố 09:00, 03/05/2026', 'Mã phiên bản a1b2c3d4', 'Thủ tục đã có bản mới hơn', 'Chuyển lúc 09:10, 03/05/2026 từ bản công bố 09:00, 05/01/2026', '024 1234']) expect(page.text()).toContain(words)
  })

  it('marks what changed when the applicant completed it', async () => {
    await open(taskView(), { 'GET :/examination': { ...examination, remarks: [remark], completion: { at: '2026-11-21T03:00:00Z', reason: 'Sửa tên.', before: [{ question: '/ten', value: 'Cơ sở cũ' }, { question: '/fax' }] } } })
    expect(page.text()).toContain('Đã thay đổi')
    expect(page.text()).toContain('Trước đó: Cơ sở cũ')
    expect(page.text()).toContain('Số fax – Trước đó: chưa trả lời')
    // Asked already: a second request does not repeat it.
    expect(page.text()).toContain('trước lần bổ sung gần nhất')
    await press('Yêu cầu bổ sung')
    expect(document.querySelector('[role=dialog] textarea')).toHaveProperty('value', '')
  })

  it('tells who did what meanwhile, and keeps what was typed for a step that is over', async () => {
    const view = taskView()
    view.document.workflow!.steps[0]!.form = buildForm({ ghiChu: text('Ghi chú') })
    const later: TaskView = { ...view, actions: [], dossier: { ...view.dossier, step: 'review', version: 4 }, events: [{ dossierId: view.dossier.id, version: 4, at: '2026-11-21T02:00:00Z', type: 'act', action: 'accept', actor: 'Lê Văn B', from: 'intake', to: 'review' }] }
    await open(view, { 'POST :/actions': conflict, 'GET :': () => (sent.some(({ method }) => method === 'POST') ? later : view) })
    await page.findAll('input').find((input) => input.attributes('id')?.startsWith('record'))!.setValue('Đủ bản chính')
    await press('Tiếp nhận')
    const notice = page.findAll('[role=status]').find((each) => each.text().includes('Hồ sơ vừa được người khác xử lý'))!
    expect(notice.text()).toContain('Tiếp nhận (Lê Văn B · Một cửa)')
    expect(notice.text()).toContain('Ghi chú: Đủ bản chính')
  })

  it('lets whoever may take it on, and nobody else', async () => {
    await open(taskView(), { 'POST :/assignment': { dossier: {} } })
    await press('Nhận xử lý')
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ version: 3, to: officerAccount.id })
    page.unmount()
    await open(taskView({ assignee: { id: 'other', name: 'Lê Văn B', step: 'intake', at: '2026-11-21T02:00:00Z' } }))
    expect(page.text()).toContain('Lê Văn B, từ 09:00, 21/11/2026')
    expect(button('Nhận xử lý')).toBeUndefined()
    expect(button('Giao cho…')).toBeUndefined()
  })
})

describe('a council at the desk', () => {
  const council = (): TaskView => {
    const view = taskView({ step: 'vote', opinions: { a: { verdict: 'for', by: { id: 'x', name: 'Ủy viên A' }, at: '2026-11-21T02:00:00Z', text: 'Đủ.' } }, risk: { step: 'risk', score: 10, reasons: ['young'] } }, { actions: [] })
    const request = (id: string, title: string) => ({ id, title, by: { role: 'one-stop', unit: `Phòng ${id.toUpperCase()}` }, within: { amount: 2, unit: 'workingDay' as const }, onExpiry: 'consents' as const })
    view.document.workflow!.steps.push(
      { id: 'risk', kind: 'automatic', title: 'Rủi ro', publicStatus: 'processing', score: [{ id: 'young', when: {}, points: 10, reason: 'Cơ sở mới' }, { id: 'old', when: {}, points: 5, reason: 'Cơ sở cũ' }] },
      { id: 'vote', kind: 'opinions', title: 'Hội đồng', publicStatus: 'processing', need: 2, against: 'refused', otherwise: 'granted', opinions: [request('a', 'Phiếu A'), request('b', 'Phiếu B')] })
    return { ...view, opinions: [request('b', 'Phiếu B')] }
  }
  afterEach(() => { vi.unstubAllGlobals(); document.body.innerHTML = '' })

  it('shows votes and risk with its reasons, and takes no vote without a verdict', async () => {
    const view = council()
    const path = `/api/tasks/${view.dossier.id}`
    const sent = deskServer({ [`GET ${path}`]: view, [`GET ${path}/examination`]: { remarks: [], opinionsDue: { b: '2099-11-21T02:00:00Z' } }, [`GET ${path}/messages`]: { messages: [], read: 0 }, [`POST ${path}/opinions`]: { dossier: {} } })
    const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', name: 'queue', component: { template: '<p />' } }] })
    const page = mount(DossierPage, { props: { id: view.dossier.id }, global: { plugins: [router] }, attachTo: document.body })
    await flushPromises()
    for (const words of ['1 phiếu đồng ý, cần 2', 'Phòng A · Ủy viên A, 09:00, 21/11/2026', 'Chờ đến 09:00, 21/11/2099', '10 điểm', 'Cơ sở mới']) expect(page.text()).toContain(words)
    expect(page.text()).not.toContain('Cơ sở cũ')
    const vote = async (): Promise<void> => { await page.find('form[novalidate]').trigger('submit'); await flushPromises() }
    await vote()
    expect(page.text()).toContain('Hãy chọn đồng ý hoặc không đồng ý')
    await page.find('input[value=against]').setValue()
    await vote()
    expect(page.text()).toContain('Không đồng ý thì hãy nêu lý do')
    await page.find('form textarea').setValue('Chưa đủ.')
    await vote()
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ opinion: 'b', version: 3, verdict: 'against', text: 'Chưa đủ.' })
    page.unmount()
  })
})
