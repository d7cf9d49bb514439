import { describe, expect, it } from 'vitest'
import type { Letter } from '../../../server/integrations/mail/port.ts'
import { demoAccounts, demoPassword } from '../../../server/accounts/demo-accounts.ts'
import { limits } from '../../../server/limits.ts'
import { sharedOffice, type Engine } from '../../fixtures/engines.ts'
import { cookieOf, type Reply } from '../../fixtures/open-office.ts'

const organisation = '/api/designer/organisation'
const password = 'cây bàng nở sớm quá'

describe.each<Engine>(['sqlite', 'postgres'])('accounts of officers on %s', (engine) => {
  const { office, administrator } = sharedOffice(engine, 'administrator')

  const view = async () => (await administrator.get(organisation)).body
  const seen = async () => ({ 'If-Match': `"${(await view()).version}"` })
  const people = async (): Promise<{ id: string; email: string }[]> => (await view()).people
  const idOf = async (email: string): Promise<string> => (await people()).find((each) => each.email === email)!.id
  const add = async (officer: object) => administrator.post('/api/accounts', { memberships: [], ...officer }, await seen())
  const askLink = async (id: string, by: 'letter' | 'hand', person = administrator): Promise<Reply> => person.post(`/api/accounts/${id}/password-link`, { by })
  const tokenIn = (text: string): string => /#([A-Za-z0-9_-]{43})/.exec(text)![1]!
  const choose = async (token: string, chosen = password) => (await office.as()).post('/api/accounts/password', { token, password: chosen })
  const signIn = async (email: string, typed = password) => (await office.as()).post('/api/session', { email, password: typed })
  const linkOf = async (id: string): Promise<string> => tokenIn((await askLink(id, 'hand')).body.link)
  const changes = async (): Promise<{ kind: string; actor: string; content: string }[]> => office.deps.database.read('SELECT kind, actor, content FROM organisation_change ORDER BY number')

  const lan = { name: 'Bùi Thị Lan', email: 'Lan@so.gov.vn', memberships: [{ unit: 'chuyen-mon', role: 'specialist' }] }

  it('begin with roles and without a password: who was invited chooses one by the link and works', async () => {
    const made = await add({ ...lan, administration: ['reviewer'] })
    expect([made.status, made.body.people.find(({ email }: { email: string }) => email === 'lan@so.gov.vn')]).toEqual([201, expect.objectContaining({ name: lan.name, invited: true, roles: ['reviewer', 'specialist'], memberships: lan.memberships })])
    expect((await signIn('lan@so.gov.vn', '')).status).not.toBe(201)
    const id = await idOf('lan@so.gov.vn')

    const sent = await askLink(id, 'letter')
    expect([sent.status, sent.body]).toEqual([201, { endsAt: expect.any(String), sentTo: 'lan@so.gov.vn' }])
    const letter = (office.deps.mail as unknown as { inbox: Letter[] }).inbox.at(-1)!
    expect(letter).toMatchObject({ to: 'lan@so.gov.vn', text: expect.stringContaining('http://office.test/desk/mat-khau#') })
    const token = tokenIn(letter.text)
    expect((await (await office.as()).post('/api/accounts/password-link', { token })).body).toEqual({ name: lan.name, email: 'lan@so.gov.vn' })
    expect((await choose(token)).body).toEqual({ name: lan.name, email: 'lan@so.gov.vn', roles: ['reviewer', 'specialist'] })
    const signedIn = await signIn('LAN@so.gov.vn')
    expect([signedIn.status, signedIn.body]).toEqual([201, expect.objectContaining({ roles: ['reviewer', 'specialist'], units: lan.memberships, unit: 'Phòng chuyên môn' })])
    expect((await people()).find((each) => each.id === id)).not.toHaveProperty('invited')
  })

  it('are refused without a role, with a taken e-mail or at an unknown unit, and then nothing is stored', async () => {
    const before = await view()
    for (const [officer, code] of [
      [{ name: 'A', email: 'a@so.gov.vn' }, 'officer.noRole'], [{ ...lan, email: demoAccounts.applicant.email.toUpperCase() }, 'officer.emailTaken'],
      [{ ...lan, email: 'b@so.gov.vn', memberships: [{ unit: 'nowhere', role: 'specialist' }] }, 'membership.unitUnknown'],
    ] as const) {
      const reply = await add(officer)
      expect([reply.status, reply.body.errors[0].code]).toEqual([422, code])
    }
    for (const wrong of [{ ...lan, email: 'không phải thư' }, { ...lan, name: '  ' }, { ...lan, email: 'c@so.gov.vn', administration: ['head'] }, { ...lan, email: 'd@so.gov.vn', roles: ['administrator'] }]) expect((await add(wrong)).status).toBe(422)
    expect((await administrator.post('/api/accounts', lan)).status).toBe(428)
    expect(await view()).toEqual(before)
  })

  it('take a link once, and only the latest, while it lasts', async () => {
    const id = await idOf('lan@so.gov.vn')
    const [first, second] = [await linkOf(id), await linkOf(id)]
    expect((await choose(first)).status).toBe(404)
    const both = await Promise.all([choose(second, 'ngựa pin ghim đúng rồi'), choose(second, 'mây trời xanh thẳm lắm')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404])
    expect((await signIn('lan@so.gov.vn')).status).toBe(401)
    const late = await linkOf(id)
    const now = office.clock.now
    office.clock.now = new Date(Date.parse(now) + limits.passwordLinkMs + 1000).toISOString()
    expect((await (await office.as()).post('/api/accounts/password-link', { token: late })).status).toBe(404)
    expect((await choose(late)).body.detail).toContain('đã hết hạn')
    office.clock.now = now
  })

  it('keep the old password until the new one is good, then end every session', async () => {
    const { email } = demoAccounts.oneStop
    const cookie = cookieOf(await signIn(email, demoPassword))
    const token = await linkOf(await idOf(email))
    const weak = await choose(token, 'TranMotCua-2026')
    expect([weak.status, weak.body.errors[0]]).toEqual([422, expect.objectContaining({ code: 'password.plain', pointer: '#/password' })])
    const whoIs = async () => (await (await office.as()).send('GET', '/api/session', undefined, { Cookie: cookie })).body.account
    expect(await whoIs()).not.toBeNull()
    expect((await choose(token)).status).toBe(200)
    expect(await whoIs()).toBeNull()
    expect([(await signIn(email, demoPassword)).status, (await signIn(email)).status]).toEqual([401, 201])
  })

  it('say when a letter cannot go out; the link can be handed over instead', async () => {
    const mail = office.deps.mail as unknown as { breakWith: (fault?: string) => void }
    const id = await idOf('lan@so.gov.vn')
    mail.breakWith('no line')
    const failed = await askLink(id, 'letter')
    mail.breakWith(undefined)
    expect([failed.status, failed.body.detail]).toEqual([503, expect.stringContaining('trao liên kết tận tay')])
    expect((await choose(await linkOf(id))).status).toBe(200)
  })

  it('keep name and administration apart: given and taken by administrators, never taken from oneself', async () => {
    const set = async (id: string, body: object) => administrator.send('PUT', `${organisation}/people/${id}/memberships`, body, await seen())
    const id = await idOf('lan@so.gov.vn')
    expect((await set(id, { memberships: [], administration: [] })).body.errors[0].code).toBe('officer.noRole')
    expect((await set(id, { memberships: lan.memberships, administration: ['administrator'] })).status).toBe(200)
    expect((await signIn('lan@so.gov.vn')).body.roles).toEqual(['administrator', 'specialist'])
    expect((await set(id, { name: ' Bùi Thị Hoa Lan ', memberships: lan.memberships, administration: [] })).status).toBe(200)
    expect((await signIn('lan@so.gov.vn')).body).toMatchObject({ name: 'Bùi Thị Hoa Lan', roles: ['specialist'] })
    expect((await set(id, { name: lan.name, memberships: lan.memberships })).status).toBe(200)
    expect((await set(id, { name: '  ', memberships: lan.memberships })).status).toBe(422)
    const own = await set(administrator.id, { memberships: [], administration: ['reviewer'] })
    expect([own.status, own.body.errors[0].code]).toEqual([422, 'officer.ownAdministration'])
  })

  it('belong to administrators; citizens and the suspended get no link; nobody guesses one', async () => {
    const id = await idOf('lan@so.gov.vn')
    const head = await office.as('head')
    expect((await head.post('/api/accounts', lan, { 'If-Match': '"1"' })).status).toBe(403)
    expect((await askLink(id, 'hand', head)).status).toBe(403)
    expect((await askLink((await office.as('applicant')).id, 'hand')).status).toBe(404)
    expect((await administrator.send('PUT', `/api/accounts/${id}/suspension`, { suspended: true })).status).toBe(200)
    expect((await askLink(id, 'hand')).body.errors[0].code).toBe('officer.suspended')
    expect((await choose('A'.repeat(43))).status).toBe(404)
    expect((await choose('zu kurz')).status).toBe(422)
  })

  it('leave behind who did what, and no secret', async () => {
    const told = (await changes()).filter(({ kind }) => ['account', 'password-link', 'password', 'suspension'].includes(kind))
    expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['account', 'password-link', 'password', 'suspension']))
    expect(told.find(({ kind }) => kind === 'password')!.actor).toBe(lan.name)
    expect(told.at(-1)).toMatchObject({ kind: 'suspension', actor: demoAccounts.administrator.name })
    const tokens = await office.deps.database.read<{ identifier: string }>('SELECT "identifier" FROM "verification"')
    for (const { identifier } of tokens) expect(identifier).toMatch(/^choose-password:[0-9a-f]{64}$/)
    expect(JSON.stringify(told)).not.toContain(password)
  })
})
