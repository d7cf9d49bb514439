// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { create } from 'mutative'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { noReplays } from '#core/change/replay-totals.ts'
import type { ReplaySum } from '#schemas/generated/types.ts'
import { aReplay, author, leave, openReview, reviewer, type ReviewServer } from './review-screen.ts'

enableAutoUnmount(afterEach)
afterEach(leave)

const tried = (more: Partial<ReplaySum> = {}): ReplaySum => ({
  ...noReplays, replayed: 3, verdicts: { same: 1, asksAgain: 1, losesData: 1 }, questions: [{ path: '/lyDo', count: 1 }, { path: '/dienTich', count: 1 }],
  reasons: [{ path: '/lyDo', keyword: 'maxLength', count: 1 }, { path: '/dienTich', keyword: 'noPlace', count: 1 }], fees: { more: 1, less: 0, difference: 20000 }, ...more,
})

const open = async (set: (server: ReviewServer) => void = () => undefined) => {
  const opened = await openReview(set)
  await opened.press('Tác động')
  return opened
}

describe('the impact of a change', () => {
  it('says how many people there are before anything was tried', async () => {
    const { said } = await open()
    expect(said()).toContain('Đang có 3 bản nháp và 2 hồ sơ đang giải quyết')
  })

  it('runs the trial, shows how far it is, and then numbers with reasons as sentences', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { server, press, said } = await open()
    server.replay = aReplay({ state: 'running', done: 1 })
    await press('Chạy thử')
    expect(said()).toContain('Đã thử 1 trên 3 hồ sơ.')
    server.replay = aReplay({ drafts: tried() })
    await vi.advanceTimersByTimeAsync(1000)
    vi.useRealTimers()
    for (const words of ['1 bản nháp vẫn như cũ.', '1 bản nháp phải trả lời lại.', '1 người có câu trả lời ở câu “Lý do” dài hoặc ngắn hơn mức mới.', '1 người đã trả lời câu “Diện tích”, nay không còn chỗ.', 'Tính chung thu thêm 20.000 đ.', 'Không có hồ sơ nào đang giải quyết.']) expect(said()).toContain(words)
  })

  it('stops it', async () => {
    const { server, press, said } = await open((given) => { given.replay = aReplay({ state: 'running', done: 2 }) })
    await press('Dừng')
    expect(server.sent.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/designer/change-requests/r/replay' })
    expect(said()).toContain('Lần chạy thử đã bị dừng')
  })

  it('stands beside each change too', async () => {
    const { press, said } = await open((server) => { server.replay = aReplay({ drafts: tried(), open: tried({ questions: [{ path: '/lyDo', count: 2 }] }) }) })
    await press('Thay đổi')
    expect(said()).toContain('Chạm đến 1 bản nháp, 2 hồ sơ đang giải quyết.')
    expect(said()).toContain('Chạm đến 1 bản nháp.')
  })

  it('keeps numbers of other content apart', async () => {
    const { said } = await open((server) => { server.replay = aReplay({ hash: 'h0', drafts: tried() }) })
    expect(said()).toContain('Các con số đã cũ')
    expect(said()).not.toContain('bản nháp vẫn như cũ')
  })

  it('falls back on the classes where no trial can be had', async () => {
    const { said } = await open((server) => { server.refusals['GET replay'] = { status: 500, title: 'Hệ thống bận' } })
    expect(said()).toContain('Chưa chạy thử được')
    expect(said()).toContain('Hệ thống bận')
  })

  it('tells a trial that is worse than the classes foresaw, and who would have to stay', async () => {
    const { said } = await open((server) => { server.replay = aReplay({ drafts: tried(), disagrees: true, stays: [{ why: 'supplement', count: 2 }] }) })
    expect(said()).toContain('Chạy thử nặng hơn dự đoán')
    expect(said()).toContain('2 hồ sơ đang chờ người nộp bổ sung.')
  })

  it('shows examples of filed dossiers to officers alone', async () => {
    const { screen } = await open((server) => { server.replay = aReplay({ open: tried() }) })
    expect([...document.querySelectorAll('button')].some((each) => each.textContent?.startsWith('Xem vài hồ sơ'))).toBe(false)
    screen.unmount()
    const officer = await open((server) => { server.account = { ...reviewer, roles: ['reviewer', 'head'] }; server.replay = aReplay({ drafts: tried(), open: tried() }) })
    await officer.press(/^Xem vài hồ sơ/)
    expect(document.querySelector('a[href="/desk/ho-so/d1"]')?.textContent).toBe('H26-1')
    expect(officer.said()).toContain('và 2 hồ sơ khác mà bạn không được mở')
  })
})

describe('what becomes of people', () => {
  const asAuthor = (more: (server: ReviewServer) => void = () => undefined) => open((server) => { server.account = author; server.request = create(server.request, (request) => { delete request.disposition }); more(server) })

  it('is chosen by the author with the numbers beside each choice', async () => {
    const { said } = await asAuthor((server) => { server.replay = aReplay({ drafts: tried() }) })
    expect(said()).toContain('3 người không phải làm gì.')
    expect(said()).toContain('3 người, trong đó 2 bị ảnh hưởng. 1 người có câu trả lời không còn chỗ.')
    expect(said()).toContain('nên phải chọn trước khi được duyệt')
  })

  it('is chosen as a whole, in both languages', async () => {
    const { server, press, choose, enter, said } = await asAuthor()
    await press('Lưu cách xử lý')
    expect(server.sent).toEqual([])
    for (const missing of ['Hãy chọn cách xử lý bản nháp.', 'Hãy chọn cách xử lý hồ sơ đang giải quyết.', 'Hãy viết lời báo bằng tiếng Việt.', 'Hãy viết lời báo bằng tiếng Anh.']) expect(said()).toContain(missing)
    await choose('Làm nốt theo bản cũ')
    await choose('Giữ theo bản lúc nộp')
    await enter('Lời báo cho người dân, tiếng Việt', 'Biểu mẫu đã đổi.')
    await enter('Lời báo cho người dân, tiếng Anh', 'The form has changed.')
    await enter('Căn cứ của thay đổi', 'NĐ 1/2026')
    await press('Lưu cách xử lý')
    expect(server.sent).toEqual([{ method: 'PUT', path: '/api/designer/change-requests/r/plan', body: { disposition: { drafts: 'finish', open: 'stay', message: { vi: 'Biểu mẫu đã đổi.', en: 'The form has changed.' } }, legalBasis: 'NĐ 1/2026' } }])
  })

  it('warns that another plan must be approved again', async () => {
    const { said } = await asAuthor((server) => { server.request = { ...server.request, approvals: [{ part: 'form', by: 'Lê Thẩm Định', byId: 'reviewer', at: '2026-11-21T04:00:00Z', hash: 'h1', verdict: 'approve' }] } })
    expect(said()).toContain('Sửa ở đây thì phải duyệt lại')
  })

  it('is read by everybody else', async () => {
    const { said } = await open()
    expect(said()).toContain('Làm nốt theo bản cũ')
    expect(said()).toContain('Changed')
    expect(document.querySelector('form[aria-label="Cách xử lý khi ban hành"]')).toBeNull()
  })
})
