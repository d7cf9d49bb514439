// Every place of a procedure that may read a question of a form: conditions and formulas, each with the words that say where.
import { walkForm } from '#core/form/walk-form.ts'
import { formsOf } from '#core/procedure/document-forms.ts'
import type { Condition, Form, Formula, Procedure } from '#schemas/generated/types.ts'
import { demandForm, questionAt, type InForm } from './form-place.ts'

export type Where = 'rule' | 'check' | 'page' | 'section' | 'computed' | 'prefill' | 'fee' | 'action' | 'branch' | 'paper' | 'case' | 'scenario' | 'hidden'

export interface Site {
  where: Where
  /** Title of the rule, page, fee… for a person to recognise it. */
  title: string
  /** Of the place, in the procedure. */
  pointer: string
}

export interface ConditionSite extends Site {
  holder: { when?: Condition; of?: string }
  /** Prefix of what the condition reads: '' or the rows of a table. */
  base: string
}

export interface FormulaSite extends Site {
  holder: object
  key: string
  /** Rows whose columns the formula may read by their bare names. */
  rows: string
}

export const formPointer = (procedure: Procedure, { step }: InForm): string =>
  formsOf(procedure).find((each) => each.step === step)?.pointer ?? '/form'

// The rows that a path lies in: of /mau/*/kyHieu they are /mau/*
export const rowsOf = (path: string): string => (path.includes('/*') ? path.slice(0, path.lastIndexOf('/*') + 2) : '')

const inForm = (form: Form, prefix: string): ConditionSite[] => [
  ...form.pages.flatMap((page, i): ConditionSite[] => [
    { where: 'page', title: page.title, pointer: `${prefix}/pages/${i}`, holder: page, base: '' },
    ...page.sections.map((section, s): ConditionSite => ({ where: 'section', title: section.title || page.title, pointer: `${prefix}/pages/${i}/sections/${s}`, holder: section, base: '' })),
  ]),
  ...(form.rules ?? []).map((rule, i): ConditionSite => ({ where: 'rule', title: rule.title || rule.id, pointer: `${prefix}/rules/${i}`, holder: rule, base: rule.within === undefined ? '' : `${rule.within}/*` })),
]

const aroundForm = ({ fees, papers, workflow, info }: Procedure): ConditionSite[] => [
  ...(fees ?? []).map((fee, i): ConditionSite => ({ where: 'fee', title: fee.title, pointer: `/fees/${i}`, holder: fee, base: '' })),
  ...(fees ?? []).flatMap((fee, i) => (fee.rows ?? []).map((row, r): ConditionSite => ({ where: 'fee', title: row.title ?? fee.title, pointer: `/fees/${i}/rows/${r}`, holder: row, base: '' }))),
  ...(papers ?? []).map((paper, i): ConditionSite => ({ where: 'paper', title: paper.title, pointer: `/papers/${i}`, holder: paper, base: '' })),
  ...(info.cases ?? []).map((each, i): ConditionSite => ({ where: 'case', title: each.title, pointer: `/info/cases/${i}`, holder: each, base: '' })),
  ...(workflow?.clock?.cases ?? []).map((each, i): ConditionSite => ({ where: 'case', title: info.cases?.find((named) => JSON.stringify(named.when) === JSON.stringify(each.when))?.title ?? '', pointer: `/workflow/clock/cases/${i}`, holder: each, base: '' })),
  ...(workflow?.steps ?? []).flatMap((step, i) => [
    ...(step.actions ?? []).map((action, a): ConditionSite => ({ where: 'action', title: action.title, pointer: `/workflow/steps/${i}/actions/${a}`, holder: action, base: '' })),
    ...(step.branches ?? []).map((branch, b): ConditionSite => ({ where: 'branch', title: step.title, pointer: `/workflow/steps/${i}/branches/${b}`, holder: branch, base: '' })),
    ...(step.score ?? []).map((row, r): ConditionSite => ({ where: 'branch', title: row.reason || step.title, pointer: `/workflow/steps/${i}/score/${r}`, holder: row, base: '' })),
  ]),
]

/** Conditions about the answers of this form. What surrounds it reads the citizen's form, or the record of a step that it names. */
export const conditionSites = (procedure: Procedure, place: InForm): ConditionSite[] =>
  [...inForm(demandForm(procedure, place), formPointer(procedure, place)), ...aroundForm(procedure).filter(({ holder }) => holder.of === place.step)].filter((site) => site.holder.when !== undefined)

const inQuestions = (form: Form, prefix: string): FormulaSite[] =>
  walkForm(form.schema).flatMap(({ path }): FormulaSite[] => {
    const question = questionAt(form.schema, path)
    if (!question) return []
    const site = { title: question.title ?? '', pointer: prefix + '/schema' + path.split('/').slice(1).map((segment) => (segment === '*' ? '/items' : `/properties/${segment}`)).join(''), rows: rowsOf(path) }
    return [
      ...(question['x-compute'] === undefined ? [] : [{ ...site, where: 'computed' as const, holder: question, key: 'x-compute' }]),
      ...(question['x-prefill']?.formula === undefined ? [] : [{ ...site, where: 'prefill' as const, holder: question['x-prefill'], key: 'formula' }]),
    ]
  })

export const formulaSites = (procedure: Procedure, place: InForm): FormulaSite[] => {
  const form = demandForm(procedure, place)
  const prefix = formPointer(procedure, place)
  return [
    ...inQuestions(form, prefix),
    ...(form.checks ?? []).map((check, i): FormulaSite => ({ where: 'check', title: check.message, pointer: `${prefix}/checks/${i}`, holder: check, key: 'formula', rows: rowsOf(check.at) })),
    ...(place.step === undefined ? (procedure.fees ?? []).flatMap((fee, i): FormulaSite[] => [
      { where: 'fee', title: fee.title, pointer: `/fees/${i}`, holder: fee, key: 'amount', rows: '' },
      ...(fee.rows ?? []).map((row, r): FormulaSite => ({ where: 'fee', title: row.title ?? fee.title, pointer: `/fees/${i}/rows/${r}`, holder: row, key: 'amount', rows: '' })),
    ]) : []),
  ]
}

export const formulaOf = ({ holder, key }: FormulaSite): Formula => (holder as Record<string, Formula>)[key]
