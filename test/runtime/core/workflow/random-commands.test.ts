// Whatever people try in whatever order: no dossier gets into a state that no workflow knows, none is stuck, and each accepted
// change is one version, so one entry of the audit trail.
import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextTimer } from '#core/workflow/timers.ts'
import { transition } from '#core/workflow/transition.ts'
import type { Dossier, Workflow } from '#schemas/generated/types.ts'
import { readGallery } from '../../../fixtures/build.ts'
import { calendar2026 } from '../../../fixtures/calendar.ts'
import { buildDossier, buildWorkflow, is } from '../../../fixtures/core-builders.ts'
import { buildCouncil } from '../../../fixtures/council-workflow.ts'
import { factsAt, thursday } from '../../../fixtures/transitions.ts'
import { everyWay, feeOf, playedBy, strayTries, type Played } from '../../../fixtures/workflow-player.ts'

const sequences = 10_000
const longest = 12
/** People do what the workflow offers more often than anything else. */
const weight = 5
/** Ten thousand lives on a busy machine. */
const patience = 60_000

const gallery = readdirSync(new URL('../../../../schemas/examples/procedures', import.meta.url)).filter((file) => file.endsWith('.json'))
const galleryPlayed = (file: string): Played[] => {
  const procedure = readGallery(file)
  return (procedure.scenarios ?? []).filter(({ expect: { valid } }) => valid).map(({ answers, on }) => playedBy(procedure, answers, on))
}

const made = (workflow: Workflow): Played[] => ['moi', 'cu'].map((loai) => playedBy({ workflow, fees: [{ id: 'fee', kind: 'fee', title: 'Phí', amount: 5, when: is('loai', 'moi') }] }, { loai }))

/** The clock starts with the payment, which comes before the review; the applicant is reminded. */
const paidFirst = (): Workflow => {
  const [intake, supplement, ...rest] = buildWorkflow().steps
  return buildWorkflow({
    clock: { limit: { amount: 10, unit: 'workingDay' }, startsOn: 'paid', resume: { restPlus: { amount: 1, unit: 'workingDay' } } },
    steps: [
      { ...intake!, actions: intake!.actions!.map((action) => (action.to === 'review' ? { ...action, to: 'payment' } : action)) },
      { ...supplement!, timers: [{ id: 'soon', before: { amount: 2, unit: 'workingDay' }, of: 'stepDue', do: 'remind' }] },
      { id: 'payment', kind: 'payment', title: 'Nộp phí', publicStatus: 'payment', clock: 'paused', resume: 'rest', otherwise: 'review', within: { amount: 5, unit: 'day' }, onExpiry: { to: 'stopped' } },
      ...rest,
    ],
  })
}

const checkState = (workflow: Workflow, dossier: Dossier): string | undefined => {
  const step = workflow.steps.find(({ id }) => id === dossier.step)
  if (!step) return 'no such step'
  if (step.kind === 'automatic') return 'stands in an automatic step'
  if ((step.kind === 'end') !== (dossier.state === 'ended')) return 'ends elsewhere than at an end'
  if (dossier.state === 'ended' && (!dossier.outcome || !dossier.endedAt || nextTimer(workflow, dossier, calendar2026))) return 'ends without an end'
  if ((step.kind === 'applicant') !== (dossier.supplement !== undefined)) return 'asks for a supplement elsewhere, or for none'
  if (dossier.state === 'open' && (step.clock === 'paused') !== (dossier.pausedAt !== undefined)) return 'its clock does not stand as the step says'
  if (dossier.publicStatus !== step.publicStatus) return 'tells its applicant otherwise'
  return undefined
}

/** A transition that changed what it was given would throw. */
const freeze = (dossier: Dossier): void => [dossier, dossier.opinions, dossier.fired, dossier.assignee, dossier.fee, dossier.records, dossier.supplement].forEach((part) => Object.freeze(part))

/** One life of a dossier, drawn number by number; gives the first thing that is wrong. */
const live = (played: Played, draws: readonly number[]): string | undefined => {
  let now = thursday
  const filed = transition(played.workflow, buildDossier(), { type: 'submit', answers: played.answers, fee: feeOf(played) }, factsAt(now))
  if ('refused' in filed) return 'cannot be filed'
  let { dossier } = filed
  for (const draw of draws) {
    const wrong = checkState(played.workflow, dossier)
    if (wrong !== undefined || dossier.state === 'ended') return wrong
    const ways = everyWay(played, dossier, now)
    if (ways.length === 0) return `stuck at ${dossier.step}`
    const strays = strayTries(played, dossier, now)
    const drawn = draw % (ways.length * weight + strays.length)
    const isWay = drawn < ways.length * weight
    const { change, facts } = isWay ? ways[drawn % ways.length]! : strays[drawn - ways.length * weight]!
    freeze(dossier)
    const moved = transition(played.workflow, dossier, change, facts)
    if ('refused' in moved) {
      if (isWay) return `${change.type} refused: ${moved.refused.code}`
      continue
    }
    if (moved.dossier.version !== dossier.version + 1) return 'not one version more'
    if (facts.now > now) now = facts.now
    dossier = moved.dossier
  }
  return checkState(played.workflow, dossier)
}

const livesOf = (variants: readonly Played[]): void => fc.assert(
  fc.property(fc.nat({ max: variants.length - 1 }), fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: longest }), (variant, draws) => {
    expect(live(variants[variant]!, draws)).toBeUndefined()
  }), { numRuns: sequences })

describe('ten thousand lives of a dossier', () => {
  it.each(gallery)('are all legal in %s', (file) => livesOf(galleryPlayed(file)), patience)
  it.each([['opinions, a council, a risk table and timers', buildCouncil], ['a payment that starts the clock', paidFirst]])('are all legal in a workflow with %s', (_name, build) => livesOf(made(build())), patience)
})
