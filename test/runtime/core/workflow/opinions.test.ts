import { describe, expect, it } from 'vitest'
import { availableOpinions, joinOf } from '#core/workflow/opinions.ts'
import type { Dossier } from '#schemas/generated/types.ts'
import { buildCouncil } from '../../../fixtures/council-workflow.ts'
import { createMover, factsOf, thursday } from '../../../fixtures/transitions.ts'

const workflow = buildCouncil()
const { go, refusal, effects, filed } = createMover(workflow)
const desk = factsOf('desk', thursday, 'one-stop')
const officer = (id: string, now = thursday) => factsOf(id, now, 'specialist')
const clock = (now: string) => factsOf('clock', now)

/** At the two opinions, asked for on Thursday with three working days each. */
const consulted = (): Dossier => go(filed({ loai: 'moi' }), { type: 'act', action: 'accept' }, desk)
/** At the council of three, of whom two decide. */
const voting = (): Dossier => go(go(consulted(), { type: 'opine', opinion: 'a', text: 'Đồng ý' }, officer('a')), { type: 'opine', opinion: 'b', verdict: 'for' }, desk)

describe('opinions', () => {
  it('are asked for at the same time, of every role once, and give the step the longest of their times', () => {
    expect(consulted()).toMatchObject({ step: 'consult', stepDueAt: '2026-11-25T10:00:00.000Z' })
    expect(effects(filed({ loai: 'moi' }), { type: 'act', action: 'accept' }, desk).filter((effect) => effect.kind === 'notify' && effect.notice === 'opinion-asked')).toEqual([
      { kind: 'notify', to: 'role', role: 'specialist', notice: 'opinion-asked' }, { kind: 'notify', to: 'role', role: 'one-stop', notice: 'opinion-asked' },
    ])
  })
  it('join: the dossier goes on once the last is given, by whoever was asked for it', () => {
    const first = go(consulted(), { type: 'opine', opinion: 'a', text: 'Đồng ý' }, officer('a'))
    expect(first).toMatchObject({ step: 'consult', version: 3, opinions: { a: { text: 'Đồng ý', by: { id: 'a', name: 'a' }, at: thursday } } })
    expect(go(first, { type: 'opine', opinion: 'b', verdict: 'against', text: 'Thiếu vốn' }, desk)).toMatchObject({ step: 'vote' })
  })
  it.each([
    ['one that is not asked for', { opinion: 'x' }, officer('a'), 'opinion.notAsked'],
    ['one that is asked of another role', { opinion: 'b', text: 'x' }, officer('a'), 'opinion.notAsked'],
    ['one that says nothing', { opinion: 'a', text: '  ' }, officer('a'), 'opinion.empty'],
    ['one against without a reason', { opinion: 'a', verdict: 'against' as const }, officer('a'), 'opinion.reasonMissing'],
  ])('refuses %s', (_name, change, by, code) => {
    expect(refusal(consulted(), { type: 'opine', ...change }, by)).toBe(code)
  })
  it('are given once', () => {
    const first = go(consulted(), { type: 'opine', opinion: 'a', text: 'Đồng ý' }, officer('a'))
    expect(refusal(first, { type: 'opine', opinion: 'a', text: 'Khác' }, officer('b'))).toBe('opinion.notAsked')
  })
  it('count as consent by silence where the law says so, and are only asked for again elsewhere', () => {
    const late = '2026-11-25T10:00:00.000Z'
    expect(refusal(consulted(), { type: 'timer', timer: 'opinion:a' }, clock('2026-11-25T09:59:59Z'))).toBe('timer.notNow')
    const silent = go(consulted(), { type: 'timer', timer: 'opinion:a' }, clock(late))
    expect(silent.opinions).toEqual({ a: { verdict: 'for', silent: true, at: late } })
    const reminded = go(silent, { type: 'timer', timer: 'opinion:b' }, clock(late))
    expect(reminded).toMatchObject({ step: 'consult', fired: ['opinion:a', 'opinion:b'], opinions: silent.opinions })
    expect(refusal(reminded, { type: 'timer', timer: 'opinion:b' }, clock(late))).toBe('timer.notNow')
    expect(go(reminded, { type: 'opine', opinion: 'b', verdict: 'for' }, desk).step).toBe('vote')
  })
  it('stay to be read after the join, until other opinions are asked for', () => {
    expect(voting().opinions).toBeUndefined()
    const decided = ['x', 'y'].reduce((dossier, id) => go(dossier, { type: 'opine', opinion: id, verdict: 'for' }, officer(id)), voting())
    expect(decided).toMatchObject({ step: 'review', opinions: { x: { verdict: 'for' }, y: { verdict: 'for' } } })
  })
})

describe('a council', () => {
  it('decides as soon as enough are in favour, and as soon as that cannot be any more', () => {
    const [one, other] = (['for', 'against'] as const).map((verdict) => go(voting(), { type: 'opine', opinion: 'x', verdict, text: 'x' }, officer('x')))
    expect(go(one!, { type: 'opine', opinion: 'y', verdict: 'for' }, officer('y'))).toMatchObject({ step: 'review' })
    expect(go(one!, { type: 'opine', opinion: 'y', verdict: 'against', text: 'x' }, officer('y'))).toMatchObject({ step: 'vote' })
    expect(go(other!, { type: 'opine', opinion: 'y', verdict: 'against', text: 'x' }, officer('y'))).toMatchObject({ step: 'refused', state: 'ended', outcome: 'refused' })
  })
  it('lets nobody vote twice, nor without a vote', () => {
    const one = go(voting(), { type: 'opine', opinion: 'x', verdict: 'for' }, officer('x'))
    expect(refusal(one, { type: 'opine', opinion: 'y', verdict: 'for' }, officer('x'))).toBe('opinion.notAsked')
    expect(availableOpinions(workflow, one, { id: 'x', roles: ['specialist'] })).toEqual([])
    expect(availableOpinions(workflow, one, { id: 'y', roles: ['specialist'] }).map(({ id }) => id)).toEqual(['y', 'z'])
    expect(refusal(one, { type: 'opine', opinion: 'y', text: 'Đồng ý' }, officer('y'))).toBe('opinion.verdictMissing')
  })
  it('never waits once all have spoken', () => {
    const step = workflow.steps.find(({ id }) => id === 'vote')!
    for (let mask = 0; mask < 8; mask++) {
      const given = Object.fromEntries(['x', 'y', 'z'].map((id, i) => [id, { verdict: (mask >> i) & 1 ? 'for' as const : 'against' as const, at: thursday }]))
      expect(joinOf(step, given)).toBe(Object.values(given).filter(({ verdict }) => verdict === 'for').length >= 2 ? 'review' : 'refused')
    }
  })
})
