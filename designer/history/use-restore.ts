// Publishing an older revision again: what the draft would become, carried out as one edit that can be undone, then sent to review like
// any other change.
import { computed, ref, shallowRef } from 'vue'
import { isSameDocument } from '#core/change/equal.ts'
import { restoredRevision } from '#core/change/restore-revision.ts'
import type { Problem, Procedure } from '#schemas/generated/types.ts'
import { fetchRevision, type Release } from '../client/history.ts'
import { useDocumentStore } from '../editing/document-store.ts'

/** `last` is the revision that came into force last: what answers were given by where nothing is in force now. */
export const useRestore = (last: () => string | undefined) => {
  const store = useDocumentStore()
  const release = shallowRef<Release>()
  const older = shallowRef<Procedure>()
  const present = shallowRef<Procedure>()
  const problem = shallowRef<Problem>()
  const isOpen = ref(false)
  const isSending = ref(false)

  const next = computed(() => (older.value && present.value ? restoredRevision(older.value, present.value) : undefined))
  /** The draft holds edits that were never published. */
  const hasEdits = computed(() => present.value !== undefined && !isSameDocument(store.document, present.value))

  const find = async (revision: string | undefined): Promise<Procedure | undefined> => {
    if (revision === undefined) return undefined
    const reply = await fetchRevision(store.id, revision)
    if (reply.ok) return reply.value.document
    problem.value = reply.problem
    return undefined
  }

  const begin = async (chosen: Release): Promise<void> => {
    [older.value, problem.value] = [undefined, undefined]
    release.value = chosen
    isOpen.value = true
    present.value = store.published ?? await find(last())
    older.value = await find(chosen.revision)
  }

  const carryOut = (): void => {
    if (!next.value) return
    store.replace(next.value, 'restoreRevision')
    store.settle()
    isOpen.value = false
    isSending.value = true
  }

  return { release, older, present, problem, next, isOpen, isSending, hasEdits, begin, carryOut }
}
