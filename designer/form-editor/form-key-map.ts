// The keys of the form editor: which press asks for which act. The shortcuts sheet lists the same map, so no key is hidden.
export type KeyAct =
  | 'palette' | 'insert' | 'write' | 'writeOptions' | 'settings' | 'leave' | 'up' | 'down' | 'moveUp' | 'moveDown' | 'moveOut' | 'moveIn' | 'moveTo' | 'group' | 'extendUp' | 'extendDown' | 'all' | 'duplicate' | 'remove'
  | 'find' | 'replace' | 'nextProblem' | 'previousProblem' | 'logic' | 'edit' | 'try' | 'map' | 'review' | 'dock' | 'nextRegion' | 'previousRegion' | 'shortcuts'

export interface Press {
  key: string
  ctrl: boolean
  shift: boolean
  alt: boolean
}

interface Binding {
  act: KeyAct
  /** As shown on the sheet: "Ctrl+K". */
  keys: string
  press: Press
  /** Only where questions have the focus: in a text field the key belongs to the text. */
  onCanvas?: boolean
}

const read = (keys: string): Press => {
  const parts = keys.split('+')
  const key = parts.at(-1)!
  return { key: key.length === 1 ? key.toLowerCase() : key, ctrl: parts.includes('Ctrl'), shift: parts.includes('Shift'), alt: parts.includes('Alt') }
}

const bind = (act: KeyAct, keys: string, onCanvas = false): Binding => ({ act, keys, press: read(keys), onCanvas })

export const keyMap: readonly Binding[] = [
  bind('palette', 'Ctrl+K'), bind('insert', '/', true), bind('write', 'F2', true), bind('writeOptions', 'O', true), bind('settings', 'Enter', true), bind('leave', 'Escape', true),
  bind('up', 'ArrowUp', true), bind('down', 'ArrowDown', true),
  bind('moveUp', 'Alt+ArrowUp'), bind('moveDown', 'Alt+ArrowDown'), bind('moveOut', 'Alt+ArrowLeft', true), bind('moveIn', 'Alt+ArrowRight', true), bind('moveTo', 'M', true), bind('group', 'G', true),
  bind('extendUp', 'Shift+ArrowUp', true), bind('extendDown', 'Shift+ArrowDown', true), bind('all', 'Ctrl+A', true),
  bind('duplicate', 'Ctrl+D', true), bind('remove', 'Delete', true),
  bind('find', 'Ctrl+F'), bind('replace', 'Ctrl+H'), bind('nextProblem', 'F8'), bind('previousProblem', 'Shift+F8'),
  bind('logic', 'Ctrl+L'), bind('edit', 'Ctrl+1'), bind('try', 'Ctrl+2'), bind('map', 'Ctrl+3'),
  bind('review', 'Ctrl+Enter'), bind('dock', 'Ctrl+`'), bind('nextRegion', 'F6'), bind('previousRegion', 'Shift+F6'), bind('shortcuts', '?', true),
]

/** Handled by the browser's own events, listed for people. */
export const clipboardKeys = [{ act: 'copy', keys: 'Ctrl+C' }, { act: 'cut', keys: 'Ctrl+X' }, { act: 'paste', keys: 'Ctrl+V' }, { act: 'undo', keys: 'Ctrl+Z' }, { act: 'redo', keys: 'Ctrl+Shift+Z' }] as const

const isSingle = ({ press }: Binding): boolean => press.key.length === 1 && !press.ctrl && !press.alt

/** What a press asks for; `singleKeys` says whether letters alone are heard (WCAG 2.2, 2.1.4). */
export const actOf = (press: Press, { onCanvas, singleKeys }: { onCanvas: boolean, singleKeys: boolean }): KeyAct | undefined =>
  keyMap.find((binding) => {
    if (binding.onCanvas && !onCanvas) return false
    if (isSingle(binding) && !singleKeys) return false
    const { key, ctrl, shift, alt } = binding.press
    // A sign such as ? or / may need Shift on a keyboard.
    return key === press.key && ctrl === press.ctrl && alt === press.alt && (shift === press.shift || (key.length === 1 && !/[a-z0-9`]/.test(key)))
  })?.act
