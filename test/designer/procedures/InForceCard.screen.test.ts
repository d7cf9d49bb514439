// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useSession } from '#runtime/client/session.ts'
import InForceCard from '../../../designer/procedures/InForceCard.vue'

enableAutoUnmount(afterEach)
afterEach(() => void vi.unstubAllGlobals())

let sent: { path: string, body: unknown }[]
let refusal: object | undefined

const open = async (roles: string[], hash: { hash?: string } = { hash: 'h1' }) => {
  sent = []
  refusal = undefined
  vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
    if (path === '/api/session') return Promise.resolve(Response.json({ account: { id: 'a', name: 'Nguyễn Quản Trị', email: 'a@so.gov.vn', roles } }))
    sent.push({ path, body: JSON.parse(String(init.body)) })
    return Promise.resolve(refusal ? Response.json(refusal, { status: 409 }) : Response.json({ withdrawn: 'h1' }))
  })
  await useSession().refresh()
  return mount(InForceCard, { attachTo: document.body, props: { id: 'p', ...hash }, global: { stubs: { RouterLink: true } } })
}
const press = async (name: string): Promise<void> => {
  const found = [...(document.querySelector('[role=dialog]') ?? document).querySelectorAll<HTMLElement>('button')].find((each) => each.textContent!.trim() === name)
  found!.click()
  await flushPromises()
}
const give = async (reason: string): Promise<void> => {
  const field = document.querySelector('textarea')!
  field.value = reason
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await flushPromises()
}

describe('what is in force', () => {
  it('is taken back by an administrator, with a reason, as the revision that was seen', async () => {
    const screen = await open(['administrator'])
    await press('Ngừng áp dụng khẩn cấp')
    await press('Ngừng áp dụng')
    expect(sent).toEqual([])
    expect(document.body.textContent).toContain('Hãy ghi lý do.')
    await give('Công thức phí sai')
    await press('Ngừng áp dụng')
    expect(sent).toEqual([{ path: '/api/designer/procedures/p/withdrawal', body: { hash: 'h1', reason: 'Công thức phí sai' } }])
    expect(screen.emitted('withdrawn')).toHaveLength(1)
  })

  it('says when another revision is in force by now', async () => {
    const screen = await open(['administrator'])
    await press('Ngừng áp dụng khẩn cấp')
    refusal = { type: '/problems/version-conflict', title: 'Đã có thay đổi', status: 409, detail: 'Bản này không còn là bản đang công bố.' }
    await give('Sai')
    await press('Ngừng áp dụng')
    expect(document.body.textContent).toContain('Bản này không còn là bản đang công bố.')
    expect(screen.emitted('withdrawn')).toBeUndefined()
  })

  it('is told to be in force no longer once it was taken back', async () => {
    const screen = await open(['administrator'], {})
    expect(screen.text()).toContain('Đã ngừng áp dụng')
    expect(screen.text()).not.toContain('Ngừng áp dụng khẩn cấp')
  })

  it('is only told to reviewers', async () => {
    const screen = await open(['reviewer'])
    expect(screen.text()).toContain('Đang áp dụng')
    expect(screen.find('button').exists()).toBe(false)
  })
})
