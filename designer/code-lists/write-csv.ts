// A code list as CSV (RFC 4180), with the same headings that an import reads: what is downloaded can be edited and imported.
import type { Code } from '#schemas/generated/types.ts'

const quoted = (value: string | number | undefined): string => {
  const text = String(value ?? '')
  return /[",;\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Begins with the mark by which spreadsheets know that the letters are Unicode. */
export const writeCsv = (codes: readonly Code[]): string =>
  `\ufeff${[
    ['const', 'title', 'titleEn', 'description', 'parent', 'validFrom', 'validTo'],
    ...codes.map((code) => [code.const, code.title, code['x-i18n']?.en?.['title'], code.description, code.parent, code.validFrom, code.validTo]),
  ].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`
