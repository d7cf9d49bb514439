import { describe, expect, it } from 'vitest'
import type { Answers } from '#core/issues/json-pointer.ts'
import { validateAnswers } from '#core/answers/validate-answers.ts'
import type { Disposition, Dossier, Procedure } from '#schemas/generated/types.ts'
import { verifyAudit } from '../../../server/audit/repository.ts'
import { withShared } from '../../../server/features.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import { calendar2026 } from '../../fixtures/calendar.ts'
import type { Engine } from '../../fixtures/engines.ts'
import { fileAtOnce, newKey, submitDraft } from '../../fixtures/filing.ts'
import { cookieOf, type Reply } from '../../fixtures/open-office.ts'
import { finishOnOld, sharedReviewRoom, tightened, widened, type SentRequest } from '../../fixtures/review-room.ts'

const short = (): Answers => ({ ten: 'An', tuoi: 30, khan: false })
const long = (): Answers => ({ ten: 'Nguyễn Văn An', tuoi: 30, khan: false })

describe.each<Engine>(['sqlite', 'postgres'])('a revision published while people file on %s', (engine) => {
  const { room } = sharedReviewRoom(engine)

  interface Filing {
    begun: Dossier
    submitted: Reply
  }

  /** A stranger from the first page to the last. */
  const fileAsGuest = async (procedure: string, answers: Answers): Promise<Filing> => {
    const started = await room.visitor.post('/api/dossiers', { procedure })
    expect(started.status, started.text).toBe(201)
    const begun = started.body.dossier as Dossier
    const Cookie = cookieOf(started)
    for (const version of [1, 2]) {
      const saved = await room.visitor.send('PUT', `/api/dossiers/${begun.id}/answers`, { answers }, { Cookie, 'If-Match': `"${version}"` })
      expect(saved.status, saved.text).toBe(200)
    }
    return { begun, submitted: await room.visitor.post(`/api/dossiers/${begun.id}/submission`, {}, { Cookie, 'If-Match': '"3"', ...newKey() }) }
  }

  /** Twelve people at a time, one filing after the other, until the publication is done and everybody has filed once more. */
  const fileWhile = async (procedure: string, request: SentRequest): Promise<Filing[]> => {
    const filings: Filing[] = []
    let isPublished = false
    const people = Array.from({ length: 12 }, async (_, person) => {
      for (let over = false; !over;) {
        over = isPublished
        filings.push(await fileAsGuest(procedure, person % 2 === 0 ? long() : short()))
      }
    })
    while (filings.length === 0) await Promise.race([...people, new Promise((resolve) => setTimeout(resolve, 10))])
    const published = await room.publish(room.reviewer, request)
    expect(published.status, published.text).toBe(201)
    isPublished = true
    await Promise.all(people)
    return filings
  }

  /** Whatever is stored as filed holds before the judge of the revision that it names. */
  const assertJudged = async (procedureId: string): Promise<Record<string, string>> => {
    const rows = await room.office.deps.database.read<{ id: string; revision: string; state: string; body: string }>(
      'SELECT d.id, d.revision, d.state, b.body FROM dossier d JOIN dossier_body b ON b.dossier_id = d.id WHERE d.procedure_id = ?', [procedureId])
    for (const { revision, state, body } of rows) {
      const { judges } = await withShared(room.office.deps).revisions.get({ procedureId, revision })
      const { form, validate } = judges.applicant!
      const { answers } = JSON.parse(body) as { answers: Answers }
      expect(answers).toMatchObject({ tuoi: 30 })
      if (state !== 'draft') expect(validateAnswers(form, answers, { validate, today: '2026-11-20', calendar: calendar2026, files: new Map() })).toEqual([])
    }
    expect((await verifyAudit(room.office.deps.database)).faults).toEqual([])
    return Object.fromEntries(rows.map(({ id, state }) => [id, state]))
  }

  const prepare = async (code: string, next: Procedure, disposition?: Disposition) => {
    const { id, hash, version } = await room.putInForce(buildProcedure(code))
    await fileAsGuest(id, long())
    return { id, old: hash, request: await room.approveNext(id, version, next, disposition ? { disposition } : {}) }
  }

  it('lets drafts be finished on the old one where the office said so, and judges each by its own', async () => {
    const { id, old, request } = await prepare('1.61', tightened('1.61'), finishOnOld)
    const filings = await fileWhile(id, request)
    const states = await assertJudged(id)
    for (const { begun, submitted } of filings) {
      const isLong = submitted.status === 422
      expect(submitted.status, submitted.text).toBe(begun.revision === old ? 201 : isLong ? 422 : 201)
      if (isLong) expect(submitted.body.errors[0].pointer).toBe('#/answers/ten')
      expect(states[begun.id]).toBe(isLong ? 'draft' : 'open')
    }
    expect(new Set(filings.map(({ begun }) => begun.revision))).toEqual(new Set([old, request.hash]))
  })

  it('keeps the drafts of those who must answer again, with everything that they wrote', async () => {
    const { id, old, request } = await prepare('1.62', tightened('1.62'), { ...finishOnOld, drafts: 'ask' })
    const filings = await fileWhile(id, request)
    const states = await assertJudged(id)
    for (const { begun, submitted } of filings) {
      expect(begun.revision === old ? [201, 409] : [201, 422], submitted.text).toContain(submitted.status)
      if (submitted.status === 409) expect([submitted.body.type, submitted.body.detail]).toEqual(['/problems/revision-replaced', finishOnOld.message.vi])
      expect(states[begun.id]).toBe(submitted.status === 201 ? 'open' : 'draft')
    }
  })

  it('files nothing under the old one once the new one is in force, where people are asked again', async () => {
    const citizen = await room.office.as('applicant')
    const { id, request } = await prepare('1.66', tightened('1.66'), { ...finishOnOld, drafts: 'ask' })
    const before = (await citizen.post('/api/dossiers', { procedure: id })).body.dossier as Dossier
    await citizen.put(`/api/dossiers/${before.id}/answers`, { answers: short() }, 1)
    await room.publish(room.reviewer, request)
    expect((await submitDraft(citizen, before.id, 2)).body.type).toBe('/problems/revision-replaced')
    expect((await citizen.get(`/api/dossiers/${before.id}`)).body.dossier).toMatchObject({ state: 'draft', answers: short() })
    expect((await citizen.post('/api/dossiers', { procedure: id })).body.dossier.revision).toBe(request.hash)
  })

  it('sends nobody away where the new one takes all that the old one took', async () => {
    const { id, request } = await prepare('1.63', widened('1.63'))
    const filings = await fileWhile(id, request)
    expect(filings.map(({ submitted }) => submitted.status).filter((status) => status !== 201)).toEqual([])
    expect(Object.values(await assertJudged(id)).filter((state) => state === 'draft')).toEqual([])
  })

  it('tells other systems that file in one request, before anything is stored', async () => {
    const { id, old, request } = await prepare('1.64', widened('1.64'))
    const citizen = await room.office.as('applicant')
    const [published, ...filed] = await Promise.all([room.publish(room.reviewer, request), ...Array.from({ length: 20 }, () => fileAtOnce(citizen, { id, hash: old }, short()))])
    expect(published!.status).toBe(201)
    for (const reply of filed) expect([201, 409]).toContain(reply.status)
    expect((await fileAtOnce(citizen, { id, hash: old }, short())).status).toBe(409)
    await assertJudged(id)
  })

  it('sends nobody away who comes at the moment when what was taken back is in force again', async () => {
    const { id, hash, version } = await room.putInForce(buildProcedure('1.67'))
    expect((await room.administrator.post(`/api/designer/procedures/${id}/withdrawal`, { reason: 'Sai mẫu', hash })).status).toBe(200)
    expect((await room.visitor.post('/api/dossiers', { procedure: id })).body.type).toBe('/problems/procedure-withdrawn')
    const request = await room.approveNext(id, version, widened('1.67'))
    const { database } = room.office.deps
    const { read } = database
    database.read = async <Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> => {
      const rows = await read<Row>(sql, parameters)
      if (!sql.startsWith('SELECT published_hash FROM procedure')) return rows
      database.read = read
      await room.publish(room.reviewer, request)
      return rows
    }
    const started = await room.visitor.post('/api/dossiers', { procedure: id })
    expect([started.status, started.body.dossier?.revision], started.text).toEqual([201, request.hash])
  })

  it('lets a draft be finished to the end of the last day, and not after', async () => {
    const citizen = await room.office.as('applicant')
    const { id, version } = await room.putInForce(buildProcedure('1.65'))
    const drafts = [await citizen.post('/api/dossiers', { procedure: id }), await citizen.post('/api/dossiers', { procedure: id })].map(({ body }) => body.dossier.id as string)
    for (const draft of drafts) await citizen.put(`/api/dossiers/${draft}/answers`, { answers: long() }, 1)
    const request = await room.approveNext(id, version, tightened('1.65'), { disposition: { ...finishOnOld, draftsUntil: '2026-11-20' } })
    await room.publish(room.reviewer, request)
    room.office.clock.now = '2026-11-20T16:59:59.000Z'
    const inTime = await submitDraft(citizen, drafts[0]!, 2)
    room.office.clock.now = '2026-11-20T17:00:00.000Z'
    const late = await submitDraft(citizen, drafts[1]!, 2)
    room.office.clock.now = '2026-11-20T02:00:00.000Z'
    expect([inTime.status, late.status, late.body.type]).toEqual([201, 409, '/problems/revision-replaced'])
  })
})
