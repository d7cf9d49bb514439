// Says whether a condition holds for answers. A condition is a JSON Schema of a closed profile (schemas/form/condition),
// so this reads it exactly as any validator of JSON Schema 2020-12 would; a property test holds it to that.
import type { Condition } from '#schemas/generated/types.ts'
import { isRecord } from '../issues/json-pointer.ts'

const holdsForNumber = (condition: Condition, value: number): boolean =>
  (condition.minimum === undefined || value >= condition.minimum) &&
  (condition.maximum === undefined || value <= condition.maximum) &&
  (condition.exclusiveMinimum === undefined || value > condition.exclusiveMinimum) &&
  (condition.exclusiveMaximum === undefined || value < condition.exclusiveMaximum)

const holdsForObject = (condition: Condition, value: Record<string, unknown>): boolean =>
  (condition.required ?? []).every((name) => Object.hasOwn(value, name)) &&
  Object.entries(condition.properties ?? {}).every(([name, inner]) => !Object.hasOwn(value, name) || evaluateCondition(inner, value[name]))

export const evaluateCondition = (condition: Condition, value: unknown): boolean => {
  if (condition.const !== undefined && value !== condition.const) return false
  if (condition.enum && !condition.enum.some((option) => option === value)) return false
  if (typeof value === 'number' && !holdsForNumber(condition, value)) return false
  if (isRecord(value) && !holdsForObject(condition, value)) return false
  const { contains } = condition
  if (contains && Array.isArray(value) && !value.some((item) => evaluateCondition(contains, item))) return false
  if (condition.allOf && !condition.allOf.every((part) => evaluateCondition(part, value))) return false
  if (condition.anyOf && !condition.anyOf.some((part) => evaluateCondition(part, value))) return false
  return !(condition.not && evaluateCondition(condition.not, value))
}

/** One condition that holds exactly when all of these do. */
export const allOf = (conditions: readonly Condition[]): Condition => (conditions.length === 1 ? conditions[0]! : { allOf: [...conditions] })
