// Opens one procedure for its pages: loads it, brings back what this browser still held, saves by itself from then on.
import { inject, onScopeDispose, provide, ref, shallowRef, watch, type InjectionKey, type Ref } from 'vue'
import { useSession } from '#runtime/client/session.ts'
import type { ChangeRequest, Problem, Procedure } from '#schemas/generated/types.ts'
import { openProcedure, saveDraft, type OpenProcedure } from '../client/drafts.ts'
import { createAutosave, type Autosave } from './autosave.ts'
import { useDocumentStore } from './document-store.ts'
import { keptDraft } from './kept-draft.ts'
import { mergeDocuments } from './merge-documents.ts'
import { isIdentical } from './minimal-patches.ts'
import { keptHistory } from './kept-history.ts'

export interface OpenedProcedure {
  problem: Ref<Problem | undefined>
  autosave: Ref<Autosave | undefined>
  changeRequest: Ref<ChangeRequest | undefined>
  publishedHash: Ref<string | undefined>
  /** True once, when edits of an earlier visit came back. */
  wasRestored: Ref<boolean>
  /** How often another person’s edits were taken in, because they touched other places. */
  mergedTimes: Ref<number>
  load(): Promise<void>
}

const openedKey: InjectionKey<OpenedProcedure> = Symbol('opened procedure')

/** The procedure that a piece of a page stands in, where it stands in one. */
export const findOpenedProcedure = (): OpenedProcedure | undefined => inject(openedKey, undefined)

/** The procedure that the page stands in. */
export const useOpenedProcedure = (): OpenedProcedure => {
  const opened = findOpenedProcedure()
  if (!opened) throw new Error('This page stands outside of a procedure')
  return opened
}

export const provideOpenedProcedure = (id: string): OpenedProcedure => {
  const store = useDocumentStore()
  const { hasRole } = useSession()
  const kept = keptDraft(id, localStorage)
  const earlier = keptHistory(id, localStorage)
  const problem = shallowRef<Problem>()
  const autosave = shallowRef<Autosave>()
  const changeRequest = shallowRef<ChangeRequest>()
  const publishedHash = ref<string>()
  const wasRestored = ref(false)
  const mergedTimes = ref(0)

  const merge = (base: Procedure, theirs: Procedure): boolean => {
    const { document, clashes } = mergeDocuments(base, store.document, theirs)
    if (clashes.length > 0) return false
    store.replace(document, 'mergeTheirs')
    mergedTimes.value += 1
    return true
  }

  const begin = (opened: OpenProcedure): void => {
    const mayEdit = hasRole('administrator')
    const copy = mayEdit ? kept.read() : undefined
    const mine = copy && !isIdentical(copy.document, opened.document) ? copy : undefined
    if (copy && !mine) kept.remove()
    changeRequest.value = opened.changeRequest
    publishedHash.value = opened.publishedHash
    const document = mine?.document ?? opened.document
    store.open({ ...opened, document }, mayEdit, mayEdit ? earlier.read(document) : undefined)
    // Without what it was made from a copy cannot be told apart from the other edits: then a person chooses.
    const mayMerge = !mine || mine.version === opened.version || mine.base !== undefined
    // A copy made from an older version is saved under that version, so that a conflict shows itself.
    autosave.value = createAutosave({ version: mine?.version ?? opened.version, saved: opened.document, base: mine?.version === opened.version ? undefined : mine?.base, document: () => store.document, save: (document, version) => saveDraft(id, document, version), load: () => openProcedure(id), merge: mayMerge ? merge : undefined, kept })
    wasRestored.value = mine !== undefined
    if (mine) autosave.value.changed()
  }

  const load = async (): Promise<void> => {
    problem.value = undefined
    autosave.value?.stop()
    const reply = await openProcedure(id)
    if (reply.ok) begin(reply.value)
    else problem.value = reply.problem
  }

  watch(() => (store.isOpen ? store.document : undefined), (next, before) => { if (next && before) autosave.value?.changed() })

  const stop = (): void => {
    autosave.value?.stop()
    if (store.isOpen && store.mayEdit) earlier.write(store.document, store.history)
  }
  const retry = (): void => void autosave.value?.flush()
  window.addEventListener('pagehide', stop)
  window.addEventListener('online', retry)
  onScopeDispose(() => {
    void autosave.value?.flush()
    stop()
    window.removeEventListener('pagehide', stop)
    window.removeEventListener('online', retry)
    store.close()
  })

  const opened: OpenedProcedure = { problem, autosave, changeRequest, publishedHash, wasRestored, mergedTimes, load }
  provide(openedKey, opened)
  return opened
}
