// How long an office worked on a dossier, in working hours without the time that it waited for the applicant; counted in classes, so
// that “half within x, nine of ten within y” is read from a few numbers however many dossiers there are.
import type { DossierEvent, Workflow } from '#schemas/generated/types.ts'
import { hoursOfDay, remainingTime } from '../deadline/due-date.ts'
import type { WorkingCalendar } from '../deadline/working-calendar.ts'
import { findStep } from '../workflow/facts.ts'

const range = (from: number, to: number, by: number): number[] => Array.from({ length: (to - from) / by + 1 }, (_, i) => from + i * by)

/** Upper bounds in working hours: single hours of the first day, half days of the first ten, days of the first thirty, weeks after. */
const bounds = [...range(1, 8, 1), ...range(12, 80, 4), ...range(88, 240, 8), ...range(280, 2000, 40)]
const beyond = 1_000_000

export const boundOf = (hours: number): number => bounds.find((bound) => hours <= bound + 1e-9) ?? beyond

const isWaiting = (workflow: Workflow, step: string | undefined): boolean => findStep(workflow, step)?.clock === 'paused'

/** From the filing to the last event; `receivedAt` is earlier than the first event where paper was entered later. */
export const officeHours = (workflow: Workflow, events: readonly DossierEvent[], receivedAt: string, calendar: WorkingCalendar): number =>
  events.slice(0, -1).reduce((sum, { at, to }, i) => (isWaiting(workflow, to) ? sum : sum + Math.max(0, remainingTime(i === 0 ? receivedAt : at, events[i + 1]!.at, calendar))), 0)

export interface OfficeTime {
  /** How many were measured. */
  dossiers: number
  /** Working days, up to which half of them took. */
  half: number
  /** And nine of ten. */
  nine: number
}

const within = (classes: readonly [bound: number, n: number][], wanted: number): number => {
  let sum = 0
  return classes.find(([, n]) => (sum += n) >= wanted)?.[0] ?? beyond
}

/** Half days are told as such; more than the last class is not told at all. Undefined below so many dossiers that they say something. */
export const officeTime = (counts: ReadonlyMap<number, number>, fewest: number): OfficeTime | undefined => {
  const classes = [...counts].filter(([, n]) => n > 0).sort(([a], [b]) => a - b)
  const dossiers = classes.reduce((sum, [, n]) => sum + n, 0)
  if (dossiers < Math.max(1, fewest)) return undefined
  const [half, nine] = [within(classes, dossiers * 0.5), within(classes, dossiers * 0.9)]
  return nine === beyond ? undefined : { dossiers, half: half / hoursOfDay, nine: nine / hoursOfDay }
}
