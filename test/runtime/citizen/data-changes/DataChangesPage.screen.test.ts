// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ChangesFeed } from '#schemas/generated/types.ts'
import DataChangesPage from '../../../../runtime/citizen/data-changes/DataChangesPage.vue'

enableAutoUnmount(afterEach)
afterEach(() => vi.unstubAllGlobals())

const item = (hash: string, changes: ChangesFeed['items'][number]['_revision']['changes'], more: object = {}): ChangesFeed['items'][number] =>
  ({ id: hash, url: `/r/${hash}`, title: hash, date_published: '2026-05-03T02:00:00.000Z', content_text: '', _revision: { hash, document: `/r/${hash}`, schema: `/r/${hash}/schema.json`, types: `/r/${hash}/types.ts`, changes, ...more } })

const feed: ChangesFeed = {
  version: 'https://jsonfeed.org/version/1.1', title: 'Cấp phép: thay đổi dữ liệu', language: 'vi', home_page_url: '/', feed_url: '/',
  items: [item('c3', [], { withdrawnAt: '2026-06-01T02:00:00.000Z' }), item('b2', [{ path: '/hoTen', was: '/ten', kind: 'renamed', sentence: 'Câu hỏi “Họ tên” đổi tên.' }], { legalBasis: 'Thông tư 1/2026' }), item('a1', [])],
}

const show = async (reply: Response) => {
  vi.stubGlobal('fetch', () => Promise.resolve(reply))
  const screen = mount(DataChangesPage, { props: { id: 'p' }, global: { stubs: { RouterLink: true } } })
  await flushPromises()
  return screen
}

describe('DataChangesPage', () => {
  it('tells what changed by path, revision by revision, with addresses that never change', async () => {
    const screen = await show(Response.json(feed))
    const [latest, renamed, first] = screen.findAll('ol > li').map((each) => each.text())
    expect(latest).toMatch(/Công bố ngày 03\/05\/2026.*Đã thu hồi ngày 01\/06\/2026.*Không có thay đổi nào/s)
    expect(renamed).toMatch(/Thông tư 1\/2026.*\/hoTen.*trước là \/ten.*đổi tên/s)
    expect(first).toContain('Phiên bản đầu tiên')
    const links = screen.findAll('a').map((each) => each.attributes('href'))
    expect(links).toEqual(expect.arrayContaining(['/api/procedures/p/revisions/latest/schema.json', '/api/procedures/p/changes.json', '/r/b2/types.ts']))
  })
  it('says when there is no such procedure', async () => {
    const screen = await show(Response.json({ type: '/problems/not-found', title: 'Không tìm thấy', status: 404 }, { status: 404 }))
    expect(screen.text()).toContain('Không tìm thấy')
  })
})
