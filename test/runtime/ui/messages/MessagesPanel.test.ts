import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import MessagesPanel from '#runtime/ui/messages/MessagesPanel.vue'

const thread = {
  messages: [
    { number: 1, at: '2026-11-20T02:00:00.000Z', side: 'applicant', author: 'Vũ Công Dân', text: 'Bao giờ có kết quả?' },
    { number: 2, at: '2026-11-20T03:00:00.000Z', side: 'office', author: 'Bộ phận Một cửa', text: 'Ngày 27.' },
  ],
  read: 1, seen: 1,
}

const json = (body: unknown, status: number): Response => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })

/** A server that answers by method; what was asked is kept. */
const standIn = (answers: Record<string, () => Response>) => {
  const asked: { method: string, path: string, body: unknown }[] = []
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit) => {
    asked.push({ method, path, body: body === undefined ? undefined : JSON.parse(String(body)) as unknown })
    return answers[method]!()
  })
  return asked
}

afterEach(() => vi.unstubAllGlobals())

const open = async () => {
  const panel = mount(MessagesPanel, { props: { dossier: 'd1', side: 'applicant' }, attachTo: document.body })
  await flushPromises()
  return panel
}

describe('the panel of messages', () => {
  it('shows who wrote what, says what is new and tells the server that it was shown', async () => {
    const asked = standIn({ GET: () => json(thread, 200), PUT: () => json({ ...thread, read: 2 }, 200) })
    const lines = (await open()).findAll('li').map((line) => line.text())
    expect(lines[0]).toContain('Bạn')
    expect(lines[0]).toContain('Đã xem')
    expect(lines[1]).toContain('Bộ phận Một cửa')
    expect(lines[1]).toContain('Mới')
    expect(asked).toContainEqual({ method: 'PUT', path: '/api/dossiers/d1/messages/read', body: { number: 2 } })
  })
  it('asks for words beside the field before anything is sent', async () => {
    const asked = standIn({ GET: () => json({ ...thread, read: 2 }, 200) })
    const panel = await open()
    await panel.find('form').trigger('submit')
    expect(panel.text()).toContain('Hãy viết nội dung trước khi gửi')
    expect(asked.filter(({ method }) => method === 'POST')).toEqual([])
  })
  it('keeps what was typed when it could not be sent', async () => {
    standIn({ GET: () => json({ ...thread, read: 2 }, 200), POST: () => json({ type: '/problems/too-many', title: 'Quá nhiều yêu cầu', status: 429 }, 429) })
    const panel = await open()
    await panel.find('textarea').setValue('Tôi hỏi thêm')
    await panel.find('form').trigger('submit')
    await flushPromises()
    expect(panel.text()).toContain('Quá nhiều yêu cầu')
    expect(panel.find('textarea').element.value).toBe('Tôi hỏi thêm')
  })
})
