import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { keepLocalCopy, readLocalCopy } from '#runtime/citizen/apply/local-copy.ts'
import { keptAside } from '#runtime/citizen/revision/kept-aside.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { revisionNotice } from '../../../fixtures/revision-notice.ts'
import { inFreshBrowser, openFiling } from '../open-filing.ts'
import { document as published } from '../server-stand-in.ts'

const complete = { kind: 'new', name: 'Viện A', signedOn: '2026-11-21', rows: [{ label: 'C1', count: 2 }], agree: true }
/** The name is asked for under another name, the tax code is not asked any more. */
const renamed = (): Procedure => {
  const next = structuredClone(published)
  const { name, code: _gone, ...rest } = next.form!.schema.properties
  next.form!.schema.properties = { ...rest, fullName: name! }
  next.form!.schema.required = next.form!.schema.required!.map((each) => (each === 'name' ? 'fullName' : each))
  next.form!.pages[0]!.sections[0]!.questions = ['/kind', '/oldNumber', '/fullName', '/shortName', '/signedOn']
  return { ...next, migrations: [{ from: '/name', to: '/fullName' }] }
}
const former = { '/api/procedures/p1/revisions/h1': { id: 'p1', revision: 'h1', document: published } }

inFreshBrowser()

describe('a draft that goes on under a newer form only', () => {
  const asked = revisionNotice({ kind: 'ask' })

  it('tells what changed before anything moves, and goes on when its applicant says so', async () => {
    const { server, screen, press } = await openFiling('/nop/d1', { given: { answers: complete }, notice: asked })
    expect(screen.get('h1').text()).toBe('Mẫu đơn này đã thay đổi')
    for (const words of ['Mẫu đơn này đã thay đổi ngày 03/05/2020. 2 câu hỏi cần bạn trả lời lại.', 'Tên cơ quan', 'Mẫu dấu 1, Ký hiệu', 'Theo Nghị định mới, tên ngắn hơn.', 'Số fax', '024 1234']) expect(screen.text()).toContain(words)
    expect(server.sent.filter(({ method }) => method !== 'GET')).toEqual([])

    await press('Làm tiếp theo mẫu mới')
    await vi.waitFor(() => expect(screen.get('h1').text()).toBe('Thông tin'))
    expect(server.sent.find(({ method }) => method === 'PUT')).toMatchObject({ path: '/api/dossiers/d1/revision', body: { revision: 'h2' }, headers: { 'If-Match': '"1"' } })
    await vi.waitFor(() => expect(screen.text()).toContain('2 câu hỏi cần bạn trả lời lại.'))
  })

  it('shows what is so now when somebody was faster', async () => {
    const { server, screen, press } = await openFiling('/nop/d1', { given: { answers: complete }, notice: asked })
    server.state.dossier = { ...server.state.dossier, version: 5 }
    await press('Làm tiếp theo mẫu mới')
    expect(screen.get('h1').text()).toBe('Mẫu đơn này đã thay đổi')
    await press('Làm tiếp theo mẫu mới')
    await vi.waitFor(() => expect(screen.get('h1').text()).toBe('Thông tin'))
  })
})

describe('a draft that was moved to a newer form', () => {
  it('leads to each question that waits, and says on the way what the office says', async () => {
    const { screen, router } = await openFiling('/nop/d1', { given: { answers: complete, revision: 'h2' }, notice: revisionNotice() })
    await vi.waitFor(() => expect(screen.text()).toContain('Cơ quan nhắn: Theo Nghị định mới'))
    expect(screen.text()).toContain('2 câu hỏi cần bạn trả lời lại.')
    expect(screen.get('details').text()).toContain('Số fax')
    const link = screen.findAll('a').find((each) => each.text() === 'Mẫu dấu 1, Ký hiệu')!
    expect(link.attributes('href')).toBe('/nop/d1/seals?at=%2Frows%2F0%2Flabel')
    await link.trigger('click')
    await vi.waitFor(() => expect(router.place.value.params['page']).toBe('seals'))
  })

  it('says on the page that checks what is not filed, and comes back there', async () => {
    const { screen } = await openFiling('/nop/d1/kiem-tra', { given: { answers: complete, revision: 'h2' }, notice: revisionNotice() })
    await vi.waitFor(() => expect(screen.text()).toContain('Câu trả lời không còn chỗ trong mẫu mới'))
    expect(screen.text()).toContain('024 1234')
    expect(screen.find('details').exists()).toBe(false)
    expect(screen.findAll('a').find((each) => each.text() === 'Mẫu dấu 1, Ký hiệu')!.attributes('href')).toBe('/nop/d1/seals?from=check&at=%2Frows%2F0%2Flabel')
  })
})

describe('a form that was open when it was replaced', () => {
  it('begins anew under the new form with what was typed, and keeps in words what has no place there', async () => {
    const { server, screen, type } = await openFiling('/nop/d1', { given: { answers: complete }, also: former })
    server.state.document = renamed()
    server.state.dossier = { ...server.state.dossier, revision: 'h2', version: 2, answers: { ...complete, name: undefined, fullName: 'Viện A' } as never }
    server.state.notice = revisionNotice({ questions: [], aside: [] })

    await type('#q-name', 'Viện B')
    await type('#q-code', '0101234567')
    await vi.waitFor(() => expect(screen.find('#q-fullName').exists()).toBe(true), { timeout: 8000 })

    expect((screen.get('#q-fullName').element as HTMLInputElement).value).toBe('Viện B')
    await vi.waitFor(() => expect(server.state.dossier.answers).toMatchObject({ fullName: 'Viện B', kind: 'new' }), { timeout: 8000 })
    expect(server.state.dossier.answers).not.toHaveProperty('code')
    await vi.waitFor(() => expect(screen.get('details').text()).toContain('0101234567'))
    expect(keptAside('d1')).toMatchObject([{ pointer: '/code', title: { vi: 'Mã số thuế' } }])
  })

  it('takes over what was typed without a line, when it is opened again', async () => {
    keepLocalCopy('d1', { account: 'u1', revision: 'h1', version: 1, base: complete, answers: { ...complete, name: 'Viện C' } })
    const { server, screen } = await openFiling('/nop/d1', { given: { answers: { kind: 'new', fullName: 'Viện A' }, revision: 'h2', version: 2 }, document: renamed(), also: former })
    expect((screen.get('#q-fullName').element as HTMLInputElement).value).toBe('Viện C')
    await vi.waitFor(() => expect(server.state.dossier.answers).toMatchObject({ fullName: 'Viện C' }), { timeout: 8000 })
  })

  it('keeps what was typed where the old form cannot be read just now', async () => {
    const copy = { account: 'u1', revision: 'h1', version: 1, base: complete, answers: { ...complete, name: 'Viện C' } }
    keepLocalCopy('d1', copy)
    const { screen } = await openFiling('/nop/d1', { given: { answers: {}, revision: 'h2', version: 2 }, document: renamed() }, '[role=alert]')
    expect(screen.find('form').exists()).toBe(false)
    expect(readLocalCopy('d1', 'u1')).toEqual(copy)
  })
})

describe('filing that meets a publication', () => {
  it.each([
    ['revision-replaced', 'Xem thay đổi và làm tiếp', '/nop/d1'],
    ['procedure-withdrawn', 'Về hồ sơ của tôi', '/ho-so'],
  ])('is told what to do, and that nothing is lost: %s', async (kind, way, href) => {
    const { server, screen, press } = await openFiling('/nop/d1/kiem-tra', { given: { answers: complete } })
    server.state.refuseFiling = { type: `/problems/${kind}`, title: 'Chưa nhận được', status: 409, detail: 'Mẫu đơn đã đổi.' }
    await press('Nộp hồ sơ')
    await vi.waitFor(() => expect(screen.text()).toContain('Hồ sơ chưa được nộp. Những gì bạn đã khai vẫn còn nguyên.'))
    await flushPromises()
    expect(screen.findAll('a').find((each) => each.text() === way)!.attributes('href')).toBe(href)
    expect(server.state.dossier).toMatchObject({ state: 'draft', answers: { name: 'Viện A' } })
  })
})
