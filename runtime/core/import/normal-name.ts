// Makes a name of ours from any property name: first_name → firstName. What JavaScript objects inherit becomes another
// name, or is refused where even reading it is dangerous.
import { forbiddenNames } from '../issues/forbidden-names.ts'
import { reservedNames } from '../form/lint-questions.ts'

const longest = 64

/** Undefined for a name that is refused. `owner` is the name of what holds it. */
export const normalName = (name: string, owner: string, taken: ReadonlySet<string>): string | undefined => {
  if (forbiddenNames.has(name)) return undefined
  const words = name.normalize('NFD').replace(/\p{M}+/gu, '').replace(/[đĐ]/g, 'd').split(/[^A-Za-z0-9]+/).filter(Boolean)
  const joined = words.map((word, i) => (i === 0 ? word[0]!.toLowerCase() + word.slice(1) : word[0]!.toUpperCase() + word.slice(1))).join('')
  const lettered = /^[a-z]/.test(joined) ? joined : `q${joined}`
  const free = reservedNames.has(lettered) ? (owner === '' ? 'its' : owner) + lettered[0]!.toUpperCase() + lettered.slice(1) : lettered
  const wanted = free.slice(0, longest - 4)
  if (!taken.has(wanted) && wanted.length === free.length) return wanted
  for (let n = 2; ; n += 1) if (!taken.has(`${wanted}${n}`)) return `${wanted}${n}`
}

/** A title from a name, where the source has none: dateOfBirth → Date of birth. */
export const titleFromName = (name: string): string => {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[_\-.\s]+/g, ' ').trim().toLowerCase()
  return words === '' ? name : words[0]!.toUpperCase() + words.slice(1)
}
