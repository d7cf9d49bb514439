// Keys of the desk: single letters that officers may turn off (WCAG 2.1.4), never while something is typed or a dialog is open.
import { onMounted, onUnmounted, ref } from 'vue'

const storageKey = 'motcua.desk.keys'

// Private windows may refuse storage; the choice then lasts as long as the page.
const remembered = (): boolean => {
  try {
    return globalThis.localStorage?.getItem(storageKey) !== 'off'
  } catch {
    return true
  }
}

export const lettersOn = ref(remembered())

export const turnLetters = (on: boolean): void => {
  lettersOn.value = on
  try {
    localStorage.setItem(storageKey, on ? 'on' : 'off')
  } catch {
    // Kept for this page only.
  }
}

const types = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])'))

/** By the key as it is pressed ('j', '?', 'Ctrl+a'); what gives false leaves the key to the browser. */
export type KeyMap = Record<string, () => boolean | void>

export const useKeys = (map: KeyMap): void => {
  const press = (event: KeyboardEvent): void => {
    if (event.altKey || event.defaultPrevented || types(event.target) || document.querySelector('[role=dialog], [role=menu]')) return
    const held = event.ctrlKey || event.metaKey
    const letter = event.key.length === 1
    if (letter && !held && !lettersOn.value) return
    const act = map[`${held ? 'Ctrl+' : ''}${letter ? event.key.toLowerCase() : event.key}`]
    if (act && act() !== false) event.preventDefault()
  }
  onMounted(() => document.addEventListener('keydown', press))
  onUnmounted(() => document.removeEventListener('keydown', press))
}
