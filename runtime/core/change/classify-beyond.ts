// Classes of what JSON Schema cannot say (contract.md, "Beyond JSON Schema"): comparisons, check digits, values that may not
// repeat, files, computed answers, and choices drawn from rows. An outside validator does not see these; people meet them.
import type { Check, FileRule, Question } from '#schemas/generated/types.ts'
import type { Cascade, CompiledForm } from '../form/compiled-form.ts'
import { fieldChecks } from '../form/field-checks.ts'
import { validatorRuntime } from '../json-schema/validator-runtime.ts'
import type { ChangeClass, Classified } from './change-class.ts'
import { migratedPath, type Migration } from './classify-places.ts'
import { isOnlyRenamed } from './renames.ts'

const { equal } = validatorRuntime

const judged = (path: string, keyword: string, changeClass: ChangeClass | undefined, rule?: string): Classified[] =>
  (changeClass === undefined ? [] : [{ path, class: changeClass, keyword, ...(rule !== undefined && { rule }) }])

/** What was added narrows, what was taken away widens, and of what is otherwise now nobody knows. */
const byPresence = (before: unknown, after: unknown): ChangeClass | undefined => {
  if (equal(before, after)) return undefined
  return after === undefined ? 'wider' : 'asksAgain'
}

const stops = (check: Check | undefined): Check['formula'] | undefined => (check === undefined || check.level === 'warning' ? undefined : check.formula)

const tablesOf = (migrations: readonly Migration[]): string[] => migrations.flatMap(({ from }) => (from.includes('/*') ? [from.slice(0, from.lastIndexOf('/*'))] : []))

/** A formula that reads names that migrated says the same of the questions where they are now; of the rows of a table, of its columns. */
const isSameFormula = (was: unknown, is: unknown, migrations: readonly Migration[]): boolean =>
  equal(was, is) || [undefined, ...tablesOf(migrations)].some((within) => isOnlyRenamed('formula', was, is, (path) => migratedPath(path, migrations), within))

const ofChecks = (before: CompiledForm, after: CompiledForm, migrations: readonly Migration[]): Classified[] => {
  const old = new Map((before.form.checks ?? []).map((check) => [check.id, check]))
  const now = new Map((after.form.checks ?? []).map((check) => [check.id, check]))
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id): Classified[] => {
    const [was, is] = [old.get(id), now.get(id)]
    const sameAt = was === undefined || is === undefined || migratedPath(was.at, migrations) === is.at
    const isSame = isSameFormula(stops(was), stops(is), migrations)
    const found = (isSame ? undefined : byPresence(stops(was), stops(is))) ?? (sameAt || stops(is) === undefined ? undefined : 'asksAgain')
    return judged((is ?? was)!.at, 'check', found, id)
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

const ofRepeats = (before: readonly string[], after: readonly string[] = []): ChangeClass | undefined => {
  if (after.some((column) => !before.includes(column))) return 'asksAgain'
  return before.some((column) => !after.includes(column)) ? 'wider' : undefined
}

const digitsOf = ({ 'x-field': field }: Question): unknown => (field === undefined ? undefined : fieldChecks[field] && field)

const columnNow = (table: string, migrations: readonly Migration[]) => (column: string): string => {
  const now = migratedPath(`${table}/*/${column}`, migrations)
  return now.slice(now.lastIndexOf('/') + 1)
}

const ofQuestion = ({ path, from, was, is }: Pair, migrations: readonly Migration[]): Classified[] => [
  ...judged(path, 'checkDigit', byPresence(digitsOf(was), digitsOf(is))),
  ...judged(path, 'x-uniqueBy', ofRepeats((was['x-uniqueBy'] ?? []).map(columnNow(from, migrations)), is['x-uniqueBy'])),
  ...judged(path, 'x-file', ofFiles(was['x-file'], is['x-file'])),
  ...(isSameFormula(was['x-compute'], is['x-compute'], migrations) ? [] : judged(path, 'x-compute', ofComputing(was['x-compute'], is['x-compute']))),
]

const drawnOf = (form: CompiledForm): Map<string, Cascade> => new Map(form.cascades.filter(({ drawnFrom }) => drawnFrom !== undefined).map((cascade) => [cascade.rule, cascade]))

const isSameDrawn = (was: Cascade | undefined, is: Cascade | undefined, migrations: readonly Migration[]): boolean => {
  if (!was || !is) return was === is
  const now = (path: string): string => migratedPath(path, migrations)
  const [old, next] = [was.condition, is.condition]
  const isSameCondition = equal(old, next) || isOnlyRenamed('when', old?.when, next?.when, now, old?.within)
  return now(was.path) === is.path && now(was.by) === is.by && isSameCondition && (old?.within === undefined ? undefined : now(old.within)) === next?.within
}

const ofDrawn = (before: CompiledForm, after: CompiledForm, migrations: readonly Migration[]): Classified[] => {
  const [old, now] = [drawnOf(before), drawnOf(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((rule) => {
    const [was, is] = [old.get(rule), now.get(rule)]
    return isSameDrawn(was, is, migrations) ? [] : judged((is ?? was)!.path, 'limit', is ? 'asksAgain' : 'wider', rule)
  })
}

/** A question as it was and as it is. */
export interface Pair {
  path: string
  /** As it was called. */
  from: string
  was: Question
  is: Question
}

export const pairedQuestions = (before: CompiledForm, after: CompiledForm, migrations: readonly Migration[]): Pair[] =>
  [...before.questions.values()].flatMap(({ path, question }) => {
    const now = after.questions.get(migratedPath(path, migrations))
    return now ? [{ path: now.path, from: path, was: question, is: now.question }] : []
  })

export const classifyBeyond = (before: CompiledForm, after: CompiledForm, pairs: readonly Pair[], migrations: readonly Migration[]): Classified[] => [
  ...pairs.flatMap((pair) => ofQuestion(pair, migrations)),
  ...ofDrawn(before, after, migrations),
  ...ofChecks(before, after, migrations),
]
