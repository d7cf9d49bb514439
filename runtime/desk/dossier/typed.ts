// What an officer has typed at a dossier and not sent yet. It is kept step by step, so that a dossier that moved on meanwhile costs
// nothing of it, and while the app is open, so that a look at the queue or at another dossier costs nothing either.
import { computed, onMounted, onUnmounted, reactive, shallowRef, watch } from 'vue'
import type { Answers } from '#core/issues/json-pointer.ts'

export interface TypedOpinion {
  verdict: '' | 'for' | 'against'
  text: string
  record: Answers
}

interface Typed {
  reason: string
  records: Record<string, Answers | undefined>
  opinions: Record<string, TypedOpinion | undefined>
}

const kept = new Map<string, Typed>()

const take = (key: string): Typed => {
  const found = kept.get(key) ?? reactive<Typed>({ reason: '', records: {}, opinions: {} })
  kept.set(key, found)
  return found
}

const holdsSomething = ({ reason, records, opinions }: Typed): boolean => reason !== '' || [records, opinions].some((each) => Object.keys(each).length > 0)

/** `key` is of one officer at one dossier: who signs in after them finds nothing of it. */
export const useTyped = (key: () => string) => {
  const mine = shallowRef(take(key()))
  watch(key, (next) => { mine.value = take(next) })

  const reason = computed({ get: () => mine.value.reason, set: (text) => { mine.value.reason = text } })
  const records = computed(() => mine.value.records)
  const opinions = computed(() => mine.value.opinions)
  const forget = (): void => {
    kept.delete(key())
    mine.value = take(key())
  }

  const warn = (event: BeforeUnloadEvent): void => { if (holdsSomething(mine.value)) event.preventDefault() }
  onMounted(() => addEventListener('beforeunload', warn))
  onUnmounted(() => removeEventListener('beforeunload', warn))
  return { reason, records, opinions, forget }
}
