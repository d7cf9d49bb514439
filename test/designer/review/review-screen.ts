// The page of one change request over a server that answers as ours does: what it holds can be set before and read after.
import { flushPromises, mount } from '@vue/test-utils'
import { create } from 'mutative'
import { vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { noReplays } from '#core/change/replay-totals.ts'
import { useSession } from '#runtime/client/session.ts'
import type { ChangePlan, ChangeReplay, ChangeRequest, ChangeStanding, CommentThread, MarkSeen, NewComment, Procedure, SeenMarks, Session } from '#schemas/generated/types.ts'
import ChangeRequestPage from '../../../designer/review/ChangeRequestPage.vue'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'

export const published = sampleProcedure()
/** A shorter reason is allowed, a question is gone, and one is asked in other words. */
export const draft: Procedure = create(published, (document) => {
  const form = document.form!
  form.schema.properties['lyDo']!.maxLength = 100
  form.schema.properties['loaiHinh']!.title = 'Hình thức đề nghị'
  delete form.schema.properties['dienTich']
  form.pages[0]!.sections[1]!.questions = []
})

export const author: Session = { id: 'author', name: 'Nguyễn Quản Trị', email: 'a@so.gov.vn', roles: ['administrator'] }
export const reviewer: Session = { id: 'reviewer', name: 'Lê Thẩm Định', email: 'r@so.gov.vn', roles: ['reviewer'] }
export const asked = '/loaiHinh:title'

export const aReplay = (more: Partial<ChangeReplay> = {}): ChangeReplay =>
  ({ hash: 'h1', state: 'done', done: 3, total: 3, drafts: noReplays, open: noReplays, decided: noReplays, class: 'losesData', disagrees: false, stays: [], ...more })

const start = () => ({
  account: reviewer,
  request: { id: 'r', procedureId: 'p', state: 'in-review', base: 'h0', hash: 'h1', comment: 'Theo nghị định mới', author: author.name, authorId: author.id, createdAt: '2026-11-21T03:00:00Z', parts: ['form', 'fees'], approvals: [], meanings: { [asked]: 'wording' }, disposition: { drafts: 'finish', open: 'stay', message: { vi: 'Đã đổi', en: 'Changed' } } } as ChangeRequest,
  document: draft,
  published: published as Procedure | undefined,
  inForce: 'h0' as string | undefined,
  standing: { authors: [author.id], class: 'losesData', drafts: 3, open: 2, meaningsAsked: [asked], needsDisposition: true, mine: ['form'], approvers: [{ part: 'form', people: [{ id: reviewer.id, name: reviewer.name }] }, { part: 'fees', unit: 'tai-chinh', people: [] }] } as ChangeStanding,
  threads: [] as CommentThread[],
  marks: { marks: [] } as SeenMarks,
  replay: aReplay({ state: 'none' }),
  /** By method and the end of the path: what is answered instead, once. */
  refusals: {} as Record<string, { status: number, [member: string]: unknown }>,
  sent: [] as { method: string, path: string, body: unknown }[],
})
export type ReviewServer = ReturnType<typeof start>

const thread = (id: string, { anchor, body }: NewComment, by: Session): CommentThread => ({ id, anchor, state: 'open', comments: [{ id: `${id}-1`, body, by: by.name, byId: by.id, at: '2026-11-21T04:00:00Z' }] })

const changes: Record<string, (server: ReviewServer, body: never, path: string) => unknown> = {
  'POST review': (server, { verdict }: { verdict: string }) => (server.request = { ...server.request, state: verdict === 'approve' ? 'approved' : 'changes-asked' }),
  'PUT plan': (server, plan: ChangePlan) => (server.request = { ...server.request, ...plan } as ChangeRequest),
  'POST threads': (server, given: NewComment) => {
    const begun = thread(`t${server.threads.length + 1}`, given, server.account)
    server.threads = [...server.threads, begun]
    return begun
  },
  'PUT state': (server, { state }: { state: CommentThread['state'] }, path) => ({ ...server.threads.find(({ id }) => path.includes(`/${id}/`))!, state, settledBy: server.account.name }),
  'POST replies': (server, { body }: { body: string }, path) => {
    const found = server.threads.find(({ id }) => path.includes(`/${id}/`))!
    return { ...found, comments: [...found.comments, { id: 'c2', body, by: server.account.name, byId: server.account.id, at: '2026-11-21T05:00:00Z' }] }
  },
  'PUT seen': (server, { seen = [], unseen = [] }: MarkSeen) => (server.marks = { marks: [...server.marks.marks.filter(({ difference }) => !unseen.includes(difference)), ...seen] }),
  'POST replay': (server) => server.replay,
  'DELETE replay': (server) => (server.replay = { ...server.replay, state: 'cancelled' }),
  'POST publication': (server, body: { at?: string }) => {
    if (body.at === undefined) server.inForce = server.request.hash
    server.request = { ...server.request, state: body.at === undefined ? 'published' : 'scheduled', ...(body.at !== undefined && { publishAt: '2099-01-01T00:00:00.000Z' }) }
    return { changeRequest: server.request }
  },
  'DELETE schedule': (server) => (server.request = { ...server.request, state: 'approved' }),
  'DELETE r': (server) => (server.request = { ...server.request, state: 'closed' }),
  'POST change-requests': (server) => (server.request = { ...server.request, state: 'in-review', base: server.inForce }),
}

const read = (server: ReviewServer, path: string): unknown => {
  if (path === '/api/session') return { account: server.account }
  if (path === '/api/designer/change-requests/r') return { changeRequest: server.request, document: server.document, release: 2, ...(server.published && { published: server.published }) }
  if (path === '/api/designer/procedures/p') return { id: 'p', document: server.document, version: 2, ...(server.inForce && { publishedHash: server.inForce }) }
  const end = path.split('?')[0]!.split('/').at(-1)!
  const told: Record<string, unknown> = { standing: server.standing, threads: { threads: server.threads }, seen: server.marks, replay: server.replay, examples: { examples: [{ id: 'd1', code: 'H26-1' }], hidden: 2 }, units: { units: [] } }
  return told[end]
}

const answer = (server: ReviewServer, path: string, { method = 'GET', body }: RequestInit): Response => {
  const given: unknown = typeof body === 'string' ? JSON.parse(body) : undefined
  const key = `${method} ${path.split('?')[0]!.split('/').at(-1)!}`
  if (method !== 'GET') server.sent.push({ method, path, body: given })
  const refusal = server.refusals[key]
  if (refusal) {
    delete server.refusals[key]
    return Response.json({ type: '/problems/any', title: 'Chưa làm được', ...refusal }, { status: refusal.status })
  }
  const told = method === 'GET' ? read(server, path) : changes[key]?.(server, given as never, path)
  return told === undefined ? Response.json({ type: '/problems/not-found', title: 'Không có', status: 404 }, { status: 404 }) : Response.json(told)
}

/** Opens the page; `set` changes what the server holds before. */
export const openReview = async (set: (server: ReviewServer) => void = () => undefined) => {
  const server = start()
  set(server)
  vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => Promise.resolve(answer(server, path, init)))
  await useSession().refresh()
  const blank = { template: '<i/>' }
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: blank }, { path: '/p/:id', name: 'overview', component: blank }, { path: '/r', name: 'requests', component: blank }] })
  const screen = mount(ChangeRequestPage, { attachTo: document.body, props: { id: 'r' }, global: { plugins: [router] } })
  await flushPromises()
  const words = (element: Element): string => element.textContent!.replace(/\s+/g, ' ').trim()
  const within = (): ParentNode => document.querySelector('[role=dialog]') ?? document
  const button = (name: string | RegExp, inside: ParentNode = within()): HTMLButtonElement => {
    const found = [...inside.querySelectorAll<HTMLButtonElement>('button, [role=tab]')].find((each) => (typeof name === 'string' ? words(each) === name : name.test(words(each))))
    if (!found) throw new Error(`No button ${String(name)} among ${[...inside.querySelectorAll('button')].map(words).join(' | ')}`)
    return found
  }
  const press = async (name: string | RegExp, inside?: ParentNode): Promise<void> => {
    const found = button(name, inside)
    found.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }))
    found.click()
    await flushPromises()
  }
  const field = (label: string): HTMLInputElement => {
    const found = [...within().querySelectorAll('label')].find((each) => words(each).startsWith(label))
    if (!found) throw new Error(`No field ${label}`)
    return (found.htmlFor ? document.getElementById(found.htmlFor) : found.querySelector('input')) as HTMLInputElement
  }
  const enter = async (label: string, value: string): Promise<void> => {
    const control = field(label)
    control.value = value
    control.dispatchEvent(new Event(control.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }))
    await flushPromises()
  }
  const choose = async (label: string): Promise<void> => {
    const control = field(label)
    control.checked = true
    control.dispatchEvent(new Event('change', { bubbles: true }))
    await flushPromises()
  }
  const key = async (name: string, more: KeyboardEventInit = {}): Promise<void> => { window.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more })); await flushPromises() }
  return { server, screen, said: () => words(document.body), button, press, field, enter, choose, key }
}

export const leave = (): void => void vi.unstubAllGlobals()
