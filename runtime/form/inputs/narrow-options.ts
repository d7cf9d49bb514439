// Finds options by a part of their name; both sides are folded (no accents, lower case). Names that begin with what was
// typed come first, then names with a word that begins with it, then the rest.
const rank = (folded: string, typed: string): number => {
  if (folded.startsWith(typed)) return 0
  if (folded.includes(` ${typed}`)) return 1
  return folded.includes(typed) ? 2 : 3
}

export const narrow = <Choice extends { folded: string }>(choices: readonly Choice[], typed: string): Choice[] => {
  const wanted = typed.trim()
  if (wanted === '') return [...choices]
  return choices
    .map((choice) => ({ choice, rank: rank(choice.folded, wanted) }))
    .filter((each) => each.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ choice }) => choice)
}
