import { enableAutoUnmount, mount, RouterLinkStub } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { findProcedures } from '#core/catalogue/find-procedures.ts'
import { readSearch, type Search } from '#core/catalogue/search.ts'
import CatalogueView from '#runtime/citizen/catalogue/CatalogueView.vue'
import EventLinks from '#runtime/citizen/catalogue/EventLinks.vue'
import lifeEvents from '../../../../schemas/examples/code-lists/life-events.json' with { type: 'json' }
import { madeEntries } from '../../../fixtures/made-catalogue.ts'

enableAutoUnmount(afterEach)
const entries = madeEntries(120)
const show = (given: Partial<Search> = {}) => {
  const search: Search = { ...readSearch(() => undefined), ...given }
  return mount(CatalogueView, { props: { search, found: findProcedures(entries, search, { events: lifeEvents.items, today: '2026-11-21' }) }, attachTo: document.body, global: { stubs: { RouterLink: RouterLinkStub } } })
}
const asked = (screen: ReturnType<typeof show>) => screen.emitted<[Search, boolean]>('search')?.at(-1)

describe('the catalogue', () => {
  it('says how many were found, marks what was looked for, and shows twenty at a time', () => {
    const screen = show({ q: 'xay dung' })
    expect(screen.get('#found').text()).toMatch(/^\d+ thủ tục cho “xay dung”/)
    expect(screen.findAll('article').length).toBeLessThanOrEqual(20)
    expect(screen.findAll('article')[0]!.findAll('mark').map((mark) => mark.text())).toEqual(['xây', 'dựng'])
    expect(show().findAllComponents(RouterLinkStub).filter((link) => link.attributes('rel') === 'next').map((link) => link.props('to'))).toEqual([{ path: '/', query: { page: '2' } }])
  })

  it('is a form whose answer is its own address, for pages without scripts', () => {
    const form = show({ event: 'nha-dat', q: 'cap' }).get<HTMLFormElement>('form').element
    expect([form.method, form.getAttribute('action')]).toEqual(['get', '/'])
    expect([...new FormData(form)].filter(([, value]) => value !== '')).toEqual([['q', 'cap'], ['event', 'nha-dat']])
    expect([...new FormData(form).keys()].sort()).toEqual(['agency', 'audience', 'event', 'field', 'level', 'q'])
  })

  it('asks while a person types, and at once when a filter is chosen, back on the first page', async () => {
    const screen = show({ page: 3 })
    await screen.get('#words').setValue('kết hôn')
    expect(asked(screen)).toEqual([expect.objectContaining({ q: 'kết hôn', page: 1 }), true])
    await screen.get('select[name=field]').setValue('Đất đai')
    expect(asked(screen)).toEqual([expect.objectContaining({ field: 'Đất đai', page: 1 }), false])
  })

  it('offers life events as links that widen again what they narrowed', () => {
    const links = show({ event: 'nha-dat' }).getComponent(EventLinks).findAllComponents(RouterLinkStub)
    expect(links.find((link) => link.text().includes('Nhà ở'))!.props('to')).toEqual({ path: '/', query: {} })
    expect(links.find((link) => link.text().includes('Đi học'))!.props('to')).toEqual({ path: '/', query: { event: 'hoc-tap' } })
  })

  it('helps on when nothing was found', () => {
    const screen = show({ q: 'kết hôn sao hỏa' })
    expect(screen.text()).toContain('Chưa tìm thấy thủ tục phù hợp')
    expect(screen.text()).toContain('Có thể bạn cần')
    expect(screen.findAll('article').length).toBeGreaterThan(0)
    expect(show({ q: 'kết hôn', field: 'Không có' }).text()).toContain('Bỏ lọc')
  })
})
