// Carries what somebody has answered over to another revision, with what had been set aside before: an answer comes back once a
// revision has a place for it again. Nothing is deleted on the way (contract.md, "Revision life").
import type { AsideAnswer, Procedure } from '#schemas/generated/types.ts'
import type { CompiledForm } from '../form/compiled-form.ts'
import { isRecord, readAt, toPointer, type Answers } from '../issues/json-pointer.ts'
import { newMigrations, type Migration } from './classify-places.ts'
import { followPointer, inverseMigrations, isGiven, migrateAnswers, putBack, type Migrated, type SetAside } from './migrate-answers.ts'

/** The way from the form of one revision to that of another. */
export interface Passage {
  from: CompiledForm
  to: CompiledForm
  migrations: readonly Migration[]
}

export interface Carried {
  answers: Answers
  aside: AsideAnswer[]
}

const beginsWith = (all: readonly Migration[], some: readonly Migration[]): boolean => some.length < all.length && JSON.stringify(all.slice(0, some.length)) === JSON.stringify(some)

/** `to` is the form of `after`. Who goes back to what was published before goes the same way back. */
export const migrationsBetween = (before: Procedure, after: Procedure, to: CompiledForm): Migration[] =>
  (beginsWith(before.migrations ?? [], after.migrations ?? []) ? inverseMigrations(newMigrations(after, before), to) : newMigrations(before, after))

/** The table that a place lies in, from the outside. */
const tableOf = (pointer: string): string | undefined => /^(.*?)\/\d+(?:\/|$)/.exec(pointer)?.[1]

const rowsAt = (answers: Answers, table: string): number => {
  const rows = readAt(answers, table)
  return Array.isArray(rows) ? rows.length : 0
}

/** Answers one by one; a table is one. */
const singly = (value: unknown, pointer = ''): SetAside[] =>
  (isRecord(value) ? Object.entries(value).flatMap(([name, part]) => singly(part, pointer + toPointer([name]))) : [{ pointer, value }])

interface Returned {
  placed: SetAside[]
  left: AsideAnswer[]
}

/** What is there: `before` without what has come back so far. */
interface There {
  answers: Answers
  before: Answers
}

/** A row is known by its number, as long as there are as many as there were. */
const backIntoRow = (entry: AsideAnswer, alone: Migrated, { answers, before }: There, migrations: readonly Migration[]): Returned => {
  const pointer = followPointer(entry.pointer, migrations)
  const value = readAt(alone.answers, pointer)
  const fits = alone.aside.length === 0 && value !== undefined && rowsAt(before, tableOf(pointer) ?? '') === entry.rows && readAt(answers, pointer) === undefined
  return fits ? { placed: [{ pointer, value }], left: [] } : { placed: [], left: [entry] }
}

const comeBack = (entry: AsideAnswer, there: There, { from, to, migrations }: Passage): Returned => {
  const alone = migrateAnswers(putBack({ answers: {}, aside: [entry] }), migrations, from, to)
  if (tableOf(entry.pointer) !== undefined) return backIntoRow(entry, alone, there, migrations)
  const placed = singly(alone.answers)
  // What was answered since stands there by right.
  if (placed.some(({ pointer }) => readAt(there.answers, pointer) !== undefined)) return { placed: [], left: [entry] }
  return { placed, left: alone.aside.map((each) => ({ revision: entry.revision, ...each })) }
}

/** From the revision that they stand under; `passageFrom` gives the way from any earlier revision, undefined where there is none any more. */
export const carryOver = ({ answers, aside = [] }: { answers: Answers; aside?: readonly AsideAnswer[] }, revision: string, passageFrom: (revision: string) => Passage | undefined): Carried => {
  const own = passageFrom(revision)
  if (!own) return { answers, aside: [...aside] }
  const there = migrateAnswers(answers, own.migrations, own.from, own.to)
  const before = there.answers
  // Each way is found once: whatever many answers go is worked out for all of them.
  const passages = new Map([...new Set(aside.map((each) => each.revision))].map((each) => [each, passageFrom(each)]))
  const returned = aside.reduce<Carried>((carried, entry) => {
    const passage = passages.get(entry.revision)
    const { placed, left } = passage ? comeBack(entry, { answers: carried.answers, before }, passage) : { placed: [], left: [entry] }
    return { answers: placed.length > 0 ? putBack({ answers: carried.answers, aside: placed }) : carried.answers, aside: [...carried.aside, ...left] }
  }, { answers: before, aside: [] })
  const gone = there.aside.filter((each) => isGiven(own.from, each)).map((each): AsideAnswer => {
    const table = tableOf(each.pointer)
    return { revision, ...each, ...(table !== undefined && { rows: rowsAt(before, followPointer(table, own.migrations)) }) }
  })
  return { answers: returned.answers, aside: [...returned.aside, ...gone] }
}
