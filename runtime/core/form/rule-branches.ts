// Turns what rules and pages say into branches of the published schema's root `allOf`: shown or absent, required,
// limited, refused (contract.md "Rules and conditions"). A branch about rows stands inside the items of its table.
import { allOf } from '../condition/evaluate-condition.ts'
import { parsePointer } from '../issues/json-pointer.ts'
import { branchOrigins, conditional, conditionsOf } from './branch-origins.ts'
import type { Branch, CompiledQuestion, JsonSchema, OptionValue, RuleParts, ScopedCondition } from './compiled-form.ts'

type Questions = RuleParts['questions']
type Predicate = (path: string) => boolean

/** A schema that says `leaf` about the question at a path, and that what must exist on the way exists. */
const about = (path: string, leaf: JsonSchema | false, mustExist: Predicate): JsonSchema => {
  const nest = ([segment, ...rest]: string[], at: string): JsonSchema => {
    if (segment === '*') return { items: nest(rest, `${at}/*`) }
    const here = `${at}/${segment!}`
    const inner = rest.length === 0 ? leaf : nest(rest, here)
    return {
      ...(mustExist(here) && { required: [segment!] }),
      ...((inner === false || Object.keys(inner).length > 0) && { properties: { [segment!]: inner } }),
    }
  }
  return nest(parsePointer(path), '')
}

const nothing: Predicate = () => false
const forbidden = (path: string): JsonSchema => about(path, false, nothing)

/** Puts a schema about one row inside the items of the table at `within`. */
const inRows = (within: string, row: JsonSchema): JsonSchema =>
  parsePointer(within).reduceRight<JsonSchema>((inner, segment) => (segment === '*' ? { items: inner } : { properties: { [segment]: inner } }), { items: row })

interface Consequence {
  then: JsonSchema | false
  else?: JsonSchema
}

const when = (conditions: readonly ScopedCondition[], consequence: Consequence): JsonSchema => ({ if: allOf(conditions.map((each) => each.when)), ...consequence })

/**
 * if/then/else over conditions about the whole answers and about a row of one table. `say` is given the path as seen
 * from where it will stand, and the pointer pattern of that place ('' for the answers).
 */
const branch = (conditions: readonly ScopedCondition[], path: string, say: (path: string, base: string) => Consequence): JsonSchema => {
  const rows = conditions.filter((each) => each.within !== undefined)
  const root = conditions.filter((each) => each.within === undefined)
  const within = rows[0]?.within
  if (within === undefined) return when(root, say(path, ''))
  const inside = inRows(within, when(rows, say(path.slice(`${within}/*`.length), `${within}/*`)))
  if (root.length === 0) return inside
  return when(root, { then: inside, ...(say(path, '').else && { else: forbidden(path) }) })
}

/** Listed as required by its parent, and not computed: required whenever it is asked. */
const requiredWhenAsked = (questions: Questions, base: string): Predicate => (path) => {
  const found = questions.get(base + path)
  return Boolean(found?.required) && !found?.question['x-compute']
}

const hasRequiredChild = (questions: Questions, group: CompiledQuestion): boolean =>
  [...questions.values()].some((child) => child.parent === group.path && child.required && child.conditions.length === 0)

/** Where nothing may be chosen, the answer must be absent: an empty `enum` is no schema. */
const onlyThese = (options: readonly OptionValue[], several: boolean): JsonSchema | false => {
  if (options.length === 0) return false
  return several ? { items: { enum: options } } : { enum: options }
}

const shown = (questions: Questions, each: CompiledQuestion): JsonSchema =>
  branch(conditionsOf(questions, each.path), each.path, (path, base) => {
    // What may be left out asks for nothing, not even for the group around it.
    const optional = !each.required || Boolean(each.question['x-compute']) || (each.kind === 'group' && !hasRequiredChild(questions, each))
    return { then: optional ? {} : about(path, {}, requiredWhenAsked(questions, base)), else: forbidden(path) }
  })

const schemasOf = ({ questions, requirements, limits, refusals, advanced }: RuleParts): JsonSchema[] => [
  ...conditional(questions).map((each) => shown(questions, each)),
  ...requirements.map(({ path, condition }) =>
    branch([...conditionsOf(questions, path), condition], path, (seen, base) => {
      const listed = requiredWhenAsked(questions, base)
      return { then: about(seen, {}, (at) => at === seen || listed(at)) }
    })),
  ...limits.map(({ path, conditions, options }) =>
    branch(conditions, path, (seen) => ({ then: about(seen, onlyThese(options, questions.get(path)?.question.type === 'array'), nothing) }))),
  ...refusals.map(({ condition }) => branch([condition], '', () => ({ then: false }))),
  ...advanced.map(({ schema }) => schema as JsonSchema),
]

/** Branch for branch what it came from, and its schema. */
export const ruleBranches = (parts: RuleParts): (Branch & { schema: JsonSchema })[] => {
  const schemas = schemasOf(parts)
  return branchOrigins(parts).map((origin, i) => ({ ...origin, schema: schemas[i]! }))
}
