// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useSession } from '#runtime/client/session.ts'
import type { DataReader } from '#schemas/generated/types.ts'
import ReadersPanel from '../../../designer/data-readers/ReadersPanel.vue'
import { routerTo } from '../open-document.ts'

enableAutoUnmount(afterEach)
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const statistics: DataReader = { id: 'a', name: 'Cục Thống kê', email: 'dulieu@thongke.vn', language: 'vi' }

/** A server that holds a list, and refuses an address without @ as ours does. */
const show = async (roles: string[], readers: DataReader[] = [statistics]) => {
  const sent: [method: string, path: string, body?: unknown][] = []
  const answers: Record<string, (path: string, body: DataReader) => Response> = {
    GET: () => Response.json({ readers }),
    POST: (_, body) => {
      if (!body.email.includes('@')) return Response.json({ type: '/problems/invalid-body', title: 'Chưa đúng', status: 422, errors: [{ pointer: '#/email', code: 'reader.addressWrong', detail: 'Địa chỉ thư điện tử chưa đúng.' }] }, { status: 422 })
      readers = [...readers, { ...body, id: 'b' }]
      return Response.json({ readers }, { status: 201 })
    },
    DELETE: (path) => {
      readers = readers.filter(({ id }) => !path.endsWith(`/${id}`))
      return Response.json({ readers })
    },
  }
  vi.stubGlobal('fetch', (path: string, { method = 'GET', body }: RequestInit = {}) => {
    if (path === '/api/session') return Promise.resolve(Response.json({ account: { id: 'me', name: 'Tôi', email: 'toi@so.vn', roles } }))
    const given = typeof body === 'string' ? JSON.parse(body) as DataReader : undefined
    sent.push(given ? [method, path, given] : [method, path])
    return Promise.resolve(answers[method]!(path, given!))
  })
  await useSession().refresh()
  const screen = mount(ReadersPanel, { attachTo: document.body, props: { procedure: 'p' }, global: { plugins: [routerTo()] } })
  await flushPromises()
  const dialog = () => document.querySelector('[role=dialog]')
  const press = async (name: string): Promise<void> => {
    // A press comes after what it presses was drawn.
    vi.setSystemTime(Date.now() + 10)
    const buttons = [...(dialog() ?? document).querySelectorAll('button')]
    buttons.find((each) => each.textContent?.trim().startsWith(name))!.click()
    await flushPromises()
  }
  const enter = async (type: string, value: string): Promise<void> => {
    const control = dialog()!.querySelector<HTMLInputElement>(`input${type}`)!
    control.value = value
    control.dispatchEvent(new Event(type === '[value=en]' ? 'change' : 'input', { bubbles: true }))
    await flushPromises()
  }
  return { screen, sent, dialog, press, enter, rows: () => screen.findAll('tbody tr').map((row) => row.text()) }
}

describe('the list of readers of the data', () => {
  it('is kept by whoever designs the procedure: added with a language', async () => {
    const { press, enter, sent, rows, dialog } = await show(['administrator'])
    await press('Thêm người đọc')
    await enter(':not([type=email]):not([type=radio])', 'Registry')
    await enter('[type=email]', 'data@registry.org')
    await enter('[value=en]', 'en')
    await press('Thêm vào danh sách')
    expect(sent.at(-1)).toEqual(['POST', '/api/designer/procedures/p/readers', { name: 'Registry', email: 'data@registry.org', language: 'en' }])
    expect(dialog()).toBeNull()
    expect(rows()).toEqual([expect.stringMatching(/Cục Thống kê.*dulieu@thongke\.vn.*Tiếng Việt/s), expect.stringMatching(/Registry.*data@registry\.org.*Tiếng Anh/s)])
  })

  it('says beside the field what is wrong with an address, and keeps what was typed', async () => {
    const { press, enter, rows, dialog } = await show(['administrator'], [])
    await press('Thêm người đọc')
    await enter('[type=email]', 'sai')
    await press('Thêm vào danh sách')
    const field = dialog()!.querySelector<HTMLInputElement>('[type=email]')!
    expect([field.value, field.getAttribute('aria-invalid')]).toEqual(['sai', 'true'])
    expect(document.getElementById(field.getAttribute('aria-describedby')!.split(' ').at(-1)!)?.textContent).toContain('Địa chỉ thư điện tử chưa đúng.')
    expect(rows()).toEqual([])
  })

  it('loses somebody once that was confirmed', async () => {
    const { press, sent, screen, dialog } = await show(['administrator'])
    await press('Gỡ')
    expect(dialog()!.textContent).toContain('dulieu@thongke.vn sẽ không nhận thư')
    expect(sent).toHaveLength(1)
    await press('Gỡ')
    expect(sent.at(-1)).toEqual(['DELETE', '/api/designer/procedures/p/readers/a'])
    expect(screen.text()).toContain('Hãy ghi tên hệ thống hoặc cơ quan đang dùng dữ liệu')
  })

  it('is read by reviewers, who change nothing', async () => {
    const { screen, rows } = await show(['reviewer'])
    expect(rows()).toHaveLength(1)
    expect(screen.findAll('button')).toEqual([])
    expect((await show(['reviewer'], [])).screen.text()).toContain('Chưa có người đọc dữ liệu nào')
  })
})
