// The names of columns in what a row is called, "Mẫu {n}: {ten}", in both languages: they follow a rename and leave with the
// column.
import type { Question } from '#schemas/generated/types.ts'

const replaced = (text: string, name: string, to: string | undefined): string =>
  to === undefined ? text.replaceAll(`{${name}}`, '').replace(/\s{2,}/g, ' ').replace(/[\s:,–-]+$/, '') : text.replaceAll(`{${name}}`, `{${to}}`)

export const followInRowTitle = (table: Question | undefined, name: string, to: string | undefined): void => {
  const title = table?.['x-itemTitle']
  if (title?.includes(`{${name}}`)) {
    const next = replaced(title, name, to)
    if (next === '') delete table!['x-itemTitle']
    else table!['x-itemTitle'] = next
  }
  const english = table?.['x-i18n']?.en
  if (english?.['x-itemTitle']?.includes(`{${name}}`)) english['x-itemTitle'] = replaced(english['x-itemTitle'], name, to)
}
