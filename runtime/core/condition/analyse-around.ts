// Conditions about the citizen's answers that stand around the form: of fees, decisions, branches and papers. They must read
// what exists, may hold and may fail; and a branch must be reachable past those before it.
import type { Condition, Procedure, Step } from '#schemas/generated/types.ts'
import { questionOrPart } from '../form/cascades.ts'
import { compileForm } from '../form/compile-form.ts'
import type { CompiledForm } from '../form/compiled-form.ts'
import type { Issue } from '../issues/issue.ts'
import { titleWords, type TitleWords } from '../issues/title-words.ts'
import type { Guard } from '../workflow/guard.ts'
import { lintRecordRead } from '../workflow/lint-routing.ts'
import { lintChoices, lintFeeRows } from './analyse-choices.ts'
import { createCanHold, type CanHold } from './can-hold.ts'
import { conditionReferences } from './references.ts'

interface Place {
  when: Condition
  pointer: string
  title: TitleWords
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
const lintBranches = (step: Step, s: number, source: string | undefined, canHold: CanHold): Issue[] =>
  (step.branches ?? []).flatMap(({ when, of }, b) => (when && of === source ? [{ when, b }] : [])).flatMap(({ when, b }, i, branches) => {
    const possible = i === 0 || canHold([{ conditions: [{ when }] }]) === 'no' ? 'yes' : canHold([{ conditions: [{ when }] }, ...branches.slice(0, i).map((before) => ({ conditions: [{ when: before.when }], isDenied: true }))])
    return possible === 'no' ? [warning(`/workflow/steps/${s}/branches/${b}`, 'lint.branchNever', { title: titleWords(step, step.id), n: b + 1 })] : []
  })

export interface AroundIssues {
  fees: Issue[]
  workflow: Issue[]
}

/** Conditions of one form or record, and what stands side by side there. */
interface Around {
  fees: Place[]
  workflow: Place[]
}

/** Places that read the record of this step, or, without one, the applicant's answers. */
const placesOf = (procedure: Procedure, of: string | undefined): Around => {
  const steps = procedure.workflow?.steps ?? []
  const reading = (list: readonly (Guard & { title?: string })[] | undefined, title: TitleWords, pointer: string): Place[] =>
    (list ?? []).flatMap((each, i) => (each.when && each.of === of ? [{ when: each.when, title: each.title === undefined ? title : titleWords(each, ''), pointer: `${pointer}/${i}/when` }] : []))
  const ofAnswers = of === undefined
    ? { fees: (procedure.fees ?? []).flatMap((fee, i) => (fee.when ? [{ when: fee.when, title: titleWords(fee, fee.id), pointer: `/fees/${i}/when` }] : [])), cases: procedure.workflow?.clock?.cases, papers: procedure.papers }
    : { fees: [] }
  return {
    fees: [...ofAnswers.fees, ...(procedure.fees ?? []).flatMap((fee, i) => reading(fee.rows, titleWords(fee, fee.id), `/fees/${i}/rows`))],
    workflow: [
      ...reading(ofAnswers.cases, procedure.info.name, '/workflow/clock/cases'),
      ...steps.flatMap((step, s) => (['actions', 'branches', 'score'] as const).flatMap((part) => reading(step[part], titleWords(step, step.id), `/workflow/steps/${s}/${part}`))),
      ...reading(ofAnswers.papers, '', '/papers'),
    ],
  }
}

const analyseReading = (procedure: Procedure, of: string | undefined, form: CompiledForm): AroundIssues => {
  const { fees, workflow } = placesOf(procedure, of)
  if (fees.length + workflow.length === 0) return { fees: [], workflow: [] }
  const canHold = createCanHold(form, [...fees, ...workflow].map(({ when }) => when))
  const steps = procedure.workflow?.steps ?? []
  return {
    fees: [...fees.flatMap((place) => lintPlace(form, place, canHold)), ...(of === undefined ? (procedure.fees ?? []).flatMap((fee, i) => lintFeeRows(fee, `/fees/${i}`, canHold)) : [])],
    workflow: [...workflow.flatMap((place) => lintPlace(form, place, canHold)), ...steps.flatMap((step, s) => [...lintBranches(step, s, of, canHold), ...lintChoices(step, `/workflow/steps/${s}`, of, canHold)])],
  }
}

/** With pointers into the document. */
export const analyseAround = (procedure: Procedure, form: CompiledForm): AroundIssues => {
  const steps = procedure.workflow?.steps ?? []
  const read = new Set([...steps.flatMap(({ actions = [], branches = [], score = [] }) => [...actions, ...branches, ...score]), ...(procedure.fees ?? []).flatMap(({ rows = [] }) => rows)].flatMap(({ of }) => of ?? []))
  const found = [analyseReading(procedure, undefined, form), ...steps.flatMap((step) => (step.form && read.has(step.id) ? [analyseReading(procedure, step.id, compileForm(step.form))] : []))]
  const unwritten = (procedure.fees ?? []).flatMap(({ rows = [] }, i) => rows.flatMap(({ of }, r) => (of === undefined || !procedure.workflow ? [] : lintRecordRead(procedure.workflow, of, undefined, `/fees/${i}/rows/${r}/of`))))
  return { fees: [...found.flatMap(({ fees }) => fees), ...unwritten], workflow: found.flatMap(({ workflow }) => workflow) }
}
