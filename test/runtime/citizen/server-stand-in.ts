// The server as the applicant's app knows it: one account, one dossier with versions. Requests are remembered.
import { vi } from 'vitest'
import type { Dossier, Procedure, Problem, RevisionNotice } from '#schemas/generated/types.ts'
import { sampleForm } from '../form/sample-form.ts'

export const account = { id: 'u1', name: 'Vũ Công Dân', email: 'congdan@demo.motcua.vn', roles: ['applicant'] }

export const document: Procedure = {
  formatVersion: 1,
  info: { code: 'DL-1', name: 'Đăng ký con dấu', serviceLevel: 4, audience: ['Doanh nghiệp'], channels: [{ kind: 'online', timeLimit: { amount: 10, unit: 'workingDay' } }], sequence: '1. Nộp\n2. Nhận' },
  form: sampleForm,
  fees: [{ id: 'f', kind: 'charge', title: 'Lệ phí đăng ký', amount: 150000 }],
  workflow: { roles: [{ id: 'one-stop', title: 'Bộ phận Một cửa' }], start: 'intake', withdrawTo: 'end', steps: [{ id: 'intake', kind: 'task', title: 'Tiếp nhận', by: { role: 'one-stop' }, publicStatus: 'submitted', actions: [] }, { id: 'end', kind: 'end', title: 'Đã rút', publicStatus: 'withdrawn', outcome: 'withdrawn' }] },
}

export interface Sent {
  method: string
  path: string
  headers: Record<string, string>
  body: unknown
}

type Answer = { status: number; body?: unknown }

/** `also`: what else is read, by its path. */
export const standIn = (given: Partial<Dossier> = {}, asked: Procedure = document, also: Record<string, unknown> = {}) => {
  const dossier: Dossier = { id: 'd1', procedureId: 'p1', revision: 'h1', applicantId: 'u1', channel: 'online', state: 'draft', answers: {}, records: {}, version: 1, ...given }
  const sent: Sent[] = []
  const state = { dossier, online: true, signedIn: true, refuseFiling: undefined as Problem | undefined, loseAnswer: false, document: asked, notice: undefined as RevisionNotice | undefined }
  const problem = (status: number, type: string): Answer => ({ status, body: { type: `/problems/${type}`, title: type, status } })

  const save = ({ headers, body }: Sent): Answer => {
    if (headers['If-Match'] !== `"${state.dossier.version}"`) return problem(412, 'stale')
    state.dossier = { ...state.dossier, answers: (body as { answers: Dossier['answers'] }).answers, version: state.dossier.version + 1 }
    return { status: 200, body: { version: state.dossier.version } }
  }
  const file = (): Answer => {
    if (state.refuseFiling) return { status: state.refuseFiling.status, body: state.refuseFiling }
    if (state.dossier.state !== 'draft') return problem(409, 'action-not-available')
    state.dossier = { ...state.dossier, state: 'open', step: 'intake', publicStatus: 'submitted', code: 'H01-261121-0001', submittedAt: '2026-11-21T02:00:00Z', dueAt: '2026-12-07T10:00:00Z', version: state.dossier.version + 1 }
    return { status: 201, body: { dossier: state.dossier } }
  }
  /** What the office published in the meantime is agreed to. */
  const goOn = ({ headers, body }: Sent): Answer => {
    if (headers['If-Match'] !== `"${state.dossier.version}"`) return problem(412, 'stale')
    state.dossier = { ...state.dossier, revision: (body as { revision: string }).revision, version: state.dossier.version + 1 }
    state.notice = state.notice && { ...state.notice, kind: 'moved' }
    return { status: 200, body: { version: state.dossier.version } }
  }
  const answer = (request: Sent): Answer => {
    if (request.path === '/api/session') return { status: 200, body: request.method === 'GET' ? { account } : account }
    if (!state.signedIn) return problem(401, 'unauthenticated')
    if (request.method === 'GET' && request.path in also) return { status: 200, body: also[request.path] }
    if (request.path === '/api/dossiers/d1' && request.method === 'GET') return { status: 200, body: { dossier: state.dossier, document: state.document, files: [], events: [], ...(state.notice && { revisionNotice: state.notice }) } }
    if (request.path.endsWith('/answers')) return save(request)
    if (request.path.endsWith('/revision')) return goOn(request)
    return request.path.endsWith('/submission') ? file() : problem(404, 'not-found')
  }

  vi.stubGlobal('fetch', (path: string, init: RequestInit): Promise<Response> => {
    const request: Sent = { method: init.method ?? 'GET', path, headers: init.headers as Record<string, string>, body: init.body === undefined ? undefined : JSON.parse(String(init.body)) }
    sent.push(request)
    if (!state.online) return Promise.reject(new TypeError('offline'))
    const { status, body } = answer(request)
    if (state.loseAnswer) { state.loseAnswer = false; return Promise.reject(new TypeError('lost')) }
    return Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } }))
  })
  return { state, sent, saves: () => sent.filter((each) => each.path.endsWith('/answers')), filings: () => sent.filter((each) => each.path.endsWith('/submission')) }
}
