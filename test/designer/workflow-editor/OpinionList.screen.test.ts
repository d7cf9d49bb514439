// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { publishChecks } from '#core/revision/publish-checks.ts'
import type { KnownUnit, Step } from '#schemas/generated/types.ts'
import { loadUnits } from '../../../designer/client/units.ts'
import { useDocumentStore } from '../../../designer/editing/document-store.ts'
import { formOf } from '../../../designer/editing/selection.ts'
import { formPointer } from '../../../designer/form-editor/reference-sites.ts'
import { addQuestion } from '../../../designer/form-editor/question-commands.ts'
import OpinionList from '../../../designer/workflow-editor/OpinionList.vue'
import { setStepForm } from '../../../designer/workflow-editor/step-form-command.ts'
import { consultingProcedure } from '../../fixtures/consulting.ts'

const units: KnownUnit[] = [{ code: 'H26', name: 'Sở', depth: 0, roles: ['specialist'] }, { code: 'H26.07', name: 'Phòng Thuế', depth: 1, roles: ['specialist'] }, { name: 'Tổ mới', depth: 1, roles: [] }]
let router: Router
const store = () => useDocumentStore()
const step = (): Step => store().document.workflow!.steps.find(({ id }) => id === 'consult')!
const opinion = () => step().opinions![1]!

beforeEach(async () => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ units }), { headers: { 'Content-Type': 'application/json' } }))
  await loadUnits()
  setActivePinia(createPinia())
  router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:id', name: 'workflow', component: {} }, { path: '/:id/:step', name: 'stepForm', component: {} }] })
  await router.push('/p')
  store().open({ id: 'p', document: consultingProcedure() }, true)
})
enableAutoUnmount(afterEach)

const open = () => mount({ components: { OpinionList }, setup: () => ({ store: store(), step }), template: '<OpinionList :step="step()" :workflow="store.document.workflow" />' }, { attachTo: document.body, global: { plugins: [router] } })
const entry = (screen: ReturnType<typeof open>) => screen.findAll('ol > li')[1]!
const button = (screen: ReturnType<typeof open>, text: string) => entry(screen).findAll('button').find((each) => each.text() === text)!

describe('an opinion that is asked for', () => {
  it('is given by a unit that is picked from the organisation, with its code', async () => {
    const screen = open()
    const unit = () => entry(screen).findAll('select')[1]!
    expect(unit().findAll('option').map((each) => [each.text(), each.attributes('disabled') !== undefined])).toEqual([
      ['Mọi đơn vị', false], ['Sở (H26)', false], ['– Phòng Thuế (H26.07)', false], ['– Tổ mới (chưa có mã)', true], ['Đơn vị khác, tự ghi tên…', false],
    ])
    await unit().setValue('H26.07')
    expect(opinion().by).toEqual({ role: 'one-stop', unit: 'Phòng Thuế', code: 'H26.07' })
    expect((unit().element as HTMLSelectElement).value).toBe('H26.07')
    store().settle()
    expect(store().issues).toContainEqual(expect.objectContaining({ code: 'lint.unitWithoutRole', pointer: expect.stringMatching(/opinions\/1\/by$/), blocks: false }))
  })
  it('may name one that is only written down, which leaves no code behind', async () => {
    const screen = open()
    const unit = () => entry(screen).findAll('select')[1]!
    await unit().setValue('H26.07')
    await unit().setValue('?')
    await flushPromises()
    expect(opinion().by).toEqual({ role: 'one-stop' })
    const name = entry(screen).findAll('label').find((each) => each.text().startsWith('Tên đơn vị'))!
    await entry(screen).find(`#${name.attributes('for')}`).setValue('Tổ công tác')
    expect(opinion().by).toEqual({ role: 'one-stop', unit: 'Tổ công tác' })
    await unit().setValue('')
    expect(opinion().by).toEqual({ role: 'one-stop' })
  })
  it('has a form that is made with the form designer, and loses it again', async () => {
    const screen = open()
    expect(entry(screen).text()).toContain('Người cho ý kiến chỉ ghi ý kiến bằng lời.')
    await button(screen, 'Soạn phiếu').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value).toMatchObject({ name: 'stepForm', params: { id: 'p', step: 'consult.desk' } })
    const place = { step: 'consult.desk' }
    expect(formOf(store().document, place.step)).toBe(opinion().form)
    const faults = () => publishChecks(store().document).flatMap(({ issues }) => issues).filter(({ pointer }) => pointer.startsWith(formPointer(store().document, place))).map(({ code }) => code)
    expect(faults()).toContain('lint.noQuestions')
    store().run(addQuestion, { ...place, type: 'text', title: 'Nhận xét', at: { page: opinion().form!.pages[0]!.id, section: 0, index: 0 } })
    expect([Object.keys(opinion().form!.schema.properties), faults()]).toEqual([['nhanXet'], []])
    expect(formPointer(store().document, place)).toMatch(/^\/workflow\/steps\/\d+\/opinions\/1\/form$/)
    await button(screen, 'Bỏ phiếu').trigger('click')
    expect(opinion()).not.toHaveProperty('form')
    expect(store().run(setStepForm, { id: 'consult.nobody', has: true })).toBe(false)
  })
})
