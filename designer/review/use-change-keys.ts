// J and K go from change to change, S marks the one in hand as seen, C comments on it: where the list is the whole page and no dialog
// is open.
import { useKeys } from '#runtime/ui/use-keys.ts'

export interface ChangeKeys {
  step: (by: 1 | -1) => void
  see: () => void
  comment: () => void
}

export const useChangeKeys = ({ step, see, comment }: ChangeKeys, isOn: () => boolean): void => {
  const when = (act: () => void) => (): boolean => {
    if (isOn()) act()
    return isOn()
  }
  useKeys({ 'j': when(() => step(1)), 'k': when(() => step(-1)), 's': when(see), 'c': when(comment) })
}
