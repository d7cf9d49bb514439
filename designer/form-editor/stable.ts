// Derived values that stay the same thing while they say the same: a card is drawn again only when its own question changed.
import { computed, type ComputedRef } from 'vue'
import type { CompiledQuestion, ScopedCondition } from '#core/form/compiled-form.ts'

const saysSame = <T>(a: T, b: T): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

export const stable = <T>(get: () => T, isSame: (before: T, now: T) => boolean = saysSame): ComputedRef<T> =>
  computed<T>((before) => {
    const now = get()
    return before !== undefined && isSame(before, now) ? before : now
  })

const sameConditions = (a: readonly ScopedCondition[], b: readonly ScopedCondition[]): boolean => a.length === b.length && a.every(({ when }, i) => when === b[i]!.when)

/** Compiling makes new objects around the same questions; what an edit did not touch is the same question still. */
export const isSameQuestion = (a: CompiledQuestion | undefined, b: CompiledQuestion | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.question === b.question && a.required === b.required && a.kind === b.kind && a.path === b.path
    && sameConditions(a.conditions, b.conditions) && sameConditions(a.requiredWhen, b.requiredWhen))
