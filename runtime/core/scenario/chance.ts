// Choices that look random and are not: the same seed makes the same choices, so made-up answers can be made again.

export interface Chance {
  /** From 0 up to but not including 1. */
  next(): number
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  /** True this often, of 1. */
  often(part: number): boolean
  pick<T>(list: readonly T[]): T
  digits(count: number): string
  uuid(): string
}

export const createChance = (seed: number): Chance => {
  let state = (seed ^ 0x9e3779b9) >>> 0
  // mulberry32: small, even enough for choosing, the same in every engine.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  const letters = (alphabet: string, count: number): string => Array.from({ length: count }, () => alphabet[between(0, alphabet.length - 1)]).join('')
  return {
    next, between,
    often: (part) => next() < part,
    pick: (list) => list[between(0, list.length - 1)]!,
    digits: (count) => letters('0123456789', count),
    uuid: () => [8, 4, 4, 4, 12].map((count, i) => (i === 2 ? `4${letters('0123456789abcdef', 3)}` : i === 3 ? `a${letters('0123456789abcdef', 3)}` : letters('0123456789abcdef', count))).join('-'),
  }
}
