// Hears the keys of the form editor and carries out what they ask for. Keys inside a text, a dialog or a menu are theirs.
import { isIn, isWriting, singleKeys, useKeyPresses } from '#runtime/ui/use-keys.ts'
import { actOf, type KeyAct } from './form-key-map.ts'

/** From a formula, which has keys of its own, one still goes on to the next part of the screen. */
const leadsOut: readonly (KeyAct | undefined)[] = ['nextRegion', 'previousRegion']

/** Buttons and links answer Enter themselves; a card is a button too, and Enter opens its settings. */
const answersEnter = (target: EventTarget | null): boolean => isIn(target, 'button:not([data-stop]), a, summary, [role=tab], [role=treeitem]')

export const useFormKeys = (acts: Record<KeyAct, () => void>): void => useKeyPresses((event) => {
  if (isIn(event.target, '[role=dialog], [role=menu]')) return
  const onCanvas = !isWriting(event.target)
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const act = actOf({ key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey }, { onCanvas, singleKeys: singleKeys.value })
  if (isIn(event.target, '[data-own-keys]') && !leadsOut.includes(act)) return
  if (!act || (act === 'settings' && answersEnter(event.target))) return
  if ((act === 'up' || act === 'down' || act === 'extendUp' || act === 'extendDown') && event.target !== document.body && !isIn(event.target, '[data-stop]')) return
  if (act === 'all' && window.getSelection()?.isCollapsed === false) return
  event.preventDefault()
  acts[act]()
})
