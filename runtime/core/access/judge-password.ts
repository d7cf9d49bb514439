// Whether a password is good enough for somebody who works for the office. Length counts, not kinds of signs (NIST SP 800-63B-4
// §3.1.1): 15 where the password is the only factor, any sign allowed, nothing that is known of the person or of the place.
import type { Issue } from '../issues/issue.ts'
import { foldText } from '../text/format.ts'

export const leastPassword = 15
export const mostPassword = 128

/** What is left must still be worth guessing. */
const leastUnknown = 8
const leastKinds = 5

const ofPlace = ['matkhau', 'password', 'motcua', 'dichvucong', 'vietnam', 'canbo', 'quantri', 'administrator', 'admin', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']

const parts = (text: string): string[] => foldText(text).split(/[^a-z0-9]+/).filter((part) => part.length > 2)

/** Runs as people type them: 123456, 987654, aaaa. */
const withoutRuns = (text: string): string => [...text].filter((sign, i, all) => {
  const step = i === 0 ? undefined : sign.charCodeAt(0) - all[i - 1]!.charCodeAt(0)
  return step === undefined || Math.abs(step) > 1
}).join('')

const unknownOf = (password: string, known: readonly string[]): string =>
  withoutRuns([...known].sort((a, b) => b.length - a.length).reduce((left, word) => left.replaceAll(word, ''), foldText(password).replace(/[\s._-]+/g, '')))

export const judgePassword = (password: string, { name, email }: { name: string; email: string }): Issue[] => {
  const text = password.normalize('NFKC')
  const length = [...text].length
  const issue = (code: string, params: Record<string, unknown> = {}): Issue[] => [{ pointer: '/password', code, params }]
  if (length < leastPassword) return issue('password.short', { least: leastPassword })
  if (length > mostPassword) return issue('password.long', { most: mostPassword })
  const left = unknownOf(text, [...ofPlace, ...parts(name), ...parts(email)])
  return [...left].length < leastUnknown || new Set(text).size < leastKinds ? issue('password.plain') : []
}
