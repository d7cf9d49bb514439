// The server has drawn the page already, and the person may be reading or typing. The app starts aside, takes what was typed,
// and stands in the drawn page's place when its own page is there: focus, caret and scroll stay where they were.
import type { App } from 'vue'
import type { Control } from './carry-typed.ts'

/** Whether it could. */
type Take = (drawn: HTMLFormElement) => boolean

let receiver: (() => Promise<Take>) | undefined

/** Said by a page that keeps answers: how it takes what was typed into the drawn form. Fetched only when something was. */
export const receiveTyped = (load: () => Promise<Take>): void => { receiver = load }

export const isTouched = (control: Control): boolean => {
  if (control instanceof HTMLSelectElement) return [...control.options].some((option) => option.selected !== option.defaultSelected) && control.value !== (([...control.options].find((option) => option.defaultSelected) ?? control.options[0])?.value ?? '')
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue
  if (control.type === 'file') return (control.files?.length ?? 0) > 0
  return control.type === 'checkbox' || control.type === 'radio' ? control.checked !== control.defaultChecked : control.type !== 'hidden' && control.value !== control.defaultValue
}

export const touchedIn = (place: ParentNode): Control[] => [...place.querySelectorAll<Control>('input, select, textarea')].filter(isTouched)

const caretOf = (control: Element | null): [number | null, number | null] | undefined =>
  (control instanceof HTMLInputElement && /^(text|search|tel|url|password)$/.test(control.type)) || control instanceof HTMLTextAreaElement ? [control.selectionStart, control.selectionEnd] : undefined

const exchange = (drawn: HTMLElement, room: HTMLElement): void => {
  const focused = drawn.contains(document.activeElement) ? document.activeElement : null
  const caret = caretOf(focused)
  const at = [scrollX, scrollY] as const
  drawn.replaceWith(room)
  scrollTo(...at)
  const name = focused?.getAttribute('name')
  const same = focused && (document.getElementById(focused.id) ?? (name ? room.querySelector(`[name="${CSS.escape(name)}"]`) : null))
  if (!(same instanceof HTMLElement)) return
  same.focus({ preventScroll: true })
  if (caret && (same instanceof HTMLInputElement || same instanceof HTMLTextAreaElement)) same.setSelectionRange(...caret)
}

export const mountOver = (app: App, place: HTMLElement): void => {
  if (!place.firstElementChild) return void app.mount(place)
  const room = document.createElement('div')
  let left = false
  // What was sent already is on its way: the page that comes of it is drawn anew.
  place.addEventListener('submit', () => { left = true })
  // So is who followed a link to another page.
  place.addEventListener('click', ({ target }) => { if ((target as Element).closest('a[href^="/"]:not([target])')) left = true })
  const takePlace = async (): Promise<void> => {
    const form = place.querySelector<HTMLFormElement>('form#filing')
    const isTyped = touchedIn(place).length > 0
    const [take, carried] = isTyped ? await Promise.all([form ? receiver?.().catch(() => undefined) : undefined, import('./carry-typed.ts').catch(() => undefined)]) : []
    const touched = touchedIn(place)
    // What nobody here can take stays where it was typed: the drawn page is sent as it would be without scripts.
    if (left || (isTyped && !(carried && (!form || take?.(form))))) return
    if (!form) carried?.copyTexts(touched, room)
    exchange(place, room)
    room.id = place.id
    carried?.copyFiles(touched)
  }
  const looking = new MutationObserver(() => {
    if (!room.querySelector('h1, [role=alert]')) return
    looking.disconnect()
    void takePlace()
  })
  looking.observe(room, { childList: true, subtree: true })
  app.mount(room)
}
