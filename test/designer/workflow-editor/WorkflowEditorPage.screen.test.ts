// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { createMemoryHistory, createRouter } from 'vue-router'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyProcedure } from '#core/procedure/empty-procedure.ts'
import { useDocumentStore } from '../../../designer/editing/document-store.ts'
import { useSelectionStore } from '../../../designer/editing/selection-store.ts'
import WorkflowEditorPage from '../../../designer/workflow-editor/WorkflowEditorPage.vue'
import SimulateView from '../../../designer/workflow-editor/simulate/SimulateView.vue'

let pinia: Pinia
let router: ReturnType<typeof createRouter>
beforeEach(async () => {
  pinia = createPinia()
  setActivePinia(pinia)
  router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:id', name: 'workflow', component: {} }, { path: '/:id/:step', name: 'stepForm', component: {} }] })
  await router.push('/p')
  useDocumentStore().open({ id: 'p', document: emptyProcedure('Thủ tục', 'TT') }, true)
})
enableAutoUnmount(afterEach)

const open = (page: typeof WorkflowEditorPage | typeof SimulateView = WorkflowEditorPage) => mount(page, { attachTo: document.body, global: { plugins: [pinia, router] } })
const ids = () => useDocumentStore().document.workflow!.steps.map(({ id }) => id)
const press = async (key: string, more: KeyboardEventInit = {}) => {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  await flushPromises()
}
const step = () => useDocumentStore().document.workflow!.steps.find(({ id }) => id === 'appraisal')!

describe('the workflow page', () => {
  it('asks five questions of an officer’s step, and four where nobody fills anything in', async () => {
    const screen = open()
    useSelectionStore().select({ kind: 'step', id: 'appraisal' })
    await flushPromises()
    const questions = () => screen.findAll('article section > h3').map((heading) => heading.text().replace(/^\d/, ''))
    expect(questions()).toEqual(['Ai làm?', 'Xem gì, ghi gì?', 'Được quyết định gì?', 'Khi nào phải xong?', 'Rồi sao nữa?'])
    useSelectionStore().select(undefined)
    useSelectionStore().select({ kind: 'step', id: 'granted' })
    await flushPromises()
    expect(questions().slice(-4)).toEqual(['Ai làm?', 'Được quyết định gì?', 'Khi nào phải xong?', 'Rồi sao nữa?'])
  })
  it('moves the chosen step and adds one behind it, on its way', async () => {
    open()
    useSelectionStore().select({ kind: 'step', id: 'appraisal' })
    await press('ArrowUp', { altKey: true })
    expect(ids().slice(0, 3)).toEqual(['appraisal', 'intake', 'decision'])
    await press('a')
    const title = document.querySelector<HTMLInputElement>('#add-step input[maxlength]')!
    title.value = 'Soát xét'
    title.dispatchEvent(new Event('input'))
    document.querySelector('#add-step')!.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    expect(ids().slice(0, 2)).toEqual(['appraisal', 'soat-xet'])
    expect(step().actions![0]!.to).toBe('soat-xet')
    expect(useDocumentStore().document.workflow!.steps[1]!.actions![0]!.to).toBe('decision')
  })
  it('adds a decision and leads to who acts and by when, by single keys', async () => {
    open()
    useSelectionStore().select({ kind: 'step', id: 'appraisal' })
    const before = step().actions!.length
    await press('t')
    expect(step().actions).toHaveLength(before + 1)
    expect(document.activeElement!.closest('[data-question]')!.getAttribute('data-question')).toBe('decide')
    expect((document.activeElement as HTMLInputElement).value).toBe('')
    ;(document.activeElement as HTMLElement).blur()
    for (const [key, question] of [['r', 'who'], ['d', 'when']] as const) {
      await press(key)
      expect(document.activeElement!.closest('[data-question]')!.getAttribute('data-question')).toBe(question)
      ;(document.activeElement as HTMLElement).blur()
    }
  })
  it('speaks by key of the step that has the focus on the map, and opens it beside', async () => {
    await router.push('/p?view=map')
    const screen = open()
    const node = screen.get('[data-node="decision"]').element as SVGElement
    node.focus()
    node.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', bubbles: true, cancelable: true }))
    await flushPromises()
    expect(useSelectionStore().selected).toEqual({ kind: 'step', id: 'decision' })
    expect(document.activeElement!.closest('aside [data-question]')!.getAttribute('data-question')).toBe('who')
  })
  it('leads from a problem to the question that answers it, again and again', async () => {
    open()
    for (const time of [1, 2]) {
      useSelectionStore().select({ kind: 'step', id: 'appraisal' })
      await router.push('/p#timers')
      await flushPromises()
      expect(document.activeElement?.closest('[data-question]')?.getAttribute('data-question'), `time ${time}`).toBe('when')
      expect(router.currentRoute.value.hash).toBe('')
      ;(document.activeElement as HTMLElement).blur()
    }
  })
  it('gives a step a form of its own and opens it in the form designer', async () => {
    const screen = open()
    useSelectionStore().select({ kind: 'step', id: 'appraisal' })
    await flushPromises()
    await screen.findAll('button').find((button) => button.text() === 'Soạn phiếu')!.trigger('click')
    await flushPromises()
    expect(step().form!.pages).toHaveLength(1)
    expect(router.currentRoute.value).toMatchObject({ name: 'stepForm', params: { id: 'p', step: 'appraisal' } })
  })
  it('adds a reminder one working day before the step is due', async () => {
    const screen = open()
    useSelectionStore().select({ kind: 'step', id: 'appraisal' })
    await flushPromises()
    await screen.findAll('button').find((button) => button.text() === 'Thêm lần nhắc')!.trigger('click')
    expect(step().timers).toEqual([{ id: 'nhac', before: { amount: 1, unit: 'workingDay' }, of: 'stepDue', do: 'remind' }])
  })
})

describe('the simulation', () => {
  it('plays a dossier to its end and keeps the walk as a scenario', async () => {
    const screen = open(SimulateView)
    const click = async (name: string) => {
      await screen.findAll('button').find((button) => button.text() === name)!.trigger('click')
      await flushPromises()
    }
    await click('Bắt đầu chạy thử')
    for (const name of ['Tiếp nhận hồ sơ', 'Đề nghị cấp', 'Đồng ý cấp']) await click(name)
    expect(screen.text()).toContain('Hồ sơ đã kết thúc')
    expect(screen.text()).toContain('Lối đi đã thử: 3 trên')
    await click('Lưu thành tình huống')
    expect(useDocumentStore().document.scenarios![0]!.expect.path).toEqual(['intake', 'appraisal', 'decision', 'granted'])
  })
})
