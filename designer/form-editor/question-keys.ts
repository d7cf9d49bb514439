// Names for the cards on the canvas that stay while a question's own name follows the title being typed: the card is then
// the same card, and what is being typed in it stays.

export interface QuestionKeys {
  keyOf(path: string): string
  /** The question is called by another path from now on. */
  rename(from: string, to: string): void
}

export const createQuestionKeys = (): QuestionKeys => {
  const keys = new Map<string, string>()
  let made = 0
  return {
    keyOf: (path) => {
      const known = keys.get(path)
      if (known !== undefined) return known
      made += 1
      keys.set(path, `q${made}`)
      return `q${made}`
    },
    rename: (from, to) => {
      for (const [path, key] of [...keys]) {
        if (path !== from && !path.startsWith(`${from}/`)) continue
        keys.delete(path)
        keys.set(to + path.slice(from.length), key)
      }
    },
  }
}
