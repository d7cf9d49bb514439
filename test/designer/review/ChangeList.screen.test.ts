// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { create } from 'mutative'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Procedure } from '#schemas/generated/types.ts'
import ChangeList from '../../../designer/review/ChangeList.vue'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'

enableAutoUnmount(afterEach)

const before = sampleProcedure()
const changed = create(before, (draft) => {
  draft.form!.schema.properties['lyDo']!.maxLength = 100
  draft.form!.schema.properties['loaiHinh']!.description = 'Chọn loại hình ghi trong giấy đăng ký của đơn vị, theo bản mới nhất'
  delete draft.form!.schema.properties['dienTich']
  draft.form!.pages[0]!.sections[1]!.questions = []
  draft.info.agency = 'Sở Công Thương'
})
const show = (after: Procedure, more: { before?: Procedure, isBrief?: boolean } = { before }) => mount(ChangeList, { attachTo: document.body, props: { after, ...more } })
type Screen = ReturnType<typeof show>
const sentences = (screen: Screen): string[] => screen.findAll('[data-change] > div > span:first-child').map((each) => each.text())
const press = async (key: string): Promise<void> => { window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })); await flushPromises() }
const current = (): string | null | undefined => document.activeElement?.getAttribute('data-change')

describe('ChangeList', () => {
  it('says of two equal documents that they are the same, whatever they are', () => {
    expect(show(before).text()).toContain('Hai bản giống hệt nhau')
    expect(show(before).text()).not.toContain('Bản soạn')
  })

  it('tells the riskiest first, with its class', () => {
    const screen = show(changed)
    expect(sentences(screen)[0]).toContain('không còn được hỏi')
    expect(screen.get('[data-change]').text()).toContain('Mất câu trả lời')
  })

  it('finds by question, without accents too, and says when nothing fits', async () => {
    const screen = show(changed)
    await screen.get('input').setValue('ly do')
    expect(sentences(screen)).toHaveLength(1)
    await screen.get('input').setValue('không có ở đâu')
    expect(screen.get('[role=status]').text()).toBe('Không có thay đổi nào khớp.')
    await screen.findAll('button').find((each) => each.text() === 'Bỏ tìm và lọc')!.trigger('click')
    expect(sentences(screen).length).toBeGreaterThan(3)
  })

  it('shows one class alone, and what it means', async () => {
    const screen = show(changed)
    await screen.findAll('[role=group] button').find((each) => each.text().startsWith('Mất câu trả lời'))!.trigger('click')
    expect(sentences(screen)).toHaveLength(1)
    expect(screen.text()).toContain('không còn chỗ')
  })

  it('goes on with J and back with K', async () => {
    const screen = show(changed)
    const ids = screen.findAll('[data-change]').map((each) => each.attributes('data-change'))
    await press('j')
    expect(current()).toBe(ids[0])
    await press('j')
    expect(current()).toBe(ids[1])
    await press('k')
    expect(current()).toBe(ids[0])
    screen.unmount()
    await press('j')
    expect(current() ?? undefined).toBeUndefined()
  })

  it('leaves letters to whoever types', async () => {
    const screen = show(changed)
    const input = screen.get('input').element
    input.focus()
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true }))
    await flushPromises()
    expect(document.activeElement).toBe(input)
  })

  it('marks the words that came and went', () => {
    const longer = create(changed, (draft) => { draft.form!.schema.properties['loaiHinh']!.description += ', không phải bản cũ' })
    expect(show(longer, { before: changed }).get('ins').text()).toContain('không phải bản cũ')
  })

  it('puts more than 200 changes under their pages and says so', () => {
    const many = create(before, (draft) => { for (let i = 0; i < 210; i++) draft.form!.schema.properties[`them${i}`] = { type: 'string', title: `Thêm ${i}`, maxLength: 10 } })
    const screen = show(many)
    expect(screen.text()).toContain('210 thay đổi, được xếp theo trang')
    expect(screen.findAll('details').length).toBeGreaterThan(0)
  })

  it('lists what a first publication brings, without classes', () => {
    const screen = show(before, {})
    expect(sentences(screen).length).toBeGreaterThan(5)
    expect(screen.find('[role=group]').exists()).toBe(false)
  })

  it('stands beside another list without search and keys', async () => {
    const screen = show(changed, { before, isBrief: true })
    expect(screen.find('input').exists()).toBe(false)
    await press('j')
    expect(current() ?? undefined).toBeUndefined()
  })
})

describe('the example of a class', () => {
  const search = async (after: Procedure) => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 503 })))
    const screen = show(after)
    await screen.findAll('button').find((each) => each.text() === 'Tìm một ví dụ')!.trigger('click')
    await vi.waitFor(() => { expect(screen.find('[data-change] [role=status]').exists()).toBe(true) })
    vi.unstubAllGlobals()
    return screen.get('[data-change] [role=status]').text()
  }

  it('shows a filing that was accepted and is refused now, and why', async () => {
    const text = await search(create(before, (draft) => { draft.form!.schema.properties['lyDo']!.maxLength = 5 }))
    expect(text).toContain('trước được nhận, nay bị từ chối')
    expect(text).toContain('Nay bị từ chối vì')
  })

  it('shows a filing with an answer that has no place', async () => {
    expect(await search(changed)).toContain('không còn chỗ')
  })
})
