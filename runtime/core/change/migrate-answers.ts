// Carries answers over to a form whose questions are called or placed otherwise (contract.md, law 3). What has no place there
// is set aside with the place that it had, never deleted: before filing nothing that was answered is lost.
import type { CompiledForm } from '../form/compiled-form.ts'
import { questionAt } from '../form/question-at.ts'
import { forbiddenNames } from '../issues/forbidden-names.ts'
import { isRecord, parsePointer, toPath, toPointer, type Answers } from '../issues/json-pointer.ts'
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

const isWorkedOut = ({ questions }: CompiledForm, path: string): boolean => questions.get(path)?.question['x-compute'] !== undefined

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

/** Where the answer at a pointer is after these. */
export const followPointer = (pointer: string, migrations: readonly Migration[]): string => (migrations.length === 0 ? pointer : inRows(migratedPath(toPath(pointer), migrations), pointer))

const isWhole = (value: unknown): boolean => typeof value !== 'object' || value === null || Object.keys(value).length === 0 || (Array.isArray(value) && !value.some(isRecord))

/** What is worked out is no answer of anybody; nor is a group, or rows, of nothing else. `form` is the one that it stood in. */
export const isGiven = (form: CompiledForm, { pointer, value }: SetAside): boolean =>
  !isWorkedOut(form, toPath(pointer)) && (isWhole(value) || Object.entries(value as object).some(([name, part]: [string, unknown]) => isGiven(form, { pointer: pointer + toPointer([name]), value: part })))

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'array' : isRecord(value) ? 'object' : 'value')

/** What may stand at a path: a group, rows, or one answer; undefined where groups and rows do not lead to it. */
const kindAt = (form: CompiledForm, path: string): string | undefined => {
  const segments = parsePointer(path)
  return segments.reduce<string | undefined>((above, segment, i) => {
    if (above !== (segment === '*' ? 'array' : 'object')) return undefined
    const question = questionAt(form, toPointer(segments.slice(0, i + 1)).replaceAll('/*', '/0'))
    return question && (question.type === 'object' || question.type === 'array' ? question.type : 'value')
  }, 'object')
}

interface Place {
  path: string
  kind?: string
  /** Of what stands in rows, where it is an array. */
  item?: string
}

interface Way {
  to: CompiledForm
  migrations: readonly Migration[]
  /** Places that answers move to: whoever stands there makes room. */
  taken: ReadonlySet<string>
  /** What people answered and is worked out from now on: their answer has no place there. */
  replaced: ReadonlySet<string>
  known: Map<string, Place>
}

const placeOf = (path: string, { to, migrations, taken, replaced, known }: Way): Place => {
  const before = known.get(path)
  if (before) return before
  const now = migratedPath(path, migrations)
  const place: Place = replaced.has(path) || (now === path && taken.has(path)) ? { path: now } : { path: now, kind: kindAt(to, now), item: kindAt(to, `${now}/*`) }
  known.set(path, place)
  return place
}

interface Found {
  kept: { pointer: string; value: unknown; isMoved: boolean }[]
  aside: SetAside[]
}

const gather = (value: unknown, at: { pointer: string; path: string }, way: Way): Found => {
  if (isWhole(value)) {
    const { path, kind, item } = placeOf(at.path, way)
    const fits = kind === kindOf(value) && (!Array.isArray(value) || value.length === 0 || item === 'value')
    return fits ? { kept: [{ pointer: path === at.path ? at.pointer : inRows(path, at.pointer), value, isMoved: path !== at.path }], aside: [] } : { kept: [], aside: [{ pointer: at.pointer, value }] }
  }
  const found: Found = { kept: [], aside: [] }
  for (const [name, part] of Object.entries(value as object) as [string, unknown][]) {
    // The server lets no such name in; written to, it would change every object.
    if (forbiddenNames.has(name)) continue
    const segment = toPointer([name])
    const { kept, aside } = gather(part, { pointer: at.pointer + segment, path: at.path + (Array.isArray(value) ? '/*' : segment) }, way)
    found.kept.push(...kept)
    found.aside.push(...aside)
  }
  return found.kept.length === 0 && at.pointer !== '' ? { kept: [], aside: [{ pointer: at.pointer, value }] } : found
}

type Container = { [name: string]: unknown } | unknown[]

/**
 * Writes into answers that nobody else has yet. Rows keep their numbers: one that lost all its answers stands empty until the
 * answers are prepared.
 */
const place = (made: Answers, pointer: string, value: unknown): void => {
  const segments = parsePointer(pointer)
  let at: Container = made
  segments.forEach((segment, i) => {
    const owner = at as { [name: string]: unknown }
    if (Array.isArray(at)) while (at.length <= Number(segment)) at.push({})
    if (i === segments.length - 1) owner[segment] = value
    else at = (owner[segment] ??= /^\d+$/.test(segments[i + 1]!) ? [] : {}) as Container
  })
}

const ways = new WeakMap<readonly Migration[], WeakMap<CompiledForm, WeakMap<CompiledForm, Way>>>()

/** Many answers go the same way: it is worked out once. */
const wayBetween = (migrations: readonly Migration[], from: CompiledForm, to: CompiledForm): Way => {
  const starts = ways.get(migrations) ?? new WeakMap<CompiledForm, WeakMap<CompiledForm, Way>>()
  const ends = starts.get(from) ?? new WeakMap<CompiledForm, Way>()
  ways.set(migrations, starts.set(from, ends))
  const before = ends.get(to)
  if (before) return before
  const known = spoken(migrations, from)
  const taken = new Set([...from.questions.keys()].flatMap((path) => { const now = migratedPath(path, known); return now === path ? [] : [now] }))
  const replaced = new Set([...from.questions.keys()].filter((path) => !isWorkedOut(from, path) && isWorkedOut(to, migratedPath(path, known))))
  const way: Way = { to, migrations: known, taken, replaced, known: new Map() }
  ends.set(to, way)
  return way
}

export const migrateAnswers = (answers: Answers, migrations: readonly Migration[], from: CompiledForm, to: CompiledForm): Migrated => {
  const { kept, aside } = gather(answers, { pointer: '', path: '' }, wayBetween(migrations, from, to))
  if (aside.length === 0 && kept.every(({ isMoved }) => !isMoved)) return { answers, aside }
  const carried: Answers = {}
  for (const { pointer, value } of kept) place(carried, pointer, value)
  return { answers: carried, aside }
}

/** Answers with what had been set aside in its old places again. */
export const putBack = ({ answers, aside }: Migrated): Answers => {
  const whole = structuredClone(answers)
  for (const { pointer, value } of aside) place(whole, pointer, value)
  return whole
}
