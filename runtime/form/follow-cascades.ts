// What happens to a choice when the answer that it belongs to changes: a commune of another province is no answer any
// more. It is dropped at once, and the person is told, so that nothing unfit is ever sent without their knowing.
import { holdsAt } from '#core/condition/relevance.ts'
import { allowedAt, limitingPointer } from '#core/form/cascades.ts'
import type { Cascade, CompiledForm } from '#core/form/compiled-form.ts'
import { expandPath, readAt, writeAt, type Answers } from '#core/issues/json-pointer.ts'

export interface Followed {
  answers: Answers
  /** Pointers of answers that were dropped or lost a part. */
  dropped: string[]
}

/** What of a choice still fits; the same value when all of it does. */
const fitting = (value: unknown, allowed: readonly unknown[]): unknown => {
  if (!Array.isArray(value)) return allowed.includes(value) ? value : undefined
  const left = value.filter((each) => allowed.includes(each))
  return left.length === value.length ? value : left.length > 0 ? left : undefined
}

/** Without an answer to belong to, only what belongs everywhere is left to choose. */
const belongingEverywhere = (cascade: Cascade): readonly unknown[] => {
  const [first, ...others] = [...cascade.allowed.values()]
  return (first ?? []).filter((value) => others.every((list) => list.includes(value)))
}

const followOne = (cascade: Cascade, before: Answers, { answers, dropped }: Followed): Followed =>
  expandPath(cascade.path, answers).reduce<Followed>((followed, pointer) => {
    const by = limitingPointer(cascade, pointer)!
    const value = readAt(followed.answers, pointer)
    const isSame = readAt(before, by) === readAt(followed.answers, by)
    if (value === undefined || isSame || (cascade.condition && !holdsAt(cascade.condition, followed.answers, pointer))) return followed
    const left = fitting(value, allowedAt(cascade, followed.answers, pointer) ?? belongingEverywhere(cascade))
    return left === value ? followed : { answers: writeAt(followed.answers, pointer, left), dropped: [...followed.dropped, pointer] }
  }, { answers, dropped })

/** The answers after a change, without choices that no longer go with what they belong to, however long the chain. */
export const followCascades = (form: CompiledForm, before: Answers, after: Answers): Followed => {
  let followed: Followed = { answers: after, dropped: [] }
  for (let round = 0; round < form.cascades.length; round++) {
    const next = form.cascades.reduce((kept, cascade) => followOne(cascade, before, kept), followed)
    if (next.answers === followed.answers) break
    followed = next
  }
  return followed
}
