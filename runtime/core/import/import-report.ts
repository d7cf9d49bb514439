// What became of each part of an imported schema: kept, converted, locked as an advanced rule, or refused; with the place in
// the source, so that nobody has to guess what was lost.
import { translate } from '../text/translate.ts'
import type { Locale } from '../text/localise.ts'

export type Fate = 'kept' | 'converted' | 'locked' | 'refused'

export interface ReportLine {
  /** JSON Pointer into the source. */
  pointer: string
  fate: Fate
  code: string
  params?: Record<string, unknown>
}

/** The line as a sentence. */
export const sayLine = (line: ReportLine, locale: Locale): string => translate(line.code, line.params ?? {}, locale)

export const linesOf = (report: readonly ReportLine[], fate: Fate): ReportLine[] => report.filter((line) => line.fate === fate)
