// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { createMemoryHistory, createRouter } from 'vue-router'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import FeeTable from '../../../designer/rules-editor/FeeTable.vue'
import { setFee } from '../../../designer/rules-editor/fee-commands.ts'
import { useDocumentStore } from '../../../designer/editing/document-store.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import type { Fee, Form } from '#schemas/generated/types.ts'

const form: Form = {
  schema: { type: 'object', properties: { loai: { type: 'string', title: 'Loại', oneOf: [{ const: 'moi', title: 'Cấp mới' }, { const: 'lai', title: 'Cấp lại' }] } } },
  pages: [{ id: 'p', title: 'Chung', sections: [{ questions: ['/loai'] }] }],
}
const is = (value: string) => ({ properties: { loai: { const: value } }, required: ['loai'] })
const fee: Fee = { id: 'phi', kind: 'fee', title: 'Phí', amount: 0, rows: [{ when: is('moi'), amount: 100000 }, { when: is('lai'), amount: 50000 }] }

let pinia: Pinia
const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: {} }] })
beforeEach(() => {
  pinia = createPinia()
  setActivePinia(pinia)
  useDocumentStore().open({ id: 'p', document: { ...buildProcedure('1.5'), form, fees: [fee], scenarios: [{ title: 'Mới', answers: { loai: 'moi' }, expect: { valid: true } }] } }, true)
})
afterEach(() => { document.body.innerHTML = '' })

const open = () => {
  const store = useDocumentStore()
  const screen = mount(FeeTable, { attachTo: document.body, props: { fee: store.document.fees![0]!, index: 0, form, onChange: (changes: Partial<Fee>) => { store.run(setFee, { id: 'phi', changes }); void screen.setProps({ fee: store.document.fees![0]! }) } }, global: { plugins: [pinia, router] } })
  return screen
}
const rows = () => useDocumentStore().document.fees![0]!.rows!

describe('a decision table', () => {
  it('reads each row as a sentence', () => {
    expect(open().findAll('[data-row]').map((row) => row.get('p').text())).toEqual(['Loại là Cấp mới', 'Loại là Cấp lại'])
  })
  it('moves, adds and removes rows by keys', async () => {
    const screen = open()
    await flushPromises()
    await screen.findAll('[data-row] input')[0]!.trigger('keydown', { key: 'ArrowDown', altKey: true })
    expect(rows().map(({ amount }) => amount)).toEqual([50000, 100000])
    await flushPromises()
    await screen.findAll('[data-row] input')[0]!.trigger('keydown', { key: 'Insert', altKey: true })
    expect(rows()).toHaveLength(3)
    expect(rows()[1]).toEqual({ when: {}, amount: 0 })
    await flushPromises()
    await screen.findAll('[data-row]')[1]!.get('input').trigger('keydown', { key: 'Delete', altKey: true })
    expect(rows().map(({ amount }) => amount)).toEqual([50000, 100000])
  })
  it('shows which row holds for answers that one tries, beginning with those of a scenario', async () => {
    const screen = open()
    await screen.findAll('button').find((button) => button.text() === 'Thử bảng này')!.trigger('click')
    await flushPromises()
    const said = () => screen.findAll('[role=status]').at(-1)!.text()
    expect(said()).toContain('Dòng đúng: 1.')
    expect(said()).toContain('Phải nộp: 100.000 đ')
    await screen.get('section select').setValue('1')
    await flushPromises()
    expect(said()).toContain('Dòng đúng: 2.')
    expect(said()).toContain('Phải nộp: 50.000 đ')
  })
})
