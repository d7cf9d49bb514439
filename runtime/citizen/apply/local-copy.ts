// What was typed and is not saved yet, kept in this browser so that a closed window or a lost connection costs nothing.
// It is removed as soon as the server has it, and when the person signs out: the computer may belong to others.
import type { Answers } from '#core/issues/json-pointer.ts'

export interface LocalCopy {
  /** Whose it is: another account never sees it. */
  account: string
  /** Under whose form it was typed; an earlier release did not say. */
  revision?: string
  /** What the server had when this was typed. */
  version: number
  base: Answers
  answers: Answers
}

const prefix = 'motcua.draft.'

// Private windows may refuse storage; typing goes on without a copy.
const attempt = <T>(act: () => T): T | undefined => {
  try {
    return act()
  } catch {
    return undefined
  }
}

export const keepLocalCopy = (dossier: string, copy: LocalCopy): void => { attempt(() => localStorage.setItem(prefix + dossier, JSON.stringify(copy))) }

export const readLocalCopy = (dossier: string, account: string): LocalCopy | undefined => {
  const copy = attempt(() => JSON.parse(localStorage.getItem(prefix + dossier) ?? 'null') as LocalCopy | null)
  return copy?.account === account ? copy : undefined
}

export const dropLocalCopy = (dossier: string): void => { attempt(() => localStorage.removeItem(prefix + dossier)) }

export const dropAllLocalCopies = (): void => {
  attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix) || key.startsWith('motcua.filing')).forEach((key) => localStorage.removeItem(key)))
}
