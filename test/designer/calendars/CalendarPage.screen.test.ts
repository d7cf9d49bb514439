// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { useSession } from '#runtime/client/session.ts'
import type { OfficeCalendar, SaveCalendar } from '#schemas/generated/types.ts'
import CalendarPage from '../../../designer/calendars/CalendarPage.vue'
import vietnam from '../../../schemas/examples/calendars/vn.json'

const summary = { id: 'vn', title: vietnam.title, version: 3, days: vietnam.days.length, savedAt: '2026-11-20T02:00:00.000Z', savedBy: 'Nguyễn Quản Trị', isDefault: true, units: [] }
const others = [{ ...summary, id: 'quay', title: 'Lịch quầy', isDefault: undefined, units: ['Quầy số 1'] }, { ...summary, id: 'cu', title: 'Lịch cũ', isDefault: undefined }]
let gone: string[]
let stored: { version: number, calendar: OfficeCalendar }
let sent: { seen: string | null, body: SaveCalendar }[]

const answer = (path: string, init: RequestInit = {}): Response => {
  if (path === '/api/session') return Response.json({ account: { id: 'a', name: 'Nguyễn Quản Trị', email: 'a@b.vn', roles: ['administrator'] } })
  if (init.method === 'PUT') {
    const body = JSON.parse(String(init.body)) as SaveCalendar
    sent.push({ seen: new Headers(init.headers).get('If-Match'), body })
    if (!body.dryRun && stored.version !== Number(new Headers(init.headers).get('If-Match')?.replaceAll('"', ''))) return Response.json({ type: '/problems/stale', title: 'Cũ', status: 412 }, { status: 412 })
    return Response.json(body.dryRun ? { open: 40, later: 12, earlier: 1 } : { open: 40, later: 12, earlier: 1, version: 4 })
  }
  if (init.method === 'DELETE') {
    gone.push(path)
    return new Response(null, { status: 204 })
  }
  return path.endsWith('/calendars') ? Response.json({ calendars: [summary, ...others] }) : Response.json(stored.calendar, { headers: { ETag: `"${stored.version}"` } })
}

beforeEach(async () => {
  sent = []
  gone = []
  stored = { version: 3, calendar: vietnam as OfficeCalendar }
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => Promise.resolve(answer(path, init)))
  vi.useFakeTimers({ now: new Date('2026-11-20T02:00:00.000Z'), toFake: ['Date'] })
  await useSession().refresh()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

const open = async (id = 'vn') => {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:id', name: 'calendar', component: CalendarPage, props: true }, { path: '/don-vi', name: 'organisation', component: { template: '<p />' } }] })
  await router.push(`/${id}`)
  mount({ template: '<RouterView />' }, { attachTo: document.body, global: { plugins: [router] } })
  await flushPromises()
  return router
}
const day = (date: string): HTMLElement => document.querySelector<HTMLElement>(`[data-date="${date}"]`)!
const button = (name: string): HTMLElement => [...document.querySelectorAll<HTMLElement>('button')].find((each) => each.textContent?.trim() === name)!
const press = async (element: HTMLElement): Promise<void> => {
  // A press comes after what it presses was drawn.
  vi.setSystemTime(Date.now() + 10)
  element.click()
  await flushPromises()
}

describe('the working calendar on the screen', { timeout: 30_000 }, () => {
  it('says of each day what it is, with one stop for the keyboard', async () => {
    await open()
    expect(day('2026-11-24').getAttribute('aria-label')).toBe('24 Tháng 11, Thứ Ba: Ngày nghỉ, Ngày Văn hóa Việt Nam')
    expect(day('2026-08-22').getAttribute('aria-label')).toContain('Làm bù, 07:30–11:30, 13:00–17:00')
    expect([...document.querySelectorAll('[data-date][tabindex="0"]')].map((each) => each.getAttribute('data-date'))).toEqual(['2026-11-20'])
    day('2026-11-20').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))
    await flushPromises()
    expect(document.activeElement).toBe(day('2026-11-27'))
  })

  it('asks why a day differs, then tells what that means before it saves', async () => {
    await open()
    await press(day('2026-12-31'))
    document.querySelector<HTMLInputElement>('input[type=radio][value=off]')!.click()
    await flushPromises()
    await press(button('Đặt ngày này'))
    expect(document.body.textContent).toContain('Hãy ghi lý do')
    const reason = document.querySelector<HTMLInputElement>('form input[maxlength="255"]')!
    reason.value = 'Nghỉ bão'
    reason.dispatchEvent(new Event('input'))
    await press(button('Đặt ngày này'))
    expect(document.body.textContent).toContain('Lịch có thay đổi chưa lưu (1 ngày)')

    await press(button('Lưu lịch'))
    await vi.waitFor(() => expect(document.body.textContent).toContain('13 trong 40 hồ sơ đang giải quyết sẽ có ngày hẹn khác'))
    await press(button('Lưu'))
    expect(sent.map(({ seen, body }) => [seen, body.dryRun])).toEqual([[null, true], ['"3"', undefined]])
    expect(sent[1]!.body.calendar.days).toContainEqual({ date: '2026-12-31', kind: 'off', reason: 'Nghỉ bão' })
  })

  it('is given up where no unit uses it; where one does, the way there is shown', async () => {
    await open('quay')
    expect(button('Bỏ lịch này')).toBeUndefined()
    expect(document.body.textContent).toContain('Lịch riêng của: Quầy số 1.')
    expect(document.querySelector('a[href="/don-vi"]')).not.toBeNull()
    document.body.innerHTML = ''
    const router = await open('cu')
    await press(button('Bỏ lịch này'))
    await press([...document.querySelectorAll<HTMLElement>('[role=dialog] button, dialog button')].find((each) => each.textContent?.trim() === 'Bỏ lịch này')!)
    await vi.waitFor(() => expect(router.currentRoute.value.params['id']).toBe('vn'))
    expect(gone).toEqual(['/api/designer/calendars/cu'])
  })

  it('asks before changes that were not saved are left for another calendar', async () => {
    const router = await open()
    await press(day('2026-11-24'))
    document.querySelector<HTMLInputElement>('input[type=radio][value=plain]')!.click()
    await flushPromises()
    await press(button('Đặt ngày này'))
    const asked = vi.fn(() => false)
    vi.stubGlobal('confirm', asked)
    await router.push('/cu')
    expect(asked).toHaveBeenCalledOnce()
    expect(router.currentRoute.value.params['id']).toBe('vn')
  })

  it('keeps what was changed when somebody else saved first, and saves both', async () => {
    await open()
    await press(day('2026-11-24'))
    document.querySelector<HTMLInputElement>('input[type=radio][value=plain]')!.click()
    await flushPromises()
    await press(button('Đặt ngày này'))
    stored = { version: 9, calendar: { ...stored.calendar, days: [...stored.calendar.days, { date: '2026-12-31', kind: 'off', reason: 'Bão' }] } }
    await press(button('Lưu lịch'))
    await vi.waitFor(() => expect(document.body.textContent).toContain('13 trong 40'))
    await press(button('Lưu'))
    expect(document.body.textContent).toContain('Vừa có người khác lưu lịch này')
    await press(button('Lưu'))
    const { seen, body } = sent.at(-1)!
    expect([seen, body.dryRun]).toEqual(['"9"', undefined])
    const dates = body.calendar.days.map(({ date }) => date)
    expect([dates.includes('2026-12-31'), dates.includes('2026-11-24')]).toEqual([true, false])
  })
})
