// When a code, or a version of a list, counts. Days are civil dates; a last day is still a day in force.
import type { Code, CodeList } from '#schemas/generated/types.ts'

export const isInForce = ({ validFrom, validTo }: Pick<Code, 'validFrom' | 'validTo'>, on: string): boolean =>
  (validFrom === undefined || validFrom <= on) && (validTo === undefined || on <= validTo)

interface Dated {
  number: number
  validFrom: string
  validTo?: string
}

/** The version that counts on a day: the last that had begun, and of those that began together the one saved last. */
export const versionOn = <Version extends Dated>(versions: readonly Version[], on: string): Version | undefined => {
  const [latest] = versions.filter((version) => version.validFrom <= on).sort((a, b) => b.validFrom.localeCompare(a.validFrom) || b.number - a.number)
  return latest && isInForce(latest, on) ? latest : undefined
}

export const codesInForce = (list: Pick<CodeList, 'items'>, on: string): Code[] => list.items.filter((code) => isInForce(code, on))
