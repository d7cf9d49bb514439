// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { create } from 'mutative'
import { afterEach, describe, expect, it } from 'vitest'
import { author, draft, leave, openReview } from './review-screen.ts'

enableAutoUnmount(afterEach)
afterEach(leave)

describe('ReviewPanel', () => {
  it('lets a reviewer approve exactly what was read, and all that is theirs', async () => {
    const { server, enter, press, said } = await openReview()
    expect(said()).toContain('Bạn duyệt: Biểu mẫu và thông tin')
    await enter('Ý kiến kèm quyết định', 'Đầy đủ')
    await press('Duyệt')
    expect(server.sent).toEqual([{ method: 'POST', path: '/api/designer/change-requests/r/review', body: { verdict: 'approve', hash: 'h1', comment: 'Đầy đủ' } }])
    expect(said()).toContain('Mọi phần đã được duyệt')
  })

  it('lets who answers for several parts approve one and leave the others for later', async () => {
    const { server, press, said, field } = await openReview((given) => { given.standing = { ...given.standing, mine: ['form', 'fees'] } })
    expect(said()).toContain('Bạn duyệt: Biểu mẫu và thông tin, Phí, lệ phí')
    const fees = field('Phí, lệ phí')
    fees.checked = false
    fees.dispatchEvent(new Event('change', { bubbles: true }))
    await press('Duyệt')
    expect(server.sent.at(-1)!.body).toMatchObject({ verdict: 'approve', parts: ['form'] })
  })

  it('approves with Ctrl+Enter, and only who may', async () => {
    const first = await openReview()
    await first.key('Enter', { ctrlKey: true })
    expect(first.server.sent).toHaveLength(1)
    first.screen.unmount()
    const second = await openReview((server) => { server.account = author })
    await second.key('Enter', { ctrlKey: true })
    expect(second.server.sent).toEqual([])
  })

  it('says who approves what, and where nobody can', async () => {
    const { said } = await openReview()
    expect(said()).toContain('Chờ: Lê Thẩm Định')
    expect(said()).toContain('Chưa ai được quyền duyệt phần này')
  })

  it('wants a reason with a request for changes', async () => {
    const { server, press, said, enter } = await openReview()
    await press('Đề nghị sửa')
    expect(server.sent).toEqual([])
    expect(said()).toContain('Ghi rõ cần sửa gì')
    await enter('Ý kiến kèm quyết định', 'Giữ lại câu diện tích')
    await press('Đề nghị sửa')
    expect(server.sent[0]!.body).toMatchObject({ verdict: 'ask-changes', comment: 'Giữ lại câu diện tích' })
  })

  it('tells the author why the decision is not theirs', async () => {
    const { said } = await openReview((server) => { server.account = { ...author, roles: ['administrator', 'reviewer'] } })
    expect(said()).toContain('nên không tự thẩm định được')
    expect([...document.querySelectorAll('button')].some((each) => each.textContent?.trim() === 'Duyệt')).toBe(false)
  })

  it('names what the author must still say, and cannot be approved before', async () => {
    const { said, button } = await openReview((server) => { server.request = create(server.request, (request) => { delete request.meanings; delete request.disposition }) })
    expect(said()).toContain('cho biết 1 chỗ đổi lời')
    expect(said()).toContain('chọn cách xử lý bản nháp')
    expect(button('Duyệt').disabled).toBe(true)
  })

  it('does not record a decision about other content, and tells what is new', async () => {
    const { server, enter, press, said, field } = await openReview()
    server.refusals['POST review'] = { status: 409, title: 'Có người vừa thay đổi', errors: [{ pointer: '#/hash', code: 'change.otherContent', detail: 'Bản nháp đã thay đổi so với bản bạn đã đọc.' }] }
    server.document = create(draft, (document) => { document.form!.schema.properties['lyDo']!.title = 'Lý do đề nghị' })
    server.request = { ...server.request, hash: 'h2' }
    await enter('Ý kiến kèm quyết định', 'Tốt')
    await press('Duyệt')
    expect(said()).toContain('Bản soạn đã đổi trong lúc bạn đọc: 1 điểm khác')
    expect(said()).toContain('Bản nháp đã thay đổi so với bản bạn đã đọc.')
    expect(field('Ý kiến kèm quyết định').value).toBe('Tốt')
    await press('Duyệt')
    expect(server.sent.at(-1)!.body).toMatchObject({ hash: 'h2' })
    await press('Tôi đã xem các điểm mới')
    expect(said()).not.toContain('Bản soạn đã đổi trong lúc bạn đọc')
  })

  it('lets the author send it again once changes were asked for', async () => {
    const { server, press } = await openReview((given) => { given.account = author; given.request = { ...given.request, state: 'changes-asked' } })
    await press('Gửi thẩm định lại')
    expect(server.sent.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /api/designer/procedures/p/change-requests'])
  })
})

describe('publication', () => {
  const approved = (set: Parameters<typeof openReview>[0] = () => undefined) => openReview((server) => { server.request = { ...server.request, state: 'approved' }; set(server) })

  it('is now', async () => {
    const { server, press, said } = await approved()
    await press('Ban hành')
    expect(server.sent).toEqual([{ method: 'POST', path: '/api/designer/change-requests/r/publication', body: { now: true } }])
    expect(said()).toContain('Người dân đang nộp hồ sơ theo bản này.')
  })

  it('comes with a note of what was agreed, which the head numbers', async () => {
    expect((await openReview()).said()).not.toContain('Những điểm thay đổi:')
    const { said } = await approved()
    expect(said()).toContain('Đề nghị thẩm định · lần ban hành 2')
    expect(said()).toMatch(/Lần ban hành 2\s+Theo nghị định mới\s+Những điểm thay đổi:\s+- /)
  })

  it('or on a day, which is asked for in full, and taken back', async () => {
    const { server, press, enter, said } = await approved()
    await press('Hẹn ban hành')
    await press('Hẹn ban hành')
    expect(said()).toContain('Hãy nhập đủ ngày, tháng và năm.')
    for (const [part, value] of [['Ngày', '1'], ['Tháng', '1'], ['Năm', '2099']] as const) await enter(part, value)
    await press('Hẹn ban hành')
    expect(server.sent.at(-1)).toMatchObject({ body: { at: '2099-01-01' } })
    expect(said()).toContain('tự có hiệu lực lúc')
    await press('Bỏ hẹn ban hành')
    expect(server.sent.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/designer/change-requests/r/schedule' })
  })

  it('follows the day that the author planned', async () => {
    const { server, press } = await approved((given) => { given.request = { ...given.request, publishAt: '2098-12-31T17:00:00.000Z' } })
    await press('Hẹn ban hành như dự kiến')
    expect(server.sent.at(-1)).toMatchObject({ path: '/api/designer/change-requests/r/publication', body: {} })
  })

  it('ends where the author takes the request back', async () => {
    const { server, press, said } = await openReview((given) => { given.account = author })
    await press('Rút đề nghị')
    expect(said()).toContain('Bản nháp vẫn còn nguyên')
    await press('Rút đề nghị')
    expect(server.sent.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/designer/change-requests/r' })
    expect(said()).toContain('Đề nghị này đã khép lại')
  })
})
