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

/** Where several rules limit a choice, what all of them leave. */
const limited = (form: CompiledForm, answers: Answers, pick: Pick): Answers => {
  const limits = (form.form.rules ?? []).flatMap(({ limit, when, within }) => (limit?.options?.length
    ? [{ path: within === undefined ? limit.path : `${within}/*${limit.path}`, options: limit.options, scoped: within === undefined ? { when } : { when, within } }]
    : []))
  return [...new Set(limits.map(({ path }) => path))].reduce((kept, path) => expandPath(path, kept).reduce((at, pointer) => {
    const value = readAt(at, pointer)
    const sets = value === undefined ? [] : limits.filter((limit) => limit.path === path && holdsAt(limit.scoped, at, pointer)).map(({ options }) => options)
    const [first, ...others] = sets
    const left = first?.filter((option) => others.every((options) => options.includes(option)))
    return left?.length ? writeAt(at, pointer, fitted(value, left, pick)) : at
  }, kept), answers)
}

export const fitChoices = (form: CompiledForm, answers: Answers, pick: Pick): Answers => cascaded(form, limited(form, answers, pick), pick)
