// Goes to the place that a pointer of the open document names, and selects it.
import { useRouter } from 'vue-router'
import { useDockStore } from '../dock/dock-store.ts'
import { useDocumentStore } from './document-store.ts'
import { isAboutLanguage, issuePlace } from './issue-place.ts'
import { useSelectionStore } from './selection-store.ts'

export const useJump = () => {
  const router = useRouter()
  const store = useDocumentStore()
  const selection = useSelectionStore()
  const dock = useDockStore()

  /** `code` is the issue that one goes to mend. */
  return async (pointer: string, code = ''): Promise<void> => {
    if (pointer.startsWith('/scenarios/')) return dock.open('scenarios')
    if (isAboutLanguage(code)) return void await router.push({ name: 'languages', params: { id: store.id }, query: { at: pointer } })
    const { route, selection: next, anchor } = issuePlace(store.document, pointer)
    await router.push({ name: route, params: { id: store.id }, ...(anchor && { hash: `#${anchor === 'step' && code ? code : anchor}` }) })
    if (next) selection.select(next)
  }
}
