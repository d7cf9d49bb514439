// What an officer has typed at a dossier and not sent yet. The page keeps it, step by step, so that a dossier that moved on meanwhile
// costs nothing of it.
import { reactive, ref } from 'vue'
import type { Answers } from '#core/issues/json-pointer.ts'

export interface TypedOpinion {
  verdict: '' | 'for' | 'against'
  text: string
  record: Answers
}

export const useTyped = () => {
  const reason = ref('')
  const records = reactive<Record<string, Answers | undefined>>({})
  const opinions = reactive<Record<string, TypedOpinion | undefined>>({})

  const forget = (): void => {
    reason.value = ''
    for (const kept of [records, opinions]) for (const key of Object.keys(kept)) delete kept[key]
  }
  return { reason, records, opinions, forget }
}
