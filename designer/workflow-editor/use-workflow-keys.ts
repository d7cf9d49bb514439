// Hears the keys of the workflow page: add after the chosen step, insert a pattern there, move it, open it, decide there, say who
// and by when. Keys inside a text, a dialog or a table are theirs.
import { isIn, isWriting, singleKeys, useKeyPresses } from '#runtime/ui/use-keys.ts'

export type WorkflowAct = 'keyAdd' | 'keyDecision' | 'keyRole' | 'keyTime' | 'keyPattern' | 'keyUp' | 'keyDown' | 'keyOpen' | 'keySheet'

export interface WorkflowKey {
  act: WorkflowAct
  /** As the sheet shows it. */
  keys: string
  key: string
  alt?: boolean
}

export const workflowKeys: readonly WorkflowKey[] = [
  { act: 'keyAdd', keys: 'A', key: 'a' }, { act: 'keyDecision', keys: 'T', key: 't' }, { act: 'keyRole', keys: 'R', key: 'r' }, { act: 'keyTime', keys: 'D', key: 'd' }, { act: 'keyPattern', keys: 'P', key: 'p' },
  { act: 'keyUp', keys: 'Alt+ArrowUp', key: 'ArrowUp', alt: true }, { act: 'keyDown', keys: 'Alt+ArrowDown', key: 'ArrowDown', alt: true },
  { act: 'keyOpen', keys: 'Enter', key: 'Enter' }, { act: 'keySheet', keys: '?', key: '?' },
]

/** Letters alone may be switched off (WCAG 2.2, 2.1.4). */
export const workflowActOf = (press: { key: string, ctrl: boolean, alt: boolean }, single: boolean): WorkflowAct | undefined => {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key
  const found = workflowKeys.find((each) => each.key === key && (each.alt ?? false) === press.alt)
  return press.ctrl || (found && found.key.length === 1 && !single) ? undefined : found?.act
}

export const useWorkflowKeys = (acts: Record<WorkflowAct, () => void>): void => useKeyPresses((event) => {
  if (event.defaultPrevented || isIn(event.target, '[role=dialog], [role=menu], [data-own-keys]') || isWriting(event.target)) return
  const act = workflowActOf({ key: event.key, ctrl: event.ctrlKey || event.metaKey, alt: event.altKey }, singleKeys.value)
  if (!act || (act === 'keyOpen' && isIn(event.target, 'button, a, summary, [role=tab], [role=button], select'))) return
  event.preventDefault()
  acts[act]()
})
