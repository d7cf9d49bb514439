import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { inFreshBrowser, openFiling } from '../open-filing.ts'
import type { standIn } from '../server-stand-in.ts'

const complete = { kind: 'new', name: 'Viện A', signedOn: '2026-11-21', rows: [{ label: 'C1', count: 2 }], agree: true }

const open = (path: string, given: Parameters<typeof standIn>[0] = {}) => openFiling(path, { given })

inFreshBrowser()

describe('a page of a filing', () => {
  it('opens at the first page and says how far it is', async () => {
    const { router, screen } = await open('/nop/d1')

    expect(router.place.value.params['page']).toBe('about')
    expect(screen.text()).toContain('Trang 1/3')
    expect(screen.get('h1').text()).toBe('Thông tin')
  })

  it('leads a filed dossier to its own page', async () => {
    const { router, arrive } = await open('/nop/d1', { state: 'open', step: 'intake' })
    await arrive('dossier')

    expect(router.place.value.fullPath).toBe('/ho-so/d1')
  })

  it('asks only what the office asked for in a supplement', async () => {
    const { screen, press, arrive } = await open('/nop/d1', { state: 'open', answers: complete, supplement: { reason: 'Thiếu mã số thuế', fields: ['/code'], askedAt: '2026-11-21T00:00:00Z', returnTo: 'intake' } })

    expect(screen.text()).toContain('Thiếu mã số thuế')
    expect(screen.findAll('[data-pointer]').map((each) => each.attributes('data-pointer'))).toEqual(['/code'])

    await press('Tiếp tục')
    await screen.get('form').trigger('submit')
    await arrive('check')
    expect(screen.findAll('a').filter((each) => each.text().startsWith('Sửa')).map((each) => each.text())).toEqual(['Sửa Mã số thuế'])
  })
})

describe('checking and filing', () => {
  it('shows what is owed and files once, however often it is pressed', async () => {
    const { server, screen, router, arrive } = await open('/nop/d1/kiem-tra', { answers: complete })
    expect(screen.text()).toContain('150.000 đ')

    const button = screen.findAll('button').find((each) => each.text() === 'Nộp hồ sơ')!
    await Promise.all([button.trigger('click'), button.trigger('click'), button.trigger('click')])
    await arrive('submitted')

    expect(server.filings()).toHaveLength(1)
    expect(server.state.dossier.answers).toMatchObject({ shortName: 'Viện A' })
    expect(router.place.value.fullPath).toBe('/ho-so/d1/da-nop')
  })

  it('brings a refusal of the server back to the question', async () => {
    const { server, screen, press, router, arrive } = await open('/nop/d1/kiem-tra', { answers: complete })
    server.state.refuseFiling = { type: '/problems/invalid-answers', title: 'Tờ khai chưa hợp lệ', status: 422, errors: [{ pointer: '#/answers/name', code: 'x', detail: 'Tên này đã được đăng ký.' }] }

    await press('Nộp hồ sơ')

    const link = screen.get('[role=alert] a')
    expect(link.text()).toBe('$name.constructor: Tên này đã được đăng ký.')
    await link.trigger('click')
    await arrive('apply')
    expect(router.place.value.query['at']).toBe('/name')
    await vi.waitFor(() => expect(screen.get('#q-name-error').text()).toContain('Tên này đã được đăng ký.'))
  })

  it('finds out that a dossier arrived although the answer was lost', async () => {
    const { server, screen, press, arrive } = await open('/nop/d1/kiem-tra', { answers: { ...complete, shortName: 'Viện A' } })
    server.state.loseAnswer = true
    await press('Nộp hồ sơ')
    expect(screen.text()).toContain('hồ sơ đang chờ nộp')
    expect(server.state.dossier.state).toBe('open')

    await press('Nộp hồ sơ')
    await arrive('submitted')

    expect(new Set(server.filings().map((each) => each.headers['Idempotency-Key'])).size).toBe(1)
  })

  it('does not file while the answers cannot be saved', async () => {
    const { server, press } = await open('/nop/d1/kiem-tra', { answers: complete })
    server.state.online = false

    await press('Nộp hồ sơ')

    expect(server.filings()).toHaveLength(0)
    expect(server.state.dossier.state).toBe('draft')
  })

  it('files by itself, once, when the line is back', async () => {
    const { server, screen, press, arrive } = await open('/nop/d1/kiem-tra', { answers: complete })
    server.state.online = false
    await press('Nộp hồ sơ')
    expect(screen.text()).toContain('hồ sơ đang chờ nộp')

    server.state.online = true
    window.dispatchEvent(new Event('online'))
    window.dispatchEvent(new Event('online'))
    await arrive('submitted')
    expect(server.filings()).toHaveLength(1)
  })

  it('still waits after the window was closed, and files when it is opened again', async () => {
    const first = await open('/nop/d1/kiem-tra', { answers: complete })
    first.server.state.online = false
    await first.press('Nộp hồ sơ')
    first.screen.unmount()

    const { server, arrive } = await open('/nop/d1/kiem-tra', { answers: complete })
    await arrive('submitted')
    expect(server.filings()).toHaveLength(1)
  })

  it('does not file any more when the person thought better of it', async () => {
    const { server, screen, press } = await open('/nop/d1/kiem-tra', { answers: complete })
    server.state.online = false
    await press('Nộp hồ sơ')
    await press('Thôi, chưa nộp')

    server.state.online = true
    window.dispatchEvent(new Event('online'))
    await flushPromises()
    expect(server.filings()).toHaveLength(0)
    expect(screen.text()).not.toContain('đang chờ nộp')
  })
})
