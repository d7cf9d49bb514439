// Carries what was typed or chosen on the page as the server drew it over to the app's own page: loaded when somebody was
// quicker than the app.
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

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
