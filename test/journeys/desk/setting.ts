// An office at work: a procedure with a photo, a risk table and opinions that two units give at the same time; dossiers filed by a
// citizen who also completes them when asked.
import type { Dossier, Procedure, Step } from '#schemas/generated/types.ts'
import { signedInClient, type Client } from '../../bench/client.ts'
import { askingForFiles } from '../../fixtures/asking-for-files.ts'
import { buildForm } from '../../fixtures/build.ts'
import { samplePng } from '../../fixtures/sample-files.ts'

const within = { amount: 2, unit: 'workingDay' as const }

const consulting: Step[] = [
  {
    id: 'risk', kind: 'automatic', title: 'Phân luồng rủi ro', publicStatus: 'processing', clock: 'running', otherwise: 'consult',
    score: [{ id: 'young', when: { properties: { tuoi: { maximum: 20 } }, required: ['tuoi'] }, points: 10, reason: 'Người nộp dưới 21 tuổi', 'x-i18n': { en: { reason: 'The applicant is under 21' } } }],
  },
  {
    id: 'consult', kind: 'opinions', title: 'Lấy ý kiến', 'x-i18n': { en: { title: 'Opinions' } }, publicStatus: 'processing', clock: 'running', otherwise: 'appraisal',
    opinions: [
      { id: 'expert', title: 'Ý kiến chuyên môn', 'x-i18n': { en: { title: 'Expert opinion' } }, by: { role: 'specialist', unit: 'Phòng chuyên môn' }, within, onExpiry: 'waits', form: buildForm({ soVanBan: { type: 'string', title: 'Số văn bản', maxLength: 50, 'x-field': 'text' } }, ['soVanBan']) },
      { id: 'desk', title: 'Ý kiến bộ phận Một cửa', 'x-i18n': { en: { title: 'Opinion of the one-stop desk' } }, by: { role: 'one-stop', unit: 'Bộ phận Một cửa' }, within, onExpiry: 'consents' },
    ],
  },
]

export const consultingProcedure = (): Procedure => {
  const procedure = askingForFiles()
  const workflow = procedure.workflow!
  const steps = workflow.steps.flatMap((step) => (step.id === 'intake' ? [{ ...step, actions: step.actions!.map((action) => (action.id === 'accept' ? { ...action, to: 'risk' } : action)) }, ...consulting] : [step]))
  return { ...procedure, info: { ...procedure.info, name: 'Cấp giấy xác nhận chuyên môn' }, fees: [], scenarios: [], workflow: { ...workflow, steps } }
}

const publish = async (url: string): Promise<string> => {
  const [administrator, reviewer] = [await signedInClient(url, 'quantri@demo.motcua.vn'), await signedInClient(url, 'thamdinh@demo.motcua.vn')]
  const { id } = await administrator.post<{ id: string }>('/api/designer/procedures', { name: 'Cấp giấy xác nhận chuyên môn', code: 'DESK.1' })
  await administrator.put(`/api/designer/procedures/${id}/draft`, consultingProcedure(), { 'If-Match': '"1"' })
  const request = await administrator.post<{ id: string; hash: string }>(`/api/designer/procedures/${id}/change-requests`, { comment: '' })
  await reviewer.post(`/api/designer/change-requests/${request.id}/review`, { verdict: 'approve', hash: request.hash })
  await reviewer.post(`/api/designer/change-requests/${request.id}/publication`, {})
  return id
}

export interface Filed {
  id: string
  code: string
}

const attachPhoto = async (url: string, citizen: Client, dossier: string): Promise<string> => {
  const response = await fetch(`${url}/api/files?dossier=${dossier}&question=${encodeURIComponent('/tep/anh')}`, {
    method: 'POST', headers: { ...citizen.headers, 'Content-Type': 'application/octet-stream', 'X-File-Name': 'chan-dung.png' }, body: new Uint8Array(samplePng(300, 200)),
  })
  return ((await response.json()) as { id: string }).id
}

const file = async (url: string, citizen: Client, procedure: string, ten: string): Promise<Filed> => {
  const { dossier: { id } } = await citizen.post<{ dossier: { id: string } }>('/api/dossiers', { procedure })
  const answers = { ten, tuoi: 19, khan: false, so: [{ ten: 'Bản chính', soBan: 2 }], tep: { anh: [await attachPhoto(url, citizen, id)] } }
  const { version } = await citizen.put<{ version: number }>(`/api/dossiers/${id}/answers`, { answers }, { 'If-Match': '"1"' })
  const { dossier } = await citizen.post<{ dossier: Dossier }>(`/api/dossiers/${id}/submission`, {}, { 'If-Match': `"${version}"`, 'Idempotency-Key': `desk-${id}` })
  return { id, code: dossier.code! }
}

export const openForWork = async (url: string, names: readonly string[]) => {
  const procedure = await publish(url)
  const citizen = await signedInClient(url, 'congdan@demo.motcua.vn')
  const dossiers: Filed[] = []
  for (const name of names) dossiers.push(await file(url, citizen, procedure, name))
  return {
    dossiers,
    /** The citizen sends what was asked for. */
    complete: async (id: string, ten: string): Promise<void> => {
      const { dossier } = await citizen.get<{ dossier: Dossier }>(`/api/dossiers/${id}`)
      const { version } = await citizen.put<{ version: number }>(`/api/dossiers/${id}/answers`, { answers: { ...dossier.answers, ten } }, { 'If-Match': `"${dossier.version}"` })
      await citizen.post(`/api/dossiers/${id}/supplement`, {}, { 'If-Match': `"${version}"` })
    },
    /** An officer elsewhere takes a dossier on. */
    takenBy: async (email: string, id: string): Promise<void> => {
      const officer = await signedInClient(url, email)
      const [{ dossier }, { account }] = [await officer.get<{ dossier: Dossier }>(`/api/tasks/${id}`), await officer.get<{ account: { id: string } }>('/api/session')]
      await officer.post(`/api/tasks/${id}/assignment`, { version: dossier.version, to: account.id })
    },
  }
}
