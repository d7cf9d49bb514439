import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answers } from '#core/issues/json-pointer.ts'
import ratingForm from '#schemas/dossier/rating-form.json' with { type: 'json' }
import type { DemoPerson } from '../../server/accounts/demo-accounts.ts'
import { brokenBodies, wrongTypes } from '../fixtures/broken-bodies.ts'
import { buildProcedure, simpleAnswers } from '../fixtures/build.ts'
import { act, fileAtOnce } from '../fixtures/filing.ts'
import { fingerprint } from '../fixtures/fingerprint.ts'
import { openOffice, type Office, type Person, type Reply, type Revision } from '../fixtures/open-office.ts'

interface WritingRoute {
  who: DemoPerson
  method: 'POST' | 'PUT'
  path: string
  right: Record<string, unknown>
  headers?: Record<string, string>
}

const names = ['start', 'save', 'goOn', 'submit', 'supplement', 'withdraw', 'file', 'act', 'pay', 'create', 'draft', 'open', 'review', 'publish', 'codes', 'message', 'answer', 'read', 'rate', 'assign', 'opine', 'keepView', 'remark', 'reader', 'signIn'] as const
type Name = (typeof names)[number]

let office: Office
let routes: Record<Name, WritingRoute>
let procedure: Revision
const some = '7b0c2a52-3f0a-4a51-9a55-0d4a4c0d6a11'

beforeAll(async () => {
  office = await openOffice()
  const citizen = await office.as('applicant')
  const desk = await office.as('oneStop')
  const administrator = await office.as('administrator')
  procedure = await office.publish(buildProcedure())
  const submission = { procedure: procedure.id, revision: procedure.hash, answers: simpleAnswers() }
  const draft = (await citizen.post('/api/dossiers', { procedure: procedure.id })).body.dossier
  const filed = (await fileAtOnce(citizen, procedure)).body.dossier
  const asked = (await fileAtOnce(citizen, procedure, { ...simpleAnswers(), khan: true, lyDo: 'Gấp' })).body.dossier
  const waiting = (await act(desk, asked.id, asked.version, { action: 'ask-supplement', reason: 'Thiếu', fields: ['/ten'] })).body.dossier
  const ended = (await fileAtOnce(citizen, procedure)).body.dossier
  await citizen.post(`/api/dossiers/${ended.id}/withdrawal`, { version: ended.version, reason: 'Nhầm' })
  await citizen.post(`/api/dossiers/${asked.id}/messages`, { text: 'Một tin' })
  const designed = (await administrator.post('/api/designer/procedures', { name: 'Nháp', code: '3.1' })).body
  await administrator.put(`/api/designer/procedures/${designed.id}/draft`, buildProcedure('3.1'), 1)
  const request = (await administrator.post(`/api/designer/procedures/${designed.id}/change-requests`, { comment: 'Xin xem' })).body
  const at = (version: number) => ({ 'If-Match': `"${version}"` })
  routes = {
    start: { who: 'applicant', method: 'POST', path: '/api/dossiers', right: { procedure: procedure.id } },
    save: { who: 'applicant', method: 'PUT', path: `/api/dossiers/${draft.id}/answers`, right: { answers: { ten: 'An' }, page: 'page-1' }, headers: at(1) },
    goOn: { who: 'applicant', method: 'PUT', path: `/api/dossiers/${draft.id}/revision`, right: { revision: procedure.hash }, headers: at(1) },
    submit: { who: 'applicant', method: 'POST', path: `/api/dossiers/${draft.id}/submission`, right: {}, headers: { ...at(1), 'Idempotency-Key': 'key-to-submit' } },
    supplement: { who: 'applicant', method: 'POST', path: `/api/dossiers/${asked.id}/supplement`, right: {}, headers: at(waiting.version) },
    withdraw: { who: 'applicant', method: 'POST', path: `/api/dossiers/${filed.id}/withdrawal`, right: { version: filed.version, reason: 'Nhầm' } },
    file: { who: 'applicant', method: 'POST', path: '/api/submissions', right: submission, headers: { 'Idempotency-Key': 'key-to-file' } },
    act: { who: 'oneStop', method: 'POST', path: `/api/tasks/${filed.id}/actions`, right: { action: 'ask-supplement', version: filed.version, reason: 'Thiếu', fields: ['/ten'] } },
    pay: { who: 'oneStop', method: 'POST', path: `/api/tasks/${asked.id}/payment`, right: { version: waiting.version, receiptNumber: 'BL-1' } },
    create: { who: 'administrator', method: 'POST', path: '/api/designer/procedures', right: { name: 'Mới', code: '3.2' } },
    draft: { who: 'administrator', method: 'PUT', path: `/api/designer/procedures/${designed.id}/draft`, right: { ...buildProcedure('3.1') }, headers: at(2) },
    open: { who: 'administrator', method: 'POST', path: `/api/designer/procedures/${designed.id}/change-requests`, right: { comment: 'Xin xem' } },
    review: { who: 'reviewer', method: 'POST', path: `/api/designer/change-requests/${request.id}/review`, right: { verdict: 'approve', hash: request.hash, comment: 'Được' } },
    publish: { who: 'reviewer', method: 'POST', path: `/api/designer/change-requests/${request.id}/publication`, right: {} },
    codes: { who: 'administrator', method: 'PUT', path: '/api/code-lists/xa', right: { title: 'Xã', source: 'QĐ 19', validFrom: '2026-01-01', table: 'const,title\n1,A' }, headers: at(0) },
    message: { who: 'applicant', method: 'POST', path: `/api/dossiers/${asked.id}/messages`, right: { text: 'Bao giờ có kết quả?' } },
    answer: { who: 'oneStop', method: 'POST', path: `/api/tasks/${asked.id}/messages`, right: { text: 'Ngày mai.' } },
    read: { who: 'applicant', method: 'PUT', path: `/api/dossiers/${asked.id}/messages/read`, right: { number: 1 } },
    rate: { who: 'applicant', method: 'PUT', path: `/api/dossiers/${ended.id}/rating`, right: { answers: Object.fromEntries(ratingForm.schema.required.map((name) => [name, 2])) } },
    assign: { who: 'oneStop', method: 'POST', path: `/api/tasks/${filed.id}/assignment`, right: { version: filed.version } },
    opine: { who: 'oneStop', method: 'POST', path: `/api/tasks/${filed.id}/opinions`, right: { version: filed.version, opinion: 'thue' } },
    remark: { who: 'oneStop', method: 'PUT', path: `/api/tasks/${filed.id}/remarks`, right: { question: '/ten', text: 'Chưa khớp.', number: 0 } },
    keepView: { who: 'oneStop', method: 'POST', path: '/api/tasks/views', right: { name: 'Quá hạn', filters: { status: 'overdue' } } },
    reader: { who: 'administrator', method: 'POST', path: `/api/designer/procedures/${designed.id}/readers`, right: { name: 'Cục Thống kê', email: 'dulieu@thongke.test', language: 'vi' } },
    signIn: { who: 'applicant', method: 'POST', path: '/api/session', right: { email: 'congdan@demo.motcua.vn', password: 'sai' } },
  }
})
afterAll(() => office.close())

const expectRefusal = (what: string, reply: Reply, statuses?: number[]): void => {
  expect([what, reply.status], reply.text).toEqual([what, statuses ? expect.toBeOneOf(statuses) : expect.toSatisfy((status: number) => status >= 400 && status < 500)])
  expect([what, reply.headers.get('Content-Type')]).toEqual([what, 'application/problem+json'])
  expect([what, reply.body.title, reply.body.status]).toEqual([what, expect.stringMatching(/\S/), reply.status])
  for (const error of reply.body.errors ?? []) {
    expect([what, error]).toEqual([what, expect.objectContaining({ pointer: expect.stringMatching(/^#/), code: expect.stringMatching(/\S/), detail: expect.stringMatching(/\S \S/) })])
  }
  if (reply.status === 422 || reply.body.type === '/problems/malformed-body') expect([what, reply.body.errors?.length ?? 0]).toEqual([what, expect.toSatisfy((count: number) => count > 0)])
}

const unchanged = async (act: () => Promise<void>): Promise<void> => {
  const before = await fingerprint(office.deps.database)
  await act()
  expect(await fingerprint(office.deps.database)).toBe(before)
}

describe.each(names)('the route that can %s', (name) => {
  let route: WritingRoute
  let person: Person
  const send = (body: unknown, headers: Record<string, string> = {}, path = route.path) => person.send(route.method, path, body, { ...route.headers, ...headers })

  beforeAll(async () => {
    route = routes[name]
    person = await office.as(route.who)
  })

  it('refuses every broken body with a place and a sentence, and changes nothing', () => unchanged(async () => {
    for (const { name: what, make, contentType, statuses } of brokenBodies) {
      expectRefusal(what, await send(make(route.right), contentType ? { 'Content-Type': contentType } : {}), statuses)
    }
  }))

  it('refuses members of the wrong type', () => unchanged(async () => {
    for (const { name: what, body } of wrongTypes(route.right)) expectRefusal(what, await send(body))
  }))

  it('refuses a body that lacks a member', () => unchanged(async () => {
    const optional = new Set(['page', 'reason', 'fields', 'record', 'code', 'comment', 'fees', 'papers', 'migrations', 'scenarios', 'form', 'workflow'])
    for (const member of Object.keys(route.right).filter((each) => !optional.has(each))) {
      const { [member]: _left, ...rest } = route.right
      const reply = await send(rest)
      expectRefusal(`without ${member}`, reply, [422])
      expect(reply.body.errors[0].pointer).toBe(`#/${member}`)
    }
  }))

  it('refuses ids that are none, and knows nothing of others', () => unchanged(async () => {
    const id = /[0-9a-f-]{36}/.exec(route.path)?.[0]
    if (!id) return
    for (const bad of ['1', 'null', '__proto__', '..%2f..%2fetc%2fpasswd', '%00', some.toUpperCase(), `${some}x`, some, "'%20OR%201=1--", '%F0%9F%98%80']) {
      expectRefusal(bad, await send(route.right, {}, route.path.replace(id, bad)), [404])
    }
  }))

  it('lets nobody in who is not signed in or comes from another site', () => unchanged(async () => {
    if (name === 'signIn') return
    const visitor = await office.as()
    // A stranger may begin: that makes a guest of them (guests/guests.test.ts).
    if (name !== 'start') expectRefusal('visitor', await visitor.send(route.method, route.path, route.right, route.headers), [401])
    expectRefusal('other site', await send(route.right, { 'Sec-Fetch-Site': 'cross-site' }), [403])
    expectRefusal('other origin', await send(route.right, { Origin: 'https://evil.example' }), [403])
  }))

  it('asks for the version and the key that it needs', () => unchanged(async () => {
    for (const header of Object.keys(route.headers ?? {})) {
      const { [header]: _left, ...rest } = route.headers!
      expectRefusal(`without ${header}`, await person.send(route.method, route.path, route.right, rest), header === 'If-Match' ? [428] : [400, 422])
    }
    if (route.headers?.['If-Match']) for (const bad of ['*', '"x"', '1', '"-1"', '"999"', 'W/""']) expectRefusal(bad, await send(route.right, { 'If-Match': bad }), [412])
  }))
})

describe('answers', () => {
  const refused = async (answers: Answers): Promise<string[]> => {
    const citizen = await office.as('applicant')
    const reply = await fileAtOnce(citizen, procedure, answers)
    expectRefusal(JSON.stringify(answers).slice(0, 60), reply, [422])
    return (reply.body.errors as { pointer: string }[]).map((error) => error.pointer)
  }

  it.each<[string, Answers, string]>([
    ['hidden', { lyDo: 'Không ai hỏi' }, '#/answers/lyDo'],
    ['hidden, beside what hides it', { khan: false, lyDo: 'x' }, '#/answers/lyDo'],
    ['computed by us', { gapDoi: 60 }, '#/answers/gapDoi'],
    ['unknown', { la: 1 }, '#/answers/la'],
    ['unknown in a row', { so: [{ ten: 'a', la: 1 }] }, '#/answers/so/0/la'],
    ['a text for a number', { tuoi: '30' }, '#/answers/tuoi'],
    ['a fraction for a whole number', { tuoi: 30.5 }, '#/answers/tuoi'],
    ['a negative age', { tuoi: -1 }, '#/answers/tuoi'],
    ['a list for a text', { ten: ['An'] }, '#/answers/ten'],
    ['an object for a text', { ten: { a: 'An' } }, '#/answers/ten'],
    ['an object for a list', { so: { 0: { ten: 'a' } } }, '#/answers/so'],
    ['a text for a row', { so: ['a'] }, '#/answers/so/0'],
    ['a text that is too long', { ten: 'x'.repeat(101) }, '#/answers/ten'],
    ['more rows than allowed', { so: Array.from({ length: 6 }, () => ({ ten: 'a' })) }, '#/answers/so'],
    ['only spaces', { ten: '   ' }, '#/answers/ten'],
    ['null', { ten: null }, '#/answers/ten'],
    ['a text that says no', { khan: 'false' }, '#/answers/khan'],
    ['zero for no', { khan: 0 }, '#/answers/khan'],
  ])('are refused when one is %s', async (_, change, pointer) => {
    await unchanged(async () => {
      expect(await refused({ ...simpleAnswers(), ...change })).toContain(pointer)
    })
  })

  it('survive thousands of random mutations without one failure of ours', () => unchanged(async () => {
    const citizen = await office.as('applicant')
    let seed = 20261121
    const random = (most: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % most
    const values = [null, true, -0, 1e308, -1e15, 0.1, '', 'a'.repeat(300), '\u202e', '😀', [], {}, [[]], [null], { length: -1 }, { ten: { ten: {} } }, ['x', 1], '$50', '{{x}}', "'; DROP TABLE dossier;--"]
    const paths = ['ten', 'tuoi', 'khan', 'lyDo', 'so', 'gapDoi', 'x', 'length', 'name', '0', '', ' ', 'a/b', '~0', '$ref']
    for (let i = 0; i < 3000; i++) {
      const answers: Answers = { ...simpleAnswers(), khan: 'x' }
      for (let n = random(4); n >= 0; n--) answers[paths[random(paths.length)]!] = values[random(values.length)]
      if (answers.khan === true || answers.khan === false) answers.khan = 'x'
      const reply = await fileAtOnce(citizen, procedure, answers)
      if (reply.status < 400 || reply.status >= 500) expect([answers, reply.status, reply.text]).toEqual('refused')
    }
  }))
})
