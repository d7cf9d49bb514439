// Everything that a procedure decides by conditions and formulas, as rows of one list: what it says, what it is used for, what
// it reads, and on which pages that stands.
import { conditionReferences } from '#core/condition/references.ts'
import { formulaReferences } from '#core/formula/references.ts'
import { printFormula } from '#core/formula/print-formula.ts'
import { foldText } from '#core/text/format.ts'
import { localise, type Locale } from '#core/text/localise.ts'
import type { Condition, Form, Procedure } from '#schemas/generated/types.ts'
import { conditionText } from '../form-editor/condition-text.ts'
import { questionAt, type InForm } from '../form-editor/form-place.ts'
import { pageOfPath } from '../form-editor/form-slots.ts'
import { conditionSites, formPointer, formulaOf, formulaSites } from '../form-editor/reference-sites.ts'
import { effectOf, targetsOf } from '../form-editor/rules-about.ts'

export type LogicKind = 'show' | 'require' | 'limit' | 'refuse' | 'page' | 'section' | 'check' | 'computed' | 'prefill' | 'fee' | 'action' | 'branch' | 'paper' | 'case'
export const logicKinds: readonly LogicKind[] = ['show', 'require', 'limit', 'refuse', 'page', 'section', 'check', 'computed', 'prefill', 'fee', 'action', 'branch', 'paper', 'case']

export interface LogicRow {
  /** Of the place, in the procedure; the same row keeps it while it is edited. */
  pointer: string
  kind: LogicKind
  /** Its own name, where it has one. */
  title: string
  sentence: string
  /** Questions that it decides about. */
  targets: string[]
  /** Questions that it reads. */
  reads: string[]
  /** Pages on which any of them stands. */
  pages: string[]
}

const pagesOf = (form: Form, paths: readonly string[]): string[] => [...new Set(paths.flatMap((path) => pageOfPath(form, path) ?? []))]

const row = (form: Form, each: Omit<LogicRow, 'pages'>, pages: readonly string[] = []): LogicRow => ({ ...each, pages: [...new Set([...pages, ...pagesOf(form, [...each.targets, ...each.reads])])] })

const ruleRows = (form: Form, prefix: string, locale: Locale): LogicRow[] =>
  (form.rules ?? []).map((rule, i) => row(form, {
    pointer: `${prefix}/rules/${i}`, kind: effectOf(rule), title: localise(rule, 'title', locale), targets: targetsOf(rule), reads: conditionReferences(rule.when, rule.within),
    sentence: [conditionText(rule.when, form, rule.within), rule.refuse && localise(rule.refuse, 'message', locale)].filter(Boolean).join(' → '),
  }))

const inSection = (form: Form, pointer: string): { page: string, questions: string[] } | undefined => {
  const [, p, s] = /\/pages\/(\d+)(?:\/sections\/(\d+))?$/.exec(pointer) ?? []
  const page = form.pages[Number(p)]
  return page && { page: page.id, questions: page.sections.filter((_section, i) => s === undefined || i === Number(s)).flatMap((section) => section.questions) }
}

const placeRows = (procedure: Procedure, form: Form, place: InForm): LogicRow[] =>
  conditionSites(procedure, place).filter(({ where }) => where !== 'rule').map(({ where, title, pointer, holder }) => {
    const at = where === 'page' || where === 'section' ? inSection(form, pointer) : undefined
    return row(form, { pointer, kind: where as LogicKind, title, sentence: conditionText(holder.when as Condition, form), targets: at?.questions ?? [], reads: conditionReferences(holder.when as Condition) }, at && [at.page])
  })

/** Of a name that a formula reads, the question that it may mean; in rows the column comes first. */
const meant = (form: Form, rows: string, name: string): string[] => {
  const path = `/${name.replaceAll('.', '/')}`
  return [rows + path, path].filter((each) => questionAt(form.schema, each)).slice(0, 1)
}

const schemaPath = (pointer: string, prefix: string): string => pointer.slice(`${prefix}/schema`.length).replaceAll('/properties/', '/').replaceAll('/items', '/*')

const formulaRows = (procedure: Procedure, form: Form, place: InForm, locale: Locale): LogicRow[] => {
  const prefix = formPointer(procedure, place)
  return formulaSites(procedure, place).filter((site) => site.where !== 'fee' || typeof formulaOf(site) === 'object').map((site) => {
    const check = site.where === 'check' ? form.checks?.[Number(site.pointer.slice(site.pointer.lastIndexOf('/') + 1))] : undefined
    const own = site.where === 'computed' || site.where === 'prefill' ? [schemaPath(site.pointer, prefix)] : []
    const reads = formulaReferences(formulaOf(site)).flatMap((name) => meant(form, site.rows, name))
    return row(form, { pointer: site.pointer, kind: site.where as LogicKind, title: check ? localise(check, 'message', locale) : site.title, sentence: printFormula(formulaOf(site)), targets: check ? [check.at] : own, reads: [...new Set(reads)] })
  })
}

export const logicRows = (procedure: Procedure, form: Form, place: InForm, locale: Locale): LogicRow[] => {
  const formulas = formulaRows(procedure, form, place, locale)
  return [...ruleRows(form, formPointer(procedure, place), locale), ...placeRows(procedure, form, place), ...formulas]
}

export interface LogicFilter {
  words: string
  kind: string
  page: string
}

/** Words are looked for in the name, the sentence and the questions; without accents too. */
export const filterRows = (rows: readonly LogicRow[], { words, kind, page }: LogicFilter, titleOf: (path: string) => string): LogicRow[] => {
  const wanted = foldText(words.trim())
  return rows.filter((each) => (kind === '' || each.kind === kind) && (page === '' || each.pages.includes(page)) &&
    (wanted === '' || foldText([each.title, each.sentence, ...each.targets.map(titleOf)].join(' ')).includes(wanted)))
}
