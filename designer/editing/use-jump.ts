// Goes to the place that a pointer of the open document names, and selects it.
import { useRouter } from 'vue-router'
import { useDocumentStore } from './document-store.ts'
import { issuePlace } from './issue-place.ts'
import { useSelectionStore } from './selection-store.ts'

export const useJump = () => {
  const router = useRouter()
  const store = useDocumentStore()
  const selection = useSelectionStore()

  return async (pointer: string): Promise<void> => {
    const { route, selection: next, anchor } = issuePlace(store.document, pointer)
    await router.push({ name: route, params: { id: store.id }, ...(anchor && { hash: `#${anchor}` }) })
    if (next) selection.select(next)
  }
}
