// Takes the person to a question: its first control gets the focus, or the question that holds it when it has none.
const inputs = 'input:not([type=hidden]):not(:disabled), select, textarea'
const others = 'button, a[href], [tabindex]'

export const focusFirstControl = (place: Element): boolean => {
  const control = place.querySelector<HTMLElement>(inputs) ?? place.querySelector<HTMLElement>(others)
  control?.focus()
  return control !== null
}

/** True when the question, or one that holds it, is on the screen. */
export const focusQuestion = (pointer: string, root: ParentNode = document): boolean => {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = [...root.querySelectorAll('[data-pointer]')].find((each) => each.getAttribute('data-pointer') === at)
    if (place && focusFirstControl(place)) return true
  }
  return false
}
