// Brings a package together with the draft that is here, where both went on by themselves: what only one side changed is taken from
// it, and what both changed is told thing by thing (question, rule, page, step), as what the package would change here, for a person
// to choose.
import { groupDifferences, type DifferenceGroup, type ToldDifference } from '#core/change/group-differences.ts'
import { listDifferences } from '#core/change/list-differences.ts'
import { isRecord } from '#core/issues/json-pointer.ts'
import type { Locale } from '#core/text/localise.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { keyed, mergeDocuments, type Clash, type Merged, type Side } from '../editing/merge-documents.ts'
import { isIdentical } from '../editing/minimal-patches.ts'

export interface PackageClash {
  /** The same for everything about one thing, as in the list of changes: /applicant/taxCode, rule:urgent, step:review. */
  key: string
  title: string
  told: ToldDifference[]
  clashes: Clash[]
}

export interface PackageSides {
  /** The last revision that both have. */
  base?: Procedure
  mine: Procedure
  theirs: Procedure
}

const common = (mine: unknown, theirs: unknown): unknown => {
  if (isIdentical(mine, theirs)) return mine
  if (isRecord(mine) && isRecord(theirs)) return commonNames(Object.entries(mine), (name) => (Object.hasOwn(theirs, name) ? theirs[name] : undefined), Object.fromEntries)
  const [ours, others] = [keyed(mine), keyed(theirs)]
  return ours && others ? commonNames([...ours], (key) => others.get(key), (entries) => entries.map(([, item]) => item)) : undefined
}

const commonNames = <Made>(entries: readonly [string, unknown][], other: (key: string) => unknown, make: (entries: [string, unknown][]) => Made): Made =>
  make(entries.flatMap(([key, value]): [string, unknown][] => {
    const shared = other(key) === undefined ? undefined : common(value, other(key))
    return shared === undefined ? [] : [[key, shared]]
  }))

/** What both say: stands in for the revision that they began from where there is none. Nobody deleted anything then, and each added the rest. */
export const commonGround = (mine: Procedure, theirs: Procedure): Procedure => common(mine, theirs) as Procedure

const questionOf = (way: readonly string[]): string => {
  let path = ''
  for (let i = 2; i < way.length; i++) {
    if (way[i] === 'properties' && way[i + 1] !== undefined) path += `/${way[++i]}`
    else if (way[i] === 'items' && way[i + 1] === 'properties') path += '/*'
    else break
  }
  return path.replace(/\/\*$/, '')
}

const things: Readonly<Record<string, string>> = { pages: 'page', rules: 'rule', advanced: 'rule', checks: 'check', steps: 'step', roles: 'role', fees: 'fee', papers: 'paper', scenarios: 'scenario' }

const named = (list: string | undefined, id: string | undefined): string | undefined => {
  const thing = list === undefined ? undefined : things[list]
  return thing && (id === undefined ? thing : `${thing}:${id}`)
}

/** The key of what a place belongs to, as differences are grouped. */
export const thingAt = ([part, list, id, ...rest]: readonly string[]): string => {
  if (part === 'info') return 'information'
  if (part === 'form' && list === 'schema') return id === '$defs' ? `codeList:${rest[0] ?? ''}` : questionOf([part, list, id, ...rest].filter((each) => each !== undefined)) || 'settings'
  if (part === 'form' || part === 'workflow') return named(list, id) ?? (part === 'form' ? 'settings' : 'workflow')
  return named(part, list) ?? 'settings'
}

const isAbout = (key: string) => (group: DifferenceGroup): boolean => group.key === key || group.key.startsWith(key.startsWith('step:') ? `${key}/` : `${key}:`)

/** `choose` says which side a thing is taken from; this side, unless told otherwise. */
export const mergePackage = ({ base, mine, theirs }: PackageSides, choose: (key: string) => Side = () => 'mine'): Merged<Procedure> => {
  const from = base ?? commonGround(mine, theirs)
  const keys = new Map(mergeDocuments(from, mine, theirs).clashes.map(({ pointer, way }) => [pointer, thingAt(way)]))
  return mergeDocuments(from, mine, theirs, (pointer) => choose(keys.get(pointer) ?? 'settings'))
}

export const packageClashes = (sides: PackageSides, locale: Locale): PackageClash[] => {
  const { mine, theirs } = sides
  const { clashes } = mergePackage(sides)
  if (clashes.length === 0) return []
  const groups = groupDifferences(listDifferences(mine, theirs), { before: mine, after: theirs }, locale)
  return [...new Set(clashes.map(({ way }) => thingAt(way)))].map((key): PackageClash => {
    const about = groups.filter(isAbout(key))
    return { key, title: about[0]?.title ?? '', told: about.flatMap(({ told }) => told), clashes: clashes.filter(({ way }) => thingAt(way) === key) }
  })
}
