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
  /** Texts of remarks that are being written, by question; an empty one has been begun. */
  remarks: Readonly<Record<string, string>>
}

const kept = new Map<string, Typed>()

const take = (key: string): Typed => {
  const found = kept.get(key) ?? reactive<Typed>({ reason: '', records: {}, opinions: {}, remarks: {} })
  kept.set(key, found)
  return found
}

const holdsSomething = ({ reason, records, opinions, remarks }: Typed): boolean =>
  reason !== '' || [records, opinions].some((each) => Object.keys(each).length > 0) || Object.values(remarks).some((text) => text.trim() !== '')

/** `key` is of one officer at one dossier: who signs in after them finds nothing of it. */
export const useTyped = (key: () => string) => {
  const mine = shallowRef(take(key()))
  watch(key, (next) => { mine.value = take(next) })

  const reason = computed({ get: () => mine.value.reason, set: (text) => { mine.value.reason = text } })
  const records = computed(() => mine.value.records)
  const opinions = computed(() => mine.value.opinions)
  const remarks = computed({ get: () => mine.value.remarks, set: (texts) => { mine.value.remarks = texts } })
  /** A decision was sent. A remark is sent by itself, so one that is still being written stays. */
  const forget = (): void => {
    const { remarks: unsent } = mine.value
    kept.delete(key())
    mine.value = take(key())
    mine.value.remarks = unsent
  }

  const warn = (event: BeforeUnloadEvent): void => { if (holdsSomething(mine.value)) event.preventDefault() }
  onMounted(() => addEventListener('beforeunload', warn))
  onUnmounted(() => removeEventListener('beforeunload', warn))
  return { reason, records, opinions, remarks, forget }
}
