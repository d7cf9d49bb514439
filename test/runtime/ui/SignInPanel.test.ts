import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import SignInPanel from '#runtime/ui/SignInPanel.vue'

const account = { id: '1', name: 'Phạm Chuyên Viên', email: 'chuyenvien@demo.motcua.vn', roles: ['specialist'] }

/** The server is the counterparty here. */
const serverThat = (replies: Record<string, { status: number, body: unknown }>): { sent: unknown[] } => {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (typeof init.body === 'string') sent.push(JSON.parse(init.body))
    const reply = replies[`${init.method} ${path}`]
    return new Response(JSON.stringify(reply?.body ?? {}), { status: reply?.status ?? 200 })
  })
  return { sent }
}

const panel = async (props = {}) => {
  const wrapper = mount(SignInPanel, { props, attachTo: document.body })
  await flushPromises()
  return wrapper
}

describe('SignInPanel', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    document.body.replaceChildren()
  })

  it('keeps the accounts of the demonstration out of a real installation', async () => {
    serverThat({ 'GET /healthz': { status: 200, body: { demo: false } } })

    expect((await panel()).text()).not.toContain('dùng thử')
  })

  it('fills in an account of the demonstration by one press and signs in', async () => {
    const { sent } = serverThat({ 'GET /healthz': { status: 200, body: { demo: true } }, 'POST /api/session': { status: 201, body: account } })
    const wrapper = await panel({ roles: ['specialist'] })

    await wrapper.get('ul button').trigger('click')
    await wrapper.get('form').trigger('submit')
    await flushPromises()

    expect(sent).toEqual([{ email: 'chuyenvien@demo.motcua.vn', password: 'MotCua-2026' }])
    expect(wrapper.emitted('signedIn')).toEqual([[account]])
  })

  it('asks for what is missing and leads to the first place', async () => {
    serverThat({})
    const wrapper = await panel()

    await wrapper.get('form').trigger('submit')
    await flushPromises()

    expect(wrapper.text()).toContain('Nhập thư điện tử')
    expect(document.activeElement?.getAttribute('type')).toBe('email')
  })

  it('shows why the server refuses and keeps what was typed', async () => {
    serverThat({ 'POST /api/session': { status: 401, body: { type: '/problems/unauthenticated', title: 'Thư điện tử hoặc mật khẩu chưa đúng', status: 401 } } })
    const wrapper = await panel()
    await wrapper.get('[type=email]').setValue('ai@do.vn')
    await wrapper.get('[type=password]').setValue('sai')

    await wrapper.get('form').trigger('submit')
    await flushPromises()

    expect(wrapper.get('[role=alert]').text()).toContain('chưa đúng')
    expect((wrapper.get('[type=email]').element as HTMLInputElement).value).toBe('ai@do.vn')
  })
})
