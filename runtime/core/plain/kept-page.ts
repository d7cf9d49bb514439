// A page that was sent by somebody whom nobody knows any more goes along until they have said who they are: every entry
// under the name that it had, beside it who they are and the names of files, which no page can carry.
import type { FormEntry } from '../answers/read-form-data.ts'

/** Why a page was not taken in: nobody is signed in, it is somebody else's, it takes nothing any more, its form was replaced meanwhile, or not just now. */
export type KeptWhy = 'ended' | 'foreign' | 'closed' | 'replaced' | 'later'

/** How somebody says who they are. */
export type WayIn = 'account' | 'code'

export interface KeptPage {
  why: KeptWhy
  entries: readonly FormEntry[]
  /** The way in that was tried without success. */
  tried?: WayIn
}

/** Names of the controls that say who somebody is. What is typed there is never carried along. */
export const whoNames = { email: 'sign-in:email', password: 'sign-in:password', code: 'sign-in:code', by: 'sign-in:by' } as const

const lostFile = 'lost:'

/** The last text under a name; '' where there is none. */
export const fieldOf = (entries: readonly FormEntry[], name: string): string => entries.findLast(([each]) => each === name)?.[1] ?? ''

const saysWho = ([name]: FormEntry): boolean => name.startsWith('sign-in:')
const isLost = ([name]: FormEntry): boolean => name.startsWith(lostFile)

/** What was filled in on the page itself. */
export const pageEntries = (entries: readonly FormEntry[]): FormEntry[] => entries.filter((entry) => !saysWho(entry) && !isLost(entry))

/** What goes along with the page until it is known whose it is. */
export const carriedEntries = (entries: readonly FormEntry[]): FormEntry[] => entries.filter((entry) => !saysWho(entry))

export const lostFileEntry = (field: string, name: string): FormEntry => [`${lostFile}${field}`, name]

/** Files that were chosen and did not come along, by their question. */
export const lostFiles = (entries: readonly FormEntry[]): FormEntry[] => entries.filter(isLost).map(([name, file]) => [name.slice(lostFile.length), file])

export type Who = { by: 'account'; email: string; password: string } | { by: 'code'; code: string }

/** Who the sender says they are, by what they filled in; undefined when they were not asked yet. */
export const readWho = (entries: readonly FormEntry[]): Who | undefined => {
  if (!entries.some(saysWho)) return undefined
  const [email, password, code, by] = [whoNames.email, whoNames.password, whoNames.code, whoNames.by].map((name) => fieldOf(entries, name)) as [string, string, string, string]
  const onlyCode = code.trim() !== '' && email.trim() === '' && password === ''
  return by === 'code' || (by === '' && onlyCode) ? { by: 'code', code } : { by: 'account', email: email.trim(), password }
}
