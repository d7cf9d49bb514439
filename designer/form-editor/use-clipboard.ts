// Copy, cut and paste of questions by the system's clipboard, between forms, tabs and offices; a copy stays in this browser
// too, for menus that may not read the clipboard. Text fields keep their own copy and paste.
import { onBeforeUnmount, onMounted, shallowRef, type ShallowRef } from 'vue'
import { isWriting } from '#runtime/ui/use-keys.ts'
import { useToast } from '#runtime/ui/use-toast.ts'
import { useAnnouncer } from '../editing/announcer.ts'
import { useDocumentStore } from '../editing/document-store.ts'
import { t } from '../texts.ts'
import { clipText, copyQuestions, readClip, type Clip } from './clip.ts'
import { afterSelection } from './form-slots.ts'
import { knownHere, pasteQuestions, unconnected } from './paste-command.ts'
import type { ChosenActs } from './use-chosen.ts'
import type { FormEditor } from './use-form-editor.ts'

/** Browsers carry types of this form from tab to tab. */
const mediaType = 'application/vnd.procedure+json'
const storageKey = 'motcua.clip'

const remember = (text: string): void => {
  try {
    localStorage.setItem(storageKey, text)
  } catch { /* Full or refused: the system's clipboard has it. */ }
}

const remembered = (): Clip | undefined => {
  try {
    return readClip(localStorage.getItem(storageKey) ?? '')
  } catch {
    return undefined
  }
}

export interface FormClipboard {
  /** A clip that waits for the author to connect what it reads. */
  waiting: ShallowRef<Clip | undefined>
  copy(): void
  cut(): void
  paste(): void
  finish(connect: Record<string, string>): void
}

/** Puts the chosen questions on a clipboard event; undefined where the event belongs to a text. */
const writeClip = (editor: FormEditor, event: ClipboardEvent): Clip | undefined => {
  if (isWriting(event.target) || editor.chosen.value.length === 0 || !event.clipboardData || window.getSelection()?.isCollapsed === false) return undefined
  const clip = copyQuestions(editor.form.value, editor.chosen.value)
  const text = JSON.stringify(clip)
  event.preventDefault()
  event.clipboardData.setData(mediaType, text)
  event.clipboardData.setData('text/plain', clipText(clip))
  remember(text)
  return clip
}

const useClipboardEvents = (listeners: Record<'copy' | 'cut' | 'paste', (event: ClipboardEvent) => void>): void => {
  const each = Object.entries(listeners) as ['copy' | 'cut' | 'paste', (event: ClipboardEvent) => void][]
  onMounted(() => { for (const [name, listen] of each) document.addEventListener(name, listen) })
  onBeforeUnmount(() => { for (const [name, listen] of each) document.removeEventListener(name, listen) })
}

export const useClipboard = (editor: FormEditor, acts: ChosenActs): FormClipboard => {
  const store = useDocumentStore()
  const toast = useToast()
  const { announce } = useAnnouncer()
  const waiting = shallowRef<Clip>()

  const put = (clip: Clip, connect: Record<string, string>): void => {
    const target = afterSelection(editor.form.value, editor.page.value, editor.selected.value)
    if (store.run(pasteQuestions, { ...editor.place, clip, target, connect })) void announce(t('clipboard.pasted', {}, clip.questions.length))
  }
  const begin = (clip: Clip): void => {
    const connect = knownHere(editor.form.value, clip)
    if (unconnected(clip, connect).length === 0) return put(clip, connect)
    waiting.value = clip
    editor.dialog.value = 'paste'
  }
  const onPaste = (event: ClipboardEvent): void => {
    if (isWriting(event.target) || !event.clipboardData) return
    const clip = readClip(event.clipboardData.getData(mediaType)) ?? readClip(event.clipboardData.getData('text/plain'))
    const words = event.clipboardData.getData('text/plain').trim()
    if (!clip && words === '') return
    event.preventDefault()
    if (clip) begin(clip)
    else editor.openInsert(undefined, words.split(/\r?\n/)[0]!.slice(0, 200))
  }

  const tell = (clip: Clip): void => void toast.show(t('clipboard.copied', {}, clip.questions.length), { tone: 'info' })
  useClipboardEvents({
    copy: (event) => { const clip = writeClip(editor, event); if (clip) tell(clip) },
    cut: (event) => { if (writeClip(editor, event)) acts.remove() },
    paste: onPaste,
  })

  return {
    waiting,
    copy: () => {
      const clip = copyQuestions(editor.form.value, editor.chosen.value)
      remember(JSON.stringify(clip))
      void navigator.clipboard?.writeText(JSON.stringify(clip)).catch(() => undefined)
      tell(clip)
    },
    cut: () => {
      remember(JSON.stringify(copyQuestions(editor.form.value, editor.chosen.value)))
      acts.remove()
    },
    paste: () => {
      const clip = remembered()
      if (clip) begin(clip)
      else toast.show(t('clipboard.empty'), { tone: 'info' })
    },
    finish: (connect) => {
      const clip = waiting.value
      waiting.value = undefined
      editor.dialog.value = undefined
      if (clip) put(clip, connect)
    },
  }
}
