// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DifferenceGroup } from '#core/change/group-differences.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import RevisionComparison from '../../../../designer/review/tabs/RevisionComparison.vue'
import SheetFrame from '../../../../designer/review/tabs/SheetFrame.vue'
import { toldChanges } from '../../../../designer/review/told-changes.ts'
import { after, before } from '../../../fixtures/two-revisions.ts'

enableAutoUnmount(afterEach)
beforeEach(() => { vi.stubGlobal('fetch', () => Promise.reject(new Error('offline'))) })
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

// The pages in the frames are proved by themselves, and in a browser: this DOM loads none.
const show = (props: { before?: Procedure, after: Procedure, selected?: string, differences?: readonly DifferenceGroup[] } = { before: before(), after: after() }) =>
  mount(RevisionComparison, { attachTo: document.body, props, global: { stubs: { SheetFrame: true } } })
type Screen = ReturnType<typeof show>

const openTab = async (screen: Screen, name: string) => {
  await screen.findAll('[role=tab]').find((each) => each.text() === name)!.trigger('mousedown', { button: 0 })
  await flushPromises()
  return screen.get('[role=tabpanel][data-state=active]')
}
const button = (screen: Screen, name: string) => screen.findAll('button').find((each) => each.text() === name)!
const frames = (screen: Screen) => screen.findAllComponents(SheetFrame)
const press = async (key: string): Promise<void> => { window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })); await flushPromises() }

describe('what citizens see', () => {
  it('shows both forms at the width of a phone, and of a computer when asked', async () => {
    const screen = show()
    expect(frames(screen).map((frame) => [frame.props('heading'), frame.props('width')])).toEqual([['Trước', 360], ['Sau', 360]])
    await button(screen, 'Máy tính').trigger('click')
    expect(frames(screen).map((frame) => frame.props('width'))).toEqual([768, 768])
  })
  it('shows the form in the other language, the changes still in that of the reviewer', async () => {
    const screen = show()
    await button(screen, 'Tiếng Anh').trigger('click')
    expect(frames(screen)[1]!.props('shown')).toMatchObject({ locale: 'en', spoken: 'vi' })
  })
  it('goes from before to after and back with B', async () => {
    const screen = show()
    await press('b')
    expect(frames(screen).map((frame) => frame.props('heading'))).toEqual(['Trước'])
    await press('b')
    expect(frames(screen).map((frame) => frame.props('heading'))).toEqual(['Sau'])
  })
  it('tells the frames which question is looked at, and says what was chosen in them', async () => {
    const screen = show({ before: before(), after: after(), selected: 'question:/lyDo:maxLength' })
    expect(frames(screen).map((frame) => frame.props('chosen'))).toEqual([{ key: '/lyDo', id: 'question:/lyDo:maxLength' }, { key: '/lyDo', id: 'question:/lyDo:maxLength' }])
    frames(screen)[0]!.vm.$emit('choose', 'question:/email')
    expect(screen.emitted('select')).toEqual([['question:/email']])
    await screen.setProps({ selected: 'fee:le-phi:amount' })
    expect(screen.text()).toContain('Thay đổi đang chọn không nằm trên biểu mẫu')
  })
  it('shows all pages when only the workflow changed, and says so', () => {
    const screen = show({ before: before(), after: { ...before(), workflow: after().workflow! } })
    expect(screen.text()).toContain('Biểu mẫu hai bản như nhau')
    expect(frames(screen)[0]!.props('shown').pages).toHaveLength(1)
  })
  it('says beside the one that is drawn when the form of the other revision cannot be drawn', () => {
    const differences = toldChanges(before(), after(), 'vi')
    const broken = { ...before(), form: { ...before().form!, pages: undefined as never } }
    const old = show({ before: broken, after: after(), differences })
    expect(frames(old).map((frame) => frame.props('heading'))).toEqual(['Sau'])
    expect(old.get('section[aria-label=Trước]').text()).toContain('Không vẽ được biểu mẫu của bản này')
    const now = show({ before: before(), after: broken, differences })
    expect(frames(now).map((frame) => frame.props('heading'))).toEqual(['Trước'])
    expect(now.get('section[aria-label=Sau]').text()).toContain('Các thẻ khác vẫn cho biết')
  })
  it('says of a revision without a form that it has none', () => {
    const { form: _none, ...bare } = before()
    const screen = show({ before: before(), after: bare })
    expect(frames(screen).map((frame) => frame.props('heading'))).toEqual(['Trước'])
    expect(screen.get('section[aria-label=Sau]').text()).toContain('Thủ tục không có biểu mẫu')
  })
  it('shows one form only where nothing was published before', () => {
    expect(frames(show({ after: after() }))).toHaveLength(1)
  })
})

describe('the change that is looked at', () => {
  it('stands above every view as a sentence; J and K go on and back', async () => {
    const screen = show({ before: before(), after: after(), selected: 'question:/lyDo:maxLength' })
    expect(screen.get('[role=status]').text()).toContain('Lý do cần gấp')
    await press('j')
    await press('k')
    const [next, previous] = screen.emitted<[string]>('select')!.map(([id]) => id)
    expect(next).not.toBe(previous)
  })
  it('is none at first: the first J begins', async () => {
    const screen = show()
    expect(screen.get('[role=status]').text()).toMatch(/^\d+ thay đổi/)
    await press('j')
    expect(screen.emitted('select')).toHaveLength(1)
  })
  it('does not go on where nothing differs', async () => {
    const screen = show({ before: before(), after: before() })
    await press('j')
    expect(screen.emitted('select')).toBeUndefined()
  })
})

describe('the other views', () => {
  it('mark steps and ways on the map in words, and tell them in a table', async () => {
    const screen = show()
    const panel = await openTab(screen, 'Quy trình')
    expect(panel.get('[data-node=look]').attributes('aria-label')).toContain('Mới')
    expect(panel.get('[data-node=decision]').attributes('aria-label')).toContain('Trả lại thẩm định → Thẩm định (Bỏ)')
    expect(panel.get('del').text()).toContain('bỏ:')
    expect(panel.text()).toContain('Thời hạn: 3 ngày làm việc')
    await panel.get('[data-node=appraisal]').trigger('click')
    expect(screen.emitted('select')).toEqual([['step:appraisal:within']])
  })
  it('say rules before and after, and for whom that makes a difference', async () => {
    const screen = show()
    const panel = await openTab(screen, 'Quy tắc')
    expect(panel.text()).toContain('Bản sau cũng đúng khi:')
    await panel.get('button').trigger('click')
    expect(screen.emitted('select')).toHaveLength(1)
  })
  it('show texts word by word in both languages', async () => {
    const panel = await openTab(show(), 'Lời văn')
    expect(panel.text()).toContain('Tiếng Anh chưa đổi theo')
    expect(panel.findAll('ins').map((each) => each.text()).join()).toContain('của người đề nghị')
    expect(panel.findAll('[lang=en]').length).toBeGreaterThan(0)
  })
  it('run scenarios under both', async () => {
    const panel = await openTab(show(), 'Tình huống')
    expect(panel.text()).toContain('nộp được, trả 50.000 đ')
    expect(panel.text()).toContain('nộp được, trả 70.000 đ')
    expect(panel.get('tbody tr').text()).toContain('Kết quả khác')
  })
  it('show the source line beside line, what stayed folded until it is opened', async () => {
    const panel = await openTab(show({ before: before(), after: after(), selected: 'question:/lyDo:maxLength' }), 'Mã nguồn')
    expect(panel.find('.outline-accent').text()).toContain('"lyDo"')
    const folded = panel.findAll('button').filter((each) => each.text().includes('dòng giống nhau'))
    await folded[0]!.trigger('click')
    expect(panel.findAll('button').filter((each) => each.text().includes('dòng giống nhau'))).toHaveLength(folded.length - 1)
  })
  it('show as much of a long source as is read at once, and more when asked', async () => {
    const long = (changed: number): Procedure => ({ ...before(), notes: Array.from({ length: 1200 }, (_each, i) => `${i}${i % 12 === 0 ? ` ${changed}` : ''}`) })
    const panel = await openTab(show({ before: long(1), after: long(2), differences: [] }), 'Mã nguồn')
    const rows = () => panel.findAll('[role=region] > *').length
    expect(rows()).toBeLessThanOrEqual(400)
    await panel.findAll('button').find((each) => each.text().startsWith('Xem thêm'))!.trigger('click')
    expect(rows()).toBeGreaterThan(400)
  })
  it('say of equal revisions that they are the same, and nothing of a draft', async () => {
    const screen = show({ before: before(), after: before() })
    for (const [tab, words] of [['Quy tắc', 'Không có quy tắc'], ['Lời văn', 'Không có lời văn nào'], ['Quy trình', 'Quy trình hai bản như nhau'], ['Tình huống', 'Mọi tình huống cho kết quả như nhau'], ['Mã nguồn', 'giống hệt nhau'], ['Người dân thấy', 'Biểu mẫu hai bản như nhau']] as const) {
      const text = (await openTab(screen, tab)).text()
      expect(text).toContain(words)
      expect(text).not.toMatch(/bản soạn|đang áp dụng|\bnay\b/iu)
    }
  })
  it('show a first publication as it is', async () => {
    const screen = show({ after: after() })
    expect((await openTab(screen, 'Quy trình')).text()).toContain('Xem trước')
    expect((await openTab(screen, 'Tình huống')).findAll('thead th')).toHaveLength(2)
    expect((await openTab(screen, 'Mã nguồn')).text()).toContain('"formatVersion"')
  })
})
