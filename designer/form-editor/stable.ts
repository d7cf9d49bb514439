// Derived values that stay the same thing while they say the same: a card is drawn again only when its own question changed.
import { computed, type ComputedRef } from 'vue'
import type { CompiledQuestion } from '#core/form/compiled-form.ts'

const saysSame = <T>(a: T, b: T): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

export const stable = <T>(get: () => T, isSame: (before: T, now: T) => boolean = saysSame): ComputedRef<T> =>
  computed<T>((before) => {
    const now = get()
    return before !== undefined && isSame(before, now) ? before : now
  })

/** Compiling makes new objects around the same questions; what an edit did not touch is the same question still. */
export const isSameQuestion = (a: CompiledQuestion | undefined, b: CompiledQuestion | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.question === b.question && a.required === b.required && a.kind === b.kind && a.path === b.path
    && a.conditions.length === b.conditions.length && a.conditions.every((condition, i) => condition.when === b.conditions[i]!.when))
