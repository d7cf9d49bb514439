import { describe, expect, it } from 'vitest'
import { placesOf, staffedPlaces } from '#core/organisation/places.ts'
import { waysToAssign } from '#core/workflow/assignment.ts'
import { availableActions } from '#core/workflow/available-actions.ts'
import type { Facts } from '#core/workflow/facts.ts'
import type { Dossier, Membership, Unit } from '#schemas/generated/types.ts'
import { buildDossier, buildWorkflow } from '../../../fixtures/core-builders.ts'
import { createMover, factsOf, noFee, thursday } from '../../../fixtures/transitions.ts'

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

/** Officers of two units with the same role, where the desk of one is asked. */
const units: Unit[] = [{ id: 'a', name: 'Một cửa A', code: 'H26.01' }, { id: 'b', name: 'Một cửa B', code: 'H26.02' }]
const memberships: Membership[] = units.map(({ id }) => ({ unit: id, role: 'one-stop' }))
const of = (unit: string, facts: Facts): Facts => ({ ...facts, actor: { ...facts.actor, places: placesOf([{ unit, role: 'one-stop' }], units, staffedPlaces(memberships, units)) } })
const forUnit = createMover({ ...workflow, steps: workflow.steps.map((step) => (step.id === 'intake' ? { ...step, by: { role: 'one-stop', unit: 'Một cửa A', code: 'H26.01' } } : step)) })

describe('an assignment to a unit', () => {
  it('lets only its officers act on it and take it, not those of another unit with the same role', () => {
    const dossier = forUnit.filed()
    expect(forUnit.refusal(dossier, { type: 'act', action: 'accept' }, of('b', minh))).toBe('action.notAvailable')
    expect(forUnit.refusal(dossier, to('minh'), of('b', minh))).toBe('assign.elsewhere')
    expect(forUnit.go(dossier, { type: 'act', action: 'accept' }, of('a', lan))).toMatchObject({ step: 'review' })
    const taken = forUnit.go(dossier, to('lan'), of('a', lan))
    expect(forUnit.refusal(taken, to('minh'), { ...of('a', lan), recipient: of('b', minh).actor })).toBe('assign.elsewhere')
    expect(forUnit.go(taken, to('minh'), { ...of('a', lan), recipient: of('a', minh).actor }).assignee).toMatchObject({ id: 'minh' })
    expect(forUnit.refusal(taken, to('minh'), { ...of('b', head), recipient: of('a', minh).actor })).toBe('assign.notYours')
  })
  it('tells that unit alone', () => {
    expect(forUnit.effects(buildDossier(), { type: 'submit', answers: { a: 1 }, fee: noFee }, lan)).toContainEqual({ kind: 'notify', to: 'role', role: 'one-stop', code: 'H26.01', notice: 'task' })
  })
  it('says beforehand what may be done', () => {
    const step = workflow.steps.find(({ id }) => id === 'intake')!
    const ways = (dossier: Dossier, { actor }: Facts) => waysToAssign(step, dossier, actor)
    expect([ways(filed(), lan), ways(filed(), outsider), ways(filed(), head), ways(claimed(), lan), ways(claimed(), minh)]).toEqual([['take'], [], ['give'], ['give', 'give-back'], []])
  })
})

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
