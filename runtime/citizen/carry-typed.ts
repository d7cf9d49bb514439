// Carries what was typed or chosen on the page as the server drew it over to the app's own page, and the hands with it:
// loaded when somebody was quicker than the app.
import { nextTick } from 'vue'

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

export interface Carrying {
  place: HTMLElement
  room: HTMLElement
  hands: ReadonlySet<string>
  /** What is typed or chosen on the drawn page by now. */
  touchedNow: () => Control[]
  receiver: (() => Promise<(drawn: HTMLFormElement) => boolean>) | undefined
  isLeft: () => boolean
  exchange: () => void
  /** The drawn page stays: the app that started for it ends. */
  stay: () => void
}

/** What is chosen by ticking: its value says which one it is. */
const isTicked = ({ type }: Control): boolean => type === 'radio' || type === 'checkbox'

/** Words in a search or an e-mail address: into the control of the same name. */
export const copyTexts = (touched: readonly Control[], to: ParentNode): void => {
  for (const control of touched) {
    const same = [...to.querySelectorAll<Control>('input, select, textarea')].find((each) => each.name === control.name && each.type === control.type && (!isTicked(control) || each.value === control.value))
    if (!same || control.type === 'file') continue
    if (same instanceof HTMLInputElement && control instanceof HTMLInputElement) same.checked = control.checked
    if (!isTicked(control)) same.value = control.value
    for (const name of ['input', 'change']) same.dispatchEvent(new Event(name, { bubbles: true }))
  }
}

/** A chosen file goes on as if it had been chosen in the app; its picker may come a moment later. */
export const copyFiles = (touched: readonly Control[]): void => {
  for (const picker of touched) {
    if (!(picker instanceof HTMLInputElement) || picker.type !== 'file') continue
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

/** The list of a select that is open would close, and nothing be chosen. Older browsers do not say whether it is open. */
const isListOpen = (place: HTMLElement): boolean => {
  const at = document.activeElement
  return at instanceof HTMLSelectElement && place.contains(at) && (globalThis.CSS?.supports?.('selector(:open)') ? at.matches(':open') : true)
}

const glance = 50
const rest = async ({ place, hands, isLeft }: Carrying): Promise<void> => {
  while (!isLeft() && (hands.size > 0 || isListOpen(place))) await new Promise((resolve) => { setTimeout(resolve, glance) })
}

/** The control of the app that stands where this one stood. What has no id is the same by its question, its kind and its place among the like. */
const twinOf = (control: Element, { place, room }: Carrying): Element | undefined => {
  const known = control.id && room.querySelector(`[id="${CSS.escape(control.id)}"]`)
  if (known) return known
  const question = control.closest('[data-pointer]')
  const same = question ? room.querySelector(`[data-pointer="${CSS.escape(question.getAttribute('data-pointer')!)}"]`) : room
  const look = (each: Element): string => `${each.getAttribute('type')} ${each.textContent} ${isTicked(each as Control) ? (each as Control).value : ''}`
  const like = (within: Element | null): Element[] => [...within?.querySelectorAll(control.tagName) ?? []].filter((each) => look(each) === look(control))
  return like(same)[like(question ?? place).indexOf(control)]
}

const isText = (control: Element | null | undefined): control is HTMLInputElement | HTMLTextAreaElement =>
  control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && /^(text|search|tel|url|password|email)$/.test(control.type))

/** Where the hands were they go on: a text that is not finished stays as it was typed, not as it would be written out. */
const handsOf = (carrying: Carrying): (() => void) => {
  const control = document.activeElement
  const twin = control && carrying.place.contains(control) ? twinOf(control, carrying) : undefined
  const [start, end] = isText(control) ? [control.selectionStart, control.selectionEnd] : []
  return () => {
    if (twin instanceof HTMLElement) twin.focus({ preventScroll: true })
    if (!isText(twin) || !isText(control)) return
    const isOther = twin.value !== control.value
    if (isOther) twin.value = control.value
    // An e-mail address has no caret that can be asked for.
    if (typeof start === 'number' && twin.type !== 'email') twin.setSelectionRange(start, end ?? start)
    if (isOther) twin.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

export const carryOver = async (carrying: Carrying): Promise<void> => {
  const { place, room, receiver, touchedNow, isLeft, exchange, stay } = carrying
  const form = place.querySelector<HTMLFormElement>('form#filing')
  let take: ((drawn: HTMLFormElement) => boolean) | undefined
  await rest(carrying)
  if (form && receiver && touchedNow().length > 0) {
    take = await receiver().catch(() => undefined)
    await rest(carrying)
  }
  if (isLeft()) return
  const touched = touchedNow()
  // What nobody here can take stays where it was typed: the drawn page is sent as it would be without scripts.
  if (form && touched.length > 0 && !take?.(form)) return stay()
  if (!form) copyTexts(touched, room)
  // What follows from the answers stands there before the hands go on.
  await nextTick()
  const goOn = handsOf(carrying)
  exchange()
  goOn()
  copyFiles(touched)
}
