// A value that follows another after a pause: what is costly to derive waits until the hands rest, so that no key is slow.
import { onScopeDispose, shallowReadonly, shallowRef, watch, type Ref } from 'vue'

/** Milliseconds without a change. */
const pause = 200
/** As long as an idle moment is waited for at most. */
const patience = 1000

const whenIdle = (run: () => void): void => {
  if (typeof globalThis.requestIdleCallback === 'function') globalThis.requestIdleCallback(run, { timeout: patience })
  else run()
}

export interface Settled<T> {
  value: Readonly<Ref<T>>
  /** Catches up at once: before something is decided by it. */
  settle(): void
}

/** The first value, and one that `isNew` calls another thing, are taken at once. */
export const useSettled = <T>(source: Readonly<Ref<T>>, isNew: (now: T, before: T) => boolean): Settled<T> => {
  const value = shallowRef(source.value) as Ref<T>
  let timer: ReturnType<typeof setTimeout> | undefined
  const settle = (): void => {
    clearTimeout(timer)
    value.value = source.value
  }
  watch(source, (now, before) => {
    if (isNew(now, before)) return settle()
    clearTimeout(timer)
    timer = setTimeout(() => whenIdle(settle), pause)
  }, { flush: 'sync' })
  onScopeDispose(() => clearTimeout(timer))
  return { value: shallowReadonly(value), settle }
}
