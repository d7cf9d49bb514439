// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import type { Procedure } from '#schemas/generated/types.ts'
import { provideOpenedProcedure } from '../../../designer/editing/opened-procedure.ts'
import { useSelectionStore } from '../../../designer/editing/selection-store.ts'
import { formCommands } from '../../../designer/form-editor/form-commands.ts'
import { useTrialStore } from '../../../designer/preview/trial-store.ts'
import TryPanel from '../../../designer/preview/TryPanel.vue'
import { buildProcedure } from '../../fixtures/build.ts'
import { onScreen, openDocument, type DocumentStore } from '../open-document.ts'

let store: DocumentStore
let trial: ReturnType<typeof useTrialStore>

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')))
  store = openDocument(buildProcedure())
  trial = useTrialStore()
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

// The page in the frame is proved in a browser (test/journeys): this DOM loads none.
const open = async () => {
  const { attachTo, global } = onScreen()
  const screen = mount(defineComponent({ setup: () => { provideOpenedProcedure('p'); return () => h(TryPanel) } }), { attachTo, global: { ...global, stubs: { DeviceFrame: true } } })
  await flushPromises()
  return screen
}
type Screen = Awaited<ReturnType<typeof open>>

const typed = async (screen: Screen, answers: object): Promise<string> => {
  trial.take(answers as never, [])
  await flushPromises()
  return screen.text()
}

describe('the trial', () => {
  it('says at once what would come of the answers: verdict, fee, due day', async () => {
    const screen = await open()
    expect(screen.text()).toContain('Chưa nộp được: 3 chỗ')
    expect(await typed(screen, { ten: 'An', tuoi: 30, khan: false })).toContain('Hồ sơ này nộp được.')
    expect(await typed(screen, { ten: 'An', tuoi: 30, khan: true })).toContain('50.000 đ')
  })
  it('says why a question is asked or not', async () => {
    const screen = await open()
    expect(await typed(screen, { khan: false })).toContain('Không hỏi')
    expect(await typed(screen, { khan: true })).toContain('Đang hỏi')
  })
  it('fills in what the form accepts, other answers each time, and clears them', async () => {
    const screen = await open()
    const fill = async (): Promise<void> => {
      await screen.findAll('button').find((each) => each.text() === 'Điền thử')!.trigger('keydown', { key: 'Enter' })
      await flushPromises()
      ;[...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find((each) => each.textContent?.includes('cả biểu mẫu'))!.click()
      await flushPromises()
    }
    await fill()
    expect(screen.text()).toContain('Hồ sơ này nộp được.')
    const first = trial.part.answers
    await fill()
    expect(trial.part.answers).not.toEqual(first)
    await screen.findAll('button').find((each) => each.text() === 'Xóa hết')!.trigger('click')
    expect(trial.part.answers).toEqual({})
  })
  it('keeps what was typed through edits, under the new name of a question too', async () => {
    const screen = await open()
    await typed(screen, { ten: 'An', tuoi: 30 })
    useSelectionStore().select({ kind: 'question', path: '/ten' })
    store.run(formCommands.setQuestion, { path: '/tuoi', changes: { maximum: 20 } })
    await flushPromises()
    expect(screen.text()).toContain('Tuổi')
    expect(trial.part.answers).toEqual({ ten: 'An', tuoi: 30 })
    store.run(formCommands.setQuestion, { path: '/ten', changes: { title: 'Tên chủ hộ' } })
    expect(trial.part.answers).toMatchObject({ tuoi: 30 })
    expect(Object.values(trial.part.answers)).toContain('An')
  })
  it('begins anew with another procedure, not with another view', async () => {
    await typed(await open(), { ten: 'An' })
    trial.open('p')
    expect(trial.part.answers).toEqual({ ten: 'An' })
    trial.open('q')
    expect(trial.part.answers).toEqual({})
  })
  it('is never blank while a form is unfinished', async () => {
    const bare: Procedure = { ...buildProcedure(), form: { schema: { type: 'object', properties: {} }, pages: [] } }
    store.open({ id: 'p', document: bare }, true)
    expect((await open()).text()).toContain('Chưa có câu hỏi nào.')
  })
})
