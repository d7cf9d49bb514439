import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import ToastRegion from '#runtime/ui/ToastRegion.vue'
import { useToast } from '#runtime/ui/use-toast.ts'

const { show, toasts, dismiss } = useToast()

/** What is drawn in the region comes with the first message. */
const shown = async (): Promise<void> => {
  await vi.dynamicImportSettled()
  await nextTick()
}

describe('ToastRegion', () => {
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => {
    toasts.value.forEach(toast => dismiss(toast.id))
    vi.useRealTimers()
  })

  it('announces a message politely and lets it pass', async () => {
    const region = mount(ToastRegion)
    show('Đã lưu bản nháp')
    await shown()

    expect(region.attributes('aria-live')).toBe('polite')
    expect(region.text()).toContain('Đã lưu bản nháp')

    await vi.advanceTimersByTimeAsync(8_000)
    expect(region.text()).toBe('')
  })

  it('offers the way back, once', async () => {
    const region = mount(ToastRegion)
    let undone = 0
    show('Đã xóa câu hỏi', { action: { label: 'Hoàn tác', run: () => { undone += 1 } } })
    await shown()

    await region.findAll('button')[0]?.trigger('click')
    expect(undone).toBe(1)
    expect(region.text()).toBe('')
  })

  it('waits while a person points at it', async () => {
    const region = mount(ToastRegion)
    show('Đã lưu')
    await shown()
    await region.get('section > div').trigger('mouseenter')

    await vi.advanceTimersByTimeAsync(60_000)
    expect(region.text()).toContain('Đã lưu')

    await region.get('section > div').trigger('mouseleave')
    await vi.advanceTimersByTimeAsync(8_000)
    expect(region.text()).toBe('')
  })

  it('keeps a failure until it is closed', async () => {
    const region = mount(ToastRegion)
    show('Chưa lưu được', { tone: 'bad' })
    await shown()

    await vi.advanceTimersByTimeAsync(600_000)
    expect(region.text()).toContain('Chưa lưu được')
  })
})
