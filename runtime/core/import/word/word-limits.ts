// What a Word file may be, and the words for one that is more: nothing is inflated or parsed beyond these.
import type { ReportLine } from '../import-report.ts'

export const wordLimits = {
  /** Bytes of the file. */
  bytes: 10_000_000,
  entries: 1000,
  /** Bytes of the text inside, once inflated: some 400 pages. */
  text: 6_000_000,
  /** Inflated to packed; ordinary documents have 5 to 15. */
  ratio: 100,
  depth: 100,
  proposals: 500,
} as const

/** Thrown while a file is read; what is told is in it. */
export class WordRefusal extends Error {
  readonly line: ReportLine
  constructor(code: string, place: string, params: Record<string, unknown> = {}) {
    super(code)
    this.line = { pointer: place, fate: 'refused', code, params: { ...params, place } }
  }
}
