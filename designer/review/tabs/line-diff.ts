// The difference of two texts line by line, for reading: by the shortest way from one to the other (Myers, 1986).

export interface Line {
  /** Counted from 1. */
  number: number
  text: string
}

/** Both where a line stayed; one above the other where lines took the place of others. */
export interface LinePair {
  before?: Line
  after?: Line
}

/** Beyond so many edits the rest is told as one replaced by the other: nobody reads it line by line. */
const mostEdits = 3000

type Move = 'same' | 'removed' | 'added'

/** The furthest line of `a` on each diagonal, after each number of edits. */
const furthest = (a: readonly string[], b: readonly string[]): Int32Array[] | undefined => {
  const limit = Math.min(a.length + b.length, mostEdits)
  const trace: Int32Array[] = []
  let last = new Int32Array(1)
  for (let edits = 0; edits <= limit; edits++) {
    // Diagonal k stands at k + edits; those before at k + edits - 1.
    const now = new Int32Array(2 * edits + 1)
    const at = (k: number): number => (Math.abs(k) < edits ? last[k + edits - 1]! : -1)
    for (let k = -edits; k <= edits; k += 2) {
      let x = edits === 0 ? 0 : k === -edits || (k !== edits && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      now[k + edits] = x
      if (x >= a.length && x - k >= b.length) return [...trace, now]
    }
    trace.push(now)
    last = now
  }
  return undefined
}

const movesBetween = (a: readonly string[], b: readonly string[]): Move[] => {
  const trace = a.length > 0 && b.length > 0 ? furthest(a, b) : undefined
  if (!trace) return [...a.map((): Move => 'removed'), ...b.map((): Move => 'added')]
  const moves: Move[] = []
  let [x, y] = [a.length, b.length]
  for (let edits = trace.length - 1; edits > 0; edits--) {
    const before = trace[edits - 1]!
    const at = (k: number): number => (Math.abs(k) < edits ? before[k + edits - 1]! : -1)
    const k = x - y
    const isAdded = k === -edits || (k !== edits && at(k - 1) < at(k + 1))
    const from = isAdded ? k + 1 : k - 1
    const fromX = at(from)
    const fromY = fromX - from
    while (x > fromX && y > fromY) { moves.push('same'); x--; y-- }
    moves.push(isAdded ? 'added' : 'removed')
    ;[x, y] = [fromX, fromY]
  }
  while (x > 0 && y > 0) { moves.push('same'); x--; y-- }
  return moves.reverse()
}

/** Lines that went and came in one place stand beside each other, as far as there are some on both sides. */
export const diffLines = (before: readonly string[], after: readonly string[]): LinePair[] => {
  const pairs: LinePair[] = []
  let [went, came]: [Line[], Line[]] = [[], []]
  let [i, k] = [0, 0]
  const settle = (): void => {
    for (let n = 0; n < Math.max(went.length, came.length); n++) pairs.push({ ...(went[n] && { before: went[n] }), ...(came[n] && { after: came[n] }) })
    ;[went, came] = [[], []]
  }
  for (const move of movesBetween(before, after)) {
    if (move === 'removed') went.push({ number: i + 1, text: before[i++]! })
    else if (move === 'added') came.push({ number: k + 1, text: after[k++]! })
    else {
      settle()
      pairs.push({ before: { number: i + 1, text: before[i++]! }, after: { number: k + 1, text: after[k++]! } })
    }
  }
  settle()
  return pairs
}

export const isSameLine = ({ before, after }: LinePair): boolean => before !== undefined && after !== undefined && before.text === after.text

export interface LineRun {
  /** Lines that say the same far from any change may be left out. */
  isFolded: boolean
  pairs: LinePair[]
}

/** Changes with so many lines around them; the rest folded. */
export const foldLines = (pairs: readonly LinePair[], around = 3): LineRun[] => {
  const near = pairs.map(() => false)
  pairs.forEach((pair, i) => { if (!isSameLine(pair)) near.fill(true, Math.max(0, i - around), i + around + 1) })
  return pairs.reduce<LineRun[]>((runs, pair, i) => {
    const last = runs.at(-1)
    if (last && last.isFolded === !near[i]) last.pairs.push(pair)
    else runs.push({ isFolded: !near[i], pairs: [pair] })
    return runs
  }, [])
}
