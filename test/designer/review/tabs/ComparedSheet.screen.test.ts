// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { tagOf } from '../../../../designer/review/tabs/change-tag.ts'
import { compareSheets } from '../../../../designer/review/tabs/compared-sheets.ts'
import ComparedSheet from '../../../../designer/review/tabs/ComparedSheet.vue'
import type { FromSheet, ShownSheet, ToSheet } from '../../../../designer/review/tabs/sheet-messages.ts'
import { toldChanges } from '../../../../designer/review/told-changes.ts'
import { after, before } from '../../../fixtures/two-revisions.ts'

enableAutoUnmount(afterEach)
afterEach(() => {
  vi.restoreAllMocks()
  document.body.innerHTML = ''
})

const sheets = compareSheets(before(), after(), toldChanges(before(), after(), 'vi'), 'vi', tagOf)
const shown: ShownSheet = { kind: 'sheet', form: after().form!, pages: sheets.after!, locale: 'vi', spoken: 'vi', label: 'Biểu mẫu của bản sau' }

const tell = async (message: ToSheet): Promise<void> => {
  window.dispatchEvent(new MessageEvent('message', { data: message, origin: location.origin, source: window.parent as unknown as MessageEventSource }))
  await flushPromises()
}
const open = async (...messages: ToSheet[]) => {
  const said: FromSheet[] = []
  vi.spyOn(window.parent, 'postMessage').mockImplementation((message: unknown) => { said.push(message as FromSheet) })
  const screen = mount(ComparedSheet, { attachTo: document.body })
  for (const message of [shown, ...messages]) await tell(message)
  return { screen, said, card: (key: string) => screen.get(`[data-key="${key}"]`) }
}

describe('a sheet of the comparison', () => {
  it('draws the form with the controls of citizens, which nobody can fill in', async () => {
    const { card } = await open()
    expect(card('/email').find('input').exists()).toBe(true)
    expect(card('/email').get('[inert]').find('input').exists()).toBe(true)
  })
  it('outlines and tags what changed, and leaves a ghost of what is gone', async () => {
    const { card } = await open()
    expect(card('/lyDo').classes()).toContain('border-warn')
    expect(card('/lyDo').get('button').text()).toContain('Sửa · Phải hỏi lại')
    expect(card('-/gapDoi').text()).toContain('Bản này không hỏi câu này.')
    expect(card('/khan').find('button[aria-pressed]').exists()).toBe(false)
  })
  it('says which change was chosen, and shows its sentence where it is told', async () => {
    const { card, said } = await open()
    await card('/email').get('button').trigger('click')
    expect(said).toContainEqual({ kind: 'chosen', id: 'question:/email' })
    await tell({ kind: 'choose', key: '/email', id: 'question:/email' })
    expect(card('/email').get('button').attributes('aria-pressed')).toBe('true')
    expect(card('/email').get('li').text()).toContain('Thư điện tử')
  })
  it('hands the keys of the review to the page around', async () => {
    const { said } = await open()
    for (const key of ['j', 'B', 'x']) window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    expect(said.filter(({ kind }) => kind === 'key').map((message) => (message.kind === 'key' ? message.press.key : ''))).toEqual(['j', 'B'])
  })
  it('says in words when the form cannot be drawn, and draws the next one that it is given', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const { screen } = await open({ ...shown, form: { ...shown.form, pages: undefined as never } })
    expect(screen.get('[role=alert]').text()).toContain('Không vẽ được biểu mẫu của bản này')
    await tell(shown)
    expect(screen.find('[role=alert]').exists()).toBe(false)
    expect(screen.find('[data-key="/email"]').exists()).toBe(true)
  })
  it('hears nobody else', async () => {
    const { screen } = await open()
    window.dispatchEvent(new MessageEvent('message', { data: { ...shown, pages: [] }, origin: 'https://example.org', source: window as unknown as MessageEventSource }))
    await flushPromises()
    expect(screen.find('[data-key="/email"]').exists()).toBe(true)
  })
})
