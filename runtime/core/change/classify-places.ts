// Where answers have their places: the paths of a published schema, and where migrations (contract.md, law 3) take them.
// What had a place and has none any more is lost, whatever the schema says of it.
import type { Procedure } from '#schemas/generated/types.ts'
import type { JsonSchema } from '../form/compiled-form.ts'
import { parentPath } from '../issues/json-pointer.ts'
import { factsAt, factsOf, factsOfItems, isNever, namesIn, typesOf, type Facts, type Schema } from './classify-facts.ts'

export type Migration = NonNullable<Procedure['migrations']>[number]

const tableOf = (path: string): string => path.slice(0, path.lastIndexOf('/*') + 1)

/** Answers follow within their rows; into rows, out of them or to another table they cannot: which row would it be? */
export const carries = ({ from, to }: Migration): boolean => from !== to && tableOf(from) === tableOf(to)

/** Another name in the same group. */
export const isRename = ({ from, to }: Migration): boolean => parentPath(from) === parentPath(to)

/** What was migrated between two documents, so that answers follow: the later one repeats what the earlier one had, followed to where it is now. */
export const newMigrations = (before: Procedure | undefined, after: Procedure): Migration[] => {
  const known = new Set((before?.migrations ?? []).map(({ from }) => from))
  return (after.migrations ?? []).filter((migration, i) => carries(migration) && (!known.has(migration.from) || i >= (before?.migrations ?? []).length))
}

export const isInside = (path: string, owner: string): boolean => path === owner || path.startsWith(`${owner}/`)

/** Where an answer is after these, one after the other. */
export const migratedPath = (path: string, migrations: readonly Migration[]): string =>
  migrations.reduce((at, { from, to }) => (isInside(at, from) ? to + at.slice(from.length) : at), path)

export type PlaceKind = 'object' | 'array' | 'value'

const kindOf = (facts: Facts): PlaceKind => {
  const types = typesOf(facts)
  return types.length === 1 && (types[0] === 'object' || types[0] === 'array') ? types[0] : 'value'
}

/** Rows in rows end here; nobody nests deeper. */
const deepest = 12

const under = (facts: Facts, path: string, depth: number): [string, PlaceKind][] => {
  const kind = kindOf(facts)
  const own: [string, PlaceKind][] = path === '' ? [] : [[path, kind]]
  if (depth > deepest || isNever(facts)) return own
  if (kind === 'array') return [...own, ...under(factsOfItems(facts), `${path}/*`, depth + 1)]
  return kind === 'object' ? [...own, ...namesIn(facts).flatMap((name) => under(factsAt(facts, name), `${path}/${name}`, depth + 1))] : own
}

const places = new WeakMap<JsonSchema, ReadonlyMap<string, PlaceKind>>()

/** Every place of an answer, parts of compound answers and items of lists included; groups and tables before what they hold. */
export const answerPlaces = (schema: JsonSchema): ReadonlyMap<string, PlaceKind> => {
  const known = places.get(schema) ?? new Map(under(factsOf(schema, (schema['$defs'] ?? {}) as { [name: string]: Schema }), '', 0))
  places.set(schema, known)
  return known
}

/** The outermost paths that answers had and that nothing stands at any more, by their old names; and those where only the kind of answer fits no more. */
export const lostPlaces = (before: JsonSchema, after: JsonSchema, migrations: readonly Migration[]): { path: string; keyword: 'properties' | 'type' }[] => {
  const [were, are] = [answerPlaces(before), answerPlaces(after)]
  // Another question goes by this name now: its answers stand where these stood.
  const isTaken = (path: string): boolean => migratedPath(path, migrations) === path && migrations.some(({ from, to }) => to === path && were.has(from))
  const lost: { path: string; keyword: 'properties' | 'type' }[] = []
  for (const [path, kind] of were) {
    const now = isTaken(path) ? undefined : are.get(migratedPath(path, migrations))
    if (now === kind || lost.some((each) => isInside(path, each.path))) continue
    lost.push({ path, keyword: now === undefined ? 'properties' : 'type' })
  }
  return lost
}
