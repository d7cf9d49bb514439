// Carries answers over to a form whose questions are called or placed otherwise (contract.md, law 3). What has no place there
// is set aside with the place that it had, never deleted: before filing nothing that was answered is lost.
import type { CompiledForm } from '../form/compiled-form.ts'
import { questionAt } from '../form/question-at.ts'
import { isRecord, parsePointer, toPath, toPointer, writeAt, type Answers } from '../issues/json-pointer.ts'
import { carries, isInside, migratedPath, type Migration } from './classify-places.ts'

export interface SetAside {
  /** Where it stood, under the name that it had. */
  pointer: string
  value: unknown
}

export interface Migrated {
  answers: Answers
  aside: SetAside[]
}

/** Those that speak of questions of this form, straight or by way of each other. */
const spoken = (migrations: readonly Migration[], { questions }: CompiledForm): Migration[] =>
  migrations.reduce<Migration[]>((kept, migration) => (carries(migration) && [...questions.keys()].some((path) => isInside(migratedPath(path, kept), migration.from)) ? [...kept, migration] : kept), [])

/** The way back to this form, the innermost first. */
export const inverseMigrations = (migrations: readonly Migration[], from: CompiledForm): Migration[] => {
  const known = spoken(migrations, from)
  const back = [...from.questions.values()].map(({ path, parent }) => ({ from: migratedPath(path, known), to: path, parent }))
  // What only follows the group that it is in needs no word of its own.
  const isFollowing = ({ from: now, to, parent }: (typeof back)[number]): boolean => now === migratedPath(parent, known) + to.slice(parent.length)
  return back.filter((each) => each.from !== each.to && !isFollowing(each)).sort((a, b) => b.from.length - a.from.length).map(({ from: now, to }) => ({ from: now, to }))
}

/** The same place under another path: the rows stay the rows. */
const inRows = (path: string, pointer: string): string => {
  const rows = parsePointer(pointer).filter((segment) => /^\d+$/.test(segment))
  return toPointer(parsePointer(path).map((segment) => (segment === '*' ? rows.shift()! : segment)))
}

const isWhole = (value: unknown): boolean => typeof value !== 'object' || value === null || Object.keys(value).length === 0 || (Array.isArray(value) && !value.some(isRecord))

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'array' : isRecord(value) ? 'object' : 'value')

const kindAt = (form: CompiledForm, pointer: string): string | undefined => {
  const question = questionAt(form, pointer)
  return question && (question.type === 'object' || question.type === 'array' ? question.type : 'value')
}

/** Whether a form has a place for an answer: groups where it is in groups, rows where it is in rows, one answer where it is one. */
const hasPlace = (form: CompiledForm, pointer: string, value: unknown): boolean => {
  const segments = parsePointer(pointer)
  return segments.every((_segment, i) => {
    const at = toPointer(segments.slice(0, i + 1))
    const next = segments[i + 1]
    return kindAt(form, at) === (next === undefined ? kindOf(value) : /^\d+$/.test(next) ? 'array' : 'object')
  }) && (!Array.isArray(value) || value.length === 0 || kindAt(form, `${pointer}/0`) === 'value')
}

interface Way {
  to: CompiledForm
  migrations: readonly Migration[]
  /** Places that answers move to: whoever stands there makes room. */
  taken: ReadonlySet<string>
}

interface Found {
  kept: { pointer: string; value: unknown }[]
  aside: SetAside[]
}

const gather = (value: unknown, pointer: string, way: Way): Found => {
  if (!isWhole(value)) {
    const parts = Object.entries(value as object).map(([name, part]: [string, unknown]) => gather(part, pointer + toPointer([name]), way))
    const [kept, aside] = [parts.flatMap((part) => part.kept), parts.flatMap((part) => part.aside)]
    return kept.length === 0 && pointer !== '' ? { kept, aside: [{ pointer, value }] } : { kept, aside }
  }
  const path = toPath(pointer)
  const now = migratedPath(path, way.migrations)
  const target = inRows(now, pointer)
  return (now === path && way.taken.has(path)) || !hasPlace(way.to, target, value) ? { kept: [], aside: [{ pointer, value }] } : { kept: [{ pointer: target, value }], aside: [] }
}

/** Rows keep their numbers: one that lost all its answers stands empty until the answers are prepared. */
const placed = (into: unknown, [segment, ...rest]: string[], value: unknown): unknown => {
  if (segment === undefined) return value
  if (!/^\d+$/.test(segment)) return { ...(into as Answers | undefined), [segment]: placed((into as Answers | undefined)?.[segment], rest, value) }
  const rows = (into as unknown[] | undefined) ?? []
  const filled = Array.from({ length: Math.max(rows.length, Number(segment) + 1) }, (_each, i) => rows[i] ?? {})
  return filled.map((row, i) => (i === Number(segment) ? placed(row, rest, value) : row))
}

export const migrateAnswers = (answers: Answers, migrations: readonly Migration[], from: CompiledForm, to: CompiledForm): Migrated => {
  const known = spoken(migrations, from)
  const taken = new Set([...from.questions.keys()].flatMap((path) => { const now = migratedPath(path, known); return now === path ? [] : [now] }))
  const { kept, aside } = gather(answers, '', { to, migrations: known, taken })
  return { answers: kept.reduce<unknown>((made, { pointer, value }) => placed(made, parsePointer(pointer), value), {}) as Answers, aside }
}

/** Answers with what had been set aside in its old places again. */
export const putBack = ({ answers, aside }: Migrated): Answers =>
  aside.reduce<Answers>((kept, { pointer, value }) => (pointer === '' ? kept : writeAt(placed(kept, parsePointer(pointer), {}) as Answers, pointer, value)), answers)
