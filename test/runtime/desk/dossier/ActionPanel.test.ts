import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Action, TaskView } from '#schemas/generated/types.ts'
import { compileForm } from '#core/form/compile-form.ts'
import ActionPanel from '../../../../runtime/desk/dossier/ActionPanel.vue'
import { buildDossier, buildForm, buildWorkflow, text } from '../../../fixtures/core-builders.ts'

const form = buildForm({ ten: text('Tên cơ sở'), fax: text('Số fax') }, ['ten'])
const workflow = buildWorkflow()
const intake = workflow.steps[0]!.actions as Action[]
const viewOf = (actions: Action[], more = {}): TaskView => ({
  dossier: buildDossier({ state: 'open', step: 'intake', code: 'H26-261121-0001', version: 1, answers: { ten: 'Cơ sở A' }, ...more }),
  document: { formatVersion: 1, info: { code: 'X', name: 'Thủ tục', serviceLevel: 4, audience: [], channels: [] }, form, workflow, papers: [{ id: 'slip-02', title: 'Phiếu yêu cầu bổ sung' }] },
  files: [], events: [], actions,
})

/** The server as the panel meets it: what was sent, and the answer that the test wants. */
const serverAnswers = (status: number, body: unknown) => {
  const sent: { url: string; body: unknown }[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url: String(url), body: JSON.parse(String(init.body)) })
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' } })
  })
  return sent
}

const inDialog = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`[role=dialog] ${selector}`)]
const press = async (panel: VueWrapper, title: string): Promise<void> => {
  await panel.findAll('button').find((button) => button.text() === title)!.trigger('click')
  await flushPromises()
}
const confirm = async (title: string): Promise<void> => {
  inDialog('button').findLast((button) => button.textContent?.trim() === title)!.click()
  await flushPromises()
}

describe('ActionPanel', () => {
  let panel: VueWrapper
  const open = (view: TaskView): VueWrapper => (panel = mount(ActionPanel, { props: { view, compiled: compileForm(form) }, attachTo: document.body }))
  afterEach(() => { panel.unmount(); vi.unstubAllGlobals() })

  it('offers what the workflow offers and nothing else', () => {
    open(viewOf(intake))
    expect(panel.findAll('button').map((button) => button.text())).toEqual(['Tiếp nhận', 'Yêu cầu bổ sung'])
    expect(panel.text()).toContain('Phát hành: Phiếu yêu cầu bổ sung')
  })

  it('says whose turn it is when there is nothing to do', () => {
    expect(open(viewOf([])).text()).toBe('Hồ sơ đang chờ Một cửa ở bước “Tiếp nhận”.')
  })

  it('sends a decision with the version that was read', async () => {
    const sent = serverAnswers(200, { dossier: {} })
    open(viewOf(intake))
    await press(panel, 'Tiếp nhận')
    expect(sent).toEqual([{ url: '/api/tasks/00000000-0000-4000-8000-000000000001/actions', body: { action: 'accept', version: 1 } }])
    expect(panel.emitted('changed')).toHaveLength(1)
  })

  it('asks for a new day of return, today or later', async () => {
    const sent = serverAnswers(200, { dossier: {} })
    open(viewOf([{ id: 'apologise', title: 'Hẹn lại', to: 'intake', asks: ['dueOn'] }]))
    await press(panel, 'Hẹn lại')
    await confirm('Hẹn lại')
    expect(sent).toEqual([])
    const [day] = inDialog('input[type=date]') as HTMLInputElement[]
    expect(day!.getAttribute('aria-invalid')).toBe('true')
    day!.value = '2099-01-05'
    day!.dispatchEvent(new Event('input'))
    await confirm('Hẹn lại')
    expect(sent[0]!.body).toEqual({ action: 'apologise', version: 1, dueOn: '2099-01-05' })
  })

  it('asks for a reason and for what is to be completed before it sends anything', async () => {
    const sent = serverAnswers(200, { dossier: {} })
    open(viewOf(intake))
    await press(panel, 'Yêu cầu bổ sung')
    await confirm('Yêu cầu bổ sung')
    expect(sent).toEqual([])
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('Hãy ghi lý do')
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('Hãy chọn ít nhất một nội dung cần bổ sung')

    const reason = inDialog('textarea')[0] as HTMLTextAreaElement
    reason.value = ' Thiếu số fax. '
    reason.dispatchEvent(new Event('input'))
    inDialog('label').find((label) => label.textContent?.includes('Số fax'))!.querySelector('input')!.click()
    await confirm('Yêu cầu bổ sung')
    expect(sent.map(({ body }) => body)).toEqual([{ action: 'ask', version: 1, reason: 'Thiếu số fax.', fields: ['/fax'] }])
  })

  it('drafts a reason anew that nobody has changed', async () => {
    serverAnswers(200, { dossier: {} })
    open(viewOf(intake))
    await panel.setProps({ draft: { reason: '- Số fax: thiếu.', fields: ['/fax'] } })
    const said = (): string => (inDialog('textarea')[0] as HTMLTextAreaElement).value
    await press(panel, 'Yêu cầu bổ sung')
    expect(said()).toBe('- Số fax: thiếu.')
    await confirm('Hủy')
    await panel.setProps({ draft: { reason: '- Số fax: thiếu.\n- Tên cơ sở: sai.', fields: ['/fax', '/ten'] } })
    await press(panel, 'Yêu cầu bổ sung')
    expect(said()).toBe('- Số fax: thiếu.\n- Tên cơ sở: sai.')
  })

  it('tells that somebody else was faster and keeps what was typed', async () => {
    serverAnswers(409, { type: '/problems/version-conflict', title: 'Hồ sơ vừa thay đổi', status: 409 })
    open(viewOf(intake))
    await press(panel, 'Yêu cầu bổ sung')
    const reason = inDialog('textarea')[0] as HTMLTextAreaElement
    reason.value = 'Thiếu số fax.'
    reason.dispatchEvent(new Event('input'))
    inDialog('label').find((label) => label.textContent?.includes('Số fax'))!.querySelector('input')!.click()
    await confirm('Yêu cầu bổ sung')
    expect(panel.emitted('stale')).toHaveLength(1)
    expect((inDialog('textarea')[0] as HTMLTextAreaElement).value).toBe('Thiếu số fax.')
  })
})
