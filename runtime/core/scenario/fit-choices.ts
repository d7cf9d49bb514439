// Brings the choices in answers into what rules leave to choose: options that a rule limits, and those that belong to the
// answer of another question.
import { holdsAt } from '../condition/relevance.ts'
import { allowedAt, limitingPointer } from '../form/cascades.ts'
import type { CompiledForm, OptionValue } from '../form/compiled-form.ts'
import { expandPath, readAt, writeAt, type Answers } from '../issues/json-pointer.ts'

type Pick = <T>(list: readonly T[]) => T

const fitted = (value: unknown, allowed: readonly OptionValue[], pick: Pick): unknown => {
  const among = (each: unknown): boolean => allowed.includes(each as OptionValue)
  if (!Array.isArray(value)) return among(value) ? value : pick(allowed)
  const kept = value.filter(among)
  return kept.length === value.length ? value : kept.length > 0 ? kept : [pick(allowed)]
}

/** A choice that goes with the answer it belongs to; where nothing does, that answer becomes one that something goes with. */
const cascaded = (form: CompiledForm, answers: Answers, pick: Pick): Answers =>
  form.cascades.reduce((kept, cascade) => expandPath(cascade.path, kept).reduce((at, pointer) => {
    const by = limitingPointer(cascade, pointer)!
    const value = readAt(at, pointer)
    if (value === undefined || readAt(at, by) === undefined || (cascade.condition && !holdsAt(cascade.condition, at, pointer))) return at
    const fruitful = allowedAt(cascade, at, pointer)?.length ? at : writeAt(at, by, [...cascade.allowed].find(([, list]) => list.length > 0)?.[0])
    const allowed = allowedAt(cascade, fruitful, pointer) ?? []
    return allowed.length === 0 ? fruitful : writeAt(fruitful, pointer, fitted(value, allowed, pick))
  }, kept), answers)

const limited = (form: CompiledForm, answers: Answers, pick: Pick): Answers =>
  (form.form.rules ?? []).reduce((kept, rule) => {
    const options = rule.limit?.options
    if (!rule.limit || !options || options.length === 0) return kept
    const path = rule.within === undefined ? rule.limit.path : `${rule.within}/*${rule.limit.path}`
    const scoped = rule.within === undefined ? { when: rule.when } : { when: rule.when, within: rule.within }
    return expandPath(path, kept).reduce((at, pointer) => {
      const value = readAt(at, pointer)
      return value === undefined || !holdsAt(scoped, at, pointer) ? at : writeAt(at, pointer, fitted(value, options, pick))
    }, kept)
  }, answers)

export const fitChoices = (form: CompiledForm, answers: Answers, pick: Pick): Answers => cascaded(form, limited(form, answers, pick), pick)
