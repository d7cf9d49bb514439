// Hears the keys of the form editor and carries out what they ask for. Keys inside a text, a dialog or a menu are theirs.
import { onBeforeUnmount, onMounted, ref } from 'vue'
import { actOf, type KeyAct } from './form-key-map.ts'
import { isWriting } from './use-clipboard.ts'

const storageKey = 'motcua.singleKeys'

const readSingleKeys = (): boolean => {
  try {
    return globalThis.localStorage?.getItem(storageKey) !== 'off'
  } catch {
    return true
  }
}

/** Whether single letters act; people who speak to their computer switch them off. */
export const singleKeys = ref(readSingleKeys())

export const setSingleKeys = (on: boolean): void => {
  singleKeys.value = on
  try {
    globalThis.localStorage?.setItem(storageKey, on ? 'on' : 'off')
  } catch { /* It then lasts as long as the page. */ }
}

const isIn = (target: EventTarget | null, selector: string): boolean => target instanceof Element && target.closest(selector) !== null

/** From a formula, which has keys of its own, one still goes on to the next part of the screen. */
const leadsOut: readonly (KeyAct | undefined)[] = ['nextRegion', 'previousRegion']

/** Buttons and links answer Enter themselves; a card is a button too, and Enter opens its settings. */
const answersEnter = (target: EventTarget | null): boolean => target instanceof Element && target.closest('button:not([data-stop]), a, summary, [role=tab], [role=treeitem]') !== null

export const useFormKeys = (acts: Record<KeyAct, () => void>): void => {
  const onKey = (event: KeyboardEvent): void => {
    if (isIn(event.target, '[role=dialog], [role=menu]') || event.isComposing) return
    const onCanvas = !isWriting(event.target)
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const act = actOf({ key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey }, { onCanvas, singleKeys: singleKeys.value })
    if (isIn(event.target, '[data-own-keys]') && !leadsOut.includes(act)) return
    if (!act || (act === 'settings' && answersEnter(event.target))) return
    if ((act === 'up' || act === 'down' || act === 'extendUp' || act === 'extendDown') && !(event.target instanceof Element && (event.target === document.body || event.target.closest('[data-stop]')))) return
    if (act === 'all' && window.getSelection()?.isCollapsed === false) return
    event.preventDefault()
    acts[act]()
  }
  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
}
