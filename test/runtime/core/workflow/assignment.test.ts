import { describe, expect, it } from 'vitest'
import { availableActions } from '#core/workflow/available-actions.ts'
import type { Facts } from '#core/workflow/facts.ts'
import type { Dossier } from '#schemas/generated/types.ts'
import { buildWorkflow } from '../../../fixtures/core-builders.ts'
import { createMover, factsOf, thursday } from '../../../fixtures/transitions.ts'

const workflow = buildWorkflow()
const { go, refusal, effects, filed } = createMover(workflow)

const lan = factsOf('lan', thursday, 'one-stop')
const minh = factsOf('minh', thursday, 'one-stop')
const head = factsOf('head', thursday, 'unit-head')
const outsider = factsOf('outsider', thursday, 'clerk')
const substitute: Facts = { ...minh, actor: { ...minh.actor, standsInFor: ['lan'] } }
const to = (id: string) => ({ type: 'assign' as const, to: { id, name: id } })
const knowing = (facts: Facts, ...roles: string[]): Facts => ({ ...facts, recipient: { roles } })
const claimed = (): Dossier => go(filed(), to('lan'), lan)

describe('an assignment', () => {
  it('is taken by whoever has the role, and then only that person or a substitute acts', () => {
    expect(claimed()).toMatchObject({ version: 2, step: 'intake', assignee: { id: 'lan', name: 'lan', at: thursday, step: 'intake' } })
    expect([lan, minh, substitute].map(({ actor }) => availableActions(workflow, claimed(), actor).length > 0)).toEqual([true, false, true])
    expect(refusal(claimed(), { type: 'act', action: 'accept' }, minh)).toBe('action.notAvailable')
    expect(go(claimed(), { type: 'act', action: 'accept' }, substitute)).toMatchObject({ step: 'review' })
  })
  it.each([
    ['whoever lacks the role', filed(), to('outsider'), outsider, 'assign.roleMissing'],
    ['one that somebody else has', claimed(), to('minh'), minh, 'assign.notYours'],
    ['a free dossier for a colleague', filed(), to('minh'), knowing(lan, 'one-stop'), 'assign.notYours'],
    ['a colleague without the role', claimed(), to('minh'), knowing(lan, 'specialist'), 'assign.roleMissing'],
    ['somebody whom nobody knows', claimed(), to('minh'), lan, 'assign.roleMissing'],
    ['the same person again', claimed(), to('lan'), lan, 'assign.already'],
    ['to give back what nobody has', filed(), { type: 'assign' as const }, lan, 'assign.already'],
    ['to give back for another', claimed(), { type: 'assign' as const }, minh, 'assign.notYours'],
  ])('refuses %s', (_name, dossier, change, facts, code) => {
    expect(refusal(dossier, change, facts)).toBe(code)
  })
  it('passes on from the person who has it, from a substitute and from a head, to whom it is told', () => {
    for (const by of [lan, head]) expect(go(claimed(), to('hoa'), knowing(by, 'one-stop')).assignee).toMatchObject({ id: 'hoa' })
    expect(go(claimed(), to('minh'), substitute).assignee).toMatchObject({ id: 'minh' })
    expect(go(filed(), to('hoa'), knowing(head, 'one-stop')).assignee).toMatchObject({ id: 'hoa' })
    expect(effects(claimed(), to('hoa'), knowing(lan, 'one-stop'))).toEqual([{ kind: 'notify', to: 'person', person: 'hoa', notice: 'assigned' }])
    expect(effects(filed(), to('lan'), lan)).toEqual([])
    expect(go(claimed(), { type: 'assign' }, lan).assignee).toBeUndefined()
  })
  it('ends with the step, and comes back to the officer who asked for a supplement', () => {
    expect(go(claimed(), { type: 'act', action: 'accept' }, lan).assignee).toBeUndefined()
    const asked = go(claimed(), { type: 'act', action: 'ask', reason: 'x', fields: ['/a'] }, lan)
    expect(go(asked, { type: 'supplement', answers: {}, fee: filed().fee! }, lan)).toMatchObject({ step: 'intake', assignee: { id: 'lan' } })
    expect(refusal(asked, to('minh'), minh)).toBe('assign.nobodyActs')
  })
})
