// Brings together what was typed here and what was saved elsewhere since both were the same: what changed here wins,
// question by question; a table counts as one answer, because its rows have no names.
import { isRecord, type Answers } from '#core/issues/json-pointer.ts'
import { validatorRuntime } from '#core/json-schema/validator-runtime.ts'

const merge = (base: unknown, here: unknown, there: unknown): unknown => {
  if (isRecord(here) && isRecord(there)) return mergeAnswers(isRecord(base) ? base : {}, here, there)
  return validatorRuntime.equal(base, here) ? there : here
}

export const mergeAnswers = (base: Answers, here: Answers, there: Answers): Answers => {
  const names = [...new Set([...Object.keys(there), ...Object.keys(here)])]
  return Object.fromEntries(names.map((name) => [name, merge(base[name], here[name], there[name])]).filter(([, value]) => value !== undefined))
}
