// Puts off a change of the page until nothing is pressed: an error that appears while somebody presses "Continue" would
// move the button from under the finger, and the press would be lost.
let pressed = false
const set = (value: boolean) => (): void => { pressed = value }

if (typeof document !== 'undefined') {
  document.addEventListener('pointerdown', set(true), true)
  document.addEventListener('pointerup', set(false), true)
  document.addEventListener('pointercancel', set(false), true)
}

/** Runs at once, or after the click that is going on now. */
export const afterPress = (run: () => void): void => {
  if (!pressed) return run()
  const later = (): void => {
    document.removeEventListener('pointerup', later, true)
    document.removeEventListener('pointercancel', later, true)
    setTimeout(run)
  }
  document.addEventListener('pointerup', later, true)
  document.addEventListener('pointercancel', later, true)
}
