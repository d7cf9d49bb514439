// Puts a pattern on a way of the workflow: the way leads into it, and out of it to where it led before. One edit, one undo; what
// scenarios expect passes through it too.
import { waysOf, type Way } from '#core/workflow-map/workflow-ways.ts'
import type { Procedure, Step, Workflow } from '#schemas/generated/types.ts'
import type { Command } from '../../editing/command.ts'
import { idFromTitle } from '../../form-editor/name-from-title.ts'
import { knownRoles } from '../known-roles.ts'
import { leadWay, openWays } from '../way-edit.ts'
import { patterns, type PatternId } from './patterns.ts'

const ends = {
  refused: { title: 'Từ chối', english: 'Refused', publicStatus: 'refused', portalStatus: 9 },
  stopped: { title: 'Dừng giải quyết', english: 'Stopped', publicStatus: 'stopped', portalStatus: 8 },
} as const

const endOf = (workflow: Workflow, outcome: keyof typeof ends, id: (title: string) => string): string => {
  const found = workflow.steps.find((step) => step.kind === 'end' && step.outcome === outcome)
  if (found) return found.id
  const { english, ...words } = ends[outcome]
  const made: Step = { id: id(words.title), kind: 'end', clock: 'stopped', outcome, ...words, 'x-i18n': { en: { title: english } } }
  workflow.steps.push(made)
  return made.id
}

const ensureRoles = (workflow: Workflow, steps: readonly Step[]): void => {
  const needed = new Set(steps.flatMap(({ by, opinions = [], timers = [] }) => [by?.role, ...opinions.map((each) => each.by.role), ...timers.map(({ role }) => role)]))
  const missing = knownRoles.filter(({ id }) => needed.has(id) && !workflow.roles.some((role) => role.id === id))
  if (missing.length > 0) workflow.roles = [...workflow.roles, ...missing.map((role) => ({ ...role }))]
}

/** A dossier that went from one step to the next goes through the pattern in between, where no other way joins the two. */
const passThrough = (draft: Procedure, { from, to }: Way, between: readonly string[]): void => {
  if (waysOf(draft.workflow!).filter((way) => way.from === from && way.to === to).length > 0) return
  for (const { expect } of draft.scenarios ?? []) {
    if (expect.path?.some((id, i, path) => id === from && path[i + 1] === to)) expect.path = expect.path.flatMap((id, i, path) => (id === from && path[i + 1] === to ? [id, ...between] : [id]))
  }
}

export interface InsertPattern {
  /** Id of the way (workflow-ways.ts). */
  way: string
  pattern: PatternId
  members?: number
  need?: number
}

export const insertPattern: Command<InsertPattern> = {
  name: 'insertPattern',
  recipe: (draft, { way: id, pattern, members = 5, need = 3 }) => {
    const workflow = draft.workflow
    const way = workflow && openWays(workflow).find((each) => each.id === id)
    const step = workflow?.steps.find((each) => each.id === way?.from)
    if (!workflow || !way || !step) return
    const taken = workflow.steps.map((each) => each.id)
    const idOf = (title: string): string => {
      const made = idFromTitle(title, taken, 'buoc')
      taken.push(made)
      return made
    }
    const made = patterns[pattern]({ onward: way.to, ...(step.kind === 'task' && { from: step.id }), id: idOf, end: (outcome) => endOf(workflow, outcome, idOf), members, need })
    workflow.steps.splice(workflow.steps.findIndex((each) => each.id === step.id) + 1, 0, ...made)
    ensureRoles(workflow, made)
    leadWay(step, way, made[0]!.id)
    passThrough(draft, way, made.filter(({ kind }) => kind !== 'applicant').map((each) => each.id))
    return { kind: 'step', id: made[0]!.id }
  },
}
