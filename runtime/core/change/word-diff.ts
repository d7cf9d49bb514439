// The difference of two texts word by word, for reading: what stayed, what went, what came.

export interface TextPiece {
  kind: 'same' | 'removed' | 'added'
  text: string
}

const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? []

/** Longer texts are told as one replaced by the other: comparing every word with every word would take too long. */
const mostWords = 2000

const joined = (pieces: readonly TextPiece[]): TextPiece[] =>
  pieces.reduce<TextPiece[]>((all, piece) => {
    const last = all.at(-1)
    return last?.kind === piece.kind ? [...all.slice(0, -1), { ...last, text: last.text + piece.text }] : piece.text === '' ? all : [...all, piece]
  }, [])

/** Lengths of the longest common run of words from each pair of places on. */
const commonLengths = (before: readonly string[], after: readonly string[]): Uint16Array[] => {
  const table = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1))
  for (let i = before.length - 1; i >= 0; i--)
    for (let k = after.length - 1; k >= 0; k--) table[i]![k] = before[i] === after[k] ? table[i + 1]![k + 1]! + 1 : Math.max(table[i + 1]![k]!, table[i]![k + 1]!)
  return table
}

export const diffWords = (before: string, after: string): TextPiece[] => {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  if (old.length > mostWords || now.length > mostWords) return joined([{ kind: 'removed', text: before }, { kind: 'added', text: after }])
  const table = commonLengths(old, now)
  const pieces: TextPiece[] = []
  let [i, k] = [0, 0]
  while (i < old.length || k < now.length) {
    if (i < old.length && k < now.length && old[i] === now[k]) { pieces.push({ kind: 'same', text: old[i]! }); i++; k++ }
    else if (i < old.length && (k >= now.length || table[i + 1]![k]! >= table[i]![k + 1]!)) pieces.push({ kind: 'removed', text: old[i++]! })
    else pieces.push({ kind: 'added', text: now[k++]! })
  }
  return joined(pieces)
}
