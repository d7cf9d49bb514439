// The nine processes of the gallery, walked in every way: to each end, through each decision, opinion, branch and expiry; with
// the times and slips that their sources give.
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { workingHours } from '#core/workflow/step-time.ts'
import { transition } from '#core/workflow/transition.ts'
import type { Dossier, Procedure, Step } from '#schemas/generated/types.ts'
import { readGallery } from '../../../fixtures/build.ts'
import { buildDossier } from '../../../fixtures/core-builders.ts'
import { sourceProcesses } from '../../../fixtures/source-processes.ts'
import { factsAt, thursday } from '../../../fixtures/transitions.ts'
import { everyWay, feeOf, playedBy } from '../../../fixtures/workflow-player.ts'

const gallery = readdirSync(new URL('../../../../schemas/examples/procedures', import.meta.url)).filter((file) => file.endsWith('.json'))

/** Where a dossier stands, as far as it matters for what may follow. */
const placeOf = ({ step, supplement, fee, opinions, fired }: Dossier): string => JSON.stringify([step, supplement?.returnTo, fee?.paidAt === undefined, fee?.total, step === 'consult' && Object.entries(opinions ?? {}).map(([id, { verdict }]) => [id, verdict]), fired])

interface Walked {
  ends: Set<string>
  /** "step decision" of every way that was taken. */
  taken: Set<string>
  /** Places from which nothing led on. */
  stuck: string[]
}

const walk = (procedure: Procedure): Walked => {
  const walked: Walked = { ends: new Set(), taken: new Set(), stuck: [] }
  for (const { answers, on } of (procedure.scenarios ?? []).filter(({ expect: { valid } }) => valid)) {
    const played = playedBy(procedure, answers, on)
    const seen = new Set<string>()
    const visit = (dossier: Dossier, now: string): void => {
      if (dossier.state === 'ended') walked.ends.add(dossier.step!)
      if (dossier.state === 'ended' || seen.has(placeOf(dossier))) return
      seen.add(placeOf(dossier))
      const ways = everyWay(played, dossier, now)
      if (ways.length === 0) walked.stuck.push(dossier.step!)
      for (const { change, facts } of [...ways, { change: { type: 'withdraw', reason: 'vì' } as const, facts: factsAt(now) }]) {
        const moved = transition(played.workflow, dossier, change, facts)
        if ('refused' in moved) continue
        walked.taken.add(`${dossier.step} ${change.type === 'act' ? change.action : change.type}`)
        for (const { step, by } of moved.passed) walked.taken.add(`${step} ${by}`)
        visit(moved.dossier, facts.now)
      }
    }
    const filed = transition(played.workflow, buildDossier(), { type: 'submit', answers, fee: feeOf(played) }, factsAt(thursday))
    if ('refused' in filed) throw new Error(filed.refused.code)
    for (const { step, by } of filed.passed) walked.taken.add(`${step} ${by}`)
    visit(filed.dossier, thursday)
  }
  return walked
}

const waysOf = (step: Step): string[] => [
  ...(step.actions ?? []).map(({ id }) => id), ...(step.onExpiry ? ['expire'] : []), ...(step.opinions?.length ? ['opine'] : []), ...(step.timers?.length ? ['timer'] : []),
  ...(step.kind === 'applicant' ? ['supplement'] : []), ...(step.kind === 'payment' ? ['pay'] : []), ...(step.branches ?? []).map((_branch, i) => `branches/${i}`), ...(step.kind === 'automatic' ? ['otherwise'] : []),
]

describe.each(gallery)('the process of %s', (file) => {
  const { ends, taken, stuck } = walk(readGallery(file))
  const { steps } = readGallery(file).workflow!
  it('comes to each of its ends', () => {
    expect([...ends].sort()).toEqual(steps.filter(({ kind }) => kind === 'end').map(({ id }) => id).sort())
  })
  it('takes every decision, branch, opinion and expiry', () => {
    expect(steps.flatMap((step) => waysOf(step).map((way) => `${step.id} ${way}`)).filter((way) => !taken.has(way))).toEqual([])
  })
  it('is stuck nowhere', () => {
    expect(stuck).toEqual([])
  })
})

describe.each(sourceProcesses)('the internal process of $file, $total hours', ({ file, total, steps }) => {
  const procedure = readGallery(file)
  const stepsOf = (names: string): Step[] => names.split(' ').map((id) => procedure.workflow!.steps.find((step) => step.id === id)!)
  it('gives each step the time of its source; together they are the time of the law', () => {
    for (const [names, hours] of steps) expect(stepsOf(names).reduce((sum, step) => sum + workingHours(step), 0), names).toBe(hours)
    expect(steps.reduce((sum, [, hours]) => sum + hours, 0)).toBe(total)
    const { clock } = procedure.workflow!
    expect([clock!.limit, ...(clock!.cases ?? []).map(({ limit }) => limit)].map(({ amount, unit }) => (unit === 'workingDay' ? amount * 8 : amount))).toContain(total)
  })
  it('issues the slips of its source where its source does', () => {
    const slips = new Map((procedure.papers ?? []).map(({ id, slip }) => [id, slip]))
    for (const [names, , ...named] of steps) {
      const issued = stepsOf(names).flatMap(({ actions = [] }) => actions.flatMap(({ issues = [] }) => issues.map((paper) => slips.get(paper))))
      expect(issued, names).toEqual(expect.arrayContaining(named))
    }
  })
})
