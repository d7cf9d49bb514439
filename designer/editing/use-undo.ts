// Undo and redo as people reach for them: buttons, Ctrl+Z, Ctrl+Shift+Z or Ctrl+Y, each told aloud by its name.
import { isIn, useKeyPresses } from '#runtime/ui/use-keys.ts'
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
export const useUndoKeys = ({ undo, redo }: { undo: () => void, redo: () => void }): void => useKeyPresses((event) => {
  if (isIn(event.target, '[role=dialog], [data-own-undo]') || !(event.ctrlKey || event.metaKey) || event.altKey) return
  const key = event.key.toLowerCase()
  if (key !== 'z' && key !== 'y') return
  event.preventDefault()
  if (key === 'y' || event.shiftKey) redo()
  else undo()
})
