// The server has drawn the page already, and the person may be reading or typing. The app starts aside, takes what was typed,
// and stands in the drawn page's place when its own page is there: focus, caret and scroll stay where they were.
import type { App } from 'vue'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
type Take = (drawn: HTMLFormElement) => void

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

/** What is chosen by ticking: its value says which one it is. */
const isTicked = ({ type }: Control): boolean => type === 'radio' || type === 'checkbox'

/** Words in a search or an e-mail address: into the control of the same name. */
const copyTexts = (from: ParentNode, to: ParentNode): void => {
  for (const control of touchedIn(from)) {
    const same = [...to.querySelectorAll<Control>('input, select, textarea')].find((each) => each.name === control.name && each.type === control.type && (!isTicked(control) || each.value === control.value))
    if (!same || control.type === 'file') continue
    if (same instanceof HTMLInputElement && control instanceof HTMLInputElement) same.checked = control.checked
    if (!isTicked(control)) same.value = control.value
    for (const name of ['input', 'change']) same.dispatchEvent(new Event(name, { bubbles: true }))
  }
}

/** A chosen file goes on as if it had been chosen in the app; its picker may come a moment later. */
const copyFiles = (pickers: readonly HTMLInputElement[]): void => {
  for (const picker of pickers) {
    const give = (): boolean => {
      const same = document.getElementById(picker.id)
      if (!(same instanceof HTMLInputElement) || same.type !== 'file' || same === picker) return false
      same.files = picker.files
      return same.dispatchEvent(new Event('change', { bubbles: true }))
    }
    if (give()) continue
    const waiting = new MutationObserver(() => { if (give()) waiting.disconnect() })
    waiting.observe(document.body, { childList: true, subtree: true })
  }
}

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
  const takePlace = async (): Promise<void> => {
    const form = place.querySelector<HTMLFormElement>('form#filing')
    const take = form && touchedIn(form).length > 0 ? await receiver?.().catch(() => undefined) : undefined
    if (left) return
    const pickers = touchedIn(place).filter((control): control is HTMLInputElement => control.type === 'file')
    if (form) take?.(form)
    else copyTexts(place, room)
    exchange(place, room)
    room.id = place.id
    copyFiles(pickers)
  }
  const looking = new MutationObserver(() => {
    if (!room.querySelector('h1, [role=alert]')) return
    looking.disconnect()
    void takePlace()
  })
  looking.observe(room, { childList: true, subtree: true })
  app.mount(room)
}
