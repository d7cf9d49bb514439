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

/** The condition with the question at `from` called `name` from now on. */
export const renameInCondition = (condition: Condition, base: string, from: string, name: string): Condition =>
  rebuild(condition, base, (part, here) => {
    const rename = (each: string): string => (`${here}/${each}` === from ? name : each)
    return {
      ...part,
      ...(part.properties && { properties: Object.fromEntries(Object.entries(part.properties).map(([each, inner]) => [rename(each), inner])) }),
      ...(part.required && { required: part.required.map(rename) }),
    }
  })

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
