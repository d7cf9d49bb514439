// The text of the source that is not in the document yet, because it does not say a whole document or because both changed.
// It outlives the panel and the page: what somebody typed is never lost.
import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { isRecord } from '#core/issues/json-pointer.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { useDocumentStore } from '../editing/document-store.ts'

export interface SourceDraft {
  text: string
  /** The document that the text was made from. */
  base: Procedure
  /** Places to mend; 0 while it is not looked at yet, or when only a choice is missing. */
  faults: number
}

const keyOf = (id: string): string => `motcua.source.${id}`

const isDraft = (value: unknown): value is SourceDraft => isRecord(value) && typeof value['text'] === 'string' && typeof value['faults'] === 'number' && isRecord(value['base'])

const readKept = (id: string): SourceDraft | undefined => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null')
    return isDraft(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** False when the browser refused to keep it. */
const writeKept = (id: string, draft: SourceDraft | undefined): boolean => {
  try {
    if (draft) localStorage.setItem(keyOf(id), JSON.stringify(draft))
    else localStorage.removeItem(keyOf(id))
    return true
  } catch {
    return false
  }
}

export const useSourceStore = defineStore('source', () => {
  const store = useDocumentStore()
  const draft = shallowRef<SourceDraft>()
  /** Whether this browser holds a copy of the draft. */
  const isKept = ref(true)
  /** Where the source is asked to go, by a button elsewhere. */
  const wanted = ref<string>()

  watch(() => (store.isOpen ? store.id : undefined), (id) => { draft.value = id === undefined || !store.mayEdit ? undefined : readKept(id) }, { immediate: true })

  const keep = (next: SourceDraft): void => {
    draft.value = next
    isKept.value = writeKept(store.id, next)
  }
  const drop = (): void => {
    if (!draft.value) return
    draft.value = undefined
    isKept.value = writeKept(store.id, undefined)
  }
  return { draft, isKept, wanted, keep, drop }
})
