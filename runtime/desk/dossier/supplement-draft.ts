// A supplement request begins with what was noted beside the answers: the questions to complete, and why (NĐ 61/2018 Đ.15.3: asked
// once and in full).
import type { SummaryRow, SummarySection } from '#core/answers/summarise-answers.ts'
import type { Remark } from '#schemas/generated/types.ts'

export interface SupplementDraft {
  reason: string
  fields: string[]
}

const holds = (row: SummaryRow, question: string): boolean => question === row.pointer || question.startsWith(`${row.pointer}/`)

/** In the order of the form; a remark in a table names its row and asks for the table, as the whole is what an applicant may change. */
export const draftSupplement = (sections: readonly SummarySection[], remarks: readonly Remark[], nameOf: (question: string) => string): SupplementDraft => {
  const noted = sections.flatMap(({ rows }) => rows).flatMap((row) => {
    const own = remarks.filter(({ question }) => holds(row, question))
    return own.length > 0 ? [{ row, own }] : []
  })
  return { reason: noted.flatMap(({ row, own }) => own.map(({ question, text }) => `- ${question === row.pointer ? row.label : nameOf(question)}: ${text}`)).join('\n'), fields: noted.map(({ row }) => row.pointer) }
}
