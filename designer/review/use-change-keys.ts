// J and K go from change to change, where the list is the whole page and no dialog is open.
import { useKeys } from '#runtime/ui/use-keys.ts'

export const useChangeKeys = (step: (by: 1 | -1) => void, isOn: () => boolean): void => {
  const go = (by: 1 | -1) => (): boolean => {
    if (isOn()) step(by)
    return isOn()
  }
  useKeys({ 'j': go(1), 'k': go(-1) })
}
