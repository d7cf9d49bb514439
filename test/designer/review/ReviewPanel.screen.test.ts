// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { useSession } from '#runtime/client/session.ts'
import type { ChangeRequest } from '#schemas/generated/types.ts'
import ReviewPanel from '../../../designer/review/ReviewPanel.vue'

const request: ChangeRequest = { id: 'r', procedureId: 'p', state: 'in-review', hash: 'abc', comment: '', author: 'Nguyễn Quản Trị', authorId: 'author', createdAt: '2026-11-21T03:00:00Z', parts: ['form'], approvals: [] }
const sent: { url: string, body: unknown }[] = []

/** The server as this page meets it: says who is signed in, and takes a decision. */
const answer = (account: object) => vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
  if (url === '/api/session') return Promise.resolve(Response.json({ account }))
  sent.push({ url, body: JSON.parse(String(init.body)) })
  return Promise.resolve(Response.json({ ...request, state: 'approved' }))
})

beforeEach(() => { sent.length = 0 })
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

const open = async (account: { id: string, roles: string[] }, state: ChangeRequest['state'] = 'in-review') => {
  answer({ name: 'Ai đó', email: 'a@b.vn', ...account })
  await useSession().refresh()
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: { template: '<i/>' } }, { path: '/p/:id', name: 'overview', component: { template: '<i/>' } }] })
  return mount(ReviewPanel, { attachTo: document.body, props: { request: { ...request, state } }, global: { plugins: [router] } })
}
type Screen = Awaited<ReturnType<typeof open>>
const button = (screen: Screen, name: string) => screen.findAll('button').find((each) => each.text() === name)!

describe('ReviewPanel', () => {
  it('lets a reviewer approve exactly what was read', async () => {
    const screen = await open({ id: 'other', roles: ['reviewer'] })
    await screen.get('textarea').setValue('Đầy đủ')
    await button(screen, 'Duyệt').trigger('click')
    await flushPromises()
    expect(sent).toEqual([{ url: '/api/designer/change-requests/r/review', body: { verdict: 'approve', hash: 'abc', comment: 'Đầy đủ' } }])
    expect(screen.emitted('decided')![0]).toMatchObject([{ state: 'approved' }])
  })
  it('wants a reason with a request for changes', async () => {
    const screen = await open({ id: 'other', roles: ['reviewer'] })
    await button(screen, 'Đề nghị sửa').trigger('click')
    expect(sent).toEqual([])
    expect(screen.text()).toContain('Ghi rõ cần sửa gì')
  })
  it('tells the author why the decision is not theirs', async () => {
    const screen = await open({ id: 'author', roles: ['administrator', 'reviewer'] })
    expect(button(screen, 'Duyệt').attributes('disabled')).toBeDefined()
    expect(screen.text()).toContain('Bạn là người gửi nên không tự thẩm định được')
  })
  it('offers publication once it is approved', async () => {
    const screen = await open({ id: 'other', roles: ['reviewer'] }, 'approved')
    expect(button(screen, 'Ban hành').attributes('disabled')).toBeUndefined()
    expect(button(screen, 'Duyệt')).toBeUndefined()
  })
})
