// A change played through what people answered: numbers for those who decide, nothing about anybody.
import { describe, expect, it } from 'vitest'
import type { ChangeReplay, Procedure, ReplayExamples } from '#schemas/generated/types.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import { draftOf, restepped } from '../../fixtures/changed-form.ts'
import type { Engine } from '../../fixtures/engines.ts'
import { act, fileAtOnce } from '../../fixtures/filing.ts'
import type { Person } from '../../fixtures/open-office.ts'
import { sharedReviewRoom, tightened, widened, type SentRequest } from '../../fixtures/review-room.ts'

const named = (ten: string) => ({ ten, tuoi: 30, khan: false })
const secret = 'Nguyễn Thị Bí Mật'

describe.each<Engine>(['sqlite', 'postgres'])('the replay of a change on %s', (engine) => {
  const { room, citizen } = sharedReviewRoom(engine)

  const at = ({ id }: { id: string }, rest = ''): string => `/api/designer/change-requests/${id}/replay${rest}`
  const show = async (request: { id: string }): Promise<ChangeReplay> => (await room.reviewer.get(at(request))).body
  const finished = async (request: { id: string }): Promise<ChangeReplay> => {
    for (let n = 0; n < 600; n++) {
      const now = await show(request)
      if (now.state !== 'running') return now
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('the replay does not end')
  }
  const replay = async (request: { id: string }): Promise<ChangeReplay> => {
    const started = await room.reviewer.post(at(request), {})
    expect([started.status, started.body.state], started.text).toEqual([202, 'running'])
    return finished(request)
  }
  const sent = async (code: string, next: Procedure): Promise<SentRequest & { base: string }> => {
    const before = await room.putInForce(buildProcedure(code))
    await draftOf(citizen, before.id, named(secret))
    await draftOf(citizen, before.id, named('An'))
    await room.save(before.id, next, before.version)
    return { ...await room.open(before.id), base: before.hash }
  }
  const events = async (procedureId: string) => ((await room.administrator.get(`/api/designer/procedures/${procedureId}/events`)).body.events as { type: string }[]).filter(({ type }) => type === 'replayed')

  it('counts drafts, open and decided dossiers by what would happen to them, and keeps what it found', async () => {
    const request = await sent('1.91', tightened('1.91'))
    const revision = { id: request.procedureId, hash: request.base }
    const open = [await fileAtOnce(citizen, revision, named(secret)), await fileAtOnce(citizen, revision, named('An')), await fileAtOnce(citizen, revision, named('An'))].map(({ body }) => body.dossier.id as string)
    await room.office.deps.database.commit([{ sql: `UPDATE dossier SET state = 'ended', outcome = 'granted', ended_at = '2026-11-19T00:00:00.000Z' WHERE id = ?`, parameters: [open[2]] }])
    expect(await show(request)).toMatchObject({ state: 'none', hash: request.hash, total: 0 })

    const done = await replay(request)
    expect(done).toMatchObject({
      hash: request.hash, state: 'done', done: 5, total: 5, class: 'asksAgain', disagrees: false, stays: [{ why: 'asksAgain', count: 1 }],
      drafts: { replayed: 2, verdicts: { same: 1, asksAgain: 1, losesData: 0 }, questions: [{ path: '/ten', count: 1 }], reasons: [{ path: '/ten', keyword: 'maxLength', count: 1 }] },
      open: { replayed: 2, verdicts: { same: 1, asksAgain: 1, losesData: 0 } }, decided: { replayed: 1, verdicts: { same: 1 } },
    })
    expect(JSON.stringify(done)).not.toContain('Bí Mật')
    expect(await show(request)).toEqual(done)
    expect(await events(request.procedureId)).toMatchObject([{ content: { total: 5, class: 'asksAgain', disagrees: false } }])
  })

  it('names dossiers only to those who may open them, and never their answers', async () => {
    const request = await sent('1.92', tightened('1.92'))
    await fileAtOnce(citizen, { id: request.procedureId, hash: request.base }, named(secret))
    await replay(request)
    const examples = async (person: Person, of: string): Promise<ReplayExamples> => (await person.get(at(request, `/examples?of=${of}&path=${encodeURIComponent('/ten')}`))).body
    expect(await examples(room.reviewer, 'open')).toEqual({ examples: [], hidden: 1 })
    const both = await room.hire('Người thẩm định và giải quyết', ['reviewer', 'specialist'])
    expect(await examples(both, 'open')).toEqual({ examples: [{ id: expect.any(String), code: expect.stringMatching(/^H99/) }], hidden: 0 })
    expect(await examples(both, 'drafts')).toEqual({ examples: [], hidden: 1 })
    expect((await both.get(at(request, '/examples?of=drafts&path=constructor'))).body).toEqual({ examples: [], hidden: 0 })
    expect((await both.get(at(request, '/examples?of=all&path=/ten'))).status).toBe(404)
  })

  it('is for those who look at drafts of procedures', async () => {
    const request = await sent('1.93', widened('1.93'))
    for (const person of [citizen, await room.office.as('head')]) {
      const replies = [await person.post(at(request), {}), await person.get(at(request)), await person.send('DELETE', at(request)), await person.get(at(request, '/examples?of=open&path=/ten')), await person.get(`/api/designer/change-requests/${request.id}/migration`)]
      expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
    }
    expect((await room.reviewer.post(at({ id: crypto.randomUUID() }), {})).status).toBe(404)
    expect((await room.reviewer.post(at(request), { all: true })).status).toBe(422)
  })

  it('is one at a time: whoever asks for the same joins, others wait, and what waits can be stopped', async () => {
    const [first, second] = [await sent('1.94', tightened('1.94')), await sent('1.95', tightened('1.95'))]
    await Promise.all([room.reviewer.post(at(first), {}), room.administrator.post(at(first), {}), room.reviewer.post(at(first), {})])
    await room.reviewer.post(at(second), {})
    expect((await room.reviewer.send('DELETE', at(second))).status).toBe(204)
    expect([(await finished(first)).state, (await finished(second)).state]).toEqual(['done', 'cancelled'])
    expect([(await events(first.procedureId)).length, (await events(second.procedureId)).length]).toEqual([1, 0])
    expect((await replay(second)).state).toBe('done')
  })

  it('belongs to one content: another content has not been played', async () => {
    const request = await sent('1.96', tightened('1.96'))
    await replay(request)
    const { version } = (await room.administrator.get(`/api/designer/procedures/${request.procedureId}`)).body as { version: number }
    await room.save(request.procedureId, widened('1.96'), version)
    expect(await show(request)).toMatchObject({ state: 'none', class: 'wider' })
    expect(await replay(request)).toMatchObject({ drafts: { verdicts: { same: 2, asksAgain: 0, losesData: 0 } } })
  })

  it('tells who would stay behind if open dossiers were migrated', async () => {
    const request = await sent('1.97', restepped('1.97'))
    const { id } = (await fileAtOnce(citizen, { id: request.procedureId, hash: request.base }, named('An'))).body.dossier as { id: string }
    await act(await room.office.as('oneStop'), id, 1, { action: 'accept' })
    expect((await replay(request)).stays).toEqual([{ why: 'stepGone', step: 'appraisal', count: 1 }])
  })

  /** Other words are riskier than anything that a replay can find: they must not hide it. */
  const reworded = (code: string) => { const document = widened(code); document.form!.schema.properties['tuoi']!.title = 'Tuổi của người được ủy quyền'; return document }
  it.each([['wider', widened, '1.98'], ['changesMeaning', reworded, '1.99']] as const)('says so when people are hit harder than the documents alone say: %s', async (found, change, code) => {
    const request = await sent(code, change(code))
    expect((await replay(request)).disagrees).toBe(false)
    // What is played is another content than the one whose class is known.
    await room.office.deps.database.commit([{ sql: 'UPDATE change_request SET document = ? WHERE id = ?', parameters: [JSON.stringify(tightened(code)), request.id] }])
    expect(await replay(request)).toMatchObject({ class: found, disagrees: true, drafts: { verdicts: { asksAgain: 1 } } })
  })
})
