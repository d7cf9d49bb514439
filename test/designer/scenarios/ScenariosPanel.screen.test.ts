// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toWorkingCalendar } from '#core/deadline/working-calendar.ts'
import type { OfficeCalendar } from '#schemas/generated/types.ts'
import { useTrialStore } from '../../../designer/preview/trial-store.ts'
import { setScenario } from '../../../designer/scenarios/scenario-commands.ts'
import { useScenarioStore } from '../../../designer/scenarios/scenario-store.ts'
import ScenariosPanel from '../../../designer/scenarios/ScenariosPanel.vue'
import { buildProcedure } from '../../fixtures/build.ts'
import { onScreen, openDocument, routerTo, type DocumentStore } from '../open-document.ts'
import vietnam from '../../../schemas/examples/calendars/vn.json'

const calendar2026 = toWorkingCalendar(vietnam as OfficeCalendar)

let store: DocumentStore
let scenarios: ReturnType<typeof useScenarioStore>

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(vietnam)))
  store = openDocument(buildProcedure())
  scenarios = useScenarioStore()
  scenarios.run(calendar2026)
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

const open = async () => {
  const screen = mount(ScenariosPanel, onScreen(routerTo({ preview: '/:id' })))
  await flushPromises()
  return screen
}
type Screen = Awaited<ReturnType<typeof open>>
const press = async (screen: Screen, name: string): Promise<void> => {
  await screen.findAll('button').find((each) => each.text().startsWith(name))!.trigger('click')
  await flushPromises()
}

describe('scenarios', () => {
  it('are listed with what they expect and whether it came', async () => {
    const text = (await open()).text()
    expect(text).toContain('2 trên 2 đạt')
    expect(text).toContain('nộp được, trả 0 đ, đi qua Tiếp nhận › Thẩm định › Quyết định › Đã cấp kết quả')
    expect(text).toContain('bị từ chối, vì Lý do cần gấp')
  })
  it('say in a sentence what came otherwise, keep it among the problems, and take it over at one press', async () => {
    store.run(setScenario, { index: 0, changes: { expect: { valid: true, fee: 5 } } })
    scenarios.run(calendar2026)
    const screen = await open()
    expect(screen.text()).toContain('phải trả 5 đồng, nhưng tính ra 0 đồng')
    expect(store.surprises).toMatchObject([{ pointer: '/scenarios/0/expect/fee' }])
    await press(screen, 'Nhận kết quả mới')
    expect(store.document.scenarios![0]!.expect).toMatchObject({ valid: true, fee: 0, pages: ['page-1'] })
    expect(store.surprises).toEqual([])
    store.undo()
    expect(store.document.scenarios![0]!.expect).toEqual({ valid: true, fee: 5 })
  })
  it('are opened in the trial', async () => {
    await press(await open(), 'Mở trong Dùng thử')
    expect(useTrialStore().part.answers).toEqual({ ten: 'An', tuoi: 30, khan: false })
    expect(useTrialStore().on).toBe('2026-11-20')
  })
  it('are made for what nobody tries yet', async () => {
    const screen = await open()
    const before = scenarios.ran!.coverage.percent
    await press(screen, 'Tạo tình huống')
    expect(store.document.scenarios).toHaveLength(3)
    expect(scenarios.ran!.coverage.percent).toBeGreaterThan(before)
    expect(scenarios.passed).toBe(3)
  })
  it('are made as a small set that one undo takes away', async () => {
    const screen = await open()
    await press(screen, 'Tạo bộ tình huống nhỏ')
    await expect.poll(() => store.document.scenarios!.length, { timeout: 8000 }).toBeGreaterThan(3)
    await flushPromises()
    expect(scenarios.ran!.coverage.percent).toBe(100)
    expect(scenarios.passed).toBe(store.document.scenarios!.length)
    store.undo()
    expect(store.document.scenarios).toHaveLength(2)
  })
})
