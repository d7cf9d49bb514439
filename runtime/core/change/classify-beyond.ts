// Classes of what JSON Schema cannot say (contract.md, "Beyond JSON Schema"): comparisons, check digits, values that may not
// repeat, files, computed answers, and choices drawn from rows. An outside validator does not see these; people meet them.
import type { Check, FileRule, Question } from '#schemas/generated/types.ts'
import type { Cascade, CompiledForm } from '../form/compiled-form.ts'
import { fieldChecks } from '../form/field-checks.ts'
import { formulaReferences } from '../formula/references.ts'
import { validatorRuntime } from '../json-schema/validator-runtime.ts'
import type { ChangeClass, Classified } from './change-class.ts'
import { isInside, migratedPath, type Migration } from './classify-places.ts'

const { equal } = validatorRuntime

const judged = (path: string, keyword: string, changeClass: ChangeClass | undefined, rule?: string): Classified[] =>
  (changeClass === undefined ? [] : [{ path, class: changeClass, keyword, ...(rule !== undefined && { rule }) }])

/** What was added narrows, what was taken away widens, and of what is otherwise now nobody knows. */
const byPresence = (before: unknown, after: unknown): ChangeClass | undefined => {
  if (equal(before, after)) return undefined
  return after === undefined ? 'wider' : 'asksAgain'
}

const stops = (check: Check | undefined): Check['formula'] | undefined => (check === undefined || check.level === 'warning' ? undefined : check.formula)

/** A formula reads a name that migrated: it says the same of the question where it is now. */
const readsMigrated = (check: Check, migrations: readonly Migration[]): boolean =>
  formulaReferences(check.formula).some((name) => migrations.some(({ to }) => isInside(`/${name.replaceAll('.', '/')}`, to) || isInside(check.at, to)))

const ofChecks = (before: CompiledForm, after: CompiledForm, migrations: readonly Migration[]): Classified[] => {
  const old = new Map((before.form.checks ?? []).map((check) => [check.id, check]))
  const now = new Map((after.form.checks ?? []).map((check) => [check.id, check]))
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id): Classified[] => {
    const [was, is] = [old.get(id), now.get(id)]
    const movedOnly = was !== undefined && is !== undefined && readsMigrated(is, migrations)
    const sameAt = was === undefined || is === undefined || migratedPath(was.at, migrations) === is.at
    const found = byPresence(stops(was), stops(is)) ?? (sameAt || stops(is) === undefined ? undefined : 'asksAgain')
    return movedOnly ? [] : judged((is ?? was)!.at, 'check', found, id)
  })
}

const ofFiles = (before: FileRule | undefined, after: FileRule | undefined): ChangeClass | undefined => {
  if (!before || !after) return byPresence(before, after)
  const isWithin = (inner: FileRule, outer: FileRule): boolean => inner.maxBytes <= outer.maxBytes && inner.accept.every((kind) => outer.accept.includes(kind))
  if (!isWithin(before, after)) return 'asksAgain'
  return isWithin(after, before) ? undefined : 'wider'
}

/** An answer that is worked out from now on replaces what a person gave. */
const ofComputing = (before: unknown, after: unknown): ChangeClass | undefined => (before === undefined && after !== undefined ? 'losesData' : byPresence(before, after))

const ofRepeats = (before: readonly string[] = [], after: readonly string[] = []): ChangeClass | undefined => {
  if (after.some((column) => !before.includes(column))) return 'asksAgain'
  return before.some((column) => !after.includes(column)) ? 'wider' : undefined
}

const digitsOf = ({ 'x-field': field }: Question): unknown => (field === undefined ? undefined : fieldChecks[field] && field)

const ofQuestion = (path: string, was: Question, is: Question): Classified[] => [
  ...judged(path, 'checkDigit', byPresence(digitsOf(was), digitsOf(is))),
  ...judged(path, 'x-uniqueBy', ofRepeats(was['x-uniqueBy'], is['x-uniqueBy'])),
  ...judged(path, 'x-file', ofFiles(was['x-file'], is['x-file'])),
  ...judged(path, 'x-compute', ofComputing(was['x-compute'], is['x-compute'])),
]

const drawnOf = (form: CompiledForm): Map<string, Cascade> => new Map(form.cascades.filter(({ drawnFrom }) => drawnFrom !== undefined).map((cascade) => [cascade.rule, cascade]))

const ofDrawn = (before: CompiledForm, after: CompiledForm): Classified[] => {
  const [old, now] = [drawnOf(before), drawnOf(after)]
  const said = (cascade: Cascade | undefined): unknown => cascade && [cascade.path, cascade.by, cascade.condition]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((rule) =>
    judged((now.get(rule) ?? old.get(rule))!.path, 'limit', byPresence(said(old.get(rule)), said(now.get(rule))), rule))
}

/** A question as it was and as it is. */
export interface Pair {
  path: string
  was: Question
  is: Question
}

export const pairedQuestions = (before: CompiledForm, after: CompiledForm, migrations: readonly Migration[]): Pair[] =>
  [...before.questions.values()].flatMap(({ path, question }) => {
    const now = after.questions.get(migratedPath(path, migrations))
    return now ? [{ path: now.path, was: question, is: now.question }] : []
  })

export const classifyBeyond = (before: CompiledForm, after: CompiledForm, pairs: readonly Pair[], migrations: readonly Migration[]): Classified[] => [
  ...pairs.flatMap(({ path, was, is }) => ofQuestion(path, was, is)),
  ...ofDrawn(before, after),
  ...ofChecks(before, after, migrations),
]
