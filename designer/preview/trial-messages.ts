// What the trial and the page in its frame say to each other. The frame is a page of our own on our own origin; both sides
// listen to nobody else.
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts'
import type { AttachedFile } from '#runtime/form/files.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import type { Locale } from '#core/text/localise.ts'
import type { Form } from '#schemas/generated/types.ts'

/** What the frame shows. */
export interface TrialShow {
  kind: 'show'
  form: Form
  locale: Locale
  /** Day of filing. */
  today: string
  calendar: WorkingCalendar
  isLarge: boolean
  page?: string
  /** Counts what was put in from outside: filled, cleared, opened. */
  serial: number
  answers: Answers
  files: AttachedFile[]
  /** The saved draft whose own validator judges; absent while there is something unsaved. */
  judge?: { id: string, version: number }
}

export type ToFrame = TrialShow | { kind: 'check' } | { kind: 'go', pointer: string, page?: string }

export interface FrameKey {
  key: string
  ctrlKey: boolean
  shiftKey: boolean
  altKey: boolean
}

export type FromFrame =
  | { kind: 'ready' }
  | { kind: 'answers', serial: number, answers: Answers, files: AttachedFile[] }
  | { kind: 'page', page: string }
  /** Keys of the designer that were pressed inside the frame. */
  | { kind: 'key', press: FrameKey }

const isMessage = (data: unknown): data is { kind: string } => typeof data === 'object' && data !== null && 'kind' in data && typeof data.kind === 'string'

/** Hears one other window of our own origin; gives the way to stop. */
export const hear = <Message>(other: () => Window | null | undefined, told: (message: Message) => void): (() => void) => {
  const listener = (event: MessageEvent): void => {
    if (event.origin === location.origin && event.source === other() && isMessage(event.data)) told(event.data as Message)
  }
  window.addEventListener('message', listener)
  return () => window.removeEventListener('message', listener)
}

export const tell = <Message>(other: Window | null | undefined, message: Message): void => other?.postMessage(message, location.origin)
