// Keys of a page: never while something is typed; single letters act unless people switch them off, who speak to their
// computer for example (WCAG 2.2, 2.1.4). The switch holds for the desk and the designer alike.
import { onBeforeUnmount, onMounted, ref } from 'vue'

const storageKey = 'motcua.singleKeys'

// Private windows may refuse storage; the choice then lasts as long as the page.
const readSingleKeys = (): boolean => {
  try {
    return globalThis.localStorage?.getItem(storageKey) !== 'off'
  } catch {
    return true
  }
}

export const singleKeys = ref(readSingleKeys())

export const setSingleKeys = (on: boolean): void => {
  singleKeys.value = on
  try {
    globalThis.localStorage?.setItem(storageKey, on ? 'on' : 'off')
  } catch { /* It then lasts as long as the page. */ }
}

export const isIn = (target: EventTarget | null, selector: string): boolean => target instanceof Element && target.closest(selector) !== null

/** Where text is written, the keys belong to the text. */
export const isWriting = (target: EventTarget | null): boolean =>
  isIn(target, 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true], [role=dialog], .cm-editor')

/** Each press while the page is there; an input method that still composes a letter keeps its own. */
export const useKeyPresses = (hear: (event: KeyboardEvent) => void): void => {
  const onKey = (event: KeyboardEvent): void => { if (!event.isComposing) hear(event) }
  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
}

/** By the key as it is pressed ('j', '?', 'Ctrl+a'); what gives false leaves the key to the browser. */
export type KeyMap = Record<string, () => boolean | void>

export const useKeys = (map: KeyMap): void => useKeyPresses((event) => {
  if (event.altKey || event.defaultPrevented || isWriting(event.target) || document.querySelector('[role=dialog], [role=menu]')) return
  const held = event.ctrlKey || event.metaKey
  const letter = event.key.length === 1
  if (letter && !held && !singleKeys.value) return
  const act = map[`${held ? 'Ctrl+' : ''}${letter ? event.key.toLowerCase() : event.key}`]
  if (act && act() !== false) event.preventDefault()
})
