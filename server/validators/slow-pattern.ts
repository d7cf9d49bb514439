// Finds patterns that a browser could spend minutes on. Our server runs every pattern in linear time, but the citizen's
// browser runs it as ECMAScript does, where ^(a+)+$ takes 23 seconds for 30 letters (security.md, fact 6).
process.env['RECHECK_BACKEND'] ??= 'pure'
const { checkSync } = await import('recheck')

/** Milliseconds for one pattern; a pattern that needs longer to be judged is as bad as a slow one. */
const patience = 1000

const judged = new Map<string, boolean>()
const remembered = 2000

const unbounded = /(?<!\\)(?:[+*]|\{\d+,\})/g

/** One open repetition of one thing is walked once; only those that can be split in several ways need a closer look. */
const mayBeSlow = (pattern: string): boolean => {
  const open = [...pattern.matchAll(unbounded)].length
  return open > 1 || (open === 1 && /[|?]/.test(pattern))
}

export const isSlowPattern = (pattern: string): boolean => {
  if (!mayBeSlow(pattern)) return false
  const known = judged.get(pattern)
  if (known !== undefined) return known
  const slow = checkSync(pattern, 'u', { timeout: patience, checker: 'auto' }).status === 'vulnerable'
  if (judged.size >= remembered) judged.clear()
  judged.set(pattern, slow)
  return slow
}
