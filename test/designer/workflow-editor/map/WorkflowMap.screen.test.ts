// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { createMemoryHistory, createRouter } from 'vue-router'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useDocumentStore } from '../../../../designer/editing/document-store.ts'
import { useSelectionStore } from '../../../../designer/editing/selection-store.ts'
import WorkflowMap from '../../../../designer/workflow-editor/map/WorkflowMap.vue'
import { buildProcedure } from '../../../fixtures/build.ts'
import { councilForm, buildCouncil } from '../../../fixtures/council-workflow.ts'

let pinia: Pinia
const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: {} }] })
beforeEach(() => {
  pinia = createPinia()
  setActivePinia(pinia)
  useDocumentStore().open({ id: 'p', document: { ...buildProcedure('1.5'), form: councilForm, workflow: buildCouncil() } }, true)
})
afterEach(() => { document.body.innerHTML = '' })

const open = () => mount(WorkflowMap, { attachTo: document.body, props: { workflow: useDocumentStore().document.workflow! }, global: { plugins: [pinia, router] } })
const nodeOf = (screen: ReturnType<typeof open>, id: string) => screen.get(`[data-node="${id}"]`)

describe('the map of the workflow', () => {
  it('shows every step as a button that says where it leads, in conditions and words', () => {
    const screen = open()
    expect(nodeOf(screen, 'intake').attributes('aria-label')).toMatch(/^1 · Bắt đầu Tiếp nhận 1 ngày làm việc\. Cán bộ xử lý\..*Tiếp nhận → Chấm điểm rủi ro; Yêu cầu bổ sung → Bổ sung$/)
    expect(nodeOf(screen, 'risk').attributes('aria-label')).toContain('Từ 5 điểm → Lấy ý kiến')
    expect(screen.findAll('.map-node')).toHaveLength(buildCouncil().steps.length + 5 + 2)
  })
  it('has one stop for the Tab key, and arrows that follow the ways', async () => {
    const screen = open()
    expect(screen.findAll('.map-node[tabindex="0"]').map((node) => node.attributes('data-node'))).toEqual(['intake'])
    await nodeOf(screen, 'intake').trigger('keydown', { key: 'ArrowRight' })
    await flushPromises()
    expect(screen.findAll('.map-node[tabindex="0"]').map((node) => node.attributes('data-node'))).toEqual(['risk'])
  })
  it('opens a step beside the map with Enter and selects what the list selects', async () => {
    const screen = open()
    await nodeOf(screen, 'review').trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(useSelectionStore().selected).toEqual({ kind: 'step', id: 'review' })
    expect((screen.get('aside input').element as HTMLInputElement).value).toBe('Thẩm định')
    useSelectionStore().select({ kind: 'step', id: 'intake' })
    await flushPromises()
    expect(nodeOf(screen, 'intake').attributes('aria-pressed')).toBe('true')
  })
  it('zooms by buttons and says how far', async () => {
    const screen = open()
    const before = Number(screen.get('.map-picture').attributes('width'))
    await screen.findAll('button').find((button) => button.text() === 'Phóng to')!.trigger('click')
    await flushPromises()
    expect(Number(screen.get('.map-picture').attributes('width'))).toBeGreaterThan(before)
  })
  it('reckons where the queue grows and shows it on the map', async () => {
    const screen = open()
    const tab = screen.findAll('[role=tab]').find((each) => each.text() === 'Ước tính')!
    await tab.trigger('mousedown')
    await flushPromises()
    expect(screen.text()).toContain('Không làm kịp')
    expect(screen.text()).toMatch(/Hàng chờ tăng ở bước “[^”]+”: khoảng \d/)
    expect(screen.findAll('.map-node').some((node) => node.attributes('aria-label')!.includes('tồn thêm'))).toBe(true)
  })
})
