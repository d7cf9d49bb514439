// Follows a question or an option through a condition: renames what it reads, or says that nothing sensible is left of it.
import { isRecord } from '#core/issues/json-pointer.ts'
import type { Condition } from '#schemas/generated/types.ts'

type Value = string | number | boolean

/** Rebuilds a condition; `at` is told the path that each part speaks of. */
const rebuild = (condition: Condition, base: string, at: (condition: Condition, base: string) => Condition): Condition => {
  const each = (parts: Condition[] | undefined) => parts?.map((part) => rebuild(part, base, at))
  const properties = condition.properties && Object.fromEntries(Object.entries(condition.properties).map(([name, inner]) => [name, rebuild(inner, `${base}/${name}`, at)]))
  return at({
    ...condition,
    ...(properties && { properties }),
    ...(condition.contains && { contains: rebuild(condition.contains, `${base}/*`, at) }),
    ...(condition.allOf && { allOf: each(condition.allOf) }),
    ...(condition.anyOf && { anyOf: each(condition.anyOf) }),
    ...(condition.not && { not: rebuild(condition.not, base, at) }),
  }, base)
}

/** Paths as they are from now on; undefined for what has no place any more. */
export type PathMap = (path: string) => string | undefined

/** From where a condition stands to where it stands from now on: '' for the answers, `/mau/*` for the rows of a table. */
export interface Bases {
  from: string
  to: string
}

const combine = (parts: readonly (Condition | undefined)[]): Condition | undefined =>
  parts.some((part) => part === undefined) ? undefined : parts.length === 1 ? parts[0] : { allOf: parts as Condition[] }

const isAboutObject = (condition: Condition): boolean => Boolean(condition.properties ?? condition.required)

/** What is said of one answer, with the tests inside the rows of a table carried to where that table is now. */
const mapLeaf = (leaf: Condition, bases: Bases, map: PathMap): Condition | undefined => {
  if (!leaf.contains || !isAboutObject(leaf.contains)) return leaf
  const row = mapCondition(leaf.contains, { from: `${bases.from}/*`, to: `${bases.to}/*` }, map)
  return row && { ...leaf, contains: row }
}

const mapName = (name: string, inner: Condition | undefined, required: boolean, bases: Bases, map: PathMap, from: string): Condition | undefined => {
  const path = `${from}/${name}`
  // Without `required` an unanswered question satisfies it: that cannot be said of a question elsewhere.
  if (!required) return undefined
  if (inner && isAboutObject(inner)) return mapObject(inner, bases, map, path)
  const target = map(path)
  if (target === undefined || !target.startsWith(`${bases.to}/`)) return undefined
  const names = target.slice(bases.to.length + 1).split('/')
  if (names.includes('*')) return undefined
  const leaf = inner && mapLeaf(inner, { from: path, to: target }, map)
  if (inner && !leaf) return undefined
  return names.reduceRight<Condition | undefined>((within, each) => ({ ...(within && { properties: { [each]: within } }), required: [each] }), leaf)
}

const mapObject = (condition: Condition, bases: Bases, map: PathMap, from: string): Condition | undefined => {
  const { properties = {}, required = [], allOf, anyOf, not, ...rest } = condition
  if (Object.keys(rest).length > 0) return undefined
  const inner = (part: Condition): Condition | undefined => mapObject(part, bases, map, from)
  const names = [...new Set([...Object.keys(properties), ...required])]
  const options = anyOf?.map(inner)
  const denied = not && inner(not)
  return combine([
    ...names.map((name) => mapName(name, properties[name], required.includes(name), bases, map, from)),
    ...(allOf ?? []).map(inner),
    ...(options ? [options.includes(undefined) ? undefined : { anyOf: options as Condition[] }] : []),
    ...(not ? [denied && { not: denied }] : []),
  ])
}

/** Renames in place: the names change, nothing else does, so what is said stays as it was written. */
const renameAll = (condition: Condition, base: string, map: PathMap): Condition =>
  rebuild(condition, base, (part, here) => {
    const rename = (each: string): string => map(`${here}/${each}`)!.slice(map(here)!.length + 1)
    return {
      ...part,
      ...(part.properties && { properties: Object.fromEntries(Object.entries(part.properties).map(([each, inner]) => [rename(each), inner])) }),
      ...(part.required && { required: part.required.map(rename) }),
    }
  })

/** Whether every answer that is read keeps its depth: then only names differ. */
const onlyNames = (condition: Condition, { from, to }: Bases, map: PathMap): boolean => {
  let only = (from === '' ? '' : map(from)) === to
  rebuild(condition, from, (part, here) => {
    for (const name of [...Object.keys(part.properties ?? {}), ...(part.required ?? [])]) {
      const [parent, child] = [here === '' ? '' : map(here), map(`${here}/${name}`)]
      only &&= parent !== undefined && child !== undefined && child.slice(0, child.lastIndexOf('/')) === parent
    }
    return part
  })
  return only
}

/** The condition where everything it reads is called as `map` says; undefined when it cannot be said there. */
export const mapCondition = (condition: Condition, bases: Bases, map: PathMap): Condition | undefined =>
  onlyNames(condition, bases, map) ? renameAll(condition, bases.from, (path) => (path === '' ? '' : map(path))) : mapObject(condition, bases, map, bases.from)

/** The values that a condition compares the question at `path` with. */
export const comparedValues = (condition: Condition, base: string, path: string): Value[] => {
  const found: Value[] = []
  rebuild(condition, base, (part, here) => {
    if (here === path || here === `${path}/*`) found.push(...(part.const === undefined ? [] : [part.const]), ...(part.enum ?? []))
    return part
  })
  return found
}

/** The condition with an option of the question at `path` known by another value. */
export const renameOptionInCondition = (condition: Condition, base: string, path: string, from: Value, to: Value): Condition =>
  rebuild(condition, base, (part, here) => {
    if (here !== path && here !== `${path}/*`) return part
    return { ...part, ...(part.const === from && { const: to }), ...(part.enum && { enum: part.enum.map((value) => (value === from ? to : value)) }) }
  })

/** Answers of a scenario with the question at `path` renamed or dropped; a row of a table is one step of the path. */
export const rewriteAnswer = (answers: unknown, [segment, ...rest]: readonly string[], name: string | undefined): unknown => {
  if (segment === '*') return Array.isArray(answers) ? answers.map((row) => rewriteAnswer(row, rest, name)) : answers
  if (segment === undefined || !isRecord(answers) || !Object.hasOwn(answers, segment)) return answers
  const entries = Object.entries(answers)
  if (rest.length > 0) return Object.fromEntries(entries.map(([each, value]) => [each, each === segment ? rewriteAnswer(value, rest, name) : value]))
  return Object.fromEntries(entries.flatMap(([each, value]) => (each !== segment ? [[each, value]] : name === undefined ? [] : [[name, value]])))
}
