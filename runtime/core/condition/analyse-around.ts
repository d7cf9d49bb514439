// Conditions about the citizen's answers that stand around the form: of fees, decisions, branches and papers. They must read
// what exists, may hold and may fail; and a branch must be reachable past those before it.
import type { Condition, Procedure, Step } from '#schemas/generated/types.ts'
import { questionOrPart } from '../form/cascades.ts'
import type { CompiledForm } from '../form/compiled-form.ts'
import type { Issue } from '../issues/issue.ts'
import { createCanHold, type CanHold } from './can-hold.ts'
import { conditionReferences } from './references.ts'

interface Place {
  when: Condition
  pointer: string
  title: string
}

const warning = (pointer: string, code: string, params: Record<string, unknown>): Issue => ({ pointer, code, params, level: 'warning' })

const lintPlace = (form: CompiledForm, { when, pointer, title }: Place, canHold: CanHold): Issue[] => {
  const references = conditionReferences(when)
  const unknown = references.filter((path) => !questionOrPart(form.questions, path, form.form.schema.$defs))
  if (unknown.length > 0) return unknown.map((path) => ({ pointer, code: 'lint.unknownPath', params: { path } }))
  if (references.length === 0) return [{ pointer, code: 'lint.placeConditionEmpty', params: { title } }]
  if (canHold([{ conditions: [{ when }] }]) === 'no') return [warning(pointer, 'lint.conditionNever', { title })]
  return canHold([{ conditions: [{ when }], isDenied: true }]) === 'no' ? [warning(pointer, 'lint.conditionAlways', { title })] : []
}

/** The first branch that holds wins, so one that only holds where another did before is never taken. */
const lintBranches = (step: Step, s: number, canHold: CanHold): Issue[] =>
  (step.branches ?? []).flatMap(({ when, of }, b) => (when && of === undefined ? [{ when, b }] : [])).flatMap(({ when, b }, i, branches) => {
    const possible = i === 0 || canHold([{ conditions: [{ when }] }]) === 'no' ? 'yes' : canHold([{ conditions: [{ when }] }, ...branches.slice(0, i).map((before) => ({ conditions: [{ when: before.when }], isDenied: true }))])
    return possible === 'no' ? [warning(`/workflow/steps/${s}/branches/${b}`, 'lint.branchNever', { title: step.title, n: b + 1 })] : []
  })

export interface AroundIssues {
  fees: Issue[]
  workflow: Issue[]
}

/** With pointers into the document. */
export const analyseAround = (procedure: Procedure, form: CompiledForm): AroundIssues => {
  const steps = procedure.workflow?.steps ?? []
  const fees = (procedure.fees ?? []).flatMap(({ when, title }, i) => (when ? [{ when, title, pointer: `/fees/${i}/when` }] : []))
  const around = [
    ...(procedure.workflow?.clock?.cases ?? []).map(({ when }, i) => ({ when, title: procedure.info.name, pointer: `/workflow/clock/cases/${i}/when` })),
    ...steps.flatMap((step, s) => [
      ...(step.actions ?? []).flatMap(({ when, of, title }, a) => (when && of === undefined ? [{ when, title, pointer: `/workflow/steps/${s}/actions/${a}/when` }] : [])),
      ...(step.branches ?? []).flatMap(({ when, of }, b) => (when && of === undefined ? [{ when, title: step.title, pointer: `/workflow/steps/${s}/branches/${b}/when` }] : [])),
    ]),
    ...(procedure.papers ?? []).flatMap(({ when, title }, i) => (when ? [{ when, title, pointer: `/papers/${i}/when` }] : [])),
  ]
  const canHold = createCanHold(form, [...fees, ...around].map(({ when }) => when))
  return {
    fees: fees.flatMap((place) => lintPlace(form, place, canHold)),
    workflow: [...around.flatMap((place) => lintPlace(form, place, canHold)), ...steps.flatMap((step, s) => lintBranches(step, s, canHold))],
  }
}
