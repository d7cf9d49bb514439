// Finds procedures while a person types: every word must occur, without minding accents or case; then field and agency.
import { foldText } from '#core/text/format.ts'
import type { ProcedureSummary } from '#schemas/generated/types.ts'
import { localise, type Locale } from '#core/text/localise.ts'

export interface Search {
  words: string
  field: string
  agency: string
}

const textOf = (procedure: ProcedureSummary): string =>
  foldText([procedure.name, localise(procedure, 'name', 'en'), procedure.code, procedure.field, procedure.agency, ...procedure.audience].filter(Boolean).join(' '))

export const findProcedures = (procedures: readonly ProcedureSummary[], { words, field, agency }: Search): ProcedureSummary[] => {
  const wanted = foldText(words).split(/\s+/).filter(Boolean)
  return procedures.filter((each) => (!field || each.field === field) && (!agency || each.agency === agency) && (wanted.length === 0 || wanted.every((word) => textOf(each).includes(word))))
}

/** The values that occur, to choose from. */
export const valuesOf = (procedures: readonly ProcedureSummary[], key: 'field' | 'agency', locale: Locale): string[] =>
  [...new Set(procedures.flatMap((each) => each[key] ?? []))].sort((a, b) => a.localeCompare(b, locale))
