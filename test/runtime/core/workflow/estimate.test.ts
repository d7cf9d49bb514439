import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateLoad, usualShares, type Staffing } from '#core/workflow/estimate.ts'
import { chanceToWait, meanWaiting } from '#core/workflow/waiting.ts'
import { waysOf } from '#core/workflow-map/workflow-ways.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { anyWorkflow } from '../../../fixtures/arbitrary-workflow.ts'
import { buildWorkflow } from '../../../fixtures/core-builders.ts'

const month: Staffing = { dossiersPerMonth: 20, officers: {}, hoursPerDay: 8, daysPerMonth: 20, workedShare: 1, shares: {} }
const folder = 'schemas/examples/procedures'
const gallery = readdirSync(folder).map((file): [string, Procedure] => [file, JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Procedure])
const roleOf = ({ roles }: ReturnType<typeof estimateLoad>, role: string) => roles.find((each) => each.role === role)!

describe('the estimate of a month', () => {
  it('adds up the time that each role needs', () => {
    const estimate = estimateLoad(buildWorkflow(), month)
    expect(estimate.roles.map(({ role, hours, capacity, utilisation }) => [role, hours, capacity, utilisation])).toEqual([['one-stop', 160, 160, 1], ['specialist', 800, 160, 5]])
    expect(roleOf(estimate, 'specialist').needed).toBe(5)
  })
  it('says where the queue grows, and by how much', () => {
    const estimate = estimateLoad(buildWorkflow(), month)
    expect(roleOf(estimate, 'specialist').growth).toBeCloseTo(16, 3)
    expect(roleOf(estimate, 'specialist').waiting).toBeUndefined()
    expect(estimate.finished).toBeCloseTo(4, 3)
  })
  it('sends less on from a role that cannot keep up', () => {
    const estimate = estimateLoad(buildWorkflow(), { ...month, officers: { 'one-stop': 0.5, specialist: 10 } })
    expect([roleOf(estimate, 'one-stop').growth, roleOf(estimate, 'specialist').growth]).toEqual([expect.closeTo(10, 2), expect.closeTo(0, 6)])
    expect(estimate.steps.find(({ step }) => step === 'review')!.arrivals).toBeCloseTo(10, 2)
    expect(estimate.roles.map(({ needed }) => needed)).toEqual([1, 5])
  })
  it('leaves the work of another authority to it', () => {
    const workflow = buildWorkflow()
    workflow.steps[2]!.by = { role: 'specialist', agency: 'Bộ Tài chính' }
    expect(estimateLoad(workflow, month).roles.map(({ role }) => role)).toEqual(['one-stop'])
  })
  it('counts a step again when dossiers come back to it', () => {
    const shares = { 'intake/action/accept': 0.75, 'intake/action/ask': 0.25, 'supplement/answer/intake': 1 }
    expect(estimateLoad(buildWorkflow(), { ...month, officers: { 'one-stop': 9, specialist: 9 }, shares }).steps[0]!.arrivals).toBeCloseTo(20 / 0.75, 6)
  })
  it('takes the first decision and all branches alike where nobody says otherwise, always adding up to one', () => {
    expect(usualShares(buildWorkflow()).get('intake/action/accept')).toBe(1)
    expect(gallery.map(([, { workflow }]) => estimateLoad(workflow!, month).roles.every(({ needed }) => needed < 100))).not.toContain(false)
    fc.assert(fc.property(anyWorkflow(), fc.dictionary(fc.string(), fc.float({ noNaN: true })), (workflow, shares) => {
      const usual = usualShares(workflow, shares)
      for (const { id } of workflow.steps) {
        const own = waysOf(workflow).filter(({ from, kind }) => from === id && kind !== 'expiry').map((way) => usual.get(way.id)!)
        if (own.length > 0) expect(own.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9)
      }
    }))
  })
  it('loses no dossier: what comes in ends or stays in a queue', () => {
    for (const [, { workflow }] of gallery) {
      for (const officers of [0, 1, 3, 200]) {
        const all = Object.fromEntries(workflow!.roles.map(({ id }) => [id, officers]))
        const { finished, growth } = estimateLoad(workflow!, { ...month, officers: all })
        expect(finished + growth).toBeCloseTo(20, 2)
      }
    }
  })
  it('needs no fewer officers for more dossiers', () => {
    fc.assert(fc.property(anyWorkflow(8), fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (workflow, a, b) => {
      const estimate = (dossiersPerMonth: number) => estimateLoad(workflow, { ...month, dossiersPerMonth, officers: Object.fromEntries(workflow.roles.map(({ id }) => [id, 1e7])) })
      const [less, more] = [estimate(Math.min(a, b)), estimate(Math.max(a, b))]
      // Dossiers that circle for ever need endless time.
      fc.pre(more.growth === 0)
      less.roles.forEach(({ hours, needed }, i) => expect(more.roles[i]!.hours >= hours - 1e-6 && more.roles[i]!.needed >= needed).toBe(true))
    }), { numRuns: 100 })
  })
  it('gives each of several parallel opinions to its role, and names steps without a time', () => {
    const workflow = buildWorkflow()
    const opinion = (id: string, role: string) => ({ id, title: id, by: { role }, within: { amount: 8, unit: 'workingHour' as const }, onExpiry: 'waits' as const })
    workflow.steps[2] = { id: 'review', kind: 'opinions', title: 'Lấy ý kiến', publicStatus: 'processing', opinions: [opinion('a', 'specialist'), opinion('b', 'one-stop')], otherwise: 'granted' }
    delete workflow.steps[0]!.within
    const { steps, untimed } = estimateLoad(workflow, month)
    expect(steps.map(({ step, opinion: id, hours }) => [step, id, hours])).toEqual([['intake', undefined, 0], ['review', 'a', 160], ['review', 'b', 160]])
    expect(untimed).toEqual(['intake'])
  })
  it('stays with numbers when dossiers circle for ever', () => {
    const workflow = buildWorkflow()
    workflow.steps[2]!.actions = [{ id: 'again', title: 'Lại', to: 'review' }]
    expect(Number.isFinite(estimateLoad(workflow, month).growth)).toBe(true)
  })
})

describe('waiting for a free officer', () => {
  it('agrees with Erlang’s table', () => {
    expect(chanceToWait(2, 3)).toBeCloseTo(0.4444, 4)
    expect(chanceToWait(8, 10)).toBeCloseTo(0.4092, 4)
  })
  it('of one officer is known in closed form', () => {
    fc.assert(fc.property(fc.double({ min: 0.01, max: 0.95, noNaN: true }), (use) => {
      expect(meanWaiting({ arrivals: 160 * use, work: 1, servers: 1, time: 160 })).toBeCloseTo(use / (1 - use), 6)
    }))
  })
  it('grows with what comes in and shrinks with officers, until nobody can keep up', () => {
    expect(meanWaiting({ arrivals: 100, work: 2, servers: 2, time: 160 })!).toBeLessThan(meanWaiting({ arrivals: 120, work: 2, servers: 2, time: 160 })!)
    expect(meanWaiting({ arrivals: 100, work: 2, servers: 3, time: 160 })!).toBeLessThan(meanWaiting({ arrivals: 100, work: 2, servers: 2, time: 160 })!)
    expect(meanWaiting({ arrivals: 160, work: 1, servers: 1, time: 160 })).toBeUndefined()
  })
})
