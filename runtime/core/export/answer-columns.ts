// One table of answers over several revisions: a column for each answer under its newest name, whatever it was called when it was
// given (contract.md, law 3). Two answers that bore one name at different times keep a column each.
import type { Procedure } from '#schemas/generated/types.ts'
import { answerPlaces, isInside, migratedPath, newMigrations, type Migration } from '../change/classify-places.ts'
import type { JsonSchema } from '../form/compiled-form.ts'
import { walkForm } from '../form/walk-form.ts'
import { expandPath, isRecord, readAt } from '../issues/json-pointer.ts'

export interface AskedRevision {
  revision: string
  procedure: Procedure
  /** Paths of the single answers that it takes. */
  paths: readonly string[]
}

export interface AnswerColumns {
  /** Newest names, in the order in which they were first asked. */
  names: string[]
  /** By revision: the column of each path. */
  of: ReadonlyMap<string, ReadonlyMap<string, number>>
}

interface Column {
  path: string
  /** Another answer goes by this name now. */
  isOver?: true
}

/** Single answers of a published schema; what is marked as sensitive leaves no office in a table (contract.md, `x-privacy`). */
export const answerPaths = (schema: JsonSchema, { form }: Pick<Procedure, 'form'>): string[] => {
  const kept = form ? walkForm(form.schema).filter(({ question }) => question['x-privacy']?.class === 'sensitive').map(({ path }) => path) : []
  const values = [...answerPlaces(schema)].filter(([, kind]) => kind === 'value').map(([path]) => path.replace(/\/\*$/, ''))
  return [...new Set(values)].filter((path) => !kept.some((each) => isInside(path, each)))
}

/** Where each column goes by these; whoever stood in a place that another one moved to stays behind. */
const follow = (columns: readonly Column[], migrations: readonly Migration[]): Column[] => {
  const moved = columns.map(({ path, isOver }) => (isOver ? path : migratedPath(path, migrations)))
  const claimed = new Set(columns.flatMap(({ path, isOver }, i) => (isOver || moved[i] === path ? [] : [moved[i]!])))
  const given = new Set<string>()
  return columns.map(({ path, isOver }, i): Column => {
    const to = moved[i]!
    if (isOver || (to === path && claimed.has(path)) || given.has(to)) return { path, isOver: true }
    given.add(to)
    return { path: to }
  })
}

/** Published again: its answers have the names again that they had. */
const recall = (columns: readonly Column[], known: ReadonlyMap<string, number>): Column[] => {
  const names = new Map([...known].map(([path, i]) => [i, path]))
  return columns.map((column, i): Column => {
    const name = names.get(i)
    return name === undefined ? (known.has(column.path) ? { ...column, isOver: true } : column) : { path: name }
  })
}

/** Revisions in the order in which they came into force; one may come twice. */
export const answerColumns = (revisions: readonly AskedRevision[]): AnswerColumns => {
  let columns: Column[] = []
  const of = new Map<string, Map<string, number>>()
  revisions.forEach(({ revision, procedure, paths }, i) => {
    const known = of.get(revision)
    columns = known ? recall(columns, known) : follow(columns, newMigrations(revisions[i - 1]?.procedure, procedure))
    if (known) return
    const at = new Map(columns.flatMap(({ path, isOver }, each): [string, number][] => (isOver ? [] : [[path, each]])))
    of.set(revision, new Map(paths.map((path) => [path, at.get(path) ?? columns.push({ path }) - 1])))
  })
  return { names: columns.map(({ path }) => path), of }
}

const cellOf = (value: unknown): string | number | undefined => {
  if (value === undefined || typeof value === 'number' || typeof value === 'string') return value
  if (Array.isArray(value)) return value.map((item) => cellOf(item) ?? '').join('; ')
  return isRecord(value) ? JSON.stringify(value) : String(value)
}

/** The answers of one dossier as a row; of a table a line for each of its rows. */
export const answerCells = (answers: unknown, own: ReadonlyMap<string, number>, width: number): (string | number | undefined)[] => {
  const cells: (string | number | undefined)[] = Array.from({ length: width })
  for (const [path, column] of own) {
    const values = expandPath(path, answers).map((pointer) => cellOf(readAt(answers, pointer)))
    cells[column] = path.includes('*') && values.some((value) => value !== undefined) ? values.map((value) => value ?? '').join('\n') : values[0]
  }
  return cells
}
