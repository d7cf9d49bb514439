// A paper dossier that is entered at the counter, and what its applicant was asked to complete.
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createMemoryHistory, createRouter } from 'vue-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { DossierView, Form, SupplementRequest } from '#schemas/generated/types.ts'
import IntakeEntry from '../../../../runtime/desk/intake/IntakeEntry.vue'
import { buildDossier, buildForm, buildWorkflow, text } from '../../../fixtures/core-builders.ts'

const twoPages = (): Form => {
  const form = buildForm({ ten: text('Tên cơ sở'), fax: text('Số fax') }, ['ten'])
  return { ...form, pages: [{ id: 'mot', title: 'Cơ sở', sections: [{ questions: ['/ten'] }] }, { id: 'hai', title: 'Liên hệ', sections: [{ questions: ['/fax'] }] }] }
}
const viewOf = (supplement?: SupplementRequest): DossierView => ({
  dossier: buildDossier({ state: supplement ? 'open' : 'draft', version: 1, answers: { ten: 'Cơ sở A' }, ...(supplement && { supplement }) }),
  document: { formatVersion: 1, info: { code: 'X', name: 'Thủ tục', serviceLevel: 4, audience: [], channels: [] }, form: twoPages(), workflow: buildWorkflow() },
  files: [], events: [],
})

beforeEach(() => { vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}', { status: 404 }))) })
afterEach(() => { vi.unstubAllGlobals() })
enableAutoUnmount(afterEach)

const open = async (supplement?: SupplementRequest) => {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: { template: '<i/>' } }] })
  const screen = mount(IntakeEntry, { attachTo: document.body, props: { view: viewOf(supplement) }, global: { plugins: [router] } })
  await flushPromises()
  return screen
}

it('names what was asked, in the words of the form, and asks nothing else', async () => {
  const screen = await open({ reason: 'Ghi số fax của trụ sở.', fields: ['/fax'], askedAt: '2026-11-20T02:00:00.000Z', returnTo: 'intake' })
  expect(screen.findAll('[data-pointer]').map((each) => each.attributes('data-pointer'))).toEqual(['/fax'])
  expect(screen.text()).toContain('Ghi số fax của trụ sở.')
  expect(screen.findAll('li').map((each) => each.text())).toEqual(['Số fax'])
  expect(screen.findAll('button').at(-1)!.text()).toBe('Gửi phần bổ sung')
})

it('begins a new entry on its first page, and files from its last', async () => {
  const screen = await open()
  const look = () => screen.findAll('button').find((each) => each.text() === 'Nộp hồ sơ thay người này')!.classes()
  expect(screen.get('h2').text()).toBe('Cơ sở')
  const before = look()
  await screen.findAll('button').find((each) => each.text() === 'Tiếp tục')!.trigger('click')
  await flushPromises()
  expect(screen.get('h2').text()).toBe('Liên hệ')
  expect(look()).not.toEqual(before)
})
