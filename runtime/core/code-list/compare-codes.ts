// What a new version of a code list changes: codes that come, codes whose words, place or time change, and codes that end.
// A code that is left out ends with the version before.
import type { Code } from '#schemas/generated/types.ts'
import { canonicalJson } from '../procedure/canonical-json.ts'
import { isInForce } from './in-force.ts'

export interface CodeChange {
  const: Code['const']
  title: string
  /** The title before, where it is another. */
  before?: string
}

export interface CodeChanges {
  added: CodeChange[]
  changed: CodeChange[]
  ended: CodeChange[]
  same: number
}

const brief = ({ const: value, title }: Code): CodeChange => ({ const: value, title })

/** `on` is the day from which the new version counts. */
export const compareCodes = (before: readonly Code[], after: readonly Code[], on: string): CodeChanges => {
  const old = new Map(before.filter((code) => isInForce(code, on)).map((code) => [code.const, code]))
  const next = new Map(after.filter((code) => isInForce(code, on)).map((code) => [code.const, code]))
  const kept = [...next.values()].filter((code) => old.has(code.const))
  const changed = kept.filter((code) => canonicalJson(code) !== canonicalJson(old.get(code.const)))
  return {
    added: [...next.values()].filter((code) => !old.has(code.const)).map(brief),
    changed: changed.map((code) => ({ ...brief(code), ...(old.get(code.const)!.title !== code.title && { before: old.get(code.const)!.title }) })),
    ended: [...old.values()].filter((code) => !next.has(code.const)).map(brief),
    same: kept.length - changed.length,
  }
}

/** Codes whose leading zeros are gone, as a spreadsheet that reads them as numbers leaves them: "1" where "01" was. */
export const lostZeros = (before: readonly Code[], after: readonly Code[]): Code['const'][] => {
  const known = new Set(before.map((code) => String(code.const)))
  const bare = new Set([...known].filter((value) => /^0+\d+$/.test(value)).map((value) => value.replace(/^0+/, '')))
  return after.map((code) => code.const).filter((value) => bare.has(String(value)) && !known.has(String(value)))
}
