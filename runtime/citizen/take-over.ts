// The server has drawn the page already, and the person may be reading or typing. The app starts aside, takes what was typed,
// and stands in the drawn page's place when its own page is there: focus, caret and scroll stay where they were.
import type { App } from 'vue'
import type { Control } from './carry-typed.ts'

/** Whether it could. */
type Take = (drawn: HTMLFormElement) => boolean

let receiver: (() => Promise<Take>) | undefined

/** Somebody was quicker than the app: what carries the answers over is fetched beside the app itself. */
let isQuicker = false
const fetchCarrying = (): void => { for (const load of [() => import('./carry-typed.ts'), receiver]) load?.().catch(() => undefined) }

/** Said by a page that keeps answers: how it takes what was typed into the drawn form. Fetched only when something was. */
export const receiveTyped = (load: () => Promise<Take>): void => {
  receiver = load
  if (isQuicker) fetchCarrying()
}

export const isTouched = (control: Control): boolean => {
  if (control instanceof HTMLSelectElement) return [...control.options].some((option) => option.selected !== option.defaultSelected) && control.value !== (([...control.options].find((option) => option.defaultSelected) ?? control.options[0])?.value ?? '')
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue
  if (control.type === 'file') return (control.files?.length ?? 0) > 0
  return control.type === 'checkbox' || control.type === 'radio' ? control.checked !== control.defaultChecked : control.type !== 'hidden' && control.value !== control.defaultValue
}

export const touchedIn = (place: ParentNode): Control[] => [...place.querySelectorAll<Control>('input, select, textarea')].filter(isTouched)

/** After a finger is lifted the press is still to be carried out. */
const pressTakes = 50

/** What the hands are in the middle of: a press, a word that an input method composes. */
const watchHands = (place: HTMLElement): ReadonlySet<string> => {
  const doing = new Set<string>()
  const watch = (begin: string, ...ends: string[]): void => {
    place.addEventListener(begin, () => doing.add(begin))
    for (const end of ends) addEventListener(end, () => setTimeout(() => doing.delete(begin), pressTakes))
  }
  watch('pointerdown', 'pointerup', 'pointercancel')
  watch('compositionstart', 'compositionend')
  return doing
}

export const mountOver = (app: App, place: HTMLElement): void => {
  if (!place.firstElementChild) return void app.mount(place)
  const room = document.createElement('div')
  const hands = watchHands(place)
  let left = false
  // What was sent already is on its way: the page that comes of it is drawn anew.
  place.addEventListener('submit', () => { left = true })
  // So is who followed a link to another page.
  place.addEventListener('click', ({ target }) => { if ((target as Element).closest('a[href^="/"]:not([target])')) left = true })
  // A window to choose a file in may have been opened before, and is closed when the page has gone.
  place.addEventListener('change', ({ target }) => { if (!place.isConnected) void import('./carry-typed.ts').then(({ copyFiles }) => copyFiles([target as Control]), () => undefined) })
  const isUsed = (): boolean => hands.size > 0 || place.contains(document.activeElement) || touchedIn(place).length > 0
  const quicker = (): void => { isQuicker = true; fetchCarrying() }
  if (isUsed()) quicker()
  else for (const sign of ['focusin', 'input']) place.addEventListener(sign, quicker, { once: true })
  const exchange = (): void => {
    const at = [scrollX, scrollY] as const
    room.id = place.id
    place.replaceWith(room)
    scrollTo(...at)
  }
  const takePlace = async (): Promise<void> => {
    const carried = isUsed() ? await import('./carry-typed.ts').catch(() => undefined) : undefined
    if (carried) await carried.carryOver({ place, room, hands, receiver, touchedNow: () => touchedIn(place), isLeft: () => left, exchange, stay: () => app.unmount() })
    else if (!left && touchedIn(place).length === 0) exchange()
  }
  const looking = new MutationObserver(() => {
    if (!room.querySelector('h1, [role=alert]')) return
    looking.disconnect()
    void takePlace()
  })
  looking.observe(room, { childList: true, subtree: true })
  app.mount(room)
}
