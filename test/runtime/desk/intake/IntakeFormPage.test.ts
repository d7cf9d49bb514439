// A paper dossier whose form is published anew while an officer enters it: what was typed and not saved comes along to the new form.
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createMemoryHistory, createRouter } from 'vue-router'
import { afterEach, expect, it, vi } from 'vitest'
import type { DossierView, Form, Procedure, RevisionNotice } from '#schemas/generated/types.ts'
import IntakeFormPage from '../../../../runtime/desk/intake/IntakeFormPage.vue'
import { buildDossier, buildForm, buildWorkflow, text } from '../../../fixtures/core-builders.ts'

const documentOf = (form: Form, migrations: Procedure['migrations'] = []): Procedure =>
  ({ formatVersion: 1, info: { code: 'X', name: 'Thủ tục', serviceLevel: 4, audience: [], channels: [] }, form, workflow: buildWorkflow(), migrations })

const before = documentOf(buildForm({ ten: text('Tên cơ sở'), fax: text('Số fax') }, ['ten']))
/** The name is asked for under another name, and nobody asks for the fax number. */
const after = documentOf(buildForm({ coSo: text('Tên cơ sở') }, ['coSo']), [{ from: '/ten', to: '/coSo' }])
const told: RevisionNotice = { kind: 'moved', changedOn: '2026-11-20', revision: 'h2', questions: [], aside: [], message: { vi: 'Mẫu đã đổi.', en: 'The form has changed.' } }

const viewOf = (document: Procedure, dossier: Partial<DossierView['dossier']>, revisionNotice?: RevisionNotice): DossierView =>
  ({ dossier: buildDossier({ state: 'draft', ...dossier }), document, files: [], events: [], ...(revisionNotice && { revisionNotice }) })

const refusal = (type: string, status: number): Response => Response.json({ type: `/problems/${type}`, title: 'Thủ tục đã có bản mới', status }, { status })

/** A server that refuses what is saved under the form of before as soon as the draft has moved. */
const open = async () => {
  const server = { view: viewOf(before, { version: 1, revision: 'h1', answers: { ten: 'Cơ sở A' } }), saved: [] as unknown[] }
  vi.stubGlobal('fetch', (path: string, { method = 'GET', body, headers }: RequestInit = {}) => {
    if (method === 'GET') return Promise.resolve(path.startsWith('/api/dossiers/') ? Response.json(server.view) : new Response('{}', { status: 404 }))
    if (server.view.dossier.revision === 'h2' && new Headers(headers).get('If-Match') === '"1"') return Promise.resolve(refusal('revision-replaced', 409))
    server.saved.push(JSON.parse(String(body)))
    return Promise.resolve(Response.json({ version: server.view.dossier.version + 1 }))
  })
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', name: 'intake', component: { template: '<i/>' } }] })
  const screen = mount(IntakeFormPage, { attachTo: document.body, props: { id: 'd1' }, global: { plugins: [router] } })
  await flushPromises()
  return { server, screen }
}

enableAutoUnmount(afterEach)
afterEach(() => { vi.unstubAllGlobals() })

it('carries what was typed over to the new form, saves it there, and tells what has no place', async () => {
  const { server, screen } = await open()
  server.view = viewOf(after, { version: 2, revision: 'h2', answers: { coSo: 'Cơ sở A' } }, told)
  await screen.get('[data-pointer="/ten"] input').setValue('Cơ sở B')
  await screen.get('[data-pointer="/fax"] input').setValue('024 1234')
  await vi.waitFor(() => expect(screen.find('[data-pointer="/coSo"]').exists()).toBe(true), { timeout: 8000 })
  expect((screen.get('[data-pointer="/coSo"] input').element as HTMLInputElement).value).toBe('Cơ sở B')
  for (const words of ['Mẫu đơn này đã thay đổi ngày 20/11/2026.', 'Mẫu đã đổi.', 'Số fax: 024 1234']) expect(screen.text()).toContain(words)
  await vi.waitFor(() => expect(server.saved).toEqual([{ answers: { coSo: 'Cơ sở B' } }]), { timeout: 8000 })
})
