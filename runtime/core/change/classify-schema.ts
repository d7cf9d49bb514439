// Classes by the published schemas, which is what outside validators see: what the new one may refuse of what the old one
// accepted asks again, the other way round it is wider, and an answer whose place is gone is lost.
import type { JsonSchema, JudgingForm } from '../form/compiled-form.ts'
import { branchOrigins } from '../form/branch-origins.ts'
import { pathsInSchema, renameInSchema } from '../form/advanced-rules.ts'
import { parsePointer } from '../issues/json-pointer.ts'
import { validatorRuntime } from '../json-schema/validator-runtime.ts'
import type { ChangeClass, Classified } from './change-class.ts'
import { factsOf, type Schema } from './classify-facts.ts'
import { doubtsOf } from './classify-inclusion.ts'
import { isInside, isRename, lostPlaces, migratedPath, type Migration } from './classify-places.ts'

type Definitions = { [name: string]: Schema }

interface Place {
  path: string
  keyword: string
  rule?: string
  /** What the branch of a rule reads and limits. */
  reads?: readonly string[]
}

const branchesOf = (schema: JsonSchema): JsonSchema[] => (schema['allOf'] as JsonSchema[] | undefined) ?? []

/** What one schema may refuse of what another accepts, told as the question or the rule that refuses. */
const refusals = (accepting: JsonSchema, refusing: JsonSchema, form: JudgingForm, definitions: { accepting: Definitions; refusing: Definitions }): Place[] => {
  const facts = factsOf(accepting, definitions.accepting)
  const { allOf: _branches, ...base } = refusing
  const origins = branchOrigins(form.parts)
  return [
    ...doubtsOf(facts, base, definitions.refusing, ''),
    ...branchesOf(refusing).flatMap((branch, i): Place[] => {
      if (doubtsOf(facts, branch, definitions.refusing, '').length === 0) return []
      const { kind, path, rule } = origins[i]!
      return [{ path: path ?? '', keyword: kind, ...(rule !== undefined && { rule }), reads: pathsInSchema(branch) }]
    }),
  ]
}

/** The old schema as it would read had the questions always been called as they are now; into another group only the question itself goes. */
const withNewNames = (schema: JsonSchema, migrations: readonly Migration[]): JsonSchema =>
  migrations.reduce((named, { from, to }) => {
    if (!isRename({ from, to })) return named
    const name = parsePointer(to).at(-1)!
    return renameInSchema(named, '', (owner, each) => (`${owner}/${each}` === from ? name : each)) as JsonSchema
  }, schema)

/** Doubts that only say that a question moved into another group, or that a rule reads it where it is now. */
const isOfMove = ({ path, keyword, reads = [] }: Place, migrations: readonly Migration[]): boolean =>
  migrations.some(({ from, to }) => !isRename({ from, to }) &&
    (path === to || path === from || (keyword === 'required' && isInside(to, path)) || reads.some((each) => isInside(each, to) || isInside(each, from))))

const toClassified = (changeClass: ChangeClass) => ({ path, keyword, rule }: Place): Classified => ({ path, class: changeClass, keyword, ...(rule !== undefined && { rule }) })

const keyOf = ({ path, keyword, rule }: Classified): string => JSON.stringify([path, keyword, rule])

/** The riskiest is told where one place is in doubt in both directions. */
export const eachOnce = (classified: readonly Classified[]): Classified[] => {
  const found = new Map<string, Classified>()
  for (const each of classified) if (!found.has(keyOf(each))) found.set(keyOf(each), each)
  return [...found.values()]
}

export const classifySchema = (before: JudgingForm, after: JudgingForm, migrations: readonly Migration[]): Classified[] => {
  const old = withNewNames(before.schema, migrations)
  const now = after.schema
  const oldDefinitions = (old['$defs'] ?? {}) as Definitions
  const same = validatorRuntime.equal(oldDefinitions, now['$defs'] ?? {})
  const definitions = { accepting: oldDefinitions, refusing: same ? oldDefinitions : ((now['$defs'] ?? {}) as Definitions) }
  const lost = lostPlaces(before.schema, now, migrations)
  const gone = lost.flatMap(({ path }) => [path, migratedPath(path, migrations)])
  const isLost = (place: Place): boolean => gone.some((path) => isInside(place.path, path))
  const narrowed = refusals(old, now, after, definitions).filter((place) => !isLost(place) && !isOfMove(place, migrations))
  const widened = refusals(now, old, before, { accepting: definitions.refusing, refusing: definitions.accepting }).filter((place) => !isLost(place) && !isOfMove(place, migrations))
  return eachOnce([
    ...lost.map(toClassified('losesData')),
    // Answers that are kept here move along, which the replay tells; whoever sends them under the old name is refused by the published schema.
    ...migrations.filter(({ from }) => !lost.some(({ path }) => path === from)).map(({ to }): Classified => ({ path: to, class: 'asksAgain', keyword: 'migrations' })),
    ...narrowed.map(toClassified('asksAgain')),
    ...widened.map(toClassified('wider')),
  ])
}
