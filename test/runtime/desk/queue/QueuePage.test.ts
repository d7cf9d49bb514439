import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter, RouterView, type Router } from 'vue-router'
import { useSession } from '#runtime/client/session.ts'
import QueuePage from '../../../../runtime/desk/queue/QueuePage.vue'
import { deskServer, officerAccount, queueEntry, taskView, type Sent } from '../../../fixtures/desk.ts'

const none = { count: 0, overdue: 0, soon: 0 }
const counts = { most: 1000, mine: none, unit: { count: 1000, overdue: 2, soon: 0 }, unassigned: none, escalated: none, all: none }
const entries = [queueEntry(1, { status: 'overdue' }), queueEntry(2, { assignee: { id: officerAccount.id, name: officerAccount.name } }), queueEntry(3, { kind: 'opinion', part: 'tax', stepTitle: 'Ý kiến thuế' })]

describe('the queue', () => {
  let page: VueWrapper
  let router: Router
  let sent: Sent[]
  /** Comes over the line, as in the app: until then the queue is still shown. */
  let arrive: () => void
  const dossierPage = (): Promise<{ render: () => string }> => new Promise((resolve) => { arrive = () => resolve({ render: () => 'the dossier' }) })
  const open = async (answers: Record<string, unknown> = {}, address = '/'): Promise<void> => {
    sent = deskServer({ 'GET /api/tasks': { tasks: entries }, 'GET /api/tasks/counts': counts, [`GET /api/tasks/${entries[0]!.dossierId}`]: taskView(), ...answers })
    await useSession().refresh()
    router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', name: 'queue', component: QueuePage }, { path: '/ho-so/:id', name: 'dossier', component: dossierPage }] })
    await router.push(address)
    page = mount(RouterView, { global: { plugins: [router] }, attachTo: document.body })
    await flushPromises()
  }
  const press = async (key: string, more: KeyboardEventInit = {}): Promise<void> => {
    ;(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
    await flushPromises()
  }
  const asked = (): string[] => sent.filter(({ path }) => path.startsWith('/api/tasks?')).map(({ path }) => decodeURIComponent(path.split('?')[1]!))
  beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }) })
  afterEach(() => { page.unmount(); vi.useRealTimers(); vi.unstubAllGlobals(); document.body.innerHTML = '' })

  it('says how much each tab holds, what is late, who has it and what is asked', async () => {
    await open()
    expect(page.findAll('[role=tab]').map((tab) => tab.text())).toEqual(['Của tôi0', 'Của đơn vị1000+', 'Chưa ai nhận0', 'Báo chậm0', 'Đang giải quyết0', 'Tất cả hồ sơ'])
    expect(page.text()).toContain('2 hồ sơ quá hạn')
    expect(page.findAll('tbody tr').map((row) => row.text())).toEqual([expect.stringContaining('Trực tuyến'), expect.stringContaining('Tôi'), expect.stringContaining('Xin ý kiến')])
  })

  it('asks the server for what the address says, and keeps in the address what is typed', async () => {
    await open({}, '/?tab=all&channel=post')
    expect(asked()).toEqual(['tab=all&channel=post'])
    await page.find('input[type=search]').setValue('nguyen van')
    await vi.advanceTimersByTimeAsync(300)
    await flushPromises()
    expect(asked().at(-1)).toBe('tab=all&channel=post&q=nguyen+van')
    expect(router.currentRoute.value.query).toEqual({ tab: 'all', channel: 'post', q: 'nguyen van' })
    expect(page.text()).toContain('Tìm “nguyen van”')
  })

  it('lets go who searches and follows a link before the search is in the address', async () => {
    await open()
    await page.find('input[type=search]').setValue(entries[0]!.code!)
    await page.find('[data-row]').trigger('click')
    await vi.advanceTimersByTimeAsync(300)
    arrive()
    await flushPromises()
    expect(router.currentRoute.value.path).toBe(`/ho-so/${entries[0]!.dossierId}`)
  })

  it('goes from row to row with J and K, and takes the one that has the focus with C', async () => {
    await open({ 'POST /api/tasks/bulk': { outcomes: [{ dossierId: entries[0]!.dossierId, version: 2 }] } })
    for (const key of ['j', 'j', 'k']) await press(key)
    expect(document.activeElement?.textContent).toBe(entries[0]!.code)
    await press('c')
    expect(sent.find(({ path }) => path === '/api/tasks/bulk')?.body).toEqual({ items: [{ dossierId: entries[0]!.dossierId, version: 1 }], assignment: { to: officerAccount.id } })
  })

  it('chooses all with Ctrl+A and tells of each what became of it', async () => {
    const problem = { type: '/problems/version-conflict', title: 'Hồ sơ vừa thay đổi', status: 409 }
    await open({ 'POST /api/tasks/bulk': { outcomes: [{ dossierId: entries[0]!.dossierId, version: 2 }, { dossierId: entries[1]!.dossierId, problem }] } })
    await press('a', { ctrlKey: true })
    expect(page.text()).toContain('Đã chọn 3 hồ sơ')
    await page.findAll('button').find((button) => button.text() === 'Nhận xử lý')!.trigger('click')
    await flushPromises()
    // An opinion is asked of a unit and taken on by nobody.
    expect((sent.find(({ path }) => path === '/api/tasks/bulk')?.body as { items: unknown[] }).items).toHaveLength(2)
    const dialog = document.querySelector('[role=dialog]')!
    expect(dialog.textContent).toContain('Xong 1 trong 2 hồ sơ.')
    expect(dialog.textContent).toContain('Hồ sơ vừa thay đổi')
  })

  it('says why it is empty and how to see more', async () => {
    await open({ 'GET /api/tasks': { tasks: [] } }, '/?q=khong')
    expect(page.text()).toContain('Không có hồ sơ nào khớp với “khong”.')
    await page.findAll('button').findLast((button) => button.text() === 'Bỏ hết bộ lọc')!.trigger('click')
    await flushPromises()
    expect(page.text()).toContain('Không có việc nào đang chờ')
  })

  it('says what went wrong', async () => {
    await open({ 'GET /api/tasks': { type: '/problems/internal', title: 'Máy chủ gặp lỗi', status: 500 } })
    expect(page.find('[role=alert]').text()).toContain('Máy chủ gặp lỗi')
  })
})
