// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { getActivePinia } from 'pinia'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import type { Procedure } from '#schemas/generated/types.ts'
import type { ProcedureHistory } from '../../../designer/client/history.ts'
import { provideOpenedProcedure } from '../../../designer/editing/opened-procedure.ts'
import HistoryPage from '../../../designer/history/HistoryPage.vue'
import { buildProcedure } from '../../fixtures/build.ts'
import { openDocument, routerTo } from '../open-document.ts'

enableAutoUnmount(afterEach)
afterEach(() => vi.unstubAllGlobals())

const shorter = buildProcedure('1.5')
shorter.form!.schema.properties['ten']!.maxLength = 60
const [first, second] = ['a'.repeat(64), 'b'.repeat(64)]
const documents: Record<string, Procedure> = { [first]: buildProcedure('1.5'), [second]: shorter }
const history: ProcedureHistory = {
  releases: [
    { revision: first, at: '2026-01-05T02:00:00.000Z', by: 'Lê Thẩm Định', comment: 'Lần đầu' },
    { revision: second, at: '2026-05-03T02:00:00.000Z', by: 'Lê Thẩm Định', comment: 'Tên ngắn hơn', legalBasis: 'Thông tư 1/2026', class: 'asksAgain', requestId: 'r', approvals: [{ part: 'form', by: 'Bùi Lan', at: '2026-05-02T02:00:00.000Z' }] },
  ],
  events: [{ number: 1, at: '2026-01-05T02:00:00.000Z', type: 'published', actor: 'Lê Thẩm Định', revision: first, hash: 'x' }, { number: 2, at: '2026-05-03T02:00:00.000Z', type: 'published', actor: 'Lê Thẩm Định', revision: second, content: { comment: 'Tên ngắn hơn' }, hash: 'y' }],
  broken: [],
}

const show = async (given: Partial<ProcedureHistory> = {}) => {
  vi.stubGlobal('fetch', (path: string) => {
    const hash = /revisions\/(\w+)$/.exec(path)?.[1]
    return Promise.resolve(Response.json(hash ? { document: documents[hash] } : { ...history, ...given }))
  })
  const store = openDocument(documents[second]!)
  store.published = documents[second]
  const router = routerTo({ request: '/de-nghi/:id' })
  await router.push('/thu-tuc/p/lich-su')
  const page = defineComponent({
    setup: () => {
      const { publishedHash } = provideOpenedProcedure('p')
      publishedHash.value = second
      return () => h(HistoryPage)
    },
  })
  const screen = mount(page, { attachTo: document.body, global: { plugins: [getActivePinia()!, router], stubs: { RevisionComparison: true } } })
  await flushPromises()
  const press = async (name: RegExp): Promise<void> => {
    [...document.querySelectorAll<HTMLElement>('button')].find((each) => name.test(each.textContent ?? ''))!.click()
    await flushPromises()
  }
  return { screen, store, router, press }
}

describe('HistoryPage', () => {
  it('tells of each release who, when, why, on what basis, how risky, and where it is for ever', async () => {
    const { screen } = await show()
    const [latest, oldest] = screen.findAll('ol[reversed] > li').map((each) => each.text())
    expect(latest).toMatch(/Lần 2.*Đang áp dụng.*Phải hỏi lại.*Lê Thẩm Định ban hành lúc 09:00, 03\/05\/2026.*Tên ngắn hơn.*Thông tư 1\/2026.*Bùi Lan/s)
    expect(oldest).toContain('Lần đầu')
    expect(screen.findAll('ol[reversed] a[target=_blank]').map((each) => each.attributes('href'))).toContain(`/api/procedures/p/revisions/${second}/types.ts`)
    expect(screen.text()).toContain('Sổ lịch sử nguyên vẹn: đã kiểm tra chuỗi mã băm của 2 mục.')
  })

  it('makes the release note of a release of what was said and what changed, when it is opened', async () => {
    const { screen } = await show()
    const [latest, oldest] = screen.findAll('ol[reversed] > li')
    expect(latest!.find('[role=document]').exists()).toBe(false)
    for (const entry of [latest!, oldest!]) {
      const details = entry.get<HTMLDetailsElement>('details')
      details.element.open = true
      await details.trigger('toggle')
      await flushPromises()
    }
    expect(latest!.get('[role=document]').text()).toMatch(/Lần ban hành 2, có hiệu lực từ 09:00, 03\/05\/2026\nCăn cứ: Thông tư 1\/2026\n\nTên ngắn hơn\n\nNhững điểm thay đổi:\n- .*60/)
    expect(oldest!.get('[role=document]').text()).toContain('Lần ban hành 1')
    expect(oldest!.get('[role=document]').text()).toContain('ban hành lần đầu')
  })

  it('warns when the record is not what was written', async () => {
    const { screen } = await show({ broken: [2] })
    expect(screen.get('[role=alert]').text()).toContain('Các mục số 2 không đúng')
    expect(screen.text()).not.toContain('Sổ lịch sử nguyên vẹn')
  })

  it('holds two revisions against each other, as the address says', async () => {
    const { screen, router, press } = await show()
    await press(/^So với lần trước/)
    expect(router.currentRoute.value.query).toEqual({ truoc: first, sau: second })
    expect(screen.text()).toContain('60')
    await press(/^Đổi chỗ/)
    expect(router.currentRoute.value.query).toEqual({ truoc: second, sau: first })
  })

  it('says so when nothing was published', async () => {
    const { screen } = await show({ releases: [], events: [] })
    expect(screen.text()).toContain('Chưa ban hành lần nào')
  })

  it('puts an older revision into the draft after showing what changes, and asks to send it to review', async () => {
    const { store, press } = await show()
    expect([...document.querySelectorAll('button')].filter((each) => each.textContent?.startsWith('Ban hành lại bản này'))).toHaveLength(1)
    await press(/^Ban hành lại bản này/)
    await vi.waitFor(() => expect(document.querySelector('[role=dialog]')?.textContent).toContain('100'))
    expect(store.document).toEqual(documents[second])
    await press(/^Đưa vào bản soạn/)
    expect(store.document).toEqual(documents[first])
    expect(store.toUndo).toBe('restoreRevision')
    expect(document.querySelector('[role=dialog]')).toBeNull()
    store.undo()
    expect(store.document).toEqual(documents[second])
  })
})
