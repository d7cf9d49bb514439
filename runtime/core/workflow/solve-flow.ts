// What flows through each place of a network, from what comes in and how it is handed on: linear equations, solved by
// elimination. Rows are the equations, their last column is what comes in.

/** Where everything that comes in circles for ever, the answer is a very large number. */
const least = 1e-6

export const solveFlow = (equations: readonly (readonly number[])[]): number[] => {
  const rows = equations.map((row) => [...row])
  const count = rows.length
  // The diagonal outweighs its column, so no exchange of rows is needed.
  for (let at = 0; at < count; at++) {
    const pivot = Math.max(least, rows[at]![at]!)
    rows[at]![at] = pivot
    for (let below = at + 1; below < count; below++) {
      const factor = rows[below]![at]! / pivot
      if (factor !== 0) for (let column = at; column <= count; column++) rows[below]![column]! -= factor * rows[at]![column]!
    }
  }
  const flow = Array.from({ length: count }, () => 0)
  for (let at = count - 1; at >= 0; at--) {
    const known = rows[at]!.slice(at + 1, count).reduce((sum, each, i) => sum + each * flow[at + 1 + i]!, 0)
    flow[at] = Math.max(0, (rows[at]![count]! - known) / rows[at]![at]!)
  }
  return flow
}
