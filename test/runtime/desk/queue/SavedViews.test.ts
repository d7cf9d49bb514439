import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useSession } from '#runtime/client/session.ts'
import type { QueueView } from '#schemas/generated/types.ts'
import SavedViews from '../../../../runtime/desk/queue/SavedViews.vue'
import { deskServer, officerAccount, type Sent } from '../../../fixtures/desk.ts'

const own: QueueView = { id: 'v1', name: 'Quá hạn', filters: { tab: 'unit', status: 'overdue' }, own: true, owner: officerAccount.name }
const shared: QueueView = { id: 'v2', name: 'Bưu chính', filters: { tab: 'all', channel: 'post' }, unit: 'Bộ phận Một cửa', own: false, owner: 'Lê Văn B' }

describe('saved views of the queue', () => {
  let views: VueWrapper
  let sent: Sent[]
  const open = async (filters: QueueView['filters']): Promise<void> => {
    sent = deskServer({ 'GET /api/tasks/views': { views: [own, shared] }, 'POST /api/tasks/views': own, 'PUT /api/tasks/views/v1': own, 'DELETE /api/tasks/views/v1': {} })
    await useSession().refresh()
    views = mount(SavedViews, { props: { filters }, attachTo: document.body })
    await flushPromises()
    await views.find('button').trigger('keydown', { key: 'Enter' })
    await flushPromises()
  }
  const items = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role=menuitem]')]
  const choose = async (label: string): Promise<void> => { items().find((item) => item.textContent?.trim() === label)!.click(); await flushPromises() }
  const field = (selector: string): HTMLInputElement => document.querySelector<HTMLInputElement>(`[role=dialog] ${selector}`)!
  const save = async (): Promise<void> => { [...document.querySelectorAll<HTMLElement>('[role=dialog] button')].find((button) => button.textContent?.trim() === 'Lưu')!.click(); await flushPromises() }
  afterEach(() => { views.unmount(); vi.unstubAllGlobals(); document.body.innerHTML = '' })

  it('are listed with whose they are, and opened', async () => {
    await open({ tab: 'mine' })
    expect(items().map((item) => item.textContent?.trim())).toEqual(['Quá hạn', 'Bưu chính – Lê Văn B', 'Lưu danh sách này'])
    await choose('Bưu chính – Lê Văn B')
    expect(views.emitted('open')).toEqual([[shared.filters]])
  })

  it('are saved with a name, shared where one likes', async () => {
    await open({ tab: 'mine' })
    await choose('Lưu danh sách này')
    await save()
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('Hãy đặt tên cho danh sách')
    field('input:not([type=checkbox])').value = ' Của tôi '
    field('input:not([type=checkbox])').dispatchEvent(new Event('input'))
    field('input[type=checkbox]').click()
    await save()
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ name: 'Của tôi', filters: { tab: 'mine' }, unit: 'Bộ phận Một cửa' })
  })

  it('that stands is renamed or removed, with a way back', async () => {
    await open(own.filters)
    expect(views.find('button').text()).toBe('Quá hạn')
    await choose('Xóa “Quá hạn”')
    expect(sent.some(({ method, path }) => method === 'DELETE' && path === '/api/tasks/views/v1')).toBe(true)
  })
})
