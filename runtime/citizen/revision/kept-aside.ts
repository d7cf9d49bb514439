// What was typed here under a form that had been replaced meanwhile, and has no place in the new one: it never reached the server,
// so this browser keeps it in words, for its owner to read until the dossier is filed.
import type { SetAsideAnswer } from '#schemas/generated/types.ts'

// Signing out removes it with the copies of drafts (apply/local-copy.ts).
const nameOf = (dossier: string): string => `motcua.draft.aside.${dossier}`

// Private windows may refuse storage, and a server that draws the page has none.
const attempt = <T>(act: () => T): T | undefined => {
  try {
    return act()
  } catch {
    return undefined
  }
}

export const keptAside = (dossier: string): SetAsideAnswer[] => attempt(() => JSON.parse(localStorage.getItem(nameOf(dossier)) ?? '[]') as SetAsideAnswer[]) ?? []

export const keepAside = (dossier: string, aside: readonly SetAsideAnswer[]): void => {
  if (aside.length === 0) return
  const known = new Map([...keptAside(dossier), ...aside].map((each) => [each.pointer, each]))
  attempt(() => localStorage.setItem(nameOf(dossier), JSON.stringify([...known.values()])))
}
