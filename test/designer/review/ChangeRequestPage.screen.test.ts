// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { create } from 'mutative'
import { afterEach, describe, expect, it } from 'vitest'
import { asked, author, draft, leave, openReview, published } from './review-screen.ts'

enableAutoUnmount(afterEach)
afterEach(leave)

const threadsIn = (): Element[] => [...document.querySelectorAll('[data-thread]')]

describe('the page of a change request', () => {
  it('tells who, when and why, and how risky it is', async () => {
    const { said } = await openReview()
    for (const words of ['Nguyễn Quản Trị gửi lúc 10:00, 21/11/2026', 'Theo nghị định mới', 'Mất câu trả lời', 'Bạn đã xem 0/']) expect(said()).toContain(words)
  })

  it('marks the change in hand as seen with S, and takes the mark away again', async () => {
    const { server, key, said } = await openReview()
    await key('j')
    await key('s')
    expect(server.marks.marks).toHaveLength(1)
    expect(said()).toContain('Bạn đã xem 1/')
    await key('s')
    expect(server.marks.marks).toEqual([])
  })

  it('keeps a mark only as long as the change is what was seen', async () => {
    const { server, key, screen } = await openReview()
    await key('j')
    await key('s')
    const marks = server.marks
    screen.unmount()
    const { said } = await openReview((next) => { next.marks = { marks: marks.marks.map((mark) => ({ ...mark, digest: 'other' })) } })
    expect(said()).toContain('Bạn đã xem 0/')
  })

  it('comments on the change in hand with C; the thread is answered, settled and opened again', async () => {
    const { server, key, enter, press, said } = await openReview()
    await key('j')
    await key('c')
    expect(document.activeElement?.tagName).toBe('TEXTAREA')
    await enter('Nhận xét về thay đổi này', 'Vì sao bỏ câu này?')
    await press('Gửi nhận xét')
    const { anchor } = (server.sent.at(-1)!.body as { anchor: object })
    expect(anchor).toMatchObject({ difference: expect.any(String) })
    expect(threadsIn()).toHaveLength(1)
    expect(said()).toContain('1 nhận xét đang mở')
    await press('Trả lời', threadsIn()[0]!)
    await enter('Trả lời', 'Luật đã bỏ.')
    await press('Gửi trả lời')
    expect(threadsIn()[0]!.textContent).toContain('Luật đã bỏ.')
    await press('Đã giải quyết xong', threadsIn()[0]!)
    expect(said()).not.toContain('nhận xét đang mở')
    expect(threadsIn()[0]!.textContent).toContain('Lê Thẩm Định đánh dấu đã giải quyết')
    await press('Mở lại', threadsIn()[0]!)
    expect(server.sent.at(-1)!.body).toEqual({ state: 'open' })
  })

  it('keeps what was written when a comment cannot be sent', async () => {
    const { server, press, enter, field, said } = await openReview()
    await press(/^Ý kiến/)
    await press('Gửi nhận xét')
    expect(said()).toContain('Hãy ghi nội dung')
    server.refusals['POST threads'] = { status: 429, title: 'Quá nhiều nhận xét' }
    await enter('Nhận xét', 'Về bước thẩm định')
    await press('Gửi nhận xét')
    expect(said()).toContain('Quá nhiều nhận xét')
    expect(field('Nhận xét').value).toBe('Về bước thẩm định')
  })

  it('lists all that is said, about questions and steps too, and leads to the change', async () => {
    const { server, press, enter, said } = await openReview()
    await press(/^Ý kiến/)
    await enter('Về', 'path:/lyDo')
    await enter('Nhận xét', 'Dài bao nhiêu là đủ?')
    await press('Gửi nhận xét')
    expect(server.sent.at(-1)!.body).toEqual({ anchor: { path: '/lyDo' }, body: 'Dài bao nhiêu là đủ?' })
    expect(said()).toContain('Câu hỏi “Lý do”')
  })

  it('leaves the meaning of other words to the author, and shows the reviewer what was said', async () => {
    const { screen, said } = await openReview()
    expect(said()).toContain('Người soạn cho biết: chỉ sửa câu chữ.')
    screen.unmount()
    const mine = await openReview((server) => { server.account = author; server.request = { ...server.request, meanings: { 'other:title': 'wording' } } })
    await mine.choose('Đã là câu hỏi khác')
    expect(mine.server.sent).toEqual([{ method: 'PUT', path: '/api/designer/change-requests/r/plan', body: { meanings: { 'other:title': 'wording', [asked]: 'different' } } }])
  })

  it('says when the draft equals what is published', async () => {
    const { said } = await openReview((server) => { server.document = published; server.request = { ...server.request, parts: [] }; server.standing = { ...server.standing, mine: [], class: 'cosmetic', approvers: [], meaningsAsked: [] } })
    expect(said()).toContain('Bản soạn giống hệt bản đang áp dụng')
    expect(said()).toContain('không có gì để duyệt')
  })

  it('warns of more than 200 changes, put under their pages', async () => {
    const { said } = await openReview((server) => { server.document = create(draft, (document) => { for (let i = 0; i < 210; i++) document.form!.schema.properties[`them${i}`] = { type: 'string', title: `Thêm ${i}`, maxLength: 10 } }) })
    expect(said()).toMatch(/Có 2\d\d thay đổi, được xếp theo trang/)
  })

  it('names whose approval counts no more since the draft moved', async () => {
    const { said } = await openReview((server) => { server.request = { ...server.request, approvals: [{ part: 'form', by: 'Lê Thẩm Định', byId: 'reviewer', at: '2026-11-21T04:00:00Z', hash: 'h0', verdict: 'approve', void: true }] } })
    expect(said()).toContain('Lời duyệt của Lê Thẩm Định không còn tính')
  })

  it('says that another revision is in force by now, and lets the author compare again', async () => {
    const overtaken = await openReview((server) => { server.inForce = 'h9' })
    expect(overtaken.said()).toContain('Bản đang áp dụng không còn là bản đã đem so sánh')
    overtaken.screen.unmount()
    const mine = await openReview((server) => { server.inForce = 'h9'; server.account = author })
    await mine.press('So sánh lại với bản đang áp dụng')
    expect(mine.server.sent).toEqual([{ method: 'POST', path: '/api/designer/procedures/p/change-requests', body: { comment: '' } }])
    expect(mine.said()).not.toContain('không còn là bản đã đem so sánh')
  })

  it('shows what a first publication brings, without impact', async () => {
    const { said } = await openReview((server) => { server.published = undefined; server.inForce = undefined; delete (server.request as { base?: string }).base; server.standing = { ...server.standing, meaningsAsked: [] } })
    expect(said()).toContain('Nội dung mới')
    expect(said()).not.toContain('Tác động')
  })
})
