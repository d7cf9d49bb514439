// What a chosen file brings to an import: the text of a table, or a list as JSON with what it says about itself.
import { isRecord } from '#core/issues/json-pointer.ts'
import type { CodeListImport } from '#schemas/generated/types.ts'

type Brought = Partial<CodeListImport>

const english = (list: Record<string, unknown>): string | undefined => {
  const translations = list['x-i18n']
  const en = isRecord(translations) ? translations['en'] : undefined
  return isRecord(en) && typeof en['title'] === 'string' ? en['title'] : undefined
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const ofList = (list: Record<string, unknown>): Brought | undefined =>
  Array.isArray(list['items'])
    ? JSON.parse(JSON.stringify({ title: text(list['title']), titleEn: english(list), source: text(list['source']), validFrom: text(list['validFrom']), validTo: text(list['validTo']), parentList: text(list['parentList']), items: list['items'] })) as Brought
    : undefined

/** Undefined for what is neither. The server judges the codes. */
export const readListFile = (name: string, content: string): Brought | undefined => {
  if (!name.toLowerCase().endsWith('.json') && !/^\s*[[{]/.test(content)) return content.trim() === '' ? undefined : { table: content }
  try {
    const parsed: unknown = JSON.parse(content.replace(/^\ufeff/, ''))
    if (Array.isArray(parsed)) return { items: parsed as NonNullable<CodeListImport['items']> }
    return isRecord(parsed) ? ofList(parsed) : undefined
  } catch {
    return undefined
  }
}
