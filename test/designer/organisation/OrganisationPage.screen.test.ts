// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useSession } from '#runtime/client/session.ts'
import type { Officer, OrganisationView } from '#schemas/generated/types.ts'
import OrganisationPage from '../../../designer/organisation/OrganisationPage.vue'

const officer = (id: string, name: string, more: Partial<Officer> = {}): Officer => ({ id, name, email: `${id}@so.gov.vn`, roles: ['specialist'], memberships: [{ unit: 'phong', role: 'specialist' }], ...more })
const start: OrganisationView = {
  version: 7, units: [{ id: 'so', name: 'Sở Khoa học' }, { id: 'phong', name: 'Phòng Đo lường', parent: 'so' }],
  people: [officer('quantri', 'Nguyễn Quản Trị', { roles: ['administrator'], memberships: [] }), officer('lan', 'Bùi Thị Lan')], substitutions: [], approvers: {},
}

let view: OrganisationView
let sent: { method: string, path: string, seen: string | null, body: unknown }[]
let refusal: object | undefined
let roles: string[]

const refused = (problem: object): Response => Response.json({ type: '/problems/invalid-body', title: 'Chưa lưu được', status: 422, ...problem }, { status: 422 })

const change = (path: string, method: string, body: unknown): Response => {
  if (refusal) return refused(refusal)
  if (path.endsWith('/password-link')) return Response.json((body as { by: string }).by === 'hand' ? { endsAt: '2026-11-25T02:00:00.000Z', link: 'https://motcua.test/desk/mat-khau#abc' } : { endsAt: '2026-11-25T02:00:00.000Z', sentTo: 'hai@so.gov.vn' })
  if (path.endsWith('/suspension')) return Response.json(body)
  if (method === 'POST' && path === '/api/accounts') view = { ...view, version: view.version + 1, people: [...view.people, officer('hai', (body as Officer).name, { invited: true })] }
  return Response.json(view)
}
const answer = (path: string, init: RequestInit = {}): Response => {
  if (path === '/api/session') return Response.json({ account: { id: 'quantri', name: 'Nguyễn Quản Trị', email: 'quantri@so.gov.vn', roles } })
  if (init.method === undefined || init.method === 'GET') return path.endsWith('/calendars') ? Response.json({ calendars: [] }) : refusal ? refused(refusal) : Response.json(view)
  const body = init.body === undefined ? undefined : JSON.parse(String(init.body)) as unknown
  const seen = new Headers(init.headers).get('If-Match')
  sent.push({ method: init.method, path, seen, body })
  if (seen !== null && seen !== `"${view.version}"`) return Response.json({ type: '/problems/stale', title: 'Cũ', status: 412 }, { status: 412 })
  return change(path, init.method, body)
}

const open = async () => {
  await useSession().refresh()
  mount(OrganisationPage, { attachTo: document.body })
  await flushPromises()
}
const within = (): ParentNode => document.querySelector('[role=dialog]') ?? document
const said = (): string => document.body.textContent ?? ''
const wordsOf = (element: Element): string => element.textContent!.replace(/\s+/g, ' ').trim()
const press = async (name: string | RegExp, inside: ParentNode = within()): Promise<void> => {
  const found = [...inside.querySelectorAll<HTMLElement>('button, [role=tab]')].find((each) => (typeof name === 'string' ? wordsOf(each) === name : name.test(wordsOf(each))))
  if (!found) throw new Error(`No button ${String(name)}`)
  // A press comes after what it presses was drawn.
  vi.setSystemTime(Date.now() + 10)
  found.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }))
  found.click()
  await flushPromises()
}
const field = (label: string): HTMLInputElement => {
  const found = [...within().querySelectorAll('label')].find((each) => each.textContent!.trim().startsWith(label))
  return document.getElementById(found!.htmlFor) as HTMLInputElement
}
const enter = async (label: string, value: string): Promise<void> => {
  const control = field(label)
  control.value = value
  control.dispatchEvent(new Event(control.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }))
  await flushPromises()
}

beforeEach(() => {
  view = start
  sent = []
  refusal = undefined
  roles = ['administrator']
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => Promise.resolve(answer(path, init)))
  vi.useFakeTimers({ now: new Date('2026-11-21T02:00:00.000Z'), toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

describe('units and officers on the screen', { timeout: 30_000 }, () => {
  it('adds an officer who is complete, shows what is missing before, and goes on with the way in', async () => {
    await open()
    await press(/^Cán bộ/)
    await press('Thêm cán bộ')
    await press('Thêm cán bộ')
    expect(sent).toEqual([])
    for (const missing of ['Hãy ghi họ và tên.', 'Hãy ghi đúng địa chỉ', 'Hãy chọn một mục.']) expect(said()).toContain(missing)
    expect(document.activeElement).toBe(field('Họ và tên'))

    await enter('Họ và tên', ' Trần Văn Hai ')
    await enter('Thư điện tử', 'hai@so.gov.vn')
    await enter('Đơn vị', 'phong')
    await enter('Vai trò', 'specialist')
    await press('Thêm cán bộ')
    expect(sent).toEqual([{ method: 'POST', path: '/api/accounts', seen: '"7"', body: { name: 'Trần Văn Hai', email: 'hai@so.gov.vn', memberships: [{ unit: 'phong', role: 'specialist' }], administration: [] } }])
    await vi.waitFor(() => expect(said()).toContain('Mật khẩu cho Trần Văn Hai'))
    await press('Gửi thư')
    expect(said()).toContain('Đã gửi thư tới hai@so.gov.vn')
    expect(said()).toContain('Chưa đặt mật khẩu')
  })

  it('keeps what was entered when the server refuses, and says why', async () => {
    await open()
    await press(/^Cán bộ/)
    await press('Thêm cán bộ')
    await enter('Họ và tên', 'Lan')
    await enter('Thư điện tử', 'lan@so.gov.vn')
    await enter('Đơn vị', 'so')
    await enter('Vai trò', 'head')
    refusal = { errors: [{ pointer: '#/email', code: 'officer.emailTaken', detail: 'Đã có tài khoản dùng thư điện tử này.' }] }
    await press('Thêm cán bộ')
    expect(said()).toContain('Đã có tài khoản dùng thư điện tử này.')
    expect(field('Họ và tên').value).toBe('Lan')
  })

  it('keeps what was entered when somebody else changed something first, and takes it then', async () => {
    await open()
    await press(/^Đơn vị/)
    await press('Thêm đơn vị')
    await enter('Tên đơn vị', 'Phòng mới')
    view = { ...view, version: 9 }
    await press('Lưu')
    expect(said()).toContain('Nội dung bạn nhập vẫn còn nguyên.')
    expect(field('Tên đơn vị').value).toBe('Phòng mới')
    await press('Lưu')
    expect(sent.map(({ seen }) => seen)).toEqual(['"7"', '"9"'])
    expect(sent[1]!.body).toMatchObject({ name: 'Phòng mới' })
    expect(document.querySelector('[role=dialog]')).toBeNull()
  })

  it('shows a link to hand over once, and forgets it with the dialog', async () => {
    await open()
    await press(/^Cán bộ/)
    await press(/^Mật khẩu ?Bùi Thị Lan/)
    within().querySelector<HTMLInputElement>('input[value=hand]')!.click()
    await flushPromises()
    await press('Hiện liên kết')
    expect(sent.at(-1)).toMatchObject({ path: '/api/accounts/lan/password-link', body: { by: 'hand' } })
    expect(field('Liên kết đặt mật khẩu').value).toBe('https://motcua.test/desk/mat-khau#abc')
    await press('Đóng', within().querySelector('footer')!)
    await press(/^Mật khẩu ?Bùi Thị Lan/)
    expect(within().querySelector('input[readonly]')).toBeNull()
  })

  it('lets nobody take administration from themselves, nor suspend themselves', async () => {
    await open()
    await press(/^Cán bộ/)
    expect(said()).not.toMatch(/Khóa tài khoản ?Nguyễn Quản Trị/)
    await press(/^Đơn vị, vai trò ?Nguyễn Quản Trị/)
    expect([...within().querySelectorAll<HTMLInputElement>('input[type=checkbox]')].map(({ checked, disabled }) => [checked, disabled])).toEqual([[true, true], [false, false]])
  })

  it('suspends an account after asking', async () => {
    await open()
    await press(/^Cán bộ/)
    await press(/^Khóa tài khoản ?Bùi Thị Lan/)
    expect(sent).toEqual([])
    await press('Khóa tài khoản')
    expect(sent).toEqual([{ method: 'PUT', path: '/api/accounts/lan/suspension', seen: null, body: { suspended: true } }])
  })

  it('says what is missing of a substitution', async () => {
    await open()
    await press(/^Làm thay/)
    await press('Cử người làm thay')
    await press('Lưu')
    expect(sent).toEqual([])
    for (const missing of ['Hãy chọn một mục.', 'Hãy ghi đủ ngày, tháng, năm.', 'Hãy ghi lý do vắng mặt.']) expect(said()).toContain(missing)
  })

  it('says why it could not be read, and reads again when asked', async () => {
    refusal = { title: 'Không đọc được', detail: 'Máy chủ đang bận.' }
    await open()
    expect(said()).toContain('Máy chủ đang bận.')
    refusal = undefined
    await press('Thử lại')
    expect(said()).toContain('Phòng Đo lường')
  })

  it('is for administrators', async () => {
    roles = ['reviewer']
    await open()
    expect(said()).toContain('Trang này dành cho người quản trị')
    expect(said()).not.toContain('Phòng Đo lường')
  })

  it('names the unit that approves a part of a change, and says who can there', async () => {
    view = { ...start, people: [...start.people, officer('tham', 'Lê Thẩm Định', { roles: ['reviewer'], memberships: [{ unit: 'phong', role: 'specialist' }] })] }
    await open()
    await press('Người duyệt thay đổi')
    expect(said()).toContain('Duyệt được: Lê Thẩm Định.')
    await enter('Phí, lệ phí', 'so')
    expect(said()).toContain('Đơn vị này chưa có người thẩm định')
    await enter('Phí, lệ phí', 'phong')
    await press('Lưu')
    expect(sent).toEqual([{ method: 'PUT', path: '/api/designer/organisation/approvers', seen: '"7"', body: { fees: 'phong' } }])
  })
})
