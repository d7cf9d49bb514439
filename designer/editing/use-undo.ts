// Undo and redo as people reach for them: buttons, Ctrl+Z, Ctrl+Shift+Z or Ctrl+Y, each told aloud by its name.
import { onBeforeUnmount, onMounted } from 'vue'
import { t } from '../texts.ts'
import { useAnnouncer } from './announcer.ts'
import { useDocumentStore } from './document-store.ts'

export const useUndo = () => {
  const store = useDocumentStore()
  const { announce } = useAnnouncer()

  const undo = (): void => {
    const entry = store.undo()
    if (entry) void announce(t('undo.undone', { name: t(`commands.${entry.name}`) }))
  }

  const redo = (): void => {
    const entry = store.redo()
    if (entry) void announce(t('undo.redone', { name: t(`commands.${entry.name}`) }))
  }

  return { undo, redo }
}

/** Listens on the whole page; what is typed in a dialog is no part of the document and keeps its own undo. */
export const useUndoKeys = ({ undo, redo }: { undo: () => void, redo: () => void }): void => {
  const onKey = (event: KeyboardEvent): void => {
    const isOwn = event.target instanceof Element && event.target.closest('[role=dialog], [data-own-undo]')
    if (isOwn || !(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    if (key === 'y' || event.shiftKey) redo()
    else undo()
  }
  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
}
