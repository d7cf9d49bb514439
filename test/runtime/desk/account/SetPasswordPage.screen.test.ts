// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import SetPasswordPage from '#runtime/desk/account/SetPasswordPage.vue'

const token = 'a'.repeat(43)
let sent: { path: string, body: { token: string, password?: string } }[]
let refusal: { status: number, errors?: object[], detail?: string } | undefined

const answer = (path: string, init: RequestInit): Response => {
  const body = JSON.parse(String(init.body)) as { token: string }
  sent.push({ path, body })
  if (refusal) return Response.json({ type: '/problems/x', title: 'Không được', ...refusal }, { status: refusal.status })
  return Response.json({ name: 'Bùi Thị Lan', email: 'lan@so.gov.vn', ...(path.endsWith('/password') && { roles: ['specialist'] }) })
}
beforeEach(() => {
  sent = []
  refusal = undefined
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => Promise.resolve(answer(path, init)))
})
afterEach(() => vi.unstubAllGlobals())

const open = async (hash = `#${token}`) => {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/mat-khau', component: SetPasswordPage }] })
  await router.push(`/mat-khau${hash}`)
  const screen = mount(SetPasswordPage, { global: { plugins: [router] }, attachTo: document.body })
  await flushPromises()
  return screen
}
const choose = async (screen: Awaited<ReturnType<typeof open>>, password: string, again = password): Promise<void> => {
  await screen.get('[name=password]').setValue(password)
  await screen.get('[name=again]').setValue(again)
  await screen.get('form').trigger('submit')
  await flushPromises()
}

describe('choosing a password by a link', () => {
  it('says whose it is, and takes the password that was typed twice alike', async () => {
    const screen = await open()
    expect(screen.text()).toContain('Cho tài khoản của Bùi Thị Lan.')
    await choose(screen, 'cây bàng nở sớm quá', 'cây bàng nở sớm')
    expect(screen.text()).toContain('Hai lần nhập chưa giống nhau.')
    expect(sent).toHaveLength(1)
    await choose(screen, 'cây bàng nở sớm quá')
    expect(sent.at(-1)).toEqual({ path: '/api/accounts/password', body: { token, password: 'cây bàng nở sớm quá' } })
    expect(screen.text()).toContain('Đã đặt mật khẩu')
    expect(screen.findAll('a').map((link) => link.attributes('href'))).toContain('/desk/')
    screen.unmount()
  })

  it('keeps what was typed when the server finds it too easy, and points there', async () => {
    const screen = await open()
    refusal = { status: 422, errors: [{ pointer: '#/password', code: 'password.plain', detail: 'Mật khẩu này dễ đoán.' }] }
    await choose(screen, 'bui thi lan bui thi lan')
    expect(screen.text()).toContain('Mật khẩu này dễ đoán.')
    expect((document.activeElement as HTMLInputElement).name).toBe('password')
    expect((screen.get('[name=again]').element as HTMLInputElement).value).toBe('bui thi lan bui thi lan')
    screen.unmount()
  })

  it('says when the link is over, and asks nothing of one that was cut', async () => {
    refusal = { status: 404, detail: 'Liên kết này đã dùng.' }
    const over = await open()
    expect(over.text()).toContain('Liên kết không còn dùng được')
    expect(over.find('form').exists()).toBe(false)
    over.unmount()
    sent = []
    const cut = await open('#abc')
    expect([cut.text().includes('Liên kết chưa đủ'), sent]).toEqual([true, []])
    cut.unmount()
  })
})
